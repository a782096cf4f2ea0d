"""Pages with empty pictures measure as the real ones do, and tell every change of them."""

from dataclasses import replace
from pathlib import Path

import yaml

from site_builder.brochure.chapters.sketches import Sketches
from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.composing.fit import fullest, spread_room
from site_builder.brochure.making.libraries import libraries
from site_builder.brochure.making.press import Press
from site_builder.brochure.plan import Product, plan_brochures
from site_builder.brochure.rendering.renderer import Place
from site_builder.build import prepare
from site_builder.present.county_view import CountyView
from site_builder.present.words import Words
from tests.brochure import set_pieces
from tests.brochure.conftest import THEME, Printed

SAMPLE = THEME.parent


def press_of(brochures: Printed) -> Press:
    county = brochures.publication
    return Press(Composer(county.theme, county.counties, county.site_url), brochures.folder)


def test_empty_pictures_take_as_much_room(brochures: Printed) -> None:
    press = press_of(brochures)
    leaflet = next(one for one in plan_brochures(press.composer.counties) if one.project)
    assert leaflet.project is not None
    fits = {leaflet.project.slug: fullest(spread_room(leaflet.paper))}

    def places(composer: Composer) -> dict[str, Place]:
        html = composer.spreads(leaflet, fits)
        layout = press.typesetter.renderer.lay_out(html, leaflet.path, tall=True)
        return dict(layout.places)

    drawn, empty = places(press.composer), places(press.composer.sketches)
    assert f"{leaflet.project.slug}-front-end" in empty
    assert empty == drawn


def test_a_key_tells_what_pictures_show(brochures: Printed) -> None:
    county = brochures.publication.counties["zh"]
    words = county.voice.words
    pictures = Sketches(brochures.publication.theme.palette, words, "山")
    assert pictures.landscape("a", "mist") == pictures.landscape("a", "mist")
    assert pictures.landscape("a", "mist") != pictures.landscape("a", "sky")
    assert pictures.qr("https://a.example", "扫码") != pictures.qr("https://b.example", "扫码")
    chart = next(chart for project in county.projects for chart in project.charts)
    more = tuple(replace(bar, value=bar.value + 1) for bar in chart.bars)
    assert pictures.bars(chart, "k") == pictures.bars(chart, "k")
    assert pictures.bars(chart, "k") != pictures.bars(replace(chart, bars=more), "k")


def test_a_handbook_s_key_tells_what_its_chains_and_plans_show(brochures: Printed) -> None:
    press = press_of(brochures)
    book = next(
        one
        for one in plan_brochures(press.composer.counties)
        if one.product is Product.HANDBOOK and one.language == "zh"
    )
    industries = tuple(replace(one, segments=one.segments[:-1]) for one in book.county.industries)
    county = replace(book.county, industries=industries)
    other = Press(replace(press.composer, counties={"zh": county, "en": county}), press.folder)
    assert press.key(book) == press_of(brochures).key(book)
    assert any(one.segments for one in book.county.industries)
    assert press.composer.sketches.chains(book.paper).told() != (
        other.composer.sketches.chains(book.paper).told()
    )


def test_a_piece_s_key_tells_what_it_says_only_where_it_has_no_room(tmp_path: Path) -> None:
    """How much is left out, and what stands in the place of ways that there is no room for."""
    publication = prepare(SAMPLE, THEME, event="xiamen-2026")
    edition = publication.events["xiamen-2026"]
    keys = set()
    for written in ("", "more", "rest", "county"):
        voices = {tag: _saying(county, written) for tag, county in edition.counties.items()}
        fold = set_pieces.pieces_of(replace(edition, counties=voices), "tri-fold")["zh"]
        press = set_pieces.press_of(publication, edition, tmp_path)
        for photo in press.composer.photos(fold):
            (tmp_path / photo).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / photo).touch()
        keys.add(press.key(fold))
    assert len(keys) == 4


def test_a_handbook_s_key_tells_what_its_chains_say_of_each_other(brochures: Printed) -> None:
    composer = press_of(brochures).composer
    book = next(plan_brochures(composer.counties))
    said = {tag: _saying(county, "continued", "chain_sheets") for tag, county in
            composer.counties.items()}  # fmt: skip
    other = replace(composer, counties=said)
    told = composer.sketches.chains(book.paper).told()
    assert told
    assert told != other.sketches.chains(book.paper).told()


def _saying(county: CountyView, name: str, group: str = "pieces") -> CountyView:
    """Return a county that says one word of the interface otherwise."""
    own = THEME / f"locales/{county.language}.yml"
    words = yaml.safe_load(own.read_text("utf-8"))
    if name:
        words[group][name] += " !"
    return replace(county, voice=replace(county.voice, words=Words(words, "")))


def test_keys_hold_the_libraries_that_set() -> None:
    told = libraries()
    assert "weasyprint 7" in told
    # It makes photographs smaller.
    assert "pillow " in told
    assert "pikepdf " in told
    assert "unknown" not in told
