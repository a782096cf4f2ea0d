"""Chinese and English say the same figures, and English text reads as English.

Goes in: one record. Come out: English left in the Chinese, figures that differ or
stand in one language only, full-width signs, and expressions that were translated word for word.
Names are compared in `names.py`.
"""

import re
from collections.abc import Iterator

from site_builder.checks.law.personal import numbers_in
from site_builder.checks.scope import Terms
from site_builder.checks.translation.literal import literal_translations
from site_builder.checks.translation.parity import Discrepancy, discrepancies
from site_builder.checks.translation.untranslated import english_in, shortened
from site_builder.content.catalog import AnyEntry
from site_builder.content.model import Text
from site_builder.content.source import Loc, Source
from site_builder.content.walk import texts
from site_builder.diagnostics import Diagnostic, Rule, Words, both
from site_builder.quantities.mention import Mention
from site_builder.quantities.rewriting import in_chinese, in_english

# Ideographic punctuation, full-width letters and signs, and units squeezed into one sign.
_FULLWIDTH = re.compile(r"[\u3000-\u303f\u3300-\u33ff\uff01-\uff65\uffe0-\uffe6]+")
_NARROW = {"。": ".", "、": ", ", "《": "“", "》": "”", "「": "“", "」": "”", "〔": "[", "〕": "]"}
_NARROW |= {"【": "[", "】": "]", "　": " ", "￥": "RMB ", "㎡": " m²", "㎏": " kg", "㎞": " km"}
# An English comma or colon is followed by a space.
_NARROW |= {"，": ", ", "；": "; ", "：": ": "}

_ZH, _EN = Words("中文", "Chinese"), Words("英文", "English")


def check_translation(entry: AnyEntry, _terms: Terms) -> Iterator[Diagnostic]:
    """Yield what an approved record says differently in its two languages."""
    source = entry.source
    pairs = texts(entry)
    for loc, text in pairs:
        english = english_in(text.zh, loc)
        if english is not None:
            # What is not translated has nothing that could be compared.
            yield _untranslated(source, (*loc, "zh"), text.zh, *english)
            continue
        for discrepancy in discrepancies(text.zh, text.en):
            if not _is_private(discrepancy, text):
                yield _figures(source, loc, text, discrepancy)
        if not text.en.isascii():
            yield from _fullwidth(source, (*loc, "en"), text.en)
    yield from literal_translations(source, pairs)


def _is_private(found: Discrepancy, text: Text) -> bool:
    """Whether a figure is of somebody's number: that is told elsewhere, and not repeated here."""
    return any(
        figure is not None
        and any(
            number.begin < figure.end and figure.start < number.end for number in numbers_in(value)
        )
        for figure, value in ((found.zh, text.zh), (found.en, text.en))
    )


def _figures(source: Source, loc: Loc, text: Text, found: Discrepancy) -> Diagnostic:
    zh, en = found.zh, found.en
    if zh is not None and en is not None:
        return source.diagnostic_at(
            source.stretch((*loc, "en"), text.en, en.start, en.end),
            Rule.NUMBER_MISMATCH,
            (*loc, "en"),
            chinese=zh.written,
            english=en.written,
            right_english=in_english(zh, en),
            right_chinese=in_chinese(en, zh),
        )
    if zh is not None:
        return _one_sided(source, (*loc, "zh"), text.zh, zh, right=in_english(zh))
    if en is None:
        raise ValueError("a discrepancy has a figure")
    return _one_sided(source, (*loc, "en"), text.en, en, right=in_chinese(en))


def _one_sided(source: Source, loc: Loc, value: str, figure: Mention, *, right: str) -> Diagnostic:
    has, lacks = (_ZH, _EN) if loc[-1] == "zh" else (_EN, _ZH)
    return source.diagnostic_at(
        source.stretch(loc, value, figure.start, figure.end),
        Rule.NUMBER_UNTRANSLATED,
        loc,
        figure=figure.written,
        **both(has=has, lacks=lacks),
        right=right,
    )


def _untranslated(source: Source, loc: Loc, value: str, start: int, end: int) -> Diagnostic:
    return source.diagnostic_at(
        source.stretch(loc, value, start, end),
        Rule.ENGLISH_IN_CHINESE,
        loc,
        found=shortened(value[start:end]),
    )


def _fullwidth(source: Source, loc: Loc, value: str) -> Iterator[Diagnostic]:
    """Yield the first full-width signs of a text: one finding sends the author to the line."""
    match = _FULLWIDTH.search(value)
    if match is not None:
        yield source.diagnostic_at(
            source.stretch(loc, value, *match.span()),
            Rule.FULLWIDTH_IN_ENGLISH,
            loc,
            found=match[0].strip() or match[0],
            right="".join(_narrowed(sign) for sign in match[0]).strip() or "a space",
        )


def _narrowed(sign: str) -> str:
    if sign in _NARROW:
        return _NARROW[sign]
    code = ord(sign)
    return chr(code - 0xFEE0) if 0xFF01 <= code <= 0xFF5E else " "
