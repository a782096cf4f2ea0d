"""A chain map on paper: one sheet where it fits, else several that refer to each other.

First the sheets are planned, for all languages at once, so that a card stands at the same
place of the same sheet in each; then each language's chain is drawn by the plan. No word is
set smaller than 6.5 pt.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from math import ceil

from site_builder.draw.chains.chain import SUPPORT, Chain
from site_builder.draw.chains.foot import foot_end
from site_builder.draw.chains.layout import Layout, lay_out
from site_builder.draw.chains.map import draw_layout, draw_title, title_height
from site_builder.draw.chains.part import SheetWords, in_order, part_of
from site_builder.draw.chains.style import PAPER, PAPER_FULL, PAPER_SLIM, PAPER_SPARE, Style
from site_builder.draw.palette import Palette
from site_builder.draw.svg import document, element, number

LEAST_TYPE = 6.5
"""The smallest type on paper, in points."""
_POINT = 25.4 / 72
"""Millimetres."""
_STEP = 0.00025
_LEAST_SCALE = round(ceil(LEAST_TYPE * _POINT / PAPER.small / _STEP) * _STEP, 5)
"""Millimetres to a pixel at which the smallest words of the paper styles are 6.5 pt."""
_RICH = replace(PAPER_FULL, roles=True, chip_rows=3, projects=3)
"""A small chain: cards say what their segment does, and name all its firms and projects."""
_SCALES = (0.34, 0.32, 0.3, 0.285, 0.275, 0.265, 0.255, 0.245, _LEAST_SCALE)
_OPTIONS = ((_RICH, PAPER_FULL), (PAPER,), (PAPER_SLIM,), (PAPER_SPARE,))
"""How a chain on one sheet is set: the first that fits; of two together, the larger."""
_SPLIT = (PAPER, _LEAST_SCALE)
"""How a chain is set that needs several sheets."""
_AIR = (4.5, 4.0, 3.5, 3.0, 2.5, 2.0, 1.75, 1.5, 1.25)
"""How many times further apart rows may stand where the sheet has the room."""
_FOLD_OUT_ABOVE = 30
"""Chains of so many segments stay on A4: a fold-out costs more, and has to be unfolded."""
_FEW_LINKS = 14
"""So few links are named in words; more are numbered."""


@dataclass(frozen=True)
class Sheet:
    """A sheet of paper, in millimetres; the margin is kept free on all sides."""

    width: float
    height: float
    margin: float = 8.0


A4 = Sheet(297, 210)
"""A4 landscape."""
A3 = Sheet(420, 297)
"""A3 landscape, a fold-out in an A4 handbook."""


@dataclass(frozen=True)
class Page:
    """What stands on one sheet, and how it is set."""

    cards: tuple[str, ...]
    rows: int
    numbered: bool
    style: Style
    scale: float
    """Millimetres to a pixel."""


@dataclass(frozen=True)
class Plan:
    """How a chain is shared out over sheets of one size."""

    sheet: Sheet
    pages: tuple[Page, ...]


@dataclass(frozen=True)
class DrawnSheet:
    """One sheet: its SVG, sized in millimetres."""

    svg: str
    width: float
    height: float
    title: str


class SheetTooSmallError(ValueError):
    """Not even one card fits the sheet in type that can be read."""


def plan_sheets(
    chains: Sequence[Chain],
    sheets: Sequence[Sheet] = (A4, A3),
    words: SheetWords | Sequence[SheetWords] | None = None,
) -> Plan:
    """Return how a chain is laid out on paper; `chains` is it in each language.

    `words` are those of each language, or the same for all. The first of the sheets that
    holds the chain whole is taken; if none does, it is split over as many of the last as it
    needs, stage after stage. Chains of up to 30 segments get no sheet larger than A4 where
    there is one that is not. Raises SheetTooSmallError when a sheet cannot hold one card.
    """
    words = words or SheetWords()
    told = [words] * len(chains) if isinstance(words, SheetWords) else words
    everything = tuple(card.id for card in in_order(chains[0]))
    if len(everything) <= _FOLD_OUT_ABOVE:
        sheets = [sheet for sheet in sheets if sheet.width <= A4.width] or sheets
    for sheet in sheets:
        page = _fit(chains, everything, sheet, told)
        if page:
            return Plan(sheet, (page,))
    return Plan(sheets[-1], _Splitter(chains, sheets[-1], told).split(everything))


def draw_sheets(
    chain: Chain, plan: Plan, palette: Palette, words: SheetWords | None = None
) -> tuple[DrawnSheet, ...]:
    """Return the sheets of a chain, in order, each with its title, key and legend."""
    words = words or SheetWords()
    return tuple(_draw(chain, plan, index, palette, words) for index in range(len(plan.pages)))


def _draw(chain: Chain, plan: Plan, index: int, palette: Palette, words: SheetWords) -> DrawnSheet:
    sheet, page = plan.sheet, plan.pages[index]
    numbers = {
        name: str(place + 1) for place, other in enumerate(plan.pages) for name in other.cards
    }
    part = part_of(chain, page.cards, numbers, words)
    if len(plan.pages) > 1:
        title = words.numbered.format(title=chain.title, sheet=index + 1, sheets=len(plan.pages))
        part = replace(part, title=title, key=f"{chain.key}-{index + 1}")
    page = _spread(part, page, sheet)
    layout = _lay(part, page, sheet)
    body, _ = draw_layout(part, layout, palette, page.style)
    head, lower = draw_title(part.title, layout.width, palette, page.style)
    margin = sheet.margin / page.scale
    placed = element(
        "g",
        head + element("g", body, transform=f"translate(0 {number(lower)})"),
        transform=f"translate({number(margin)} {number(margin)})",
    )
    svg = document(
        placed,
        width=sheet.width / page.scale,
        height=sheet.height / page.scale,
        key=part.key,
        title=part.title,
        description=part.description,
        paper=(sheet.width, sheet.height),
    )
    return DrawnSheet(svg, sheet.width, sheet.height, part.title)


def _spread(part: Chain, page: Page, sheet: Sheet) -> Page:
    """Return the page with its rows as far apart as the sheet allows: it is to be full."""
    row = page.style.row
    airy = (replace(page, style=replace(page.style, row=float(round(row * air)))) for air in _AIR)
    return next((wider for wider in airy if _fits(part, wider, sheet)), page)


def _parts(
    chains: Sequence[Chain], names: Sequence[str], words: Sequence[SheetWords]
) -> list[Chain]:
    return [part_of(c, names, {}, own) for c, own in zip(chains, words, strict=True)]


@dataclass(frozen=True)
class _Splitter:
    """Shares a chain out over pages of one size."""

    chains: Sequence[Chain]
    sheet: Sheet
    words: Sequence[SheetWords]

    def split(self, names: Sequence[str]) -> tuple[Page, ...]:
        """Return as few pages as can be, about equally full, all in the same, largest type."""
        pages = self._filled(names, len(names))
        for most in range(-(-len(names) // len(pages)), max(len(page.cards) for page in pages)):
            even = self._filled(names, most, len(pages))
            if even:
                pages = even
                break
        style, least = _SPLIT
        parts = [_parts(self.chains, page.cards, self.words) for page in pages]
        for scale in _SCALES[: _SCALES.index(least)]:
            larger = takewhile(bool, (_set(part, style, scale, self.sheet) for part in parts))
            set_larger = tuple(page for page in larger if page)
            if len(set_larger) == len(pages):
                return set_larger
        return pages

    def _filled(
        self, names: Sequence[str], most: int, at_most: int = sys.maxsize
    ) -> tuple[Page, ...]:
        """Return the cards shared out in their order, each page as full as can be up to `most`.

        Nothing is returned where that takes more pages than `at_most`.
        """
        pages: list[Page] = []
        rest = names
        while rest:
            if len(rest) > most * (at_most - len(pages)):
                return ()
            pages.append(self._fullest(rest, most))
            rest = rest[len(pages[-1].cards) :]
        return tuple(pages)

    def _fullest(self, rest: Sequence[str], most: int) -> Page:
        """Return the page with the most of the remaining cards, in their order, up to `most`."""
        low, high, best = 1, min(most, len(rest)), None
        count = high if most < len(rest) else (low + high) // 2
        while low <= high:
            page = _set(_parts(self.chains, rest[:count], self.words), *_SPLIT, self.sheet)
            if page:
                best, low = page, count + 1
            else:
                high = count - 1
            count = (low + high) // 2
        if best is None:
            size = f"{self.sheet.width} x {self.sheet.height} mm"
            raise SheetTooSmallError(f"{rest[0]}: its card does not fit {size}")
        return best


def _fit(
    chains: Sequence[Chain], names: Sequence[str], sheet: Sheet, words: Sequence[SheetWords]
) -> Page | None:
    """Return the largest setting in which the cards fit the sheet in every language."""
    parts = _parts(chains, names, words)
    for styles in _OPTIONS:
        pages = [page for style in styles if (page := _largest(parts, style, sheet))]
        if pages:
            return max(pages, key=lambda page: page.scale)
    return None


def _largest(parts: Sequence[Chain], style: Style, sheet: Sheet) -> Page | None:
    """Return the setting in the largest type, or None where not even the smallest fits."""
    least = _set(parts, style, _LEAST_SCALE, sheet)
    if least is None:
        return None
    larger = (_set(parts, style, scale, sheet) for scale in _SCALES[:-1])
    return next((page for page in larger if page), least)


def _set(parts: Sequence[Chain], style: Style, scale: float, sheet: Sheet) -> Page | None:
    """Return the setting with the most rows that fits in every language."""
    counts = [
        sum(card.stage == stage.id for card in parts[0].cards)
        for stage in parts[0].stages
        if stage.id != SUPPORT
    ]
    names = tuple(card.id for card in in_order(parts[0]))
    numbered = len(parts[0].links) > _FEW_LINKS
    columns_seen = set()
    for rows in range(max(counts, default=1) or 1, 0, -1):
        columns = sum(max(-(-count // rows), 1) for count in counts)
        if columns in columns_seen:
            continue
        columns_seen.add(columns)
        if columns * style.card > sheet.width / scale:
            break
        page = Page(names, rows, numbered, style, scale)
        if all(_fits(part, page, sheet) for part in parts):
            return page
    return None


def _lay(part: Chain, page: Page, sheet: Sheet) -> Layout:
    return lay_out(
        part,
        (sheet.width - 2 * sheet.margin) / page.scale,
        page.style,
        rows=page.rows,
        numbered=page.numbered,
    )


def _fits(part: Chain, page: Page, sheet: Sheet) -> bool:
    layout = _lay(part, page, sheet)
    room = (sheet.width - 2 * sheet.margin) / page.scale
    high = (sheet.height - 2 * sheet.margin) / page.scale
    if layout.width > room + 0.5 or layout.height > high:
        return False
    ends = foot_end(part, layout, page.style)
    return ends + title_height(part.title, layout.width, page.style) <= high
