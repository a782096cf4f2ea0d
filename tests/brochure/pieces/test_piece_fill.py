"""However many projects an event has, and however little the county says: pieces are full."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from site_builder.brochure.making.press import Press
from site_builder.brochure.plan import Brochure, Product
from site_builder.build import Publication, prepare
from site_builder.content.event import EditionLanguage
from tests.brochure import reading
from tests.brochure.conftest import THEME
from tests.brochure.proof.lines import Line, read
from tests.brochure.proof.material import EVENT, PROJECTS, SLUG, fair_county
from tests.brochure.set_pieces import MM, codes_on, pieces_of, press_of

LONG = (
    "云屏市青岚县锰系新材料与山地装备专题招商推介大会",
    "Qinglan Manganese Materials and Mountain Machinery Fair, Xiamen",
)
"""About as long as `check` lets a name be."""
SIZES = (1, 3, 9, 20)
INSIDE = ((9, 86.5), (104.5, 182), (200, 276))
"""The columns of type on the inside of the tri-fold, in millimetres."""

Make = Callable[[str, str, str], tuple[Brochure, Path]]


@pytest.fixture(scope="module")
def fairs(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """Return the sample county with an event for each number of projects, and a long name."""
    root = fair_county(tmp_path_factory.mktemp("fairs") / "county")
    slugs = sorted(file.stem for file in (root / "projects").glob("*.yml"))
    written = f"projects: [{', '.join(PROJECTS)}]"
    for size in SIZES:
        chosen = f"projects: [{', '.join(slugs[:size])}]"
        (root / f"events/of-{size}.yml").write_text(EVENT.replace(written, chosen), "utf-8")
    named = EVENT.replace("青岚县（厦门）招商推介会", LONG[0])
    named = named.replace("Qinglan Investment Meeting, Xiamen", LONG[1])
    (root / "events/long.yml").write_text(named, "utf-8")
    return prepare(root, THEME)


@pytest.fixture(scope="module")
def press(fairs: Publication, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Press]:
    """Return what an event's pieces are set with."""
    folder = tmp_path_factory.mktemp("press")
    return cache(lambda event: press_of(fairs, fairs.events[event], folder))


@pytest.fixture(scope="module")
def make(
    fairs: Publication,
    press: Callable[[str], Press],
    tmp_path_factory: pytest.TempPathFactory,
) -> Make:
    """Return what sets a piece for an event: its name, the product, the language."""
    folder = tmp_path_factory.mktemp("set")

    @cache
    def made(event: str, product: str, language: str) -> tuple[Brochure, Path]:
        edition = fairs.events[event]
        edition = replace(edition, languages=tuple(EditionLanguage), products=tuple(Product))
        brochure = pieces_of(edition, product)[language]
        file = folder / f"{event}-{product}-{language}.pdf"
        file.write_bytes(press(event).typesetter.pdf(brochure, {}))
        return brochure, file

    return made


def lines(file: Path) -> list[Line]:
    return [line for page in read(file) for line in page.lines]


@pytest.mark.parametrize(("size", "language"), [(1, "zh"), (3, "en"), (9, "both"), (20, "en")])
def test_the_tri_fold_has_no_holes(make: Make, size: int, language: str) -> None:
    """In no column is a third of the page white, and every project shown has its code."""
    brochure, file = make(f"of-{size}", "tri-fold", language)
    with pypdfium2.PdfDocument(file) as document:
        picture = document[1].render(scale=2 / MM).to_pil().convert("L")
    for left, right in INSIDE:
        strip = picture.crop((2 * left, 24, round(2 * right), 400))
        ground = strip.getpixel((0, strip.height - 1))
        rows = "".join(
            "." if set(strip.crop((0, y, strip.width, y + 1)).tobytes()) == {ground} else "#"
            for y in range(strip.height)
        )
        assert max(map(len, re.findall(r"\.+", rows)), default=0) / 2 < 70
    codes = set(codes_on(file, 1, 150))
    paths = {f"{project.path}?event=of-{size}" for project in brochure.projects}
    shown = [code for code in codes if any(code.endswith(path) for path in paths)]
    assert len(shown) + _others(file, brochure) == size


