"""Teaches WeasyPrint 70 to set lines of Chinese; it breaks them well, and does nothing else.

Two things are added, where a style sheet switches on the feature `HANL` of the cut fonts:

- **Space between hanzi and Latin letters.** Pango shapes runs of one script at a time, so a font
  never sees the pair. The hanzi beside a letter gets the feature `LHAN` or `HANR` (see
  `brochure.rendering.fonts.spacing`). Text and breaks stay as they are, and a line's end or
  beginning has no such space, because WeasyPrint sets every line anew. A figure that may not part
  is an element of its own: there `apart` marks it, and the style sheet gives it the space as its
  padding, which is taken away again where it begins a line.
- **Lines flush on both sides** (`text-align: justify`). WeasyPrint widens spaces only, and Chinese
  has none. Here the room left in a line is spread between Chinese characters and over the spaces,
  as Pango's letter spacing: not inside words of Latin letters, not inside —— and ……. A mark that
  begins or ends a line loses its empty half (`halt`), so that the edge is flush to the eye. A line
  that would need more than `LIMIT` stays ragged, and so does the last line of a paragraph.

`set_chinese_lines` replaces functions of WeasyPrint while the program runs, because there is no
other way in. It does so only if their source is that of version 70; otherwise everything is set
as WeasyPrint does it, ragged.
"""

import inspect
import re
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from typing import Any

from site_builder.brochure.rendering.fonts.spacing import HAN, LATIN

LIMIT = 0.125
"""The most that a gap between two characters may grow by, in em."""

_EXACT = 0.02
"""How far a flush line may miss its edge, in CSS pixels."""

_ROUNDED = 0.1
"""How much wider than its room a line may come out, in CSS pixels: Pango counts in 1024ths of
one, and every piece of a line is rounded."""

_FEATURE = "HANL"
_APART = "apart"
_KNOWN = "5c3f7cddaa18b01d6e355d6859d289bcbb2874defde7ec13a4160bad15d13cf7"
"""Digest of the source of what is replaced, and of what the replacements rely on."""

_OPENING = "\u2018\u201c\u3008\u300a\u300c\u300e\u3010\u3014\u3016\uff08\uff3b\uff5b"
_CLOSING = "\u2019\u201d\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\u3017"
_CLOSING += "\uff09\uff0c\uff0e\uff1a\uff1b\uff3d\uff5d\uff01\uff1f"
# Dashes and dots of two characters are one line each, and stay whole.
_CHINESE = re.compile(f"[{HAN}\u2e80-\u33ff\uf900-\ufaff\uff01-\uffe6\u00b7{_OPENING}{_CLOSING}]+")
_FIGURE = re.compile(f'(?<=[{HAN}])<span class="whole">(?=[{LATIN}])')
_SPACE = re.compile("[ \u00a0]")
_LETTER = "A-Za-z\u00c0-\u024f"
_BEFORE_LETTER = re.compile(f"[{HAN}](?=[{_LETTER}])")
_AFTER_WORD = re.compile(f"[{_LETTER}][^{HAN}]*(?<=[{LATIN}])(?P<han>[{HAN}])")
# Between runs of letter spacing, fonts see no pairs of hanzi and digit either.
_BEFORE_LATIN = re.compile(f"[{HAN}](?=[{LATIN}])")
_AFTER_LATIN = re.compile(f"(?<=[{LATIN}])(?P<han>[{HAN}])")


def set_chinese_lines() -> bool:
    """Replace what has to be replaced, once in a process; return whether it is."""
    from weasyprint.layout import inline
    from weasyprint.text.line_break import Layout

    if getattr(Layout, "sets_chinese", False):
        return True
    if source_digest() != _KNOWN:
        return False
    _replace(inline, Layout)
    return True


def apart(html: str) -> str:
    """Return a document whose figures that must not part carry a class where hanzi precede."""
    return _FIGURE.sub(f'<span class="whole {_APART}">', html)


