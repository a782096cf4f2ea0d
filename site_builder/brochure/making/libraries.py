"""The libraries that set and write, with their releases: another one may set other pages."""

import ctypes
from contextlib import suppress
from functools import cache
from importlib.metadata import version

_PACKAGES = (
    *("weasyprint", "pydyf", "cssselect2", "tinycss2", "pyphen", "fonttools"),
    *("pillow", "pikepdf"),
)
_LIBRARIES = {
    "pango_version_string": (
        *("libpango-1.0-0", "pango-1.0-0", "pango-1.0"),
        *("libpango-1.0.so.0", "libpango-1.0.dylib"),
    ),
    "hb_version_string": (
        *("libharfbuzz-0", "harfbuzz", "harfbuzz-0.0"),
        *("libharfbuzz.so.0", "libharfbuzz.0.dylib"),
    ),
}
"""What tells the release of a library, and the names WeasyPrint looks for it by."""


@cache
def libraries() -> str:
    """Return the names and releases of all of them, in one line.

    They are asked without WeasyPrint, which takes half a second to be there.
    """
    found = [f"{name} {version(name)}" for name in _PACKAGES]
    return ", ".join([*found, *(f"{tells} {_told(tells)}" for tells in _LIBRARIES)])


def _told(function: str) -> str:
    for name in _LIBRARIES[function]:
        with suppress(OSError, AttributeError):
            told = getattr(ctypes.CDLL(name), function)
            told.restype = ctypes.c_char_p
            return bytes(told()).decode("ascii", "replace")
    return "unknown"
