"""Fonts and characters: what is shown must travel with the file, be Chinese, and be readable."""

import re
from collections.abc import Iterable, Iterator

from site_builder.preflight.fault import Fault
from site_builder.preflight.finding import Finish, Found
from site_builder.preflight.marks import Kind, Mark
from site_builder.preflight.printed_page import PrintedPage
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

LEAST_PRINTED = 5.0
"""Points: strokes of smaller Han characters run together."""
REDUCED = "/Reduced"
"""The entry of the information dictionary that says of an office file that it is a poster made
smaller, to be looked at: by how much."""
_ROUNDING = 0.05
_QUOTED = 20


def check_type(page: PrintedPage) -> Iterator[Found]:
    """Yield what is wrong with the fonts of a page and the characters shown in them."""
    shown: dict[int, tuple[Typeface, list[Mark]]] = {}
    for mark in page.marks:
        if mark.kind is Kind.TEXT and mark.face is not None:
            shown.setdefault(id(mark.face), (mark.face, []))[1].append(mark)
    for face, marks in shown.values():
        yield from _face(face, page.number)
        yield from _characters(face, marks, page)


def check_size(page: PrintedPage, finish: Finish) -> Iterator[Found]:
    """Yield text that is too small to be printed; on a screen it can be made larger."""
    if finish is Finish.SCREEN:
        return
    for mark in page.printed:
        if mark.kind is not Kind.TEXT or mark.face is None:
            continue
        text = mark.face.text(list(mark.codes)).strip()
        facts = {"text": shortened(text), "size": f"{mark.size:.1f}"}
        spot = page.spot(mark.box)
        if text and mark.size < LEAST_PRINTED - _ROUNDING:
            facts["least"] = f"{LEAST_PRINTED:g}"
            yield Found(Fault.TYPE_TINY, page.number, spot, facts)


def shortened(text: str) -> str:
    """Return the beginning of a text, enough to find it on the page."""
    return text if len(text) <= _QUOTED else f"{text[: _QUOTED - 1]}…"


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


def _characters(face: Typeface, marks: Iterable[Mark], page: PrintedPage) -> Iterator[Found]:
    """Yield boxes in place of characters, and glyphs that say no character."""
    missing = [mark for mark in marks if any(map(face.is_missing, mark.codes))]
    if missing:
        count = sum(face.is_missing(code) for mark in missing for code in mark.codes)
        around = face.text(list(missing[0].codes))
        spot = page.spot(missing[0].box)
        facts = {"font": face.name, "count": count, "around": around}
        yield Found(Fault.GLYPH_MISSING, page.number, spot, facts)
    known = face.unicode or {}
    for mark in marks:
        if any(not known.get(code) and not face.is_missing(code) for code in mark.codes):
            facts = {"font": face.name}
            yield Found(Fault.TEXT_UNREADABLE, page.number, page.spot(mark.box), facts)
            return
