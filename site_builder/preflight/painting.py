"""Operators of state, colour and paths (ISO 32000-1, 8.4 to 8.6)."""

from typing import Any

import pikepdf

from site_builder.preflight.drawing_state import numbers
from site_builder.preflight.geometry import Box, Matrix
from site_builder.preflight.marks import Kind
from site_builder.preflight.nesting import Nesting
from site_builder.preflight.paint import Paint, Space, space_of


class Painting(Nesting):
    """What is filled and drawn. Every method is an operator, named in its docstring."""

    def save(self, _: Any) -> None:
        """`q`."""
        self.saved.append(self.state)
        self.state = self.state.copied()

    def restore(self, _: Any) -> None:
        """`Q`."""
        if self.saved:
            # Tags are opened and closed beside states, not inside of them.
            tags = self.state.tags
            self.state = self.saved.pop()
            self.state.tags = tags

    def transform(self, operands: Any) -> None:
        """`cm`."""
        self.state.matrix = Matrix(*numbers(operands)).before(self.state.matrix)

    def thickness(self, operands: Any) -> None:
        """`w`."""
        self.state.thickness = float(operands[0])

    def parameters(self, operands: Any) -> None:
        """`gs`."""
        given = self.named("/ExtGState", operands[0])
        if given is None:
            return
        self.state.take(given)
        if "/Font" in given:
            font, size = given["/Font"]
            self.state.face, self.state.size = self.known.face(font), float(size)
        mask = given.get("/SMask")
        if isinstance(mask, pikepdf.Dictionary) and "/G" in mask:
            start = self.state.copied()
            start.in_mask = True
            self.form(mask["/G"], start, self.resources)

    def fill_space(self, operands: Any) -> None:
        """`cs`."""
        self.state.fill = Paint(space_of(operands[0], self.resources))

    def stroke_space(self, operands: Any) -> None:
        """`CS`."""
        self.state.stroke = Paint(space_of(operands[0], self.resources))

    def fill_colour(self, operands: Any) -> None:
        """`sc`, `scn`."""
        self.state.fill = self._coloured(self.state.fill, operands)

    def stroke_colour(self, operands: Any) -> None:
        """`SC`, `SCN`."""
        self.state.stroke = self._coloured(self.state.stroke, operands)

    def _coloured(self, now: Paint, operands: Any) -> Paint:
        if operands and isinstance(operands[-1], pikepdf.Name):
            return Paint(Space.PATTERN, (), self.named("/Pattern", operands[-1]))
        return Paint(now.space, tuple(numbers(operands)))

    def point(self, operands: Any) -> None:
        """`m`, `l`, `c`, `v`, `y`: the points that steer a curve are around it."""
        values = numbers(operands)
        self.xs += values[::2]
        self.ys += values[1::2]

    def rectangle(self, operands: Any) -> None:
        """`re`."""
        x, y, width, height = numbers(operands)
        self.xs += (x, x + width)
        self.ys += (y, y + height)

    def clip(self, _: Any) -> None:
        """`W`, `W*`."""
        self.cuts = True

    def end(self, _: Any = None) -> None:
        """`n`."""
        if self.cuts and self.xs:
            self.state.clip = self.state.clip.within(self._outline())
        self.cuts = False
        self.xs, self.ys = [], []

    def fill(self, _: Any) -> None:
        """`f`, `F`, `f*`."""
        if self.xs:
            self._fill(self._outline())
        self.end()

    def stroke(self, _: Any) -> None:
        """`S`, `s`."""
        if self.xs:
            self._stroke(self._outline())
        self.end()

    def fill_and_stroke(self, _: Any) -> None:
        """`B`, `B*`, `b`, `b*`."""
        if self.xs:
            outline = self._outline()
            self._fill(outline)
            self._stroke(outline)
        self.end()

    def _outline(self) -> Box:
        return self.state.matrix.box(min(self.xs), min(self.ys), max(self.xs), max(self.ys))

    def _fill(self, box: Box) -> None:
        seen = box.within(self.state.clip)
        if seen.is_empty:
            return
        if self.state.fill.pattern is not None:
            self.pattern(self.state.fill.pattern, seen)
        else:
            self.mark(Kind.FILL, seen, self.state.fill)

    def _stroke(self, box: Box) -> None:
        state = self.state
        thick = state.thickness * state.matrix.thickness
        seen = box.grown(thick / 2).within(state.clip)
        if seen.is_empty:
            return
        if state.stroke.pattern is not None:
            self.pattern(state.stroke.pattern, seen)
        else:
            self.mark(Kind.STROKE, seen, state.stroke, size=thick, stroked=True)
