"""Whether two texts state the same figures, as far as a first look can tell.

Most translations state theirs plainly, in whatever order. Those are seen to be right from the
digits and the words beside them; wherever a sign stands that may change what a figure means,
the first look leaves the pair to those who read it whole (`mentions.py`).
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from site_builder.quantities.english_mentions import MONTH_NUMBERS, MOST_SCALES, month_before
from site_builder.quantities.mention import COUNTED, MONEY, is_year
from site_builder.quantities.mention_units import (
    CURRENCY_SIGNS,
    EN_SCALES,
    EN_UNITS,
    MONTH,
    PLAIN,
    YEAR,
    ZH_SCALES,
    ZH_UNITS,
)
from site_builder.sheets import any_of

_Key = tuple[str, Decimal]
"""What a figure measures, and how much of it."""
_Below = tuple[_Key, ...]
"""What a figure is for: the dimension and the factor of each denominator."""
_Tally = tuple[list[_Key], dict[_Key, _Below]]
"""All figures of a text, and what those are for that say it."""

# As many digits, in whatever unit, are reckoned with exactly.
_LONGEST = 15
_ONE = Decimal(1)
# Signs before a number that may make it a designation, a sum, a place in a row.
_ODD = r"(?<=([A-Za-z$¥￥€第+．０-９-])[0-9０-９])|(?<=([BDYR$¥￥€])[ \u00a0][0-9])"
# Both begin with a digit, so that all other signs are skipped fast.
_REST = r"(?:[0-9]{0,2}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]*(?:\.[0-9]+)?)"
_JOINTS = " \u00a0-"
# The two words of `square metres` may be joined by a hyphen.
_EN_UNIT = any_of(EN_UNITS).replace(r"\ ", f"[{_JOINTS}]")
_EN_BELOW = any_of(name for name in EN_UNITS if name[0].isalpha())
_EN_SCALES = rf"(?:[{_JOINTS}]?+(?:{any_of(EN_SCALES)})(?![A-Za-z0-9²³])){{0,{MOST_SCALES}}}"
_CODES = "|".join(sign for sign in CURRENCY_SIGNS if len(sign) == 3 and sign.isalpha())
_LATIN = rf"(?:{_EN_UNIT})(?![A-Za-z0-9²³])"
_ZH_UNIT = rf"(?:{any_of(ZH_UNITS)}|[ \u00a0-]?+{_LATIN})"
_ZH_FIGURE = re.compile(
    rf"([0-9０-９](?:{_ODD}|){_REST})[ \u00a0]?+"
    rf"((?:{any_of(set(ZH_SCALES) - {'百'})}|百(?!分))?)[多余来]?[ \u00a0]?+({_ZH_UNIT}?)"
    rf"((?:[/／每·]{_ZH_UNIT}){{0,2}})(?=([半代倍折A-Za-z/／每·．０-９]|个半)|)(?:(?<=[亿万千百])(?=([0-9]))|)"
)
_EN_FIGURE = re.compile(
    rf"([0-9０-９](?:(?<=({_CODES})[ \u00a0][0-9])|{_ODD}|){_REST})"
    rf"({_EN_SCALES})(?:[{_JOINTS}]?+({_LATIN}))?"
    rf"((?:(?:/|·| ?(?:per|an?|each|every) )(?:{_EN_BELOW})(?![A-Za-z²³])){{0,2}})"
    rf"(?:(?=([A-Za-z．０-９]))|[ \u00a0-]({any_of(MONTH_NUMBERS)})(?![A-Za-z0-9²³])|)"
)
_PER_WORD = re.compile(r"/|·|／|每| ?\b(?:per|an?|each|every) ")
_PER_AREA = ("每亩", "亩均", "每公顷")
_DATED = frozenset("年月日")
_AREA = "area"
_SPACED = re.compile("[\u00a0-]")
_MONTHS = {name: Decimal(number) for name, number in MONTH_NUMBERS.items()}


def states_the_same(zh: str, en: str) -> bool:
    """Whether two texts have the same figures for sure; if not, they may still have.

    A figure that is said again, as the hectares behind mu, is no other figure.
    """
    chinese, english = _chinese(zh), None
    if chinese is not None:
        english = _english(en)
    if chinese is None or english is None:
        return False
    (one, one_below), (other, other_below) = chinese, english
    if one != other:
        if len(one) == len(other):
            one.sort()
            other.sort()
        same = one == other if len(one) == len(other) else set(one) == set(other)
        if not same:
            return False
    if not one_below or not other_below:
        return True
    return all(one_below.get(key, below) == below for key, below in other_below.items())


def _chinese(text: str) -> _Tally | None:
    """Return the figures of a Chinese text; None where one may mean something else."""
    keys: list[_Key] = []
    belows: dict[_Key, _Below] = {}
    sums = False
    for digits, odd, sign, scale, unit, per, after, more in _ZH_FIGURE.findall(text):
        if odd or sign or after or more or len(digits) > _LONGEST:
            if odd != "第" or scale or after or len(digits) > _LONGEST:
                return None
            # 第3年 is a place in a row.
            dimension, factor = PLAIN, _ONE
        elif scale or unit:
            dimension, factor = _zh_meaning(scale, unit)
            if not scale and unit in _DATED:
                dimension, factor = _dated(digits, unit, keys) or (dimension, factor)
        else:
            dimension, factor = (YEAR if is_year(digits) else PLAIN), _ONE
        number = Decimal(digits.replace(",", "") if "," in digits else digits)
        key = (dimension, number if factor is _ONE else number * factor)
        keys.append(key)
        if per:
            if belows.setdefault(key, below := _below(per)) != below:
                return None
        elif dimension in MONEY:
            sums = True
    # 每亩增收300元 says before the sum what it is for.
    if sums and any(word in text for word in _PER_AREA):
        return None
    return keys, belows


def _dated(digits: str, unit: str, before: list[_Key]) -> _Key | None:
    """Return what 年, 月 and 日 behind a number mean in a date, and the factor; None if in none."""
    if unit == "年":
        return (YEAR, _ONE) if is_year(digits) else None
    if unit == "月":
        return (MONTH, _ONE) if len(digits) <= 2 else None
    return (PLAIN, _ONE) if before and before[-1][0] == MONTH else None


def _english(text: str) -> _Tally | None:
    """Return the figures of an English text; None where one may mean something else."""
    keys: list[_Key] = []
    belows: dict[_Key, _Below] = {}
    last_month, end = -1, 0
    for match in _EN_FIGURE.finditer(text):
        digits, sign, odd, currency, scale, unit, per, letter, month = match.groups()
        if odd or currency or letter or len(digits) > _LONGEST or (sign and unit):
            return None
        if sign or scale or unit:
            dimension, factor = _en_meaning(sign, scale, unit)
        else:
            dimension, factor = (YEAR if is_year(digits) else PLAIN), _ONE
            if not per and len(digits) <= 4:
                if month is None and (before := month_before(text, match.start())) is not None:
                    month = before[0] if before.start() != last_month else None
                elif month is not None:
                    last_month = match.start(9)
                if month is not None:
                    keys.append((MONTH, _MONTHS[month]))
        number = Decimal(digits.replace(",", "") if "," in digits else digits)
        key = (dimension, number if factor is _ONE else number * factor)
        between, end = text[end : match.start()], match.end()
        if dimension == _AREA and between == " (" and _is_restated(keys, number, factor):
            continue
        keys.append(key)
        if per and belows.setdefault(key, below := _below(per)) != below:
            return None
    return keys, belows


def _is_restated(keys: Sequence[_Key], number: Decimal, factor: Decimal) -> bool:
    """Whether an area is the one before it in another unit, rounded: 500 mu (33.3 ha)."""
    dimension, amount = keys[-1] if keys else ("", _ONE)
    exponent = number.as_tuple().exponent
    step = _ONE.scaleb(exponent) if isinstance(exponent, int) else _ONE
    return dimension == _AREA and abs(amount - number * factor) * 2 <= step * factor


@lru_cache(maxsize=1024)
def _zh_meaning(scale: str, unit: str) -> _Key:
    """Return what a counting word and a unit measure, and how much one of them is."""
    size = ZH_SCALES[scale] if scale else _ONE
    if not unit:
        return PLAIN, size
    if unit == "度" and scale:
        # 2.1亿度 is electricity.
        unit = "度电"
    meaning = ZH_UNITS.get(unit) or EN_UNITS[_SPACED.sub(" ", unit.lstrip(_JOINTS))]
    return meaning.dimension, size * meaning.factor


@lru_cache(maxsize=1024)
def _en_meaning(sign: str | None, scale: str, unit: str | None) -> _Key:
    """Return what a currency or unit with its counting words measures, and how much one is."""
    size = _ONE
    for word in _SPACED.sub(" ", scale).split():
        size *= EN_SCALES[word]
    meaning = (
        CURRENCY_SIGNS[sign] if sign else EN_UNITS[_SPACED.sub(" ", unit)] if unit else COUNTED
    )
    return meaning.dimension, size * meaning.factor


@lru_cache(maxsize=1024)
def _below(per: str) -> _Below:
    """Return what denominators such as `/m² a month` measure, each with its factor."""
    names = [part for part in _PER_WORD.split(per) if part]
    # 0.46元/度 is a price of electricity.
    plain = ("度电" if name == "度" else name for name in names)
    units = (
        ZH_UNITS.get(name) or EN_UNITS[_SPACED.sub(" ", name.strip(_JOINTS))] for name in plain
    )
    return tuple((unit.dimension, unit.factor) for unit in units)
