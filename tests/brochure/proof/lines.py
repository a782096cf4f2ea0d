"""The lines of a PDF's pages as they lie on paper, each with what the tags say it is part of.

Lengths are millimetres, from the left and upper edges of the trim; sizes of type are points.
"""

import ctypes
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from itertools import count
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

MM = 72 / 25.4
INLINE = frozenset({"Span", "Link", "Lbl", "NonStruct", "Strong", "Em", "Reference"})
"""Tags of what stands inside a line."""
_FAR = 1.6
"""A gap of so many ems parts two lines that stand beside each other, as in a table."""
_BACK = 1.0
"""A letter may begin so many ems before the end of the one before it, as in a ligature."""
_SAME = 0.35
"""What part of its size a letter may be raised and still stand on its line."""


@dataclass(frozen=True)
class Tag:
    """An element of the structure tree, with those around it."""

    number: int
    """Its place in the document: two tags that are equal are one."""
    kind: str
    parent: "Tag | None"

    @property
    def around(self) -> "Iterator[Tag]":
        """Yield it, then what it stands in, outward."""
        tag: Tag | None = self
        while tag is not None:
            yield tag
            tag = tag.parent

    def within(self, *kinds: str) -> "Tag | None":
        """Return the nearest of these kinds, from itself outward."""
        return next((tag for tag in self.around if tag.kind in kinds), None)

    @property
    def block(self) -> "Tag":
        """What its line is a part of: a paragraph, a heading, a cell."""
        return next((tag for tag in self.around if tag.kind not in INLINE), self)

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading, or stands in one."""
        return any(re.fullmatch("H[1-6]?", tag.kind) for tag in self.around)


@dataclass(frozen=True)
class Letter:
    """A character: the room it takes along its line, and its ink."""

    sign: str
    left: float
    right: float
    baseline: float
    ink: tuple[float, float, float, float]
    """Left, top, right and bottom of what is black."""
    size: float
    font: str
    tag: Tag | None
    soft: bool = False
    """Whether it is a hyphen that may stand there only because the line ends."""


@dataclass(frozen=True)
class Line:
    """Letters that stand on one line and are read together."""

    letters: Sequence[Letter]

    @cached_property
    def text(self) -> str:
        """What it says; a hyphen at its end that is not in the text is `-`."""
        return "".join(letter.sign for letter in self.letters)

    @property
    def left(self) -> float:
        return self.letters[0].left

    @property
    def right(self) -> float:
        return self.letters[-1].right

    @property
    def baseline(self) -> float:
        return self.letters[0].baseline

    @property
    def size(self) -> float:
        return max(letter.size for letter in self.letters)

    @property
    def tag(self) -> Tag | None:
        return self.letters[0].tag

    @property
    def block(self) -> Tag | None:
        return self.tag.block if self.tag else None

    @property
    def ink(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of what is black."""
        boxes = [letter.ink for letter in self.letters]
        return (
            min(box[0] for box in boxes),
            min(box[1] for box in boxes),
            max(box[2] for box in boxes),
            max(box[3] for box in boxes),
        )


@dataclass(frozen=True)
class Page:
    """A page with its lines."""

    number: int
    """Counted from 1."""
    width: float
    height: float
    lines: Sequence[Line]
    """In the order in which they are drawn."""
    tags: frozenset[Tag]
    """What has a part of itself on the page, drawings without words as well."""


def read(file: Path | bytes) -> list[Page]:
    """Return the pages of a PDF."""
    tags = _tags(file)
    with pypdfium2.PdfDocument(file) as document:
        return [_page(number, page, tags) for number, page in enumerate(document)]


def _page(number: int, page: pypdfium2.PdfPage, tags: Mapping[tuple[int, int], Tag]) -> Page:
    left, bottom, right, top = page.get_trimbox()
    letters = list(_letters(number, page, (left, top), tags))
    return Page(
        number + 1,
        (right - left) / MM,
        (top - bottom) / MM,
        tuple(_lines(letters)),
        frozenset(tag for (place, _), tag in tags.items() if place == number),
    )


