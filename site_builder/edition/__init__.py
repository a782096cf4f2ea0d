"""Everything that is printed for one event, made as one: an edition.

Goes in: a `Publication` prepared for the event, and what is `Wanted` of it. Comes out: a folder
of files with its manifest, and what was `Made`; or an `EditionError`, and the folder as it was.
"""

from site_builder.edition.errors import EditionError, UnfitError, UsageError
from site_builder.edition.making import make_edition
from site_builder.edition.wanted import Made, Report, Wanted

__all__ = ["EditionError", "Made", "Report", "UnfitError", "UsageError", "Wanted", "make_edition"]
