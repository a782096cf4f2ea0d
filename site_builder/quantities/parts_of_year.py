"""Finds parts of a year that prose names, and names them: 第三季度, Q3, 上半年, early 2026."""

import re
from collections.abc import Sequence
from decimal import Decimal

from site_builder.quantities.mention import ONE, Mention
from site_builder.quantities.mention_units import Spelling

QUARTER, HALF, TURN = "quarter of a year", "half of a year", "turn of a year"
PARTS = (QUARTER, HALF, TURN)
"""The dimensions of what is found here."""

# 前三季度 is all three, 三个季度 any three, 一至三季度 and 一季度至三季度 are ranges.
_ZH = re.compile(
    r"第?(?<![前头至到、和及与—–-])(?<![前头至到、和及与—–-]第)(?P<quarter>[一二三四1-4])季度"
    r"(?![至到、和及与—–-])"
    r"|(?P<half>[上下])半年|(?<=[0-9本今明去次当])年"
    # 2026年初步建成 is any time of that year, 底层 a storey.
    r"(?P<turn>底(?![层部价座])|末(?![端级])|初(?![步级中期次始]))"
)
_ZH_SOON = re.compile("季度|半年|年[底末初]")
_OF_YEAR = r" of (?:(?:[a-z]{2,6} )?year|(?:19|20)[0-9]{2})"
_EN = re.compile(
    r"\b(?:Q(?P<q>[1-4])|H(?P<h>[12])|(?P<quarter>first|second|third|fourth|[1-4](?:st|nd|rd|th))"
    r" quarter|(?P<half>first|second) half(?! of (?!the year|that year|(?:19|20)[0-9]{2}))"
    rf"|(?P<end>end|close|start|beginning){_OF_YEAR}|(?P<year_end>year[ -]end)"
    r"|(?P<late>early|late) (?:19|20)[0-9]{2})\b",
    re.IGNORECASE,
)
_NUMBERS = {word: place + 1 for place, word in enumerate(("first", "second", "third", "fourth"))}
_NUMBERS |= {sign: place + 1 for place, sign in enumerate("一二三四")}
_NUMBERS |= {"上": 1, "下": 2, "初": 1, "底": 2, "末": 2, "end": 2, "close": 2, "late": 2}
_NUMBERS |= {"start": 1, "beginning": 1, "early": 1, "year-end": 2, "year end": 2}
_ORDINALS = ("first", "second", "third", "fourth")
_DIMENSIONS = {"q": QUARTER, "quarter": QUARTER, "h": HALF, "half": HALF}
# Of the end of 2026 only `end` is said otherwise; 年底 is one word.
_TURNING = frozenset({"end", "late", "year_end"})
_TURNS = {"early": ("early", "late"), "late": ("early", "late")}
_TURNS |= dict.fromkeys(("year-end", "year end"), ("start of the year", "year-end"))


def may_name_parts(chinese: str) -> bool:
    """Whether a Chinese text may name a part of a year; most do not, which is soon seen."""
    return _ZH_SOON.search(chinese) is not None


def parts_of_year(text: str, language: str) -> Sequence[Mention]:
    """Return the quarters, halves and turns of a year that a text names, in their order."""
    return [_part(match) for match in (_ZH if language == "zh" else _EN).finditer(text)]


def _part(match: re.Match[str]) -> Mention:
    """Return what a match names; of the turn of a year, only the word that says which."""
    kind = match.lastgroup or ""
    word = match[kind].lower()
    number = Decimal(_NUMBERS.get(word) or word[0])
    start, end = match.span(kind) if kind in _TURNING else match.span()
    unit = Spelling(_DIMENSIONS.get(kind, TURN), ONE)
    return Mention(start, end, match.string[start:end], number, ONE, unit, in_words=True)


def part_in_english(part: Mention, instead_of: Mention | None) -> str:
    """Write a part of a year as English text does, in the form of what it replaces."""
    number = int(part.number)
    form = instead_of.written if instead_of is not None else ""
    if part.dimension == TURN:
        said = _TURNS.get(form.lower(), ("start", "end"))[number - 1]
    elif form[1:].isdigit():
        said = f"{form[0]}{number}"
    else:
        said = f"{_ORDINALS[number - 1]} {'half' if part.dimension == HALF else 'quarter'}"
    return said[:1].upper() + said[1:] if form[:1].isupper() else said


def part_in_chinese(part: Mention) -> str:
    """Write a part of a year as Chinese text does."""
    place = int(part.number) - 1
    if part.dimension == QUARTER:
        return f"第{'一二三四'[place]}季度"
    return f"{'上下'[place]}半年" if part.dimension == HALF else f"年{'初底'[place]}"
