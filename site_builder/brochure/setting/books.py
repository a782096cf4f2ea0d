"""Books of many projects: every project fitted to its two pages, two languages level."""

import gc
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.composing.fit import Fit, Measured, choose, overrun, spread_room
from site_builder.brochure.plan import Brochure, Product
from site_builder.brochure.rendering.renderer import BrochureError, Layout, Place, Renderer
from site_builder.brochure.setting.facing import (
    lengths,
    missing,
    padded,
    prefixed,
    stretches,
    unprefixed,
    with_languages,
)
from site_builder.brochure.setting.too_long import too_long
from site_builder.diagnostics.bilingual import Words

_TRIES = 6
_FOOT = 22.0
"""Millimetres under the words that open an industry."""
_LEAST, _MOST = 40.0, 165.0
"""Of the pictures over them, in millimetres."""
_RIDGES = 22.0
"""Millimetres of mountains under the name of an industry, which stands in the sky."""
_SKY = 124.5
"""How far down the words of a cover reach at most: there the mountains begin, on either paper."""
_STEPS = 3
"""By so many steps of the scale they are set smaller at most: `cover--step-…` in book.css."""
_MARGIN = (0.4, 0.4)
"""Millimetres left free on the sides of a spread: to set a book twice costs more."""

Spare = dict[str, tuple[float, float]]

_NOT_LEVEL = Words(
    "中文和英文各页对不齐：核对两种文字是否相差过多",
    "its two languages do not run level: see whether one says much more than the other",
)


@dataclass(frozen=True)
class _Laid:
    """A language of a book, set into pages."""

    html: str
    layout: Layout
    names: tuple[str, ...]
    """The ids at which its stretches begin."""
    places: Mapping[str, Place]


@dataclass
class _Side:
    """One language of a book while it is being fitted."""

    brochure: Brochure
    facing: str
    """`left`, `right` or, where it stands alone, nothing."""
    spare: Spare
    heights: Mapping[str, float] = field(default_factory=dict)
    pads: dict[str, int] = field(default_factory=dict)
    over: Spare = field(default_factory=dict)
    laid: _Laid | None = None
    step: int = 0
    """By how many steps of the scale the words of its cover are smaller."""

    def fits(
        self, measured: Mapping[tuple[str, str], Measured], among: Mapping[str, frozenset[str]]
    ) -> dict[str, Fit]:
        """Return how every project stands, by its slug; `among` has the parts it may show."""
        room = spread_room(self.brochure.paper)
        fits = {}
        for slug, spare in self.spare.items():
            measures, compact = measured[self.brochure.tongue, slug].within(room)
            shown = among.get(slug)
            fits[slug] = (
                choose(measures, room, spare, compact=compact)
                if shown is None
                else choose(measures, room, spare, compact=compact, among=shown)
            )
        return fits

    def judge(self, places: Mapping[str, Place]) -> bool:
        """Return whether all projects keep to their pages; give those that do not more room."""
        room = spread_room(self.brochure.paper)
        self.over = {slug: overrun(places, f"{slug}-", room) for slug in self.spare}
        for slug, (front, back) in self.over.items():
            self.spare[slug] = self.spare[slug][0] + front, self.spare[slug][1] + back
        return not any(max(over) for over in self.over.values())


def _fits(
    sides: Sequence[_Side], measured: Mapping[tuple[str, str], Measured]
) -> list[dict[str, Fit]]:
    """Return how the projects stand on each side; those that face each other show the same."""
    alone = [side.fits(measured, {}) for side in sides]
    if len(sides) == 1:
        return alone
    one, other = alone
    both = {slug: fit.shown & other[slug].shown for slug, fit in one.items()}
    return [side.fits(measured, both) for side in sides]


