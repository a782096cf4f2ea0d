"""The words of a card on the chain map, broken into lines, and the height they need."""

from dataclasses import dataclass

from site_builder.draw.chains.chain import Card
from site_builder.draw.chains.style import Style
from site_builder.draw.text_width import text_width, wrap

CHIP_GAP = 6.0
LINE = 1.25
"""From line to line of a firm's name, in its size."""
_MORE = 40.0
"""The room for the count of the firms left out."""


@dataclass(frozen=True)
class Chip:
    """A firm: its words, and its place from the card's corner."""

    words: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Face:
    """A card's words, set for one width; heights are from the card's upper edge."""

    title: tuple[str, ...]
    title_drop: float
    """How far the title stands below the line of the strength."""
    body: tuple[str, ...]
    body_y: float
    chips: tuple[Chip, ...]
    note: tuple[str, ...]
    note_y: float
    projects: tuple[tuple[str, ...], ...]
    """The lines of each project."""
    elsewhere: tuple[str, ...]
    foot: float
    """The height of projects and references at the card's foot."""
    height: float
    """The least height that holds everything."""


def set_face(card: Card, width: float, style: Style) -> Face:
    """Return the card's words broken into lines for a card of `width`."""
    inner = width - 2 * style.pad
    mark = text_width(card.strength_word, style.small) + 24
    title, drop = _title(card.title, inner, inner - mark, style)
    y = style.pad - 2 + max(len(title), 1) * style.title_step + drop + 2
    body = wrap(card.role, style.body, inner) if style.roles and card.role else ()
    body_y, y = y, y + len(body) * style.body_step
    chips, y = _chips(card.firms, inner, y, style)
    y += 6 if card.note and (body or chips) else 0
    note = wrap(card.note, style.body, inner) if style.roles and card.note else ()
    note_y, y = y, y + len(note) * style.body_step
    projects = _projects(card.projects, inner - style.small - 4, style)
    elsewhere = tuple(line for entry in card.elsewhere for line in wrap(entry, style.small, inner))
    foot = _foot(projects, elsewhere, style)
    height = y + style.pad * 0.75 + foot
    return Face(title, drop, body, body_y, chips, note, note_y, projects, elsewhere, foot, height)


def _title(name: str, inner: float, beside: float, style: Style) -> tuple[tuple[str, ...], float]:
    """Return the lines of the title, and how far it stands below the strength.

    It stands beside it, unless that would break a word that a whole line holds.
    """
    lines = wrap(name, style.title, inner, lines=style.title_lines, serif=True, first=beside)
    if len(lines) > 1 and name.isascii():
        longest = max(text_width(word, style.title, serif=True) for word in name.split())
        if beside < longest <= inner:
            whole = wrap(name, style.title, inner, lines=style.title_lines, serif=True)
            return whole, style.small * 1.5
    return lines, 0.0


def _foot(projects: tuple[tuple[str, ...], ...], elsewhere: tuple[str, ...], style: Style) -> float:
    if not projects and not elsewhere:
        return 0.0
    lines = sum(map(len, projects))
    references = len(elsewhere) * style.small * 1.3 + (4 if elsewhere else 0)
    return lines * style.body_step + len(projects) * 3 + references + 10


def _chips(
    firms: tuple[str, ...], inner: float, y: float, style: Style
) -> tuple[tuple[Chip, ...], float]:
    """Return the firms' chips and where they end; what exceeds the rows is counted."""
    chips: list[Chip] = []
    pad, x, top, row, high = style.pad, 0.0, y + style.chip * 0.3, 1, style.chip
    for index, firm in enumerate(firms):
        left = len(firms) - index - 1
        wide = text_width(firm, style.small) + 16
        if x and x + wide > _room(inner, row, left, style):
            if row == style.chip_rows:
                chips.append(Chip((f"+{left + 1}",), pad + x, top, _MORE, style.chip))
                break
            x, top, row, high = 0.0, top + high + CHIP_GAP, row + 1, style.chip
        room = _room(inner, row, left, style)
        words: tuple[str, ...] = (firm,)
        if wide > room:
            words = wrap(firm, style.small, room - 16, lines=style.chip_lines)
            wide = max(text_width(line, style.small) for line in words) + 16
        own = style.chip + (len(words) - 1) * style.small * LINE
        high = max(high, own)
        chips.append(Chip(words, pad + x, top, wide, own))
        x += wide + CHIP_GAP
    return tuple(chips), (top + high + 2 if chips else y)


def _room(inner: float, row: int, left: int, style: Style) -> float:
    """Return how far a row of chips reaches: the last keeps room to count those left."""
    return inner - (_MORE + CHIP_GAP if row == style.chip_rows and left else 0)


def _projects(names: tuple[str, ...], inner: float, style: Style) -> tuple[tuple[str, ...], ...]:
    """Return the lines of each project at the foot, the last counting those left out."""
    shown = names if len(names) <= style.projects else names[: max(style.projects - 1, 1)]
    left = len(names) - len(shown)
    if left and style.projects == 1:
        more = f" +{left}"
        room = inner - text_width(more, style.body, bold=True)
        lines = wrap(shown[0], style.body, room, lines=style.project_lines, bold=True)
        return ((*lines[:-1], lines[-1] + more),) if lines else ((more.strip(),),)
    entries = [
        wrap(name, style.body, inner, lines=style.project_lines, bold=True) for name in shown
    ]
    return (*entries, (f"+{left}",)) if left else tuple(entries)
