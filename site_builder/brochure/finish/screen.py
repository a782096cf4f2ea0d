"""The set PDF for a screen."""

from site_builder.brochure.finish.lessened import lessen_pictures
from site_builder.brochure.finish.writing import opened, written


def screen(pdf: bytes) -> bytes:
    """Return a set PDF tagged, with bookmarks and links, in RGB, its photographs made smaller.

    One without large photographs stays as it is. What a document draws beyond its pages for
    the bleed, no viewer shows. Raises `FinishError` for a damaged file.
    """
    with opened(pdf) as document:
        return written(document) if lessen_pictures(document) else pdf
