"""One card of the chain map: how high its words make it, and how it is drawn."""

from dataclasses import dataclass

from site_builder.draw.box import Box
from site_builder.draw.chain import Card, Strength
from site_builder.draw.palette import Palette, mix
from site_builder.draw.svg import CENTRE, SERIF, element, path, text
from site_builder.draw.text_width import clip, text_width, wrap

PAD = 16.0
"""From the card's edge to its words, in pixels."""
FRAME = 6.0
"""How far the frame of a card set off from the rest reaches beyond its box, in pixels."""
_TITLE, _TITLE_STEP = 17.0, 24.0
_BODY, _BODY_STEP = 13.0, 19.0
_SMALL = 12.0
_CHIP, _CHIP_GAP = 22.0, 6.0
_CHIP_ROWS = 3
_PROJECTS = 3


@dataclass(frozen=True)
class Line:
    """One line of words inside a card; `x` and `y` (its middle) from the card's corner."""

    words: str
    x: float
    y: float
    size: float
    bold: bool = False


@dataclass(frozen=True)
class Face:
    """A card's words, set for one width."""

    width: float
    title: tuple[Line, ...]
    body: tuple[Line, ...]
    chips: tuple[tuple[Box, str], ...]
    note: tuple[Line, ...]
    projects: tuple[tuple[str, ...], ...]
    """The lines of each project."""
    height: float
    """The least height that holds everything."""

    @property
    def foot(self) -> float:
        """The height of the projects at the card's foot."""
        lines = sum(len(entry) for entry in self.projects)
        return lines * _BODY_STEP + len(self.projects) * 3 + 10 if self.projects else 0.0


@dataclass(frozen=True)
class _Look:
    fill: str
    words: str
    soft: str
    chip: str
    chip_edge: str
    note: str
    rule: str


def set_face(card: Card, width: float) -> Face:
    """Return the card's words broken into lines for a card of `width`."""
    inner = width - 2 * PAD
    mark = text_width(card.strength_word, _SMALL) + 24
    title = wrap(card.title, _TITLE, inner, bold=True, first=inner - mark)
    y = 14.0
    titles = _lines(title, y, _TITLE, _TITLE_STEP, bold=True)
    y += len(titles) * _TITLE_STEP + 2
    body = _lines(wrap(card.role, _BODY, inner), y, _BODY, _BODY_STEP)
    y += len(body) * _BODY_STEP
    chips, y = _chips(card.firms, inner, y)
    y += 6 if card.note and (body or chips) else 0
    note = _lines(wrap(card.note, _BODY, inner), y, _BODY, _BODY_STEP)
    y += len(note) * _BODY_STEP
    names = _projects(card.projects, inner - 16)
    face = Face(width, titles, body, chips, note, names, 0.0)
    return Face(width, titles, body, chips, note, names, y + 12 + face.foot)


def _lines(
    words: tuple[str, ...], y: float, size: float, step: float, *, bold: bool = False
) -> tuple[Line, ...]:
    return tuple(
        Line(line, PAD, y + step * (index + 0.5), size, bold) for index, line in enumerate(words)
    )


def _chips(
    firms: tuple[str, ...], inner: float, y: float
) -> tuple[tuple[tuple[Box, str], ...], float]:
    """Return the firms' chips and where they end; what exceeds the rows is counted."""
    chips: list[tuple[Box, str]] = []
    x, top, row = 0.0, y + 7, 1
    for index, firm in enumerate(firms):
        left = len(firms) - index - 1
        words = clip(firm, _SMALL, inner - 16)
        if x and x + _chip_width(words) > _chip_room(inner, row, left):
            if row == _CHIP_ROWS:
                chips.append((Box(PAD + x, top, 40, _CHIP), f"+{left + 1}"))
                break
            x, top, row = 0.0, top + _CHIP + _CHIP_GAP, row + 1
        words = clip(words, _SMALL, _chip_room(inner, row, left) - 16)
        chips.append((Box(PAD + x, top, _chip_width(words), _CHIP), words))
        x += _chip_width(words) + _CHIP_GAP
    return tuple(chips), (top + _CHIP + 2 if chips else y)


def _chip_width(words: str) -> float:
    return text_width(words, _SMALL) + 16


def _chip_room(inner: float, row: int, left: int) -> float:
    """Return how far a row of chips reaches: the last keeps room to count those left."""
    return inner - (40 + _CHIP_GAP if row == _CHIP_ROWS and left else 0)


def _projects(names: tuple[str, ...], inner: float) -> tuple[tuple[str, ...], ...]:
    """Return the lines of each project at the foot, the last counting those left out."""
    shown = names if len(names) <= _PROJECTS else names[: _PROJECTS - 1]
    entries = [wrap(name, _BODY, inner, lines=2, bold=True) for name in shown]
    if len(shown) < len(names):
        entries.append((f"+{len(names) - len(shown)}",))
    return tuple(entries)


