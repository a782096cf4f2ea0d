"""Pages for notes before the back cover, so that a book's pages are a multiple of four."""

from pikepdf import Dictionary, Pdf

from site_builder.brochure.finish.inks import Cmyk, Inks
from site_builder.brochure.finish.lettering import outlined
from site_builder.brochure.finish.placing import new_page, numbers
from site_builder.preflight.geometry import MM

LEAF = 4
"""Pages on a folded sheet."""

_WORDS = {"zh": "记事", "en": "Notes", "both": "记事 Notes"}
_MARGIN, _HEAD, _STEP, _SIZE = (length * MM for length in (22, 42, 10, 6.4))
_HAIR = 0.4


def lacking(pages: int) -> int:
    """Return how many pages a book lacks to fill its sheets."""
    return -pages % LEAF


def pad(pdf: Pdf, trim: tuple[float, float], bleed: float, inks: Inks, language: str) -> None:
    """Add the pages for notes that a document lacks, before its last page.

    `trim` and `bleed` are in PDF units; colour goes to the bleed's edge.
    """
    number = lacking(len(pdf.pages))
    if not number:
        return
    drawn = _drawn(trim, bleed, inks, _WORDS[language])
    for _ in range(number):
        pdf.pages.insert(len(pdf.pages) - 1, new_page(pdf, trim, drawn, Dictionary()))


def _drawn(trim: tuple[float, float], bleed: float, inks: Inks, words: str) -> bytes:
    width, height = trim
    ground = numbers(-bleed, -bleed, width + 2 * bleed, height + 2 * bleed)
    rules = []
    y = height - _HEAD
    while y >= _MARGIN:
        rules.append(b"%s m %s l S\n" % (numbers(_MARGIN, y), numbers(width - _MARGIN, y)))
        y -= _STEP
    head = numbers(_SIZE, 0, 0, _SIZE, _MARGIN, height - _HEAD + _STEP * 0.9)
    return b"".join(
        [
            b"%s k %s re f\n" % (_ink(inks.token("mist")), ground),
            b"%s K %s w\n" % (_ink(inks.token("line")), numbers(_HAIR)),
            *rules,
            b"q %s k %s cm\n" % (_ink(inks.token("pine")), head),
            outlined(words),
            b"Q\n",
        ]
    )


def _ink(inks: Cmyk) -> bytes:
    return numbers(*inks)
