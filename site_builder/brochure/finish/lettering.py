"""Words as outlines, for pages that have no fonts of their own."""

from functools import lru_cache

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from site_builder.brochure.finish.placing import numbers
from site_builder.brochure.rendering.fonts.installed import FAMILIES, Face, installed_faces


class _Pen(BasePen):  # type: ignore[misc]
    """Writes what it is led along as operators of a content stream."""

    def __init__(self, glyphs: object) -> None:
        super().__init__(glyphs)
        self.written: list[bytes] = []

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802 - the pen's own name
        self.written.append(numbers(*pt) + b" m\n")

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self.written.append(numbers(*pt) + b" l\n")

    def _curveToOne(  # noqa: N802
        self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]
    ) -> None:
        self.written.append(numbers(*pt1, *pt2, *pt3) + b" c\n")

    def _closePath(self) -> None:  # noqa: N802
        self.written.append(b"h\n")


@lru_cache(maxsize=8)
def outlined(words: str) -> bytes:
    """Return words in the serif, one unit high, as filled paths from the origin rightwards.

    Raises `FontsMissingError` when the serif is not installed.
    """
    face = _serif()
    with TTFont(face.file, fontNumber=face.number, lazy=True) as font:
        glyphs, names = font.getGlyphSet(), font.getBestCmap()
        scale, x, drawn = 1 / font["head"].unitsPerEm, 0.0, []
        for letter in words:
            glyph = glyphs[names[ord(letter)]]
            pen = _Pen(glyphs)
            glyph.draw(pen)
            drawn.append(b"q %s cm\n" % numbers(scale, 0, 0, scale, x, 0))
            drawn += [*pen.written, b"f Q\n"]
            x += glyph.width * scale
    return b"".join(drawn)


def _serif() -> Face:
    family = FAMILIES[1]
    return next(face for face in installed_faces() if (face.family, face.weight) == (family, 400))