def draw_card(card: Card, face: Face, box: Box, palette: Palette) -> str:
    """Return the card in its box, as a link when it has one."""
    look = _look(card.strength, palette)
    parts = [_ground(card, box, palette, look)]
    for line in (*face.title, *face.body, *face.note):
        fill = look.words if line.bold else look.note if line in face.note else look.soft
        parts.append(_line(line, box, fill, SERIF if line.bold else None))
    parts += [_chip(chip, words, box, look) for chip, words in face.chips]
    parts.append(_strength(card, box, palette, look))
    parts.append(_foot(face, box, palette, look))
    drawn = "".join(parts)
    return element("a", drawn, href=card.href) if card.href else element("g", drawn)


def _look(strength: Strength, palette: Palette) -> _Look:
    white, ink = palette.white, palette.ink
    if strength == "strong":
        edge = mix(palette.pine, white, 0.4)
        soft = mix(palette.pine, white, 0.82)
        deep = mix(palette.pine, white, 0.12)
        return _Look(palette.pine, white, soft, deep, edge, white, edge)
    if strength == "weak":
        edge = mix(palette.ochre_soft, palette.ochre, 0.4)
        return _Look(palette.ochre_soft, ink, palette.ink_soft, white, edge, ink, edge)
    return _Look(
        white, ink, palette.ink_soft, palette.paper, palette.line, palette.seal, palette.line
    )


def _ground(card: Card, box: Box, palette: Palette, look: _Look) -> str:
    place = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
    if card.strength == "missing":
        inner = Box(box.x + 0.8, box.y + 0.8, box.width - 1.6, box.height - 1.6)
        ground = element(
            "rect",
            x=inner.x,
            y=inner.y,
            width=inner.width,
            height=inner.height,
            fill=look.fill,
            stroke=palette.seal,
            stroke_width=1.6,
            stroke_dasharray="6 4",
        )
    else:
        ground = element("rect", **place, fill=look.fill)
    if card.strength == "weak":
        ground += element("rect", x=box.x, y=box.y, width=5, height=box.height, fill=palette.ochre)
    if card.highlighted:
        ground += element(
            "rect",
            x=box.x - FRAME + 1.2,
            y=box.y - FRAME + 1.2,
            width=box.width + 2 * FRAME - 2.4,
            height=box.height + 2 * FRAME - 2.4,
            fill="none",
            stroke=palette.ink,
            stroke_width=2.4,
        )
    return ground


def _line(line: Line, box: Box, fill: str, family: str | None) -> str:
    x, y = box.x + line.x, box.y + line.y + CENTRE * line.size
    weight = "bold" if line.bold else None
    return text(line.words, x, y, line.size, fill, font_weight=weight, font_family=family)


def _chip(chip: Box, words: str, box: Box, look: _Look) -> str:
    x, y = box.x + chip.x, box.y + chip.y
    ground = element(
        "rect",
        x=x + 0.5,
        y=y + 0.5,
        width=chip.width - 1,
        height=chip.height - 1,
        rx=2,
        fill=look.chip,
        stroke=look.chip_edge,
    )
    middle = y + chip.height / 2 + CENTRE * _SMALL
    centre = x + chip.width / 2
    return ground + text(words, centre, middle, _SMALL, look.words, text_anchor="middle")


def _strength(card: Card, box: Box, palette: Palette, look: _Look) -> str:
    """Return the word for the strength at the top right, with its mark before it."""
    y = box.y + 14 + _TITLE_STEP / 2
    fill = palette.seal if card.strength == "missing" else look.words
    word = text(
        card.strength_word,
        box.right - PAD,
        y + CENTRE * _SMALL,
        _SMALL,
        fill,
        text_anchor="end",
    )
    x = box.right - PAD - text_width(card.strength_word, _SMALL) - 16
    return strength_mark(card.strength, x, y - 5, fill) + word


def strength_mark(strength: Strength, x: float, y: float, fill: str) -> str:
    """Return a mark 10 pixels square: full, half full, or an empty dashed frame."""
    dash = "2 2" if strength == "missing" else None
    frame = element(
        "rect",
        x=x + 0.6,
        y=y + 0.6,
        width=8.8,
        height=8.8,
        fill="none",
        stroke=fill,
        stroke_width=1.2,
        stroke_dasharray=dash,
    )
    high = {"strong": 8.8, "weak": 4.4, "missing": 0.0}[strength]
    full = element("rect", x=x + 0.6, y=y + 9.4 - high, width=8.8, height=high, fill=fill)
    return frame + (full if high else "")


def project_mark(x: float, y: float, palette: Palette) -> str:
    """Return the small red seal that stands for a project, 9 pixels square."""
    return element("rect", x=x, y=y, width=9, height=9, fill=palette.white) + element(
        "rect", x=x + 1, y=y + 1, width=7, height=7, fill=palette.seal
    )


def _foot(face: Face, box: Box, palette: Palette, look: _Look) -> str:
    if not face.projects:
        return ""
    top = box.bottom - face.foot - 4
    parts = [path(f"M{box.x + PAD:g} {top:g}H{box.right - PAD:g}", stroke=look.rule, fill="none")]
    y = top + 6
    for entry in face.projects:
        parts.append(project_mark(box.x + PAD, y + _BODY_STEP / 2 - 4.5, palette))
        for line in entry:
            base = y + _BODY_STEP / 2 + CENTRE * _BODY
            parts.append(text(line, box.x + PAD + 16, base, _BODY, look.words, font_weight="bold"))
            y += _BODY_STEP
        y += 3
    return "".join(parts)
