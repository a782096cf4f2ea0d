"""Tri-fold, roll-up and table cards: whole, readable, and every code opens what it should."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from site_builder.brochure import finish
from site_builder.brochure.making.press import Press
from site_builder.brochure.pieces.contents import TRI_FOLD_FOLDS
from site_builder.brochure.plan import TRI_FOLD, Brochure, Product
from site_builder.brochure.rendering.renderer import BrochureError
from site_builder.build import Publication, prepare
from site_builder.content.event import EditionLanguage
from site_builder.preflight import Finish, inspect
from tests.brochure import reading
from tests.brochure.conftest import THEME
from tests.brochure.set_pieces import MM, codes_on, pieces_of, press_of, size_of, words_below
from tests.county_copy import COUNTY

SAMPLE = Path(__file__).parents[3]
LANGUAGES = tuple(EditionLanguage)


@dataclass(frozen=True)
class Made:
    """The pieces of the tiny county's event, as files by product and language."""

    publication: Publication
    press: Press
    brochures: Mapping[tuple[str, str], Brochure]
    files: Mapping[tuple[str, str], Path]

    def address(self, path: str) -> str:
        return f"{self.publication.site_url}{path}?event=xiamen"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("pieces")
    publication = prepare(COUNTY, THEME)
    edition = replace(publication.events["xiamen"], languages=LANGUAGES, products=tuple(Product))
    press = press_of(publication, edition, folder)
    brochures, files = {}, {}
    for product in (Product.TRI_FOLD, Product.ROLL_UP, Product.TABLE_CARD):
        for language, brochure in pieces_of(edition, product).items():
            file = folder / f"{language}-{product}.pdf"
            file.write_bytes(press.typesetter.pdf(brochure, {}))
            brochures[product, language], files[product, language] = brochure, file
    return Made(publication, press, brochures, files)


def lines(brochure: Brochure) -> Iterator[str]:
    """Yield what a piece must say on each of its sides."""
    for side in brochure.sides:
        assert side.event is not None
        yield side.event.name
        yield str(side.event.contact.phone)
        yield str(side.county.voice.words["site"]["sample"])
        for project in side.projects:
            yield str(project.brief.title)
    # In a second language sums stand below, in the first they are large.
    for project in brochure.projects:
        yield project.figures[0].value.number


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("product", ["tri-fold", "roll-up", "table-card"])
def test_says_event_projects_sums_and_whom_to_call(made: Made, product: str, language: str) -> None:
    """In every language of the piece."""
    said = reading.words(made.files[product, language])
    expected = lines(made.brochures[product, language])
    assert [line for line in expected if reading.squeezed(line) not in said] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("product", ["tri-fold", "roll-up", "table-card"])
def test_passes_preflight_in_every_finish(made: Made, product: str, language: str) -> None:
    """No error and no warning, with the bleed that the product has."""
    pdf = made.files[product, language].read_bytes()
    tokens = (THEME / "assets/css/tokens.css").read_text("utf-8")
    hung = product == "roll-up"
    settings = finish.PressSettings(
        finish.installed_profile(),
        finish.read_inks(tokens),
        date(2026, 11, 20),
        bleed=0 if hung else 3,
        marks=not hung,
    )
    files = {
        Finish.SCREEN: pdf,
        Finish.OFFICE: finish.office(pdf),
        Finish.PRESS: finish.press(pdf, settings),
    }
    found = [one for kind, file in files.items() for one in inspect(file, product, kind)]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_codes_of_the_tri_fold_open_county_and_projects(made: Made, language: str) -> None:
    brochure, file = made.brochures["tri-fold", language], made.files["tri-fold", language]
    home = brochure.county.paths["home"]
    assert size_of(file) == (285, 210)
    assert reading.pages(file) == 2
    assert set(codes_on(file, 0, 150)) == {made.address(home)}
    # Of an odd number of projects the last stands beside the code that leads to all of them.
    paths = [brochure.county.paths["projects"], *(p.path for p in brochure.projects)]
    assert set(codes_on(file, 1, 150)) == {made.address(path) for path in paths}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_roll_up_is_read_from_afar(made: Made, language: str) -> None:
    """One large code; the part that the base hides says nothing that matters."""
    brochure, file = made.brochures["roll-up", language], made.files["roll-up", language]
    assert size_of(file) == (800, 2000)
    ((text, width),) = codes_on(file, 0, 36).items()
    assert text == made.address(brochure.county.paths["home"])
    assert width > 120
    hidden = reading.squeezed(words_below(file, 1850))
    for side in brochure.sides:
        words = side.county.voice.words
        for notice in (words["pieces"]["estimate"], words["site"]["sample"]):
            hidden = hidden.replace(reading.squeezed(str(notice)), "")
    assert hidden == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_a_card_for_the_county_and_for_each_project(made: Made, language: str) -> None:
    brochure, file = made.brochures["table-card", language], made.files["table-card", language]
    assert size_of(file) == (210, 148)
    paths = [brochure.county.paths["home"], *(p.path for p in brochure.projects)]
    assert reading.pages(file) == len(paths)
    for page, path in enumerate(paths):
        ((text, width),) = codes_on(file, page, 120).items()
        assert text == made.address(path)
        assert width > 33  # with its quiet zone, more than 35


