"""How wide a label is, and where it may break, without asking a font.

Widths are in em: 1 for East Asian characters, and for the rest the widths of Noto Sans
CJK SC by class of character, rounded up, so that a label measured here fits when drawn.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

_CLASSES = (
    (0.24, " "),
    (0.32, "ijl|I',.:;"),
    (0.38, "f!()[]{}-"),
    (0.42, "tr/\\"),
    (0.52, "sz*?c"),
    (0.57, 'xvykeaYLFJ0123456789#$+<=>^_~"'),
    (0.62, "ghnoubdpqAESTZVX`"),
    (0.68, "CRKBP"),
    (0.76, "DGHNUOQ&"),
    (0.85, "wM"),
    (0.97, "Wm%@"),
)
_EM = {character: width for width, characters in _CLASSES for character in characters}
_OTHER = 0.64
_BOLD = 1.06
# The advances of Noto Serif CJK SC Bold in thousandths of an em, from the space to the tilde.
# fmt: off
_SERIF_BOLD = (
    250, 355, 447, 615, 589, 966, 803, 235, 400, 400, 485, 603, 335, 370, 335, 400, 593,
    466, 594, 593, 593, 594, 594, 588, 594, 596, 335, 335, 603, 603, 603, 473, 970, 746,
    708, 702, 789, 666, 648, 757, 864, 426, 428, 767, 642, 1001, 815, 785, 673, 785, 751,
    597, 695, 818, 734, 1091, 726, 701, 627, 372, 400, 372, 603, 593, 447, 585, 672, 565,
    658, 572, 402, 596, 687, 349, 335, 651, 355, 1008, 685, 623, 671, 640, 500, 499, 393,
    678, 578, 874, 599, 582, 517, 380, 338, 380, 603,
)
# fmt: on
_SERIF_MARGIN = 4
"""Thousandths of an em by which another serif on a reader's computer may be wider."""
_SERIF = 1.12
_ROUNDING = 1e-9
_REMEMBERED = 20_000
_CLOSING = "，。、；：！？）】》〉」』”’％℃,.;:!?)]}%"
_OPENING = "（【《〈「『“‘([{"
_BREAKS = {"-": 1, "–": 1, "/": 3}
"""After which marks a word may break, if it has more letters than so many: never `t/a`."""
_ELLIPSIS = "…"

Piece = tuple[str, float]
"""What stands between two places where a line may break, with its width in em."""

_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "…": "..."})


@lru_cache(maxsize=4096)
def plain_marks(text: str) -> str:
    """Return a text as it is drawn: without Chinese characters, with plain quotes.

    The fonts give curly quotes and the ellipsis the width of a Chinese character, which
    tears a Latin word apart.
    """
    if text.isascii():
        return text
    chinese = any(unicodedata.east_asian_width(character) in "WF" for character in text)
    return text if chinese else text.translate(_PLAIN)


@lru_cache(maxsize=4096)
def character_width(character: str) -> float:
    """Return the width of one character, in em."""
    if character in _EM:
        return _EM[character]
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    ambiguous = unicodedata.east_asian_width(character) == "A"
    letter = unicodedata.category(character).startswith("L")
    return 1.0 if ambiguous and not letter else _OTHER


class _Widths(dict[str, float]):
    """The widths of one face by character; what is asked for once is remembered."""

    def __init__(self, times: float, known: Mapping[str, float]) -> None:
        super().__init__(known)
        self._times = times

    def __missing__(self, character: str) -> float:
        width = character_width(character)
        width *= 1.0 if width == 1.0 else self._times
        if len(self) < _REMEMBERED:
            self[character] = width
        return width


_REGULAR = _Widths(1.0, {})
_HEAVY = _Widths(_BOLD, {})
_TITLE = _Widths(
    _SERIF,
    {
        character: (width + _SERIF_MARGIN) / 1000
        for character, width in zip(map(chr, range(32, 127)), _SERIF_BOLD, strict=True)
    },
)


def _face(*, bold: bool, serif: bool) -> _Widths:
    return _TITLE if serif else _HEAVY if bold else _REGULAR


def text_width(text: str, size: float, *, bold: bool = False, serif: bool = False) -> float:
    """Return the width of `text` set at `size`, in the unit of `size`.

    With `serif` it is measured in the bold serif of titles, which is wider than the sans.
    """
    widths = _face(bold=bold, serif=serif)
    return size * sum(map(widths.__getitem__, plain_marks(text)))


def is_wide(character: str) -> bool:
    """Return whether a character is one em wide, as Chinese characters are."""
    return character_width(character) == 1.0


