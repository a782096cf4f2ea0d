"""A chain map on paper: one sheet where it fits, else several that refer to each other.

First the sheets are planned, for all languages at once, so that a card stands at the same
place of the same sheet in each; then each language's chain is drawn by the plan. No word is
set smaller than 6.5 pt.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from site_builder.draw.chain import SUPPORT, Card, Chain
from site_builder.draw.chain_foot import foot_end
from site_builder.draw.chain_layout import Layout, lay_out
from site_builder.draw.chain_map import draw_layout, draw_title, title_height
from site_builder.draw.chain_style import PAPER, PAPER_FULL, PAPER_SLIM, PAPER_SPARE, Style
from site_builder.draw.palette import Palette
from site_builder.draw.svg import document, element, number

LEAST_TYPE = 6.5
"""The smallest type on paper, in points."""
_POINT = 25.4 / 72
_LEAST_SCALE = 0.2295
"""Millimetres to a pixel at which the smallest words of the paper styles are 6.5 pt."""
_OPTIONS = (
    (PAPER_FULL, 0.34),
    (PAPER_FULL, 0.3),
    (PAPER_FULL, 0.265),
    (PAPER_FULL, _LEAST_SCALE),
    (PAPER, 0.265),
    (PAPER, _LEAST_SCALE),
    (PAPER_SLIM, _LEAST_SCALE),
    (PAPER_SPARE, _LEAST_SCALE),
)
_SPLIT = (PAPER, _LEAST_SCALE)
"""How a chain is set that needs several sheets."""
_FEW_LINKS = 14
"""So few links are named in words; more are numbered."""
_ANY_SHEET = "88"
"""Stands for the number of a sheet until it is known."""


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
class SheetWords:
    """How sheets speak of each other; names in braces are filled in."""

    numbered: str = "{title} ({sheet}/{sheets})"
    continued: str = "{stage} …"
    sends: str = "→ {title} ({sheet}): {goods}"
    """On a card: goods that go to a card on another sheet."""
    sends_plain: str = "→ {title} ({sheet})"
    """The same when the goods have no name."""
    receives: str = "← {title} ({sheet})"


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


class SheetTooSmallError(ValueError):
    """Not even one card fits the sheet in type that can be read."""


def plan_sheets(
    chains: Sequence[Chain], sheets: Sequence[Sheet] = (A4, A3), words: SheetWords | None = None
) -> Plan:
    """Return how a chain is laid out on paper; `chains` is it in each language.

    The first of the sheets that holds it whole is taken; if none does, it is split over
    as many of the last as it needs, stage after stage. Raises SheetTooSmallError when that
    cannot hold one card.
    """
    words = words or SheetWords()
    everything = tuple(card.id for card in _in_order(chains[0]))
    for sheet in sheets:
        page = _fit(chains, everything, sheet, words)
        if page:
            return Plan(sheet, (page,))
    sheet = sheets[-1]
    pages: list[Page] = []
    rest = everything
    while rest:
        page = _fullest(chains, rest, sheet, words)
        pages.append(page)
        rest = rest[len(page.cards) :]
    return Plan(sheet, tuple(pages))


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
    part = _part(chain, page.cards, numbers, words)
    if len(plan.pages) > 1:
        title = words.numbered.format(title=chain.title, sheet=index + 1, sheets=len(plan.pages))
        part = replace(part, title=title, key=f"{chain.key}-{index + 1}")
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
    return DrawnSheet(svg, sheet.width, sheet.height)


def _in_order(chain: Chain) -> list[Card]:
    """Return the cards stage by stage, the support last."""
    ranks = {stage.id: rank for rank, stage in enumerate(chain.stages)}
    ranks[SUPPORT] = len(ranks)
    return sorted(chain.cards, key=lambda card: ranks[card.stage])


def _part(chain: Chain, names: Sequence[str], numbers: dict[str, str], words: SheetWords) -> Chain:
    """Return the part of a chain that stands on one sheet, with references to the others."""
    held = set(names)
    if len(held) == len(chain.cards):
        return replace(chain, cards=tuple(replace(card, href=None) for card in chain.cards))
    titles = {card.id: card.title for card in chain.cards}
    elsewhere: dict[str, list[str]] = {name: [] for name in names}
    for link in chain.links:
        if link.source in held and link.target not in held:
            form = words.sends if link.goods else words.sends_plain
            elsewhere[link.source].append(
                form.format(
                    title=titles[link.target],
                    sheet=numbers.get(link.target, _ANY_SHEET),
                    goods=link.goods,
                )
            )
        elif link.target in held and link.source not in held:
            elsewhere[link.target].append(
                words.receives.format(
                    title=titles[link.source], sheet=numbers.get(link.source, _ANY_SHEET)
                )
            )
    cards = tuple(
        replace(card, href=None, elsewhere=tuple(dict.fromkeys(elsewhere[card.id])))
        for card in chain.cards
        if card.id in held
    )
    begun: dict[str, str] = {}
    for card in chain.cards:
        begun.setdefault(card.stage, card.id)
    stages = tuple(
        stage
        if begun.get(stage.id) in held
        else replace(stage, title=words.continued.format(stage=stage.title))
        for stage in chain.stages
        if any(card.stage == stage.id for card in cards)
    )
    links = tuple(link for link in chain.links if link.source in held and link.target in held)
    return replace(chain, stages=stages, cards=cards, links=links)


def _fullest(chains: Sequence[Chain], rest: Sequence[str], sheet: Sheet, words: SheetWords) -> Page:
    """Return the page with the most of the remaining cards, in their order."""
    low, high, best = 1, len(rest), None
    while low <= high:
        count = (low + high) // 2
        page = _fit(chains, rest[:count], sheet, words, tight=True)
        if page:
            best, low = page, count + 1
        else:
            high = count - 1
    if best is None:
        raise SheetTooSmallError(
            f"{rest[0]}: its card does not fit {sheet.width} x {sheet.height} mm"
        )
    return best


def _fit(
    chains: Sequence[Chain],
    names: Sequence[str],
    sheet: Sheet,
    words: SheetWords,
    *,
    tight: bool = False,
) -> Page | None:
    """Return the largest setting in which the cards fit the sheet in every language."""
    parts = [_part(chain, names, {}, words) for chain in chains]
    counts = [
        sum(card.stage == stage.id for card in parts[0].cards)
        for stage in parts[0].stages
        if stage.id != SUPPORT
    ]
    numbered = len(parts[0].links) > _FEW_LINKS
    for style, scale in (_SPLIT,) if tight else _OPTIONS:
        columns_seen = set()
        for rows in range(max(counts, default=1) or 1, 0, -1):
            columns = sum(max(-(-count // rows), 1) for count in counts)
            if columns in columns_seen:
                continue
            columns_seen.add(columns)
            if columns * style.card > sheet.width / scale:
                break
            page = Page(tuple(names), rows, numbered, style, scale)
            if all(_fits(part, page, sheet) for part in parts):
                return page
    return None


def _lay(part: Chain, page: Page, sheet: Sheet) -> Layout:
    room = (sheet.width - 2 * sheet.margin) / page.scale
    return lay_out(part, room, page.style, rows=page.rows, numbered=page.numbered)


def _fits(part: Chain, page: Page, sheet: Sheet) -> bool:
    layout = _lay(part, page, sheet)
    room = (sheet.width - 2 * sheet.margin) / page.scale
    high = (sheet.height - 2 * sheet.margin) / page.scale
    if layout.width > room + 0.5 or layout.height > high:
        return False
    ends = foot_end(part, layout, page.style)
    return ends + title_height(part.title, layout.width, page.style) <= high
