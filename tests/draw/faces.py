"""How wide words really are: from the fonts themselves, not from the estimates of drawings."""

from functools import cache

import pytest

FOLDER = "/usr/share/fonts/opentype/noto"
FILES = {
    ("Sans", False): ("NotoSansCJK-Regular.ttc", "Noto Sans CJK SC"),
    ("Sans", True): ("NotoSansCJK-Bold.ttc", "Noto Sans CJK SC"),
    ("Serif", True): ("NotoSerifCJK-Bold.ttc", "Noto Serif CJK SC"),
}
ASCENT, DESCENT = 0.88, 0.12
"""Of an em box of Chinese; Latin letters stay inside, but for the tails of a few."""


@cache
def _font(family: str, bold: bool) -> tuple[dict[int, str], dict[str, tuple[int, int]]]:
    collection = pytest.importorskip("fontTools.ttLib").TTCollection
    file, name = FILES[family, bold]
    try:
        fonts = collection(f"{FOLDER}/{file}", lazy=True).fonts
    except OSError:
        pytest.skip(f"{file} is not installed")
    font = next(font for font in fonts if font["name"].getDebugName(1) == name)
    return font.getBestCmap(), font["hmtx"].metrics


@cache
def _advance(character: str, family: str, bold: bool) -> float:
    glyphs, metrics = _font(family, bold)
    return metrics[glyphs[ord(character)]][0] / 1000


def drawn_width(text: str, size: float, *, family: str, bold: bool) -> float:
    """Return the width of `text` as the font sets it, without kerning."""
    return size * sum(_advance(character, family, bold) for character in text)
