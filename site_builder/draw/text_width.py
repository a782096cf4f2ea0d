"""How wide a label is, and where it may break, without asking a font.

Widths are in em: 1 for East Asian characters, and for the rest the widths of Noto Sans
CJK SC by class of character, rounded up, so that a label measured here fits when drawn.
"""

import re
import unicodedata
from functools import lru_cache

_CLASSES = (
    (0.24, " "),
    (0.32, "ijl|I',.:;"),
    (0.38, "f!()[]{}-"),
    (0.42, "tr/\\"),
    (0.52, 'sz"*?cJ'),
    (0.57, "xvykeaYLFVX0123456789#$+<=>^_~"),
    (0.62, "ghnoubdpqAESTZP`"),
    (0.68, "CRKB&"),
    (0.76, "DGHNUOQ"),
    (0.85, "wM"),
    (0.97, "Wm%@"),
)
_EM = {character: width for width, characters in _CLASSES for character in characters}
_OTHER = 0.64
_BOLD = 1.06
_CLOSING = "，。、；：！？）】》〉」』”’％℃,.;:!?)]}%"
_OPENING = "（【《〈「『“‘([{"
_ELLIPSIS = "…"


_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "…": "..."})


def plain_marks(text: str) -> str:
    """Return a text as it is drawn: without Chinese characters, with plain quotes.

    The fonts give curly quotes and the ellipsis the width of a Chinese character, which
    tears a Latin word apart.
    """
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


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of `text` set at `size`, in the unit of `size`."""
    widths = [character_width(character) for character in plain_marks(text)]
    latin = sum(width for width in widths if width != 1.0) if bold else 0.0
    return size * (sum(widths) + latin * (_BOLD - 1))


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
    first: float | None = None,
) -> tuple[str, ...]:
    """Break `text` into lines no wider than `width`, the first no wider than `first`.

    Chinese breaks anywhere, but not before a closing mark nor after an opening one;
    words break at spaces and after hyphens and strokes, and inside only when one is
    wider than the line. With `lines` above 0, what does not fit ends in an ellipsis.
    An empty text has no lines.
    """
    done: list[str] = []
    line = ""
    opening = width if first is None else first
    for piece in _pieces(text, size, min(width, opening), bold=bold):
        trial = line + piece if line else piece.lstrip()
        room = width if done else opening
        if not line or text_width(trial.rstrip(), size, bold=bold) <= room:
            line = trial
        else:
            done.append(line.rstrip())
            line = piece.lstrip()
    if line.rstrip():
        done.append(line.rstrip())
    if lines and len(done) > lines:
        last = clip(done[lines - 1] + _ELLIPSIS, size, width, bold=bold)
        return (*done[: lines - 1], last)
    return tuple(done)


def clip(text: str, size: float, width: float, *, bold: bool = False) -> str:
    """Return `text`, cut with an ellipsis when it is wider than `width`.

    It is cut between words, unless that would leave less than half of what fits.
    """
    if text_width(text, size, bold=bold) <= width:
        return text
    kept = text.rstrip(_ELLIPSIS)
    while kept and text_width(kept + _ELLIPSIS, size, bold=bold) > width:
        kept = kept[:-1]
    before, space, word = kept.rpartition(" ")
    if space and text[len(kept)].isalnum() and not is_wide(text[len(kept)]):
        kept = before if len(before) > len(word) else kept
    return kept.rstrip(" ,;.") + _ELLIPSIS


def _pieces(text: str, size: float, width: float, *, bold: bool) -> list[str]:
    """Cut a text into the pieces that a line break may stand between."""
    pieces: list[str] = []
    for atom in _atoms(" ".join(plain_marks(text).split())):
        glued = bool(pieces) and (atom[0] in _CLOSING or pieces[-1][-1] in _OPENING)
        if glued:
            pieces[-1] += atom
        else:
            pieces.append(atom)
    return [part for piece in pieces for part in _split_long(piece, size, width, bold=bold)]


def _atoms(text: str) -> list[str]:
    """Cut a text into single wide characters, spaces with their word, and words."""
    atoms: list[str] = []
    for run in re.findall(r" ?[^ ]+", text):
        word = ""
        for character in run:
            if is_wide(character):
                atoms += [word] if word else []
                word = ""
                atoms.append(character)
            else:
                word += character
                if character in "-/–" and len(word.strip()) > 1:
                    atoms.append(word)
                    word = ""
        atoms += [word] if word else []
    return atoms


def _split_long(piece: str, size: float, width: float, *, bold: bool) -> list[str]:
    """Cut a piece wider than the line, character by character."""
    if text_width(piece.strip(), size, bold=bold) <= width:
        return [piece]
    parts = [""]
    for character in piece:
        grown = (parts[-1] + character).strip()
        if parts[-1] and text_width(grown, size, bold=bold) > width:
            parts.append("")
        parts[-1] += character
    return parts