@dataclass(frozen=True)
class BookSetter:
    """Sets handbooks and project books."""

    composer: Composer
    renderer: Renderer

    def pdf(self, brochure: Brochure, measured: Mapping[tuple[str, str], Measured]) -> bytes:
        """Return a book as PDF; raise `BrochureError` if a project runs over its pages."""
        names = ("left", "right") if brochure.facing else ("",)
        sides = [
            _Side(side, name, {project.slug: _MARGIN for project in side.projects})
            for side, name in zip(brochure.sides, names, strict=True)
        ]
        sides[0].step = self.cover_step(brochure)
        if brochure.product is Product.HANDBOOK:
            for side in sides:
                side.heights = self._heights(side.brochure)
        laid: list[_Laid] = []
        for _ in range(_TRIES):
            # What is set again needs the room of what it stands for.
            laid.clear()
            laid += [
                self._lay_out(side, fits)
                for side, fits in zip(sides, _fits(sides, measured), strict=True)
            ]
            good = [side.judge(one.places) for side, one in zip(sides, laid, strict=True)]
            level = len(sides) == 1 or _leveled(sides, laid)
            if all(good) and level:
                layouts = [one.layout for one in laid]
                return layouts[0].pdf() if len(layouts) == 1 else interleaved(sides, layouts)
        reasons = [
            too_long(project, over, side.brochure.tongue)
            for side in sides
            for project in side.brochure.projects
            if max(over := side.over[project.slug])
        ]
        raise BrochureError(brochure.path, reasons or [_NOT_LEVEL])

    def cover_step(self, brochure: Brochure) -> int:
        """Return by how many steps of the scale the words of a cover are set smaller than usual.

        As few as are needed for them to stand above the mountains.
        """
        for step in range(_STEPS if brochure.event is not None else 0):
            html = self.composer.sketches.cover(brochure, step)
            places = self.renderer.lay_out(html, brochure.path).places
            if places["cover-text"].bottom < _SKY:
                return step
        return _STEPS if brochure.event is not None else 0

    def _heights(self, brochure: Brochure) -> dict[str, float]:
        """Return how high the picture over the opening of every industry can be, by its slug.

        Under `name-` and the slug is how far down the words in its sky reach.
        """
        html = self.composer.openings(brochure, _LEAST)
        places = self.renderer.lay_out(html, brochure.path, tall=True).places
        heights = {}
        for industry in brochure.county.industries:
            name = f"name-{industry.slug}"
            clear = places[name].bottom
            free = brochure.paper.height - _FOOT - places[f"industry-{industry.slug}"].height
            least = max(_LEAST, clear + _RIDGES)
            heights[industry.slug] = round(min(max(_LEAST + free, least), _MOST), 1)
            heights[name] = round(clear, 1)
        return heights

    def _lay_out(self, side: _Side, fits: Mapping[str, Fit]) -> _Laid:
        html = self.composer.book(side.brochure, fits, side.heights, side.facing, side.step)
        names = stretches(html)
        html = padded(html, side.pads, self.composer.quiet(side.brochure))
        # What the other language lacks need not be set again here.
        if side.laid is None or side.laid.html != html:
            second = side.facing == "right"
            if side.laid is not None:
                side.laid = None
                gc.collect()
            layout = self.renderer.lay_out(prefixed(html) if second else html, side.brochure.path)
            places = unprefixed(layout.places) if second else layout.places
            side.laid = _Laid(html, layout, names, places)
        return side.laid


def _leveled(sides: list[_Side], laid: list[_Laid]) -> bool:
    """Return whether both languages run level; say what they lack if they do not."""
    own = []
    for side, one in zip(sides, laid, strict=True):
        # The left-hand pages end with the back cover.
        end = one.layout.pages - 1 if side.facing == "left" else one.layout.pages
        found = lengths(one.names, one.places, end)
        own.append({name: length - side.pads.get(name, 0) for name, length in found.items()})
    needed = [missing(own[0], own[1]), missing(own[1], own[0])]
    level = all(side.pads == pads for side, pads in zip(sides, needed, strict=True))
    for side, pads in zip(sides, needed, strict=True):
        side.pads = pads
    return level


def interleaved(sides: list[_Side], layouts: list[Layout]) -> bytes:
    """Return both languages as one document: cover, their pages in turn, back cover."""
    cover, *left, rear = layouts[0].document.pages
    right = layouts[1].document.pages
    pages = [cover, *(page for pair in zip(left, right, strict=True) for page in pair), rear]
    one, other = (str(side.brochure.county.voice.words["language"].tag) for side in sides)
    tags = [one, *([one, other] * len(left)), one]
    document = layouts[0].document.copy(pages)
    return with_languages(Layout(document, layouts[0].name).pdf(), tags)