def test_the_same_input_gives_the_same_bytes(made: Made) -> None:
    """Also from another press."""
    edition = made.publication.events["xiamen"]
    press = press_of(made.publication, edition, made.press.folder)
    for key in (("tri-fold", "both"), ("table-card", "en")):
        assert press.typesetter.pdf(made.brochures[key], {}) == made.files[key].read_bytes()


def test_folds_are_marked_beside_the_trim(made: Made) -> None:
    """Panels of 94 and twice 95.5 mm outside, mirrored inside; no line crosses the sheet."""
    tokens = (THEME / "assets/css/tokens.css").read_text("utf-8")
    settings = finish.PressSettings(
        finish.installed_profile(), finish.read_inks(tokens), date(2026, 11, 20),
        folds=TRI_FOLD_FOLDS,
    )  # fmt: skip
    pdf = finish.press(made.files["tri-fold", "zh"].read_bytes(), settings)
    scale = 8 / MM  # eight pixels to a millimetre
    with pypdfium2.PdfDocument(pdf) as document:
        for page, folds in zip(document, ((94, 189.5), (95.5, 191)), strict=True):
            picture = page.render(scale=scale).to_pil().convert("L")
            strip = picture.crop((0, 0, picture.width, 8 * 5))
            marked = {
                round(x / 8 - 10, 1)
                for x in range(strip.width)
                if min(strip.crop((x, 0, x + 1, strip.height)).tobytes()) < 128
            }
            wanted = (0, *folds, 285)
            assert {min(wanted, key=lambda w: abs(w - x)) for x in marked} == set(wanted)
            assert all(min(abs(w - x) for w in wanted) < 0.3 for x in marked)


def test_a_text_that_does_not_fit_its_panel_is_named(made: Made) -> None:
    brochure = made.brochures["tri-fold", "zh"]
    assert brochure.event is not None
    endless = replace(brochure, event=replace(brochure.event, name="青岚县招商推介会" * 40))
    with pytest.raises(BrochureError, match=r"fair \(\d+ mm\)"):
        made.press.typesetter.pdf(endless, {})


def test_the_county_without_an_event_shows_some_projects_and_counts_the_rest(
    tmp_path: Path,
) -> None:
    """What there is no room for is told in a line; codes carry no event."""
    publication = prepare(SAMPLE, THEME)
    county = publication.counties["zh"]
    press = press_of(publication, publication.events["xiamen-2026"], tmp_path)
    piece = Brochure("tri-fold.pdf", Product.TRI_FOLD, "zh", county, paper=TRI_FOLD)
    file = tmp_path / "piece.pdf"
    file.write_bytes(press.typesetter.pdf(piece, {}))
    shown = set(codes_on(file, 1, 150)) - {publication.site_url + county.paths["projects"]}
    assert shown < {publication.site_url + project.path for project in county.projects}
    assert len(shown) > 5
    rest = str(county.voice.words["pieces"]["more"]).format(count=len(county.projects) - len(shown))
    assert reading.squeezed(rest) in reading.words(file)
