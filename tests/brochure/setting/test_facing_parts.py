"""Two languages that face each other show the same of a project."""

import re
from dataclasses import dataclass, field, replace

import pytest

from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.composing.fit import BACK, FRONT, Measured, choose, leaflet_room
from site_builder.brochure.making.kept import Kept
from site_builder.brochure.making.measuring import Measuring, room_of
from site_builder.brochure.making.press import Press
from site_builder.brochure.plan import A4, Brochure, Product
from site_builder.brochure.rendering.renderer import Layout, Renderer
from site_builder.brochure.setting.typesetter import Typesetter
from site_builder.build import prepare
from site_builder.present.county_view import CountyView
from tests.brochure.conftest import THEME

ROOT = THEME.parent
PROJECTS = ("battery-trimanganese-tetroxide", "castings-surface-treatment", "outboard-motors")
LANGUAGE = re.compile('<html lang="([^"]+)"')
PART = re.compile(r'<div class="(?:part part--\w+|row)" id="(?:en-)?([a-z-]+)"')


@dataclass
class Listening:
    """A renderer that remembers the documents that it has laid out."""

    renderer: Renderer
    heard: list[str] = field(default_factory=list)

    def lay_out(self, html: str, name: str, *, tall: bool = False) -> Layout:
        self.heard.append(html)
        return self.renderer.lay_out(html, name, tall=tall)


@pytest.fixture(scope="module")
def press() -> Press:
    sample = prepare(ROOT, THEME)
    return Press(Composer(sample.theme, sample.counties, sample.site_url), ROOT / "none")


def facing(press: Press, product: Product, *slugs: str) -> Brochure:
    """Return a brochure of these projects with Chinese and English facing each other."""
    zh, en = (only(press.composer.counties[language], slugs) for language in ("zh", "en"))
    slug = slugs[0] if product is Product.LEAFLET else None
    first = Brochure("both.pdf", product, "zh", zh, zh.by_slug[slug] if slug else None, paper=A4)
    second = replace(first, language="en", county=en)
    if slug:
        second = replace(second, project=en.by_slug[slug])
    return replace(first, facing=second)


def only(county: CountyView, slugs: tuple[str, ...]) -> CountyView:
    industries = [
        replace(one, projects=tuple(p for p in one.projects if p.slug in slugs))
        for one in county.industries
    ]
    projects = tuple(county.by_slug[slug] for slug in slugs)
    return replace(county, projects=projects, industries=tuple(industries))


def shown(html: str, slug: str) -> frozenset[str]:
    """Return which parts that may be left out stand in a document."""
    names = {name.removeprefix(f"{slug}-") for name in PART.findall(html)}
    return frozenset(names & {*FRONT, *BACK})


def last_set(press: Press, brochure: Brochure) -> dict[str, str]:
    """Return the document of each language as it was set at last."""
    measurer = Measuring(press.typesetter, Kept(None), press.common)
    measured = {
        (side.tongue, project.slug): measurer.measured(side, project.slug, (room_of(side),))[0]
        for side in brochure.sides
        for project in side.projects
    }
    listening = Listening(press.typesetter.renderer)
    Typesetter(press.composer, listening).pdf(brochure, measured)  # type: ignore[arg-type]
    return {LANGUAGE.findall(html)[0]: html for html in listening.heard}


@pytest.mark.parametrize("slug", PROJECTS)
def test_a_leaflet_in_two_languages_shows_the_same_in_both(press: Press, slug: str) -> None:
    leaflet = facing(press, Product.LEAFLET, slug)
    both = last_set(press, leaflet)
    assert shown(both["zh-CN"], slug) == shown(both["en"], slug) >= {"offers"}


def test_what_one_language_gives_up_is_not_in_the_other(press: Press) -> None:
    """Chinese, measured lower than it is, runs over at first and chooses again: so does English."""
    (slug, *_) = PROJECTS
    leaflet = facing(press, Product.LEAFLET, slug)
    measurer = Measuring(press.typesetter, Kept(None), press.common)
    measured = {
        (side.tongue, slug): measurer.measured(side, slug, (room_of(side),))[0]
        for side in leaflet.sides
    }
    room = leaflet_room(A4)
    least = choose(measured["zh", slug].usual, room, (0, 0), compact=False)
    usual = measured["zh", slug].usual
    low = replace(usual, back=replace(usual.back, end=usual.back.end - 40))
    assert choose(low, room, (0, 0), compact=False).shown > least.shown
    listening = Listening(press.typesetter.renderer)
    setter = Typesetter(press.composer, listening)  # type: ignore[arg-type]
    (_, zh), (_, en) = setter.leaflets(leaflet, {**measured, ("zh", slug): Measured(low)})
    assert len(listening.heard) > len(leaflet.sides)
    assert zh.shown == en.shown
    assert shown(listening.heard[0], slug) > zh.shown


def test_a_book_in_two_languages_shows_the_same_in_both(press: Press) -> None:
    both = last_set(press, facing(press, Product.PROJECT_BOOK, *PROJECTS))
    for slug in PROJECTS:
        assert shown(both["zh-CN"], slug) == shown(both["en"], slug) >= {"offers"}, slug


def test_each_language_alone_shows_what_it_has_room_for(press: Press) -> None:
    """They differ somewhere, so that what is said above is not so by itself."""
    alone = []
    for slug in PROJECTS:
        leaflet = facing(press, Product.LEAFLET, slug)
        sides = [last_set(press, replace(side, facing=None)) for side in leaflet.sides]
        alone.append([shown(html, slug) for side in sides for html in side.values()])
    assert any(zh != en for zh, en in alone)
