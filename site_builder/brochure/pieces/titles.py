"""How a large Chinese title is set: in one line, or in two that part where a reader would."""

import re
from dataclasses import dataclass

from markupsafe import Markup, escape

from site_builder.draw.text_width import is_wide, text_width

CARD = 162 / 25.4 * 72 / 36
"""Ems in a line of a table card's title: 162 mm, set in 36 points."""
LONG = 11.1
"""Ems in a line of a long picture's title: 666 pixels, set in 60."""

_JOINT = re.compile("(?<=暨)")
_LEAST = 0.85
"""How small a title becomes at most, so that it stays in one line."""
_SEAM = 0.25
"""Ems between a Chinese character and a figure."""
_QUANTITY = re.compile(r"(年[^\d\s]{1,3}[\d.,]+[万亿]?[^\d\s])(.{4,})")
"""The output that opens a title, `年产3万吨`: what follows is what is made."""


@dataclass(frozen=True)
class Heading:
    """A title as it is set."""

    lines: tuple[str, ...]
    """Each may still be broken where it is too long."""
    scale: float
    """Of its usual size."""


def phrases(text: str) -> Markup:
    """Return a long Chinese name as HTML that breaks between its phrases where it can.

    The names of fairs join two meetings by 暨: a line ends after it rather than in half a word.
    Each part may still be broken where it alone is wider than the line.
    """
    parts = [part for part in _JOINT.split(text) if part]
    if len(parts) == 1:
        return escape(text)
    return Markup("").join(Markup('<span class="phrase">{}</span>').format(part) for part in parts)


def set_title(text: str, room: float) -> Heading:
    """Return how a title is set where `room` ems are in a line.

    A Chinese title may be broken between any two characters, so that one a little too long ends
    in half a word. It is set smaller, down to `_LEAST`; if that is not enough, it is parted
    after the output that it opens with. Others break between words as they are.
    """
    if not any(is_wide(character) for character in text):
        return Heading((text,), 1)
    width = text_width(text, 1, serif=True) + _SEAM * len(re.findall(r"[\d.]+", text)) * 2
    if width <= room:
        return Heading((text,), 1)
    if room / width >= _LEAST:
        return Heading((text,), round(room / width - 0.0005, 3))
    found = _QUANTITY.fullmatch(text)
    return Heading(found.groups() if found else (text,), 1)
