"""Opening and writing: the same input gives the same bytes."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pikepdf
from pikepdf import ObjectStreamMode, Pdf

from site_builder.brochure.finish.errors import FinishError


@contextmanager
def opened(pdf: bytes) -> Iterator[Pdf]:
    """Open a document from its bytes; raise `FinishError` if it turns out to be damaged."""
    try:
        with pikepdf.open(BytesIO(pdf)) as document:
            yield document
    except pikepdf.PikepdfError as error:
        reason = (str(error) or type(error).__name__).splitlines()[0]
        raise FinishError(
            f"排好的文件读不了：{reason}。请删去 .zhaoshang/cache 后重做。",
            f"What was set cannot be read: {reason}. Delete .zhaoshang/cache and make it again.",
        ) from error


def written(document: Pdf, version: str = "") -> bytes:
    """Return a document as bytes; its identifier comes from its content.

    `version` is the PDF version that it states, if it matters. Small objects lie in streams.
    Measured on the sample's leaflet and handbook: what is compressed already is left as it
    is, since the highest compression saves 1.5 per cent of a handbook for twice the time, and
    sorting out resources saves nothing.
    """
    out = BytesIO()
    document.save(
        out,
        deterministic_id=True,
        object_stream_mode=ObjectStreamMode.generate,
        force_version=version,
    )
    return out.getvalue()
