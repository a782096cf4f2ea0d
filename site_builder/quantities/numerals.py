"""Numbers written in words: 一百二十, 三分之一, two hundred, three-quarters."""

from collections.abc import Sequence
from decimal import Decimal

ZH_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
}
_ZH_PLACES = {"十": 10, "百": 100, "千": 1000}
_ZH_MYRIADS = {"万": 10**4, "亿": 10**8}

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
EN_NUMBERS = {word: value for value, word in enumerate(_ONES)} | {
    word: 10 * (place + 2) for place, word in enumerate(_TENS)
}
EN_PLACES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "dozen": 12}
EN_ORDINALS = {word: value for value, word in enumerate(_ORDINALS)} | {
    f"{word[:-1]}ieth": value for word, value in EN_NUMBERS.items() if word in _TENS
}
EN_MULTIPLES = {
    "once": 1,
    "single": 1,
    "both": 2,
    "twice": 2,
    "double": 2,
    "doubled": 2,
    "doubles": 2,
    "doubling": 2,
    "twofold": 2,
    "pair": 2,
    "pairs": 2,
    "triple": 3,
    "tripled": 3,
    "triples": 3,
    "threefold": 3,
    "thrice": 3,
    "quadruple": 4,
    "fourfold": 4,
    "fivefold": 5,
    "tenfold": 10,
}
EN_WHOLES = {"full": 100, "fully": 100, "wholly": 100, "entirely": 100, "all": 100}
"""Words for all of something, in per cent."""
EN_PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4} | {
    f"{word}{plural}": value
    for word, value in EN_ORDINALS.items()
    if value > 3
    for plural in ("", "s")
}
"""Words for parts of a whole, by the number of parts: a third, two fifths."""


_MOST_WORDS = 8
_LARGEST = 10**16
"""亿亿 is the largest unit that has a name; 亿亿亿 is no number."""
_ZH_SIGNS = ZH_DIGITS.keys() | _ZH_PLACES.keys() | _ZH_MYRIADS.keys()


def chinese_number(written: str) -> Decimal | None:
    """Read a Chinese numeral, as a number (一百二十) or digit by digit (二〇二六); else None."""
    if not written or len(written) > 20:
        return None
    if all(sign in ZH_DIGITS for sign in written):
        return Decimal("".join(str(ZH_DIGITS[sign]) for sign in written))
    total = section = digit = 0
    for sign in written:
        if sign in ZH_DIGITS:
            digit = ZH_DIGITS[sign]
        elif sign in _ZH_PLACES:
            section += (digit or 1) * _ZH_PLACES[sign]
            digit = 0
        elif sign in _ZH_MYRIADS:
            # 万级 and 每万元 have one 万.
            total = (total + section + digit or 1) * _ZH_MYRIADS[sign]
            section = digit = 0
        if total > _LARGEST or sign not in _ZH_SIGNS:
            return None
    return Decimal(total + section + digit)


def english_number(words: Sequence[str]) -> Decimal | None:
    """Read number words in lower case, `and` left out: two hundred forty; None if they are not."""
    total = section = 0
    known = False
    for word in words[:_MOST_WORDS]:
        if word in EN_NUMBERS:
            section += EN_NUMBERS[word]
        elif word in EN_ORDINALS:
            section += EN_ORDINALS[word]
        elif word in EN_PLACES:
            size = EN_PLACES[word]
            if size in (12, 100):
                section = (section or 1) * size
            else:
                total, section = total + (section or 1) * size, 0
        else:
            return None
        known = True
    return Decimal(total + section) if known else None
