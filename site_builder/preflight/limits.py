"""What no brochure comes near: files made to take all memory are told, not looked through."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pikepdf
from pikepdf import settings

from site_builder.diagnostics import Words, both
from site_builder.preflight.fault import Fault
from site_builder.preflight.finding import Found
from site_builder.preflight.geometry import MM

_MIB = 2**20
_MOST_UNPACKED = 512 * _MIB
"""Of one stream, for pictures too; beyond it, qpdf reads no more."""
_MOST_CONTENT = 16 * _MIB
"""Of the operators of a page or a form; a large chain map has half a MiB."""
_MOST_PIXELS = 300_000_000
"""Of one picture: a roll-up at 150 dots an inch has 56 million."""
_LONGEST = 14_400
"""The sides of a page in PDF units: readers of PDF take no longer ones."""
_PACKED = ("flate", "run_length", "png", "tiff", "dct")


class BeyondError(ValueError):
    """Content that is too large to be looked through."""

    def __init__(self, what: Words, size: str, most: str) -> None:
        super().__init__(what.en)
        self.facts = {"size": size, "most": most, **both(what=what)}
        self.page: int | None = None

    def on(self, page: int) -> "BeyondError":
        """Return it with the number of the page it is on."""
        self.page = page
        return self

    @property
    def found(self) -> Found:
        """What is said of it."""
        return Found(Fault.CONTENT_TOO_LARGE, self.page, facts=self.facts)


@contextmanager
def bounded() -> Iterator[None]:
    """Let qpdf unpack no stream beyond all measure."""
    before: dict[str, Any] = dict(settings.get_qpdf_limits())
    most: dict[str, Any] = {f"{kind}_max_memory": _MOST_UNPACKED for kind in _PACKED}
    settings.set_qpdf_limits(**most)
    try:
        yield
    finally:
        settings.set_qpdf_limits(**{name: before[name] for name in most})


def content_of(stream: Any) -> bytes:
    """Return a stream of operators, unpacked; raise `BeyondError` if it is too large."""
    content: bytes = stream.read_bytes()
    if len(content) > _MOST_CONTENT:
        what = Words("有一段内容", "a part of the content")
        most = f"{_MOST_CONTENT // _MIB} MiB"
        raise BeyondError(what, f"{len(content) // _MIB} MiB", most)
    return content


def endless(steps: int) -> BeyondError:
    """Return what is said of forms that draw each other over and over."""
    what = Words("页面内容（图中套图）", "the content of the page, forms within forms,")
    return BeyondError(what, f"> {steps:,}", f"{steps:,}")


def check_limits(pdf: pikepdf.Pdf) -> Iterator[Found]:
    """Yield pages and pictures that are too large to be looked at."""
    for number, page in enumerate(pdf.pages, 1):
        left, bottom, right, top = (float(side) for side in page.mediabox)
        longest = max(abs(right - left), abs(top - bottom))
        if not longest <= _LONGEST:
            sizes = (f"{side / MM:.0f} mm" for side in (longest, _LONGEST))
            yield BeyondError(Words("页面", "the page"), *sizes).on(number).found
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image":
            width, height = int(item.get("/Width", 0)), int(item.get("/Height", 0))
            if width * height > _MOST_PIXELS:
                what, most = Words("有一幅图片", "a picture"), f"{_MOST_PIXELS / 1e6:.0f} Mpx"
                yield BeyondError(what, f"{width} × {height}", most).found
