"""One card of the chain map, drawn: its strength is told by shape, word and colour."""

from dataclasses import dataclass

from site_builder.draw.box import Box
from site_builder.draw.chains.chain import Card, Strength
from site_builder.draw.chains.face import LINE, Face
from site_builder.draw.chains.style import Style
from site_builder.draw.palette import Palette, mix
from site_builder.draw.svg import CENTRE, SERIF, element, escaped, number
from site_builder.draw.text_width import plain_marks, text_width

FRAME = 6.0
"""How far the frame of a card set off from the rest reaches beyond its box, in pixels."""


@dataclass(frozen=True)
class Look:
    """The colours of one strength."""

    fill: str
    words: str
    soft: str
    chip: str
    chip_edge: str
    note: str
    rule: str
    mark: str


def looks(palette: Palette) -> dict[Strength, Look]:
    """Return the colours of each strength."""
    white, ink = palette.white, palette.ink
    pale = mix(palette.pine, white, 0.4)
    soft = mix(palette.pine, white, 0.82)
    deep = mix(palette.pine, white, 0.12)
    edge = mix(palette.ochre_soft, palette.ochre, 0.4)
    line, seal = palette.line, palette.seal
    return {
        "strong": Look(palette.pine, white, soft, deep, pale, white, pale, white),
        "weak": Look(palette.ochre_soft, ink, palette.ink_soft, white, edge, ink, edge, ink),
        "missing": Look(white, ink, palette.ink_soft, palette.paper, line, seal, line, seal),
    }


@dataclass(frozen=True)
class Pen:
    """What a map is drawn with."""

    palette: Palette
    style: Style
    looks: dict[Strength, Look]


def pen(palette: Palette, style: Style) -> Pen:
    """Return what a map is drawn with in these colours and sizes."""
    return Pen(palette, style, looks(palette))


def draw_card(card: Card, face: Face, box: Box, pen: Pen) -> str:
    """Return the card in its box, as a link when it has one."""
    palette, style, look = pen.palette, pen.style, pen.looks[card.strength]
    parts = [
        _ground(card, box, look, pen),
        _titles(face, box, look, style),
        _lines(face.body, box, face.body_y, look.soft, style),
        _chips(face, box, look, style),
        _lines(face.note, box, face.note_y, look.note, style),
        _strength(card, box, look, style),
        _foot(face, box, palette, look, style) if face.foot else "",
    ]
    drawn = "".join(parts)
    if card.href:
        drawn = f'<a href="{escaped(card.href)}">{drawn}</a>'
    return (
        f'<g class="chain-card" data-segment="{escaped(card.id)}" data-strength="{card.strength}"'
        f' data-role="{escaped(card.role_code)}" data-projects="{len(card.projects)}">{drawn}</g>'
    )


def words(content: str, x: float, y: float, size: float, rest: str) -> str:
    """Return one line of text with further attributes as they are written."""
    if not content:
        return ""
    drawn = escaped(plain_marks(content))
    return f'<text x="{number(x)}" y="{number(y)}" font-size="{size:g}" {rest}>{drawn}</text>'


def _ground(card: Card, box: Box, look: Look, pen: Pen) -> str:
    palette, bar = pen.palette, pen.style.bar
    if card.strength == "missing":
        x, y, wide, high = box.x + 0.8, box.y + 0.8, box.width - 1.6, box.height - 1.6
        edge = f' stroke="{palette.seal}" stroke-width="1.6" stroke-dasharray="6 4"'
    else:
        x, y, wide, high, edge = box.x, box.y, box.width, box.height, ""
    place = f'x="{number(x)}" y="{number(y)}" width="{number(wide)}" height="{number(high)}"'
    ground = f'<rect {place} fill="{look.fill}"{edge}/>'
    if card.strength == "weak":
        ground += element(
            "rect", x=box.x, y=box.y, width=bar, height=box.height, fill=palette.ochre
        )
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


def _titles(face: Face, box: Box, look: Look, style: Style) -> str:
    rest = f'fill="{look.words}" font-weight="bold" font-family="{SERIF}"'
    y = box.y + style.pad - 2 + face.title_drop + style.title_step / 2 + CENTRE * style.title
    return "".join(
        words(line, box.x + style.pad, y + index * style.title_step, style.title, rest)
        for index, line in enumerate(face.title)
    )


