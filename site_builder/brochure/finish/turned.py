"""Landscape pages in a portrait book: turned, so that all pages have one trim."""

from pikepdf import Matrix

from site_builder.brochure.finish.errors import FinishError
from site_builder.preflight.geometry import MM

_TOLERANCE = 0.5
"""PDF units by which two trims may differ by rounding."""


def turned(page: tuple[float, float], trim: tuple[float, float], number: int) -> Matrix:
    """Return what brings a page of a size onto the book's trim: nothing, or a quarter turn.

    The head of a turned page is at the left, left and right pages alike. Raises
    `FinishError` for a page of another size, such as a fold-out.
    """
    if _same(page, trim):
        return Matrix()
    if _same(page[::-1], trim):
        return Matrix(0, 1, -1, 0, page[1], 0)
    shown = " × ".join(f"{side / MM:.0f}" for side in page)
    book = " × ".join(f"{side / MM:.0f}" for side in trim)
    raise FinishError(
        f"这一页是 {shown} 毫米，书的成品尺寸是 {book} 毫米，装订不下。请把它分成几页。",
        f"It is {shown} mm and the book's trim {book} mm: it cannot be bound. Split it over "
        "several pages.",
        page=number,
    )


def _same(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return all(abs(p - q) <= _TOLERANCE for p, q in zip(a, b, strict=True))
