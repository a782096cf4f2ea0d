"""What is done to a set PDF: for screens, for office printers, for the press.

Goes in: the bytes that the renderer wrote. Comes out: bytes. Pages are not laid out again,
no clock is read, and the same input gives the same bytes. `FinishError` says what cannot be
done, in both languages.
"""

from site_builder.brochure.finish.errors import FinishError, all_of
from site_builder.brochure.finish.imposition import imposed, is_stapled
from site_builder.brochure.finish.inks import Inks, MissingInkError, read_inks
from site_builder.brochure.finish.office import office
from site_builder.brochure.finish.press import press
from site_builder.brochure.finish.profile import find_profile, installed_profile
from site_builder.brochure.finish.screen import screen
from site_builder.brochure.finish.settings import PressSettings

__all__ = [
    "FinishError",
    "Inks",
    "MissingInkError",
    "PressSettings",
    "all_of",
    "find_profile",
    "imposed",
    "installed_profile",
    "is_stapled",
    "office",
    "press",
    "read_inks",
    "screen",
]
