"""A walk through content within content: forms, tiles, soft masks; and the marks on the way."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeAlias

import pikepdf

from site_builder.preflight.drawing_state import State, numbers
from site_builder.preflight.geometry import EVERYWHERE, UNCHANGED, Box, Matrix
from site_builder.preflight.limits import endless
from site_builder.preflight.marks import Kind, Mark, Picture
from site_builder.preflight.paint import Paint, shading_space, space_of
from site_builder.preflight.typeface import Typeface

_DEEPEST = 12
"""How many forms may stand in each other; a file that nests deeper goes round in a circle."""

_MOST_STEPS = 3_000_000
"""Operators on one page, those of forms as often as they are drawn; a map has fifty thousand."""

_WITHOUT_MARKS = frozenset(
    ("J", "j", "M", "d", "ri", "i", "h", "ET", "MP", "DP", "BX", "EX", "d0", "d1")
)
"""The other operators of content streams (ISO 32000-1): they change no place, colour or size."""

Act: TypeAlias = Callable[[Any, Any], None]
"""What an operator does: it is given the walk and the operands."""


class Known(Protocol):
    """What has been read of a document already."""

    def face(self, font: Any) -> Typeface:
        """Return what a font's dictionary says."""

    def content(self, form: Any) -> list[Any]:
        """Return the operators of a form."""


class Nesting:
    """The way through a page and what it is made of."""

    def __init__(self, known: Known, operators: Mapping[str, Act]) -> None:
        self.found: list[Mark] = []
        self.unknown: set[str] = set()
        self.known = known
        self.state = State()
        self.resources: Any = None
        self.saved: list[State] = []
        self.xs: list[float] = []
        self.ys: list[float] = []
        self.cuts = False
        self._operators = operators
        self._depth = 0
        self._steps = 0

    def run(self, content: Any, resources: Any, state: State) -> None:
        """Obey the operators of a content stream that starts in a state."""
        kept = self.state, self.resources, self.saved
        self.state, self.resources, self.saved = state, resources, []
        find = self._operators.get
        for operands, operator in content:
            self._steps += 1
            act = find(str(operator))
            if act is not None:
                act(self, operands)
            elif (name := str(operator)) not in _WITHOUT_MARKS:
                self.unknown.add(name)
        if self._steps > _MOST_STEPS:
            raise endless(_MOST_STEPS)
        self.state, self.resources, self.saved = kept

    def named(self, kind: str, name: Any) -> Any:
        """Return a resource by its kind and name; None if there is none."""
        group = self.resources.get(kind)
        return None if group is None else group.get(str(name))

    def form(self, form: Any, start: State, resources: Any) -> None:
        """Walk through a form as it is drawn from a state."""
        start.matrix = Matrix(*numbers(form.get("/Matrix", UNCHANGED))).before(start.matrix)
        start.clip = start.clip.within(start.matrix.box(*numbers(form["/BBox"])))
        own = form.get("/Resources", resources)
        if (group := form.get("/Group")) is not None:
            self.group(group, own, in_mask=start.in_mask)
        if not start.clip.is_empty:
            self._inside(form, start, own)

    def group(self, group: Any, resources: Any, *, in_mask: bool = False) -> None:
        """Take note of the colour space that a transparency group is blended in."""
        if group.get("/S") == "/Transparency" and "/CS" in group:
            paint = Paint(space_of(group["/CS"], resources))
            self.found.append(Mark(Kind.GROUP, EVERYWHERE, paint, in_mask=in_mask))

    def pattern(self, pattern: Any, box: Box) -> None:
        """Paint with a pattern: a gradient is one mark; tiles are those of one tile all over."""
        if pattern.get("/PatternType") == 2:
            space = shading_space(pattern["/Shading"], self.resources)
            self.mark(Kind.SHADING, box, Paint(space))
        elif isinstance(pattern, pikepdf.Stream):
            start = State(
                matrix=Matrix(*numbers(pattern.get("/Matrix", UNCHANGED))),
                tags=self.state.tags,
                in_mask=self.state.in_mask,
            )
            before = len(self.found)
            self._inside(pattern, start, pattern.get("/Resources", self.resources))
            self.found[before:] = [mark._replace(box=box) for mark in self.found[before:]]

    def _inside(self, content: Any, start: State, resources: Any) -> None:
        if self._depth >= _DEEPEST:
            return
        self._depth += 1
        path = self.xs, self.ys, self.cuts
        self.xs, self.ys, self.cuts = [], [], False
        self.run(self.known.content(content), resources, start)
        self.xs, self.ys, self.cuts = path
        self._depth -= 1

    def mark(  # noqa: PLR0913 - what one mark has
        self,
        kind: Kind,
        box: Box,
        paint: Paint,
        *,
        size: float = 0,
        codes: tuple[int, ...] = (),
        picture: Picture | None = None,
        seen: bool = True,
        stroked: bool = False,
    ) -> None:
        """Add a mark that is made in the state as it is."""
        state = self.state
        self.found.append(
            Mark(
                kind,
                box,
                paint,
                size,
                codes,
                state.face if kind is Kind.TEXT else None,
                picture,
                seen and (state.stroke_alpha if stroked else state.fill_alpha) > 0,
                state.stroke_overprint if stroked else state.fill_overprint,
                state.blends,
                any(counts for counts, _ in state.tags),
                state.in_mask,
                next((n for _, n in reversed(state.tags) if n is not None), None),
                is_solid=(state.stroke_alpha if stroked else state.fill_alpha) >= 1
                and not state.blends,
            )
        )
