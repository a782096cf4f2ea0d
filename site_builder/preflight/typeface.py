"""Fonts as a PDF holds them: which codes stand for which characters, and how wide they are."""

import re
import struct
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

import pikepdf

from site_builder.preflight.limits import content_of

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_MAP = re.compile(rb"beginbf(char|range)\s(.*?)endbf(?:char|range)", re.DOTALL)
_SFNT = {b"OTTO", b"true", b"\x00\x01\x00\x00"}
"""How TrueType and OpenType programs begin."""
_MOST_CODES = 0x10000
_MOST_PAIRS = 4 * _MOST_CODES
"""Entries of a table that are read: each code may be said over again, but not for ever."""
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")


@dataclass(frozen=True)
class Typeface:
    """A font that text is shown in."""

    font: Any
    """Its dictionary."""

    @cached_property
    def name(self) -> str:
        """Its name without the mark of a subset, e.g. `Noto-Serif-CJK-SC-Bold`."""
        return _SUBSET.sub("", str(self.font.get("/BaseFont", "")).removeprefix("/"))

    @cached_property
    def is_drawn(self) -> bool:
        """Whether its glyphs are small drawings (Type 3) instead of outlines."""
        return bool(self.font.get("/Subtype") == "/Type3")

    @cached_property
    def is_composite(self) -> bool:
        """Whether its codes have two bytes, as those of Chinese fonts."""
        return bool(self.font.get("/Subtype") == "/Type0")

    @cached_property
    def _descendant(self) -> Any:
        return self.font["/DescendantFonts"][0] if self.is_composite else self.font

    @cached_property
    def is_embedded(self) -> bool:
        """Whether its outlines travel with the file."""
        descriptor = self._descendant.get("/FontDescriptor")
        return descriptor is not None and any(
            f"/FontFile{kind}" in descriptor for kind in ("", "2", "3")
        )

    @cached_property
    def unicode(self) -> Mapping[int, str] | None:
        """Which characters its codes stand for; None for a font that does not say."""
        stream = self.font.get("/ToUnicode")
        if not isinstance(stream, pikepdf.Stream):
            return None
        return dict(islice(_characters(content_of(stream)), _MOST_PAIRS))

    @cached_property
    def _widths(self) -> Mapping[int, float]:
        """Widths of codes, in thousandths of the size."""
        if self.is_composite:
            widths = _composite_widths(self._descendant.get("/W", pikepdf.Array()))
            return dict(islice(widths, _MOST_PAIRS))
        first = int(self.font.get("/FirstChar", 0))
        widths = self.font.get("/Widths", pikepdf.Array())
        return {first + number: float(width) for number, width in enumerate(widths)}

    @cached_property
    def _usual_width(self) -> float:
        return float(self._descendant.get("/DW", 1000)) if self.is_composite else 500.0

    def codes(self, shown: bytes) -> list[int]:
        """Return the codes in a string that is shown."""
        if not self.is_composite:
            return list(shown)
        return [high << 8 | low for high, low in zip(shown[::2], shown[1::2], strict=False)]

    def width(self, code: int) -> float:
        """Return how far a code moves on, in thousandths of the size."""
        return self._widths.get(code, self._usual_width)

    def is_missing(self, code: int) -> bool:
        """Whether a code shows the box that stands for a character the font does not have."""
        if self.is_composite:
            # WeasyPrint shows what is missing as glyphs beyond the last one, each its own.
            return code == 0 or code >= self._glyphs
        return code == 0 and self.font.get("/Subtype") == "/TrueType"

    @cached_property
    def _glyphs(self) -> int:
        """How many glyphs the font program has; what codes can tell apart if it does not say."""
        descriptor: Any = self._descendant.get("/FontDescriptor", {})
        program = descriptor.get("/FontFile2", descriptor.get("/FontFile3"))
        # A table of its own would say which glyph a code is; WeasyPrint writes none.
        table = self._descendant.get("/CIDToGIDMap")
        if program is None or isinstance(table, pikepdf.Stream):
            return _MOST_CODES
        return _glyph_count(program.read_bytes())

    def text(self, codes: list[int]) -> str:
        """Return the characters that codes stand for, as far as the font says."""
        return "".join((self.unicode or {}).get(code, "") for code in codes)


def _glyph_count(program: bytes) -> int:
    """Return how many glyphs a TrueType or OpenType program has; none of what was cut short."""
    try:
        return _said_count(program)
    except struct.error:
        return 0


def _said_count(program: bytes) -> int:
    """Return what the table `maxp` says, which TrueType and OpenType must have."""
    if program[:4] not in _SFNT:
        return _MOST_CODES
    (tables,) = struct.unpack_from(">H", program, 4)
    for place in range(12, 12 + 16 * tables, 16):
        if program[place : place + 4] == b"maxp":
            (offset,) = struct.unpack_from(">L", program, place + 8)
            (count,) = struct.unpack_from(">H", program, offset + 4)
            return int(count)
    return 0


def _composite_widths(widths: Any) -> Iterator[tuple[int, float]]:
    """Yield code and width from `/W`: `first [w w w]` or `first last w` (ISO 32000-1, 9.7.4.3)."""
    items = list(widths)
    place = 0
    while place + 1 < len(items):
        first, second = int(items[place]), items[place + 1]
        if isinstance(second, pikepdf.Array):
            for number, width in enumerate(second):
                yield first + number, float(width)
            place += 2
        elif place + 2 < len(items):
            for code in range(max(first, 0), min(int(second) + 1, _MOST_CODES)):
                yield code, float(items[place + 2])
            place += 3
        else:
            return


def _characters(table: bytes) -> Iterator[tuple[int, str]]:
    """Yield code and characters of a ToUnicode table (ISO 32000-1, 9.10.3)."""
    for kind, body in _MAP.findall(table):
        tokens = [(re.sub(rb"\s", b"", code), opened) for code, opened, _ in _HEX.findall(body)]
        if kind == b"char":
            for (code, _), (text, _) in zip(tokens[::2], tokens[1::2], strict=False):
                yield int(code, 16), _decoded(text)
        else:
            yield from _ranges(body)


_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]*)>|\[([^\]]*)\])")


def _ranges(body: bytes) -> Iterator[tuple[int, str]]:
    for low, high, start, listed in _RANGE.findall(body):
        codes = range(int(low, 16), min(int(high, 16) + 1, _MOST_CODES))
        if listed:
            texts = [_decoded(text) for text, _, _ in _HEX.findall(listed)]
            yield from zip(codes, texts, strict=False)
            continue
        text = _decoded(start)
        for number, code in enumerate(codes):
            # Beyond the last character of Unicode there is none.
            last = ord(text[-1]) + number if text else 0
            yield code, text[:-1] + chr(last) if text and last <= sys.maxunicode else ""


def _decoded(digits: bytes) -> str:
    """Return the text that hexadecimal digits of UTF-16 stand for."""
    text = digits.decode("ascii")
    return bytes.fromhex(text[: len(text) // 2 * 2]).decode("utf-16-be", errors="replace")
