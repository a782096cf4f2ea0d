"""The boxes of a press page: sheet, bleed and trim."""

from dataclasses import dataclass

from pikepdf import Array, Page

from site_builder.brochure.finish.placing import Box
from site_builder.brochure.finish.streams import drop
from site_builder.preflight.geometry import MM

_SLUG = 10
"""Millimetres beside the trim that hold the marks."""


@dataclass(frozen=True)
class PressSheet:
    """A page on its sheet, whose corner is the origin; in PDF units."""

    width: float
    """Of the trim."""
    height: float
    bleed: float
    slug: float
    """From the sheet's edge to the trim."""

    @property
    def media(self) -> Box:
        """The sheet."""
        return 0, 0, self.width + 2 * self.slug, self.height + 2 * self.slug

    @property
    def trim(self) -> Box:
        """Where it is cut."""
        return self.slug, self.slug, self.slug + self.width, self.slug + self.height

    @property
    def bled(self) -> Box:
        """How far colour goes."""
        left, bottom, right, top = self.trim
        bleed = self.bleed
        return left - bleed, bottom - bleed, right + bleed, top + bleed


def sheet(width: float, height: float, bleed: float, *, marks: bool) -> PressSheet:
    """Return the sheet of a trim in PDF units, with `bleed` in millimetres."""
    return PressSheet(width, height, bleed * MM, max(bleed, _SLUG if marks else 0) * MM)


def set_boxes(page: Page, sheet: PressSheet) -> None:
    """Write a sheet's boxes into a page; a viewer shows the whole sheet."""
    page.obj.MediaBox = page.obj.CropBox = _array(sheet.media)
    page.obj.BleedBox, page.obj.TrimBox = _array(sheet.bled), _array(sheet.trim)
    drop(page.obj, "/ArtBox", "/Rotate")


def _array(box: Box) -> Array:
    return Array([round(part, 4) for part in box])
