"""Small text in two inks: presses never lay four on each other without a misfit."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import sqrt

from site_builder.preflight.colour_checks import SMALL

_STEP = re.compile(
    rb"^(?:(?P<word>q|Q|BT|ET)|(?P<fill>[\d. ]+ k)|(?P<other>\S.* (?:g|rg|cs|sc|scn))"
    rb"|(?P<matrix>[-\d. ]+) (?P<of>cm|Tm)"
    rb"|/\S+ (?P<size>[\d.]+) Tf)$",
    re.MULTILINE,
)
"""What decides how large text is and in which inks; WeasyPrint writes each on a line of its own."""


@dataclass(frozen=True)
class _State:
    scale: float = 1.0
    fill: bytes = b""


@dataclass
class _Text:
    """Text between BT and ET."""

    start: int
    fill: bytes
    scale: float
    largest: float = 0.0
    """In points, of the fonts it is set in."""
    own: float = 1.0
    """What its own matrix adds to the scale."""


@dataclass
class _Walk:
    """Where one stands in a stream."""

    state: _State = field(default_factory=_State)
    kept: list[_State] = field(default_factory=list)
    text: _Text | None = None


def in_few_inks(content: bytes, small: Mapping[bytes, bytes]) -> bytes:
    """Return a stream whose small text has the inks that `small` gives for its own.

    Both are operations as they stand in the stream, such as `0.9 0.4 0.65 0.4 k`. Text of
    `SMALL` points or less counts as small; how a form is scaled where it is used is not known
    here, so that text in one counts by its own size.
    """
    if not any(fill in content for fill in small):
        return content
    parts, at = [], 0
    for text, end in _texts(content):
        other = small.get(text.fill)
        if other is not None and 0 < text.largest <= SMALL:
            words = content[text.start : end]
            parts += [content[at : text.start], other, b"\n", words, b"\n", text.fill]
            at = end
    return b"".join([*parts, content[at:]])


def _texts(content: bytes) -> Iterator[tuple[_Text, int]]:
    """Yield every text with where it ends."""
    walk = _Walk()
    for step in _STEP.finditer(content):
        if step["word"] == b"ET" and walk.text is not None:
            yield walk.text, step.end()
            walk.text = None
        else:
            _go(walk, step)


def _go(walk: _Walk, step: re.Match[bytes]) -> None:
    state, word = walk.state, step["word"]
    if word == b"q":
        walk.kept.append(state)
    elif word == b"Q":
        walk.state = walk.kept.pop() if walk.kept else _State()
    elif word == b"BT":
        walk.text = _Text(step.start(), state.fill, state.scale)
    elif step["fill"] is not None or step["other"] is not None:
        # A colour that is not in the four inks has none to be replaced.
        walk.state = _State(state.scale, step["fill"] or b"")
        if walk.text is not None:
            walk.text.fill = b""
    elif step["of"] == b"cm":
        walk.state = _State(state.scale * _growth(step["matrix"]), state.fill)
    elif walk.text is not None and step["of"] == b"Tm":
        walk.text.own = _growth(step["matrix"])
    elif walk.text is not None and step["size"] is not None:
        size = float(step["size"]) * walk.text.own * walk.text.scale
        walk.text.largest = max(walk.text.largest, size)


def _growth(matrix: bytes) -> float:
    """Return by how much a transformation makes things larger, in the mean of both ways."""
    a, b, c, d, *_ = (float(part) for part in matrix.split())
    return sqrt(abs(a * d - b * c))