def source_digest() -> str:
    """Return a digest of the source of WeasyPrint that this module replaces or relies on."""
    from weasyprint.layout import inline
    from weasyprint.text import line_break

    parts = (
        *(inline.text_align, inline.justify_line, inline.add_word_spacing),
        *(line_break.Layout, line_break.create_layout, line_break.line_size),
    )
    return sha256("\n".join(map(inspect.getsource, parts)).encode()).hexdigest()


def _replace(inline: Any, layout: Any) -> None:
    set_text, text_align, justify_line = layout.set_text, inline.text_align, inline.justify_line

    def set_text_with_space(self: Any, text: str, justify: bool = False) -> None:  # noqa: FBT001, FBT002 - as in WeasyPrint
        set_text(self, text, justify)
        if self.text and _asks(self.style):
            _add_attributes(self, justify=justify)

    def text_align_flush(context: Any, line: Any, available_width: float, last: bool) -> float:  # noqa: FBT001 - as in WeasyPrint
        if _asks(line.style):
            _take_padding(line)
            if line.style["text_align_all"] == "justify":
                _trim(context, line)
        offset: float = text_align(context, line, available_width, last)
        _take_in(line, available_width)
        return offset

    def justify_chinese(context: Any, line: Any, extra_width: float) -> None:
        if not _asks(line.style):
            justify_line(context, line, extra_width)
            return
        boxes = list(_texts(line))
        units = sum(_units(box.text) for box in boxes)
        limit = LIMIT * min((box.style["font_size"] for box in boxes), default=0)
        if units > 0 and extra_width / units <= limit:
            rest = extra_width - _set_again(context, line, extra_width / units, 0)
            # A line broken before a letter was measured with the space to that letter.
            if abs(rest) > _EXACT:
                _set_again(context, line, (extra_width + rest) / units, 0)

    layout.sets_chinese = True
    layout.edges = (False, False)
    layout.set_text = set_text_with_space
    inline.text_align = text_align_flush
    inline.justify_line = justify_chinese


def _take_in(line: Any, available_width: float) -> None:
    """Let a line that is wider than its room by a hair fit: it would go below a float beside it."""
    if 0 < line.width - available_width <= _ROUNDED:
        line.width = available_width


def _asks(style: Any) -> bool:
    settings = style["font_feature_settings"]
    return settings != "normal" and _asked(settings)


@lru_cache(maxsize=64)
def _asked(settings: tuple[tuple[str, int], ...]) -> bool:
    return any(name == _FEATURE and on for name, on in settings)


def _texts(box: Any) -> Iterator[Any]:
    """Yield the boxes of text in a line."""
    from weasyprint.formatting_structure import boxes

    if isinstance(box, boxes.TextBox):
        yield box
    elif isinstance(box, boxes.LineBox | boxes.InlineBox):
        for child in box.children:
            if child.is_in_normal_flow():
                yield from _texts(child)


def _units(text: str) -> float:
    """Return how many times the spacing of a text's gaps widens it.

    Pango puts half of a character's spacing on either side of it, but nothing at the ends.
    """
    count = float(len(_SPACE.findall(text)))
    for run in _CHINESE.finditer(text):
        ends = (run.start() == 0) + (run.end() == len(text))
        count += len(run.group()) - ends / 2
    return count


def _take_padding(line: Any) -> None:
    """Let a figure that begins a line begin it without space."""
    from weasyprint.formatting_structure import boxes

    around, box = [], line
    while box.children and isinstance(box.children[0], boxes.InlineBox):
        around.append(box)
        box = box.children[0]
        if box.element is not None and _APART in box.element.get("class", "").split():
            break
    else:
        return
    padding, box.padding_left = box.padding_left, 0
    for child in box.children:
        child.translate(-padding, 0)
    for outer in around:
        outer.width -= padding
        for child in outer.children[1:]:
            child.translate(-padding, 0)