def _others(file: Path, brochure: Brochure) -> int:
    """Return how many further projects a tri-fold says there are."""
    words = brochure.county.voice.words["pieces"]
    pattern = "|".join(
        re.escape(reading.squeezed(str(words[name]))).replace(r"\{count\}", r"(\d+)")
        for name in ("more", "more_one")
    )
    found = re.search(pattern, reading.words(file))
    return int(next(filter(None, found.groups()))) if found else 0


@pytest.mark.parametrize(("size", "language"), [(1, "en"), (9, "zh"), (20, "both")])
def test_the_roll_up_keeps_the_order_and_counts_all(make: Make, size: int, language: str) -> None:
    """As the event has them; whoever reads the number in all can add up what is told."""
    brochure, file = make(f"of-{size}", "roll-up", language)
    said = reading.words(file)
    places = [
        said.find(reading.squeezed(str(project.brief.title))) for project in brochure.projects
    ]
    shown = [place for place in places if place >= 0]
    assert shown == places[: len(shown)] == sorted(shown)
    words = brochure.county.voice.words["pieces"]
    total = brochure.county.edition[0].label
    counted = str(words["counted"]).format(count=size, total=total)
    assert (reading.squeezed(counted) in said) == (size > 1)
    name = "more_one" if size - len(shown) == 1 else "more"
    rest = str(words[name]).format(count=size - len(shown))
    assert (reading.squeezed(rest) in said) == (len(shown) < size)


@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_the_roll_up_is_read_from_two_metres(make: Make, language: str) -> None:
    """No fact is set below 14 mm, so that its letters are about 10 mm high; code at the hand."""
    _, file = make("of-9", "roll-up", language)
    sizes = {
        round(letter.size / MM, 1)
        for line in lines(file)
        if line.ink[3] < 1842
        for letter in line.letters
    }
    assert min(sizes) >= 14
    with pypdfium2.PdfDocument(file) as document:
        picture = document[0].render(scale=0.5 / MM).to_pil()
    reached = picture.crop((0, 350, picture.width, 600))  # 0.8 to 1.3 m above the floor
    (code,) = zxingcpp.read_barcodes(reached)
    assert code.text.endswith("?event=of-9")


def test_what_is_counted_is_listed(make: Make) -> None:
    """The tri-fold names as many chains and parks as it says there are."""
    brochure, file = make("of-9", "tri-fold", "zh")
    said = reading.words(file)
    chains = [one.brief.title for one in brochure.county.industries if one.segments]
    parks = [park.brief.title for park in brochure.county.offered]
    assert f"{len(chains)}条产业链" in said
    assert f"{len(parks)}个园区" in said
    assert [name for name in (*chains, *parks) if reading.squeezed(str(name)) not in said] == []


@pytest.mark.parametrize("product", ["tri-fold", "roll-up", "table-card"])
def test_a_long_name_of_the_event_fits(make: Make, product: str) -> None:
    """Also in two languages, one above the other."""
    _, file = make("long", product, "both")
    said = reading.words(file)
    # Lines of two columns may come mixed.
    assert [word for name in LONG for word in name.split() if word not in said] == []


def test_nothing_stands_under_no_heading(
    make: Make, press: Callable[[str], Press], tmp_path: Path
) -> None:
    """A county without chains, parks and policies has no headings for them."""
    brochure, _ = make("of-9", "tri-fold", "zh")
    county = brochure.county
    bare = replace(
        county,
        parks=(),
        offered=(),
        policies=(),
        industries=tuple(replace(one, segments=(), gaps=()) for one in county.industries),
    )
    file = tmp_path / "bare.pdf"
    file.write_bytes(press("of-9").typesetter.pdf(replace(brochure, county=bare), {}))
    said = reading.words(file)
    words = county.voice.words["pieces"]
    assert [name for name in ("chain", "land", "policies") if str(words[name]) in said] == []
    assert str(words["county"]).format(county=county.brief.short_name) in said
    assert SLUG not in said
