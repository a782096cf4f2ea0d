"""Fonts and characters: what is shown must travel with the file, be Chinese, and be readable."""

import re
from collections.abc import Iterable, Iterator

from site_builder.preflight.fault import Fault
from site_builder.preflight.finding import Found
from site_builder.preflight.marks import Kind, Mark
from site_builder.preflight.sheet import Sheet
from site_builder.preflight.typeface import Typeface

FOREIGN = re.compile(
    r"(?:CJK|Sans|Serif|Mono|Han)[ _-]*(?:CJK)?[ _-]*(?:JP|KR|TC|HK|jp|kr|tc|hk)(?:\b|(?=[-_A-Z]))"
    r"|SourceHan(?:Sans|Serif)(?:K|HC|HW|TC)?-"
    r"|(?:IPA|Takao|VL)[- ]?(?:ex)?(?:Gothic|Mincho)|MS-?(?:Gothic|Mincho)"
    r"|Nanum|UnDotum|Batang|Malgun"
)
"""Faces with the shapes of Japan, Korea, Taiwan and Hong Kong; those of Source Han without a
region are Japan's."""
FALLBACK = re.compile(
    r"DejaVu|Bitstream|Liberation|Nimbus|FreeS(?:ans|erif)|Free[- ]?Mono|Unifont|Symbola|Droid"
    r"|WenQuan|AR[- ]?PL|Noto[- ]?(?:Color[- ]?)?Emoji|Last[- ]?Resort",
    re.IGNORECASE,
)
"""Faces that are there for what no chosen face has."""


def check_type(sheet: Sheet) -> Iterator[Found]:
    """Yield what is wrong with the fonts of a page and the characters shown in them."""
    shown: dict[int, tuple[Typeface, list[Mark]]] = {}
    for mark in sheet.marks:
        if mark.kind is Kind.TEXT and mark.face is not None:
            shown.setdefault(id(mark.face), (mark.face, []))[1].append(mark)
    for face, marks in shown.values():
        yield from _face(face, sheet.number)
        yield from _characters(face, marks, sheet)


def _face(face: Typeface, page: int) -> Iterator[Found]:
    facts = {"font": face.name or "Type 3"}
    if face.is_drawn:
        yield Found(Fault.FONT_DRAWN, page, facts=facts)
    elif not face.is_embedded:
        yield Found(Fault.FONT_NOT_EMBEDDED, page, facts=facts)
    if FOREIGN.search(face.name):
        yield Found(Fault.FONT_FOREIGN, page, facts=facts)
    elif FALLBACK.search(face.name):
        yield Found(Fault.FONT_FALLBACK, page, facts=facts)


def _characters(face: Typeface, marks: Iterable[Mark], sheet: Sheet) -> Iterator[Found]:
    """Yield boxes in place of characters, and glyphs that say no character."""
    missing = [mark for mark in marks if any(map(face.is_missing, mark.codes))]
    if missing:
        count = sum(face.is_missing(code) for mark in missing for code in mark.codes)
        around = face.text(list(missing[0].codes))
        spot = sheet.spot(missing[0].box)
        facts = {"font": face.name, "count": count, "around": around}
        yield Found(Fault.GLYPH_MISSING, sheet.number, spot, facts)
    known = face.unicode or {}
    for mark in marks:
        if any(not known.get(code) and not face.is_missing(code) for code in mark.codes):
            facts = {"font": face.name}
            yield Found(Fault.TEXT_UNREADABLE, sheet.number, sheet.spot(mark.box), facts)
            return
