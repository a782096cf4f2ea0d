"""Finds figures that prose writes in words: 两条, 三分之一, half a year, twenty-four, April.

Words mean many things: a `second` is a time or a place in a row. So these figures confirm what
the other language says in digits, and are seldom held against it.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from site_builder.quantities.chinese_mentions import zh_unit
from site_builder.quantities.chinese_readings import PERCENT, discount
from site_builder.quantities.english_mentions import month_mention
from site_builder.quantities.mention import Mention
from site_builder.quantities.mention_units import (
    EN_UNITS,
    MONTHS,
    PLAIN,
    ZH_UNITS,
    Spelling,
)
from site_builder.quantities.numerals import (
    EN_MULTIPLES,
    EN_NUMBERS,
    EN_ORDINALS,
    EN_PARTS,
    EN_PLACES,
    EN_WHOLES,
    ZH_DIGITS,
    chinese_number,
    english_number,
)

_ONE = Decimal(1)
_HALF = Decimal("0.5")
_COUNTED = Spelling(PLAIN, _ONE)
# `both` agrees with two things, but not with two years.
_TIMES = Spelling("times", _ONE)

_ZH_RUN = re.compile(
    r"(?P<plan>十[一二三四五六]五)|(?P<off>[一二三四五六七八九]{1,2})折(?![合旧算射叠页])|(?P<parts>[一二三四五六七八九十百千]+)分之(?P<of>[0-9.]+|[一二三四五六七八九十百]+)"
    r"|(?P<tenths>[一二两三四五六七八九])成(?P<and>[半一二三四五六七八九])?|(?P<half>半)|(?P<twice>翻番|翻一番|双|俩)|(?P<all>全部|全额|满负荷|满产|达产)"
    r"|(?P<run>(?<![0-9])[零〇一二两三四五六七八九十百千万亿]+)"
)
_EN_COUNTED = {"hundred", "hundreds", "thousand", "thousands", "dozen", "million", "billion"}
_ENGLISH_WORDS = frozenset(
    {*EN_NUMBERS, *EN_ORDINALS, *EN_PARTS, *EN_MULTIPLES, *EN_WHOLES, *_EN_COUNTED}
)
_EN_PIECE = re.compile(r"[A-Za-z]+")

_EN_UNIT = re.compile(r"[ -](?:an? |of an? )?([a-z]+(?: [a-z]+)?)", re.I)
# `80,000 tonnes a year` is a rate; `within a year` is a duration.
_EN_ONE_OF = re.compile(
    r"\b(?:one|(?:in|within|for|takes?|lasts?|after|about|over|under|than|least|most|is|,) an?)"
    r" (?P<one>year|month|week|day|hour|decade|fortnight|quarter)\b"
    r"|\ban? (?P<more>year|month|week|day|hour|decade) and a half"
    r"|\b(?P<number>[a-z]+) and a half (?P<unit>[a-z]+)",
    re.IGNORECASE,
)
_EN_ALWAYS = re.compile(r"\b(?:round|around)[ -]the[ -]clock\b", re.IGNORECASE)
_EN_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")


def worded_mentions_in(text: str, language: str) -> list[Mention]:
    """Return the figures that are written in words, in their order."""
    if language == "zh":
        return list(_chinese(text))
    return sorted([*_english(text), *_english_ones(text), *_named(text)])


def _mention(text: str, start: int, end: int, number: Decimal, unit: Spelling) -> Mention:
    return Mention(start, end, text[start:end], number, _ONE, unit, in_words=True)


# --- Chinese --------------------------------------------------------------------------------


def _chinese(text: str) -> Iterator[Mention]:
    for match in _ZH_RUN.finditer(text):
        start, end = match.span()
        if match["plan"]:
            # 十四五 is the fourteenth of the plans of five years.
            yield _mention(text, start, end, Decimal(10 + ZH_DIGITS[match["plan"][1]]), _COUNTED)
        elif match["parts"]:
            yield from _fraction(text, match)
        elif match["off"]:
            tenths = Decimal("".join(str(ZH_DIGITS[sign]) for sign in match["off"]))
            paid, off = discount(tenths)
            other = _mention(text, start, end, off, PERCENT)
            yield _mention(text, start, end, paid, PERCENT)._replace(others=(other,))
        elif match["tenths"]:
            more = Decimal(ZH_DIGITS.get(match["and"], 5)) if match["and"] else 0
            tenths = 10 * Decimal(ZH_DIGITS[match["tenths"]])
            yield _mention(text, start, end, tenths + more, PERCENT)
            yield from _whole(text, start, start + 1, match["tenths"])
        elif match["half"]:
            yield _half(text, start, end)
        elif match["all"]:
            yield _mention(text, start, end, Decimal(100), PERCENT)
        elif match["twice"]:
            yield _mention(text, start, end, Decimal(2), _COUNTED)
        else:
            yield from _whole(text, start, end, match["run"])


def _fraction(text: str, match: re.Match[str]) -> Iterator[Mention]:
    parts, written = chinese_number(match["parts"]), match["of"]
    of = _decimal(written) if written[0] in "0123456789." else chinese_number(written)
    if parts and of is not None:
        exact, *others = (
            _mention(text, *match.span(), percent, PERCENT) for percent in _percents(of, parts)
        )
        yield exact._replace(others=tuple(others))


def _percents(of: Decimal, parts: Decimal) -> Sequence[Decimal]:
    """Return a fraction in per cent, and rounded where it has no end: a third is 33% or 33.3%."""
    exact = of * 100 / parts
    if not of * 100 % parts:
        return [exact]
    return [exact, *(round(exact, places) for places in range(3))]


def _half(text: str, start: int, end: int) -> Mention:
    unit, after = zh_unit(text, end)
    if unit is None and text.startswith("个月", end):
        unit, after = ZH_UNITS["个月"], end + 2
    if unit is None or unit.dimension not in ("duration", "time"):
        return _mention(text, start, end, Decimal(50), PERCENT)
    return _mention(text, start, after, _HALF, unit)


def _whole(text: str, start: int, end: int, run: str) -> Iterator[Mention]:
    number = chinese_number(run)
    if number is None:
        return
    if text.startswith("个半", end):
        unit, after = zh_unit(text, end + 2)
        yield _mention(text, start, after, number + _HALF, unit or _COUNTED)
        return
    unit, after = zh_unit(text, end)
    if unit is not None and text.startswith("半", after):
        yield _mention(text, start, after + 1, number + _HALF, unit)
    elif unit is not None and unit.dimension != PLAIN:
        counted = _mention(text, start, end, number, _COUNTED)
        yield _mention(text, start, after, number, unit)._replace(others=(counted,))
    else:
        yield _mention(text, start, end, number, _COUNTED)


def _decimal(written: str) -> Decimal | None:
    return Decimal(written) if re.fullmatch(r"[0-9]{1,9}(?:\.[0-9]{1,9})?", written) else None


# --- English --------------------------------------------------------------------------------


def _english(text: str) -> Iterator[Mention]:
    run: list[re.Match[str]] = []
    for piece in _EN_PIECE.finditer(text):
        word = piece[0].lower()
        is_number = word in _ENGLISH_WORDS
        if run and not (_adjoin(text, run[-1], piece) and _belongs(run[-1][0].lower(), word)):
            yield from _spoken(text, run)
            run = []
        # The million of `3.2 million` belongs to its digits.
        if run or (is_number and not _follows_digits(text, piece.start())):
            run.append(piece)
    if run:
        yield from _spoken(text, run)


def _follows_digits(text: str, start: int) -> bool:
    return start >= 2 and text[start - 1] == " " and text[start - 2] in "0123456789"


def _adjoin(text: str, before: re.Match[str], after: re.Match[str]) -> bool:
    return after.start() == before.end() + 1 and text[before.end()] in " -"


def _belongs(before: str, word: str) -> bool:
    small = EN_NUMBERS.get(word, EN_ORDINALS.get(word, 99))
    tens = before in EN_NUMBERS and EN_NUMBERS[before] >= 20 and 0 < small < 10
    counted = before in EN_PLACES and word in EN_NUMBERS
    counted |= before == "and" and word in EN_NUMBERS
    of_parts = before in EN_NUMBERS and word in EN_PARTS
    joined = before in EN_PLACES and word == "and"
    return tens or counted or joined or of_parts or (word in EN_PLACES and before != "and")


def _spoken(text: str, run: list[re.Match[str]]) -> Iterator[Mention]:
    words = [piece[0].lower() for piece in run if piece[0].lower() != "and"]
    start, end = run[0].start(), run[-1].end()
    readings: list[tuple[Decimal, Spelling]] = []
    number = english_number(words)
    if number is not None:
        readings.append((number, _COUNTED))
    if words[0] in EN_MULTIPLES:
        readings.append((Decimal(EN_MULTIPLES[words[0]]), _TIMES))
    if words[0] in EN_WHOLES:
        readings.append((Decimal(EN_WHOLES[words[0]]), PERCENT))
    if words[0] in ("hundreds", "thousands"):
        readings.append((Decimal(EN_PLACES[words[0][:-1]]), _COUNTED))
    if words[-1] in EN_PARTS:
        of = english_number(words[:-1]) if len(words) > 1 else _ONE
        if of is not None:
            percents = _percents(of, Decimal(EN_PARTS[words[-1]]))
            readings += [(percent, PERCENT) for percent in reversed(percents)]
    for number, unit in list(readings):
        readings += _with_unit(text, end, number, unit)
    # What carries a unit comes first: it says the most.
    mentions = [_mention(text, start, end, number, unit) for number, unit in reversed(readings)]
    if mentions:
        yield mentions[0]._replace(others=tuple(mentions[1:]))


def _with_unit(
    text: str, end: int, number: Decimal, counted: Spelling
) -> list[tuple[Decimal, Spelling]]:
    match = _EN_UNIT.match(text, end)
    if match is None:
        return []
    name = match[1]
    unit = EN_UNITS.get(name) or EN_UNITS.get(name.split(" ")[0])
    if unit is None:
        return []
    return [(number / 100 if counted is PERCENT else number, unit)]


def _english_ones(text: str) -> Iterator[Mention]:
    for match in _EN_ONE_OF.finditer(text):
        if name := match["one"] or match["more"]:
            number = _ONE if match["one"] else _ONE + _HALF
            yield _mention(text, *match.span(), number, EN_UNITS[name.lower()])
            continue
        whole, unit = match["number"].lower(), EN_UNITS.get(match["unit"])
        if whole in EN_NUMBERS:
            number = EN_NUMBERS[whole] + _HALF
            yield _mention(text, *match.span(), number, unit or _COUNTED)


def _named(text: str) -> Iterator[Mention]:
    for match in _EN_ALWAYS.finditer(text):
        yield _mention(text, *match.span(), Decimal(24), ZH_UNITS["小时"])
    for match in _EN_MONTH.finditer(text):
        yield month_mention(text, *match.span(), in_words=True)