def wrap(  # noqa: PLR0913 - how a text is set
    text: str,
    size: float,
    width: float,
    *,
    lines: int = 0,
    bold: bool = False,
    serif: bool = False,
    first: float | None = None,
) -> tuple[str, ...]:
    """Break `text` into lines no wider than `width`, the first no wider than `first`.

    Chinese breaks anywhere, but not before a closing mark nor after an opening one;
    words break at spaces and after hyphens and strokes, and inside only when one is
    wider than the line. With `lines` above 0, what does not fit ends in an ellipsis.
    An empty text has no lines.
    """
    widths = _face(bold=bold, serif=serif)
    whole = " ".join(plain_marks(text).split())
    room, opening = width / size + _ROUNDING, (width if first is None else first) / size + _ROUNDING
    if not whole:
        return ()
    if sum(map(widths.__getitem__, whole)) <= opening:
        return (whole,)
    done = _set_in_lines(_pieces(whole, widths, min(room, opening)), opening, room, widths)
    if lines and len(done) > lines:
        last = clip(done[lines - 1] + _ELLIPSIS, size, width, bold=bold, serif=serif)
        return (*done[: lines - 1], last)
    return tuple(done)


def _set_in_lines(
    pieces: Sequence[Piece], opening: float, room: float, widths: _Widths
) -> list[str]:
    """Return the lines that pieces fill, the first up to `opening` wide, the others to `room`."""
    done: list[str] = []
    line, reach, limit = "", 0.0, opening
    for piece, wide in pieces:
        if not line:
            line, reach = _started(piece, wide, widths)
        elif reach + wide <= limit or piece == " ":
            line, reach = line + piece, reach + wide
        else:
            done.append(line.rstrip())
            limit = room
            line, reach = _started(piece, wide, widths)
    if line.rstrip():
        done.append(line.rstrip())
    return done


def _started(piece: str, wide: float, widths: _Widths) -> tuple[str, float]:
    """Return a piece as it begins a line: without the space before it."""
    return (piece[1:], wide - widths[" "]) if piece[0] == " " else (piece, wide)


def clip(text: str, size: float, width: float, *, bold: bool = False, serif: bool = False) -> str:
    """Return `text`, cut with an ellipsis when it is wider than `width`.

    It is cut between words, unless that would leave less than half of what fits.
    """
    if text_width(text, size, bold=bold, serif=serif) <= width:
        return text
    kept = text.rstrip(_ELLIPSIS)
    while kept and text_width(kept + _ELLIPSIS, size, bold=bold, serif=serif) > width:
        kept = kept[:-1]
    before, space, word = kept.rpartition(" ")
    if space and text[len(kept)].isalnum() and not is_wide(text[len(kept)]):
        kept = before if len(before) > len(word) else kept
    return kept.rstrip(" ,;.") + _ELLIPSIS


def _pieces(text: str, widths: _Widths, room: float) -> list[Piece]:
    """Cut a text into the pieces that a line break may stand between, none above `room`."""
    pieces: list[Piece] = []
    for atom, wide in _atoms(text, widths):
        if pieces and (atom[0] in _CLOSING or pieces[-1][0][-1] in _OPENING):
            pieces[-1] = (pieces[-1][0] + atom, pieces[-1][1] + wide)
        else:
            pieces.append((atom, wide))
    if all(wide <= room for _, wide in pieces):
        return pieces
    return [part for piece in pieces for part in _split_long(piece, widths, room)]


def _atoms(text: str, widths: _Widths) -> list[Piece]:
    """Cut a text into single wide characters, spaces with their word, and words."""
    atoms: list[Piece] = []
    word, reach = "", 0.0
    for character in text:
        wide = widths[character]
        if character == " " or wide == 1.0:
            if word:
                atoms.append((word, reach))
            word, reach = (" ", wide) if character == " " else ("", 0.0)
            if character != " ":
                atoms.append((character, wide))
            continue
        word += character
        reach += wide
        if character in _BREAKS and len(word) > _BREAKS[character] + (word[0] == " "):
            atoms.append((word, reach))
            word, reach = "", 0.0
    if word:
        atoms.append((word, reach))
    return atoms


def _split_long(piece: Piece, widths: _Widths, room: float) -> list[Piece]:
    """Cut a piece wider than the line, character by character."""
    text, whole = piece
    if whole - (widths[" "] if text[0] == " " else 0.0) <= room:
        return [piece]
    parts, word, reach = [], "", 0.0
    for character in text:
        wide = widths[character]
        inside = reach - (widths[" "] if word[:1] == " " else 0.0)
        if word.strip() and inside + wide > room:
            parts.append((word, reach))
            word, reach = "", 0.0
        word += character
        reach += wide
    return [*parts, (word, reach)]
