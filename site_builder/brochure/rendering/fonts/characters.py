"""Which characters the standard fonts hold, and which of a text must be in a font at all."""

import unicodedata
from html import unescape


def _gb2312() -> set[str]:
    """Return the 6,763 hanzi of GB 2312 and its 682 signs and letters of other scripts."""
    found = set()
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                found.add(bytes((row, cell)).decode("gb2312"))
            except UnicodeDecodeError:
                continue
    return found


STANDARD = frozenset(
    _gb2312()
    | {chr(code) for code in range(0x20, 0x7F)}
    | {chr(code) for code in range(0xA0, 0x180)}
    # General punctuation, superscripts, currencies, letterlike signs, arrows and operators that
    # tables and drawings use, and the full-width forms of ASCII.
    | {chr(code) for code in (*range(0x2010, 0x2050), *range(0x2070, 0x20C0))}
    | {chr(code) for code in (*range(0x2100, 0x2200), *range(0x2200, 0x2270))}
    | {chr(code) for code in (*range(0x2460, 0x2474), *range(0x25A0, 0x2610), 0x2713, 0x2717)}
    | {chr(code) for code in (*range(0x3000, 0x3040), *range(0xFF01, 0xFFE6))}
)
"""What the fonts of every brochure hold, as far as the installed fonts have it."""

_UNSEEN = ("Cc", "Cf", "Zl", "Zp", "Zs", "Cs")
"""Categories of Unicode that leave no mark on paper."""


def outside(html: str, characters: frozenset[str]) -> frozenset[str]:
    """Return what a document shows and `characters` do not hold."""
    unknown = set(unescape(html)) - characters
    return frozenset(sign for sign in unknown if unicodedata.category(sign) not in _UNSEEN)
