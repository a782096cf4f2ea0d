"""Operators of text (ISO 32000-1, 9.3 and 9.4)."""

from typing import Any

import pikepdf

from site_builder.preflight.drawing_state import numbers
from site_builder.preflight.geometry import UNCHANGED, Box, Matrix
from site_builder.preflight.marks import Kind
from site_builder.preflight.painting import Painting

_ASCENT, _DESCENT = 0.8, -0.15
"""How far characters reach above and below their line, in sizes: Han characters fill that."""
_UNSEEN = {3, 7}
"""Rendering modes in which text leaves nothing on paper."""
_STROKED = {1, 5}


class Lettering(Painting):
    """What is written. Every method is an operator, named in its docstring."""

    def begin_text(self, _: Any) -> None:
        """`BT`."""
        self.state.line = self.state.text = UNCHANGED

    def font(self, operands: Any) -> None:
        """`Tf`."""
        font = self.named("/Font", operands[0])
        self.state.face = None if font is None else self.known.face(font)
        self.state.size = float(operands[1])

    def text_matrix(self, operands: Any) -> None:
        """`Tm`."""
        self.state.line = self.state.text = Matrix(*numbers(operands))

    def move(self, operands: Any) -> None:
        """`Td`."""
        x, y = numbers(operands)
        self.state.line = self.state.text = Matrix(1, 0, 0, 1, x, y).before(self.state.line)

    def move_and_lead(self, operands: Any) -> None:
        """`TD`."""
        self.state.leading = -float(operands[1])
        self.move(operands)

    def next_line(self, _: Any = None) -> None:
        """`T*`."""
        self.move((0, -self.state.leading))

    def show(self, operands: Any) -> None:
        """`Tj`."""
        self._show([operands[-1]])

    def show_parts(self, operands: Any) -> None:
        """`TJ`."""
        self._show(operands[0])

    def show_on_next_line(self, operands: Any) -> None:
        """`'`, `"`."""
        if len(operands) == 3:
            self.state.words, self.state.letters = numbers(operands[:2])
        self.next_line()
        self._show([operands[-1]])

    def _show(self, parts: Any) -> None:
        state = self.state
        face = state.face
        if face is None:
            return
        codes: list[int] = []
        far = 0.0
        for part in parts:
            if isinstance(part, pikepdf.String):
                shown = face.codes(bytes(part))
                codes += shown
                far += sum(map(face.width, shown)) / 1000 * state.size
                far += state.letters * len(shown)
                if not face.is_composite:
                    far += state.words * shown.count(32)
            else:
                far -= float(part) / 1000 * state.size
        far *= state.stretch
        whole = state.text.before(state.matrix)
        state.text = Matrix(1, 0, 0, 1, far, 0).before(state.text)
        high, low = state.rise + _ASCENT * state.size, state.rise + _DESCENT * state.size
        box = whole.box(0, low, far, high).within(state.clip)
        if codes and not box.is_empty:
            self._text(box, tuple(codes), abs(state.size * whole.across))

    def _text(self, box: Box, codes: tuple[int, ...], size: float) -> None:
        mode = self.state.mode
        paint = self.state.stroke if mode in _STROKED else self.state.fill
        if paint.pattern is not None:
            self.pattern(paint.pattern, box)
        self.mark(Kind.TEXT, box, paint, size=size, codes=codes, seen=mode not in _UNSEEN)
