"""Every fault of a printed file by its code; what is said stands in the folder `texts`."""

from enum import unique
from functools import cache

from site_builder.diagnostics import Severity
from site_builder.diagnostics.rules import Coded, RuleText, Subject
from site_builder.sheets import read_sheet

CHAPTERS = ("file", "type", "colour", "page", "press", "reading")
"""The files of texts, in the order in which the faults are listed."""


@cache
def _sheets() -> dict[str, dict[str, dict[str, str]]]:
    return {
        chapter: read_sheet("site_builder.preflight", f"texts/{chapter}.yml")
        for chapter in CHAPTERS
    }


@cache
def fault_texts() -> dict[str, RuleText]:
    """Return the texts of all faults by code."""
    return {
        code: _text(dict(texts), chapter)
        for chapter, sheet in _sheets().items()
        for code, texts in sheet.items()
        if code != "subject"
    }


def _text(texts: dict[str, str], chapter: str) -> RuleText:
    severity = Severity(texts.pop("severity"))
    return RuleText(severity=severity, lowerable=False, subject=chapter, **texts)


@cache
def chapters() -> dict[str, Subject]:
    """Return the chapters of the list of faults."""
    return {name: Subject(**sheet["subject"]) for name, sheet in _sheets().items()}


@unique
class Fault(Coded):
    """What must hold for a file to go out; the value is the stable code."""

    # --- file
    FILE_UNREACHABLE = "file-unreachable"
    PDF_UNREADABLE = "pdf-unreadable"
    PDF_ENCRYPTED = "pdf-encrypted"
    PDF_EMPTY = "pdf-empty"
    CONTENT_BROKEN = "content-broken"
    DATE_OF_NOW = "date-of-now"
    VERAPDF = "verapdf"
    VERAPDF_UNFINISHED = "verapdf-unfinished"
    INSPECTION_ENDED = "inspection-ended"
    CONTENT_TOO_LARGE = "content-too-large"
    # --- type
    FONT_NOT_EMBEDDED = "font-not-embedded"
    FONT_DRAWN = "font-drawn"
    FONT_FOREIGN = "font-foreign"
    FONT_FALLBACK = "font-fallback"
    GLYPH_MISSING = "glyph-missing"
    TEXT_UNREADABLE = "text-unreadable"
    TYPE_TINY = "type-tiny"
    # --- colour
    RGB_IN_PRESS = "rgb-in-press"
    SPOT_COLOUR = "spot-colour"
    WHITE_LOST = "white-lost"
    BLACK_OF_FOUR = "black-of-four"
    SMALL_TEXT_INKS = "small-text-inks"
    TOO_MUCH_INK = "too-much-ink"
    PICTURE_INK = "picture-ink"
    PICTURE_DAMAGED = "picture-damaged"
    # --- page
    BOX_MISSING = "box-missing"
    BOX_OUTSIDE = "box-outside"
    BOX_MOVED = "box-moved"
    TRIM_DIFFERS = "trim-differs"
    TRIM_UNKNOWN = "trim-unknown"
    BLEED_SHORT = "bleed-short"
    BLEED_NOT_REACHED = "bleed-not-reached"
    TEXT_NEAR_TRIM = "text-near-trim"
    HAIRLINE = "hairline"
    PICTURE_COARSE = "picture-coarse"
    PAGES_NOT_OF_FOUR = "pages-not-of-four"
    TOO_THICK_TO_STAPLE = "too-thick-to-staple"
    PAPER_A3 = "paper-a3"
    PAPER_TOO_LARGE = "paper-too-large"
    COLOUR_AT_EDGE = "colour-at-edge"
    # --- press
    INTENT_MISSING = "intent-missing"
    INTENT_UNUSABLE = "intent-unusable"
    PRESS_KEY_MISSING = "press-key-missing"
    PRESS_ID_MISSING = "press-id-missing"
    PRESS_ANNOTATION = "press-annotation"
    PRESS_SCRIPT = "press-script"
    LAYER_HIDDEN = "layer-hidden"
    NOT_FOR_PRESS = "not-for-press"
    # --- reading
    NOT_TAGGED = "not-tagged"
    CONTENT_UNTAGGED = "content-untagged"
    LANGUAGE_MISSING = "language-missing"
    TITLE_MISSING = "title-missing"
    ACCESS_KEY_MISSING = "access-key-missing"
    OUTLINE_MISSING = "outline-missing"
    FIGURE_WITHOUT_WORDS = "figure-without-words"
    LINK_WITHOUT_WORDS = "link-without-words"

    @property
    def text(self) -> RuleText:
        """What is said of it."""
        return fault_texts()[self.value]