def _lines(lines: tuple[str, ...], box: Box, top: float, fill: str, style: Style) -> str:
    rest = f'fill="{fill}"'
    y = box.y + top + style.body_step / 2 + CENTRE * style.body
    return "".join(
        words(line, box.x + style.pad, y + index * style.body_step, style.body, rest)
        for index, line in enumerate(lines)
    )


def _chips(face: Face, box: Box, look: Look, style: Style) -> str:
    drawn = []
    rest = f'fill="{look.words}" text-anchor="middle"'
    for chip in face.chips:
        x, y = box.x + chip.x, box.y + chip.y
        drawn.append(
            f'<rect x="{number(x + 0.5)}" y="{number(y + 0.5)}" width="{number(chip.width - 1)}"'
            f' height="{number(chip.height - 1)}" rx="2" fill="{look.chip}"'
            f' stroke="{look.chip_edge}"/>'
        )
        base = y + style.chip / 2 + CENTRE * style.small
        drawn += [
            words(line, x + chip.width / 2, base + index * style.small * LINE, style.small, rest)
            for index, line in enumerate(chip.words)
        ]
    return "".join(drawn)


def _strength(card: Card, box: Box, look: Look, style: Style) -> str:
    """Return the word for the strength at the top right, with its mark before it."""
    y = box.y + style.pad - 2 + style.title_step / 2
    right = box.right - style.pad
    rest = f'fill="{look.mark}" text-anchor="end"'
    word = words(card.strength_word, right, y + CENTRE * style.small, style.small, rest)
    x = right - text_width(card.strength_word, style.small) - 16
    return strength_mark(card.strength, x, y - 5, look.mark) + word


def strength_mark(strength: Strength, x: float, y: float, fill: str) -> str:
    """Return a mark 10 pixels square: full, half full, or an empty dashed frame."""
    left, dash = number(x + 0.6), ' stroke-dasharray="2 2"' if strength == "missing" else ""
    frame = (
        f'<rect x="{left}" y="{number(y + 0.6)}" width="8.8" height="8.8" fill="none"'
        f' stroke="{fill}" stroke-width="1.2"{dash}/>'
    )
    high = {"strong": 8.8, "weak": 4.4, "missing": 0.0}[strength]
    top = number(y + 9.4 - high)
    full = f'<rect x="{left}" y="{top}" width="8.8" height="{high}" fill="{fill}"/>'
    return frame + (full if high else "")


def project_mark(x: float, y: float, palette: Palette) -> str:
    """Return the small red seal that stands for a project, 9 pixels square."""
    return (
        f'<rect x="{number(x)}" y="{number(y)}" width="9" height="9" fill="{palette.white}"/>'
        f'<rect x="{number(x + 1)}" y="{number(y + 1)}" width="7" height="7"'
        f' fill="{palette.seal}"/>'
    )


def _foot(face: Face, box: Box, palette: Palette, look: Look, style: Style) -> str:
    """Return the projects, and below them where goods go to on other sheets."""
    x, top = box.x + style.pad, box.bottom - face.foot - 4
    rule = f"M{number(x)} {number(top)}H{number(box.right - style.pad)}"
    parts = [f'<path d="{rule}" stroke="{look.rule}" fill="none"/>']
    y, indent = top + 6, style.small + 4
    rest = f'fill="{look.words}" font-weight="bold"'
    for entry in face.projects:
        parts.append(project_mark(x, y + style.body_step / 2 - 4.5, palette))
        for line in entry:
            base = y + style.body_step / 2 + CENTRE * style.body
            parts.append(words(line, x + indent, base, style.body, rest))
            y += style.body_step
        y += 3
    y += 1 if face.elsewhere else 0
    for line in face.elsewhere:
        base = y + style.small * 0.65 + CENTRE * style.small
        parts.append(words(line, x, base, style.small, f'fill="{look.soft}"'))
        y += style.small * 1.3
    return "".join(parts)
