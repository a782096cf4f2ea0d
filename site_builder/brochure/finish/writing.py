"""Opening and writing: the same input gives the same bytes."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pikepdf
from pikepdf import ObjectStreamMode, Pdf


@contextmanager
def opened(pdf: bytes) -> Iterator[Pdf]:
    """Open a document from its bytes."""
    with pikepdf.open(BytesIO(pdf)) as document:
        yield document


def written(document: Pdf, version: str = "") -> bytes:
    """Return a document as bytes; its identifier comes from its content.

    `version` is the PDF version that it states, if it matters.
    """
    out = BytesIO()
    document.save(
        out,
        deterministic_id=True,
        object_stream_mode=ObjectStreamMode.generate,
        force_version=version,
    )
    return out.getvalue()
