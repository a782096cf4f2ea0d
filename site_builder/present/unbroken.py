"""Figures that do not part at the end of a line.

HTML goes in and comes out: in its text every number stays with its currency and its unit
(3.2亿元; RMB 0.46/kWh), a day with its month, a telephone number with all its digits. No sign is
put into a figure, so that what is copied from a page can be pasted into a table. Tags, drawings,
scripts and titles pass as they are.
"""

import re
from functools import partial

from site_builder.quantities.english_mentions import MONTH_NUMBERS
from site_builder.quantities.mention_units import (
    CURRENCY_SIGNS,
    EN_SCALES,
    EN_UNITS,
    ZH_SCALES,
    ZH_UNITS,
)
from site_builder.sheets import any_of

_LONGEST_UNIT = 5
"""Letters of a unit that stays with its number; a longer word may begin the next line."""
_LONGEST_FIGURE = 24
"""Signs of a figure that still fits the narrowest column; a longer one may part."""

AS_THEY_ARE = "svg|script|style|title|option|textarea"
"""Elements whose text is not set in lines, as alternatives of a pattern."""

# Either what is not text, drawings whole, or a run of text.
_RUN = re.compile(rf"<({AS_THEY_ARE})\b.*?</\1>|<!--.*?-->|<[^>]*>|[^<]+", re.DOTALL)
_DIGIT = re.compile("[0-9]")
_CODES = any_of(sign for sign in CURRENCY_SIGNS if sign.isascii() and sign.isalpha())
_SCALES = any_of(EN_SCALES)
_UNITS = any_of([*(unit for unit in EN_UNITS if len(unit) <= _LONGEST_UNIT), "hp"])
_MONTHS = any_of(month for month in MONTH_NUMBERS if month[0].isupper())
# Whatever is counted; not what leads on to the next number.
_HAN = r"(?![至到和与及或])[\u4e00-\u9fff]"
_CHINESE_UNIT = rf"(?:{any_of(ZH_UNITS)})"
_FIGURE = re.compile(
    r"(?<![0-9#])0[0-9]{2,3}-[0-9]{7,8}(?![0-9])"
    rf"|(?<![A-Za-z0-9#.,])(?:(?:{_CODES}) )?[0-9]+(?:[.,][0-9]+)*"
    rf"(?:(?: ?(?:{any_of(ZH_SCALES)}))?(?: ?{_CHINESE_UNIT}|人次|{_HAN})"
    rf"(?:[/·]{_CHINESE_UNIT})*"
    rf"|(?: (?:{_SCALES})(?![A-Za-z]))?(?: (?:{_UNITS}|{_MONTHS})(?![A-Za-z]))?"
    rf"(?:/[A-Za-z]+[²³]?)*)"
)


def unbroken(html: str) -> str:
    """Return the HTML with every figure of its text kept on one line."""
    return _RUN.sub(_kept, html)


def _kept(run: re.Match[str]) -> str:
    text = run.group()
    if text[0] == "<":
        return text
    # Most runs of a page have no digit, which is sooner seen than that they have no figure.
    if _DIGIT.search(text):
        text = _FIGURE.sub(partial(_whole, text), text)
    # A point that parts two entries stands at the end of a line, never at its beginning.
    return text.replace(" · ", "\u00a0· ")


def _whole(text: str, figure: re.Match[str]) -> str:
    words = figure.group()
    # A number alone cannot part; an amount alone in its element is set by that element.
    if words.replace(",", "").replace(".", "").isdigit():
        return words
    if words == text.strip() and "-" not in words:
        return words
    return words if len(words) > _LONGEST_FIGURE else f'<span class="whole">{words}</span>'