def _trim(context: Any, line: Any) -> None:
    """Take the empty halves off the marks at both ends of a line."""
    boxes = [box for box in _texts(line) if box.text]
    if not boxes:
        return
    first, last = boxes[0], boxes[-1]
    opens = re.match(f"[{_OPENING}](?![{_OPENING}])", first.text) is not None
    closes = last.text[-1] in _CLOSING
    if opens or closes:
        edges = {id(first): (opens, False)}
        edges[id(last)] = (opens and first is last, closes)
        _set_again(context, line, 0, 0, edges)


def _set_again(
    context: Any,
    box: Any,
    spacing: float,
    advance: float,
    edges: dict[int, tuple[bool, bool]] | None = None,
) -> float:
    """Set the texts of a box with `spacing` in their gaps; return by how much it all moves on."""
    from weasyprint.formatting_structure import boxes
    from weasyprint.text.line_break import create_layout, line_size

    if isinstance(box, boxes.TextBox):
        box.position_x += advance
        box.justification_spacing = spacing
        layout = create_layout(box.text, box.style, context, None, spacing)
        before = getattr(box.pango_layout, "edges", (False, False))
        layout.edges = edges.get(id(box), before) if edges else before
        layout.set_text(box.text, justify=True)
        width, _ = line_size(layout.get_first_line()[0], box.style)
        layout.deactivate()
        box.pango_layout = layout
        advance += width - box.width
        box.width = width
    elif isinstance(box, boxes.LineBox | boxes.InlineBox):
        box.position_x += advance
        start = advance
        for child in box.children:
            if child.is_in_normal_flow():
                advance = _set_again(context, child, spacing, advance, edges)
        box.width += advance - start
    else:
        box.translate(advance, 0)
    return advance


def _add_attributes(layout: Any, *, justify: bool) -> None:
    """Tell Pango of the features and the spacing of single characters in a layout's text."""
    from weasyprint.text.ffi import TO_UNITS, ffi, pango

    text = layout.text
    found = list(_features(text, everywhere=justify))
    opens, closes = layout.edges if justify else (False, False)
    if opens:
        found.append((0, 1, "halt"))
    if closes:
        found.append((len(text) - 1, len(text), "halt"))
    runs = _CHINESE.finditer(text) if justify and layout.justification_spacing else ()
    spaced = [run.span() for run in runs]
    if not found and not spaced:
        return
    listed = pango.pango_layout_get_attributes(layout.layout)
    if listed == ffi.NULL:
        listed = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
    offsets = _byte_offsets(text)
    for start, end, feature in found:
        attribute = pango.pango_attr_font_features_new(f"{feature} 1".encode())
        attribute.start_index, attribute.end_index = offsets[start], offsets[end]
        pango.pango_attr_list_insert(listed, attribute)
    usual = layout.style["letter_spacing"]
    spacing = layout.justification_spacing + (0 if usual == "normal" else usual)
    for start, end in spaced:
        attribute = pango.pango_attr_letter_spacing_new(int(spacing * TO_UNITS))
        attribute.start_index, attribute.end_index = offsets[start], offsets[end]
        pango.pango_attr_list_change(listed, attribute)
    pango.pango_layout_set_attributes(layout.layout, listed)


# Every text is set several times: to find its line's end, to make it flush, to be drawn.
@lru_cache(maxsize=2048)
def _features(text: str, *, everywhere: bool) -> tuple[tuple[int, int, str], ...]:
    before, after = (_BEFORE_LATIN, _AFTER_LATIN) if everywhere else (_BEFORE_LETTER, _AFTER_WORD)
    found = [(match.start(), match.end(), "HANR") for match in before.finditer(text)]
    found += [(match.start("han"), match.end("han"), "LHAN") for match in after.finditer(text)]
    return tuple(found)


def _byte_offsets(text: str) -> list[int]:
    """Return where every character begins in the text's UTF-8, and where the text ends."""
    offsets = [0]
    for character in text:
        offsets.append(offsets[-1] + len(character.encode()))
    return offsets
