"""Places on a page: boxes, matrices, millimetres. Lengths are PDF points unless said otherwise."""

from math import hypot
from typing import NamedTuple

MM = 72 / 25.4
"""Points in a millimetre."""


class Box(NamedTuple):
    """A rectangle with sides along the page's, from its lower left to its upper right corner."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """How wide it is; below zero for a box that holds nothing."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is; below zero for a box that holds nothing."""
        return self.top - self.bottom

    @property
    def is_empty(self) -> bool:
        """Whether it holds nothing at all; a line without thickness is not empty."""
        return self.left > self.right or self.bottom > self.top

    def within(self, other: "Box") -> "Box":
        """Return what both have in common."""
        return Box(
            max(self.left, other.left),
            max(self.bottom, other.bottom),
            min(self.right, other.right),
            min(self.top, other.top),
        )

    def grown(self, by: float) -> "Box":
        """Return the box with every side moved outwards by so much; inwards below zero."""
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def holds(self, other: "Box", tolerance: float = 0) -> bool:
        """Whether another box lies inside of this one."""
        wide = self.grown(tolerance)
        return (
            wide.left <= other.left
            and wide.bottom <= other.bottom
            and wide.right >= other.right
            and wide.top >= other.top
        )


EVERYWHERE = Box(-1e9, -1e9, 1e9, 1e9)
"""Where nothing is cut off."""


class Matrix(NamedTuple):
    """A PDF transformation, `a b c d e f` (ISO 32000-1, 8.3.3)."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def before(self, other: "Matrix") -> "Matrix":
        """Return the transformation that does this one first and then `other`."""
        a, b, c, d, e, f = self
        m = other
        return Matrix(
            a * m.a + b * m.c,
            a * m.b + b * m.d,
            c * m.a + d * m.c,
            c * m.b + d * m.d,
            e * m.a + f * m.c + m.e,
            e * m.b + f * m.d + m.f,
        )

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return the smallest box around a rectangle that was transformed."""
        a, b, c, d, e, f = self
        if b == 0 == c:
            x1, x2, y1, y2 = a * left + e, a * right + e, d * bottom + f, d * top + f
            return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
        corners = ((left, bottom), (left, top), (right, bottom), (right, top))
        xs = [a * x + c * y + e for x, y in corners]
        ys = [b * x + d * y + f for x, y in corners]
        return Box(min(xs), min(ys), max(xs), max(ys))

    @property
    def along(self) -> float:
        """How long one unit of x becomes."""
        return hypot(self.a, self.b)

    @property
    def across(self) -> float:
        """How long one unit of y becomes."""
        return hypot(self.c, self.d)

    @property
    def thickness(self) -> float:
        """How thick one unit of a line becomes, at its thinnest direction."""
        return min(self.along, self.across)


UNCHANGED = Matrix()
"""The transformation that leaves everything where it is."""