def _letters(
    number: int,
    page: pypdfium2.PdfPage,
    corner: tuple[float, float],
    tags: Mapping[tuple[int, int], Tag],
) -> Iterator[Letter]:
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    loose = pdfium.FS_RECTF()
    fonts: dict[int, tuple[str, float, Tag | None]] = {}
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        soft = pdfium.FPDFText_IsHyphen(text, index) == 1 or chr(code) == _HYPHEN
        sign = "-" if soft else chr(code)
        if pdfium.FPDFText_IsGenerated(text, index) == 1 and not soft:
            continue
        item = pdfium.FPDFText_GetTextObject(text, index)
        place = ctypes.cast(item, ctypes.c_void_p).value or 0
        if place not in fonts:
            mark = pdfium.FPDFPageObj_GetMarkedContentID(item) if place else -1
            fonts[place] = (_font(text, index), _size(text, index), tags.get((number, mark)))
        font, size, tag = fonts[place]
        pdfium.FPDFText_GetLooseCharBox(text, index, loose)
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        ink = text.get_charbox(index)
        yield Letter(
            sign,
            (loose.left - corner[0]) / MM,
            (loose.right - corner[0]) / MM,
            (corner[1] - y.value) / MM,
            (
                (ink[0] - corner[0]) / MM,
                (corner[1] - ink[3]) / MM,
                (ink[2] - corner[0]) / MM,
                (corner[1] - ink[1]) / MM,
            ),
            size,
            font,
            tag,
            soft,
        )


_HYPHEN = "\u2010"
"""What WeasyPrint ends a line with inside a word; authors type another one."""


def _font(text: pypdfium2.PdfTextPage, index: int) -> str:
    size = pdfium.FPDFText_GetFontInfo(text, index, None, 0, None)
    name = ctypes.create_string_buffer(size)
    pdfium.FPDFText_GetFontInfo(text, index, name, size, None)
    return name.value.decode("utf-8", "replace")


def _size(text: pypdfium2.PdfTextPage, index: int) -> float:
    """Return a letter's size on paper in points, whatever its text is scaled by."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    size: float = pdfium.FPDFText_GetFontSize(text, index)
    return size * math.hypot(matrix.c, matrix.d)


def _lines(letters: Sequence[Letter]) -> Iterator[Line]:
    line: list[Letter] = []
    for letter in letters:
        if line and not _follows(line[-1], letter):
            yield from _line(line)
            line = []
        line.append(letter)
    yield from _line(line)


def _line(letters: list[Letter]) -> Iterator[Line]:
    """Yield a line without the spaces at its ends; nothing if it is empty."""
    while letters and not letters[-1].sign.strip():
        letters.pop()
    while letters and not letters[0].sign.strip():
        letters.pop(0)
    if letters:
        yield Line(tuple(letters))


def _follows(one: Letter, other: Letter) -> bool:
    em = max(one.size, other.size) / MM
    blocks = [letter.tag.block if letter.tag else None for letter in (one, other)]
    return (
        blocks[0] == blocks[1]
        and abs(one.baseline - other.baseline) < _SAME * em
        and -_BACK * em < other.left - one.right < _FAR * em
    )


def _tags(file: Path | bytes) -> Mapping[tuple[int, int], Tag]:
    """Return the tag of every marked content, by page, counted from 0, and its number there."""
    with pikepdf.open(_opened(file)) as document:
        root = document.Root.get("/StructTreeRoot")
        if root is None:
            return {}
        pages = {page.obj.objgen: number for number, page in enumerate(document.pages)}
        found: dict[tuple[int, int], Tag] = {}
        numbers = count(1)

        def walk(item: object, tag: Tag | None, page: int) -> None:
            if isinstance(item, pikepdf.Array):
                for one in item:
                    walk(one, tag, page)
            elif isinstance(item, pikepdf.Dictionary):
                page = pages[item.Pg.objgen] if "/Pg" in item else page
                if "/MCID" in item:
                    walk(item.MCID, tag, page)
                elif "/S" in item:
                    tag = Tag(next(numbers), str(item.S)[1:], tag)
                    walk(item.get("/K", pikepdf.Array()), tag, page)
            elif tag is not None:
                found[page, int(item)] = tag  # type: ignore[call-overload]

        walk(root.K, None, -1)
        return found


def _opened(file: Path | bytes) -> Path | BytesIO:
    return BytesIO(file) if isinstance(file, bytes) else file
