"""Quantities as they are read: 3.2亿元; RMB 320 million (about USD 45 million).

The only place where a number changes its unit or its words. The quantity itself is said
exactly, whatever an author wrote; what it comes to in other units, in the aside, is rounded, and
never has more digits than the quantity (see `digits_of`), in US dollars two at most.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, localcontext
from functools import lru_cache

from babel import Locale
from babel.numbers import parse_pattern

from site_builder.quantities.alike import common_size
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.names import CURRENCY_CODES, SINGULAR_PLURAL
from site_builder.quantities.quantity import Bound, Quantity
from site_builder.quantities.units import MULTIPLIERS, BaseUnit, Unit
from site_builder.quantities.writing import (
    BOUND_WORDS,
    READABLE_PLACES,
    common_word,
    digits_of,
    places,
    word_of_end,
)

_MU_PER_HECTARE = 15
_DIGITS_OF_DOLLARS = 2
# More decimals than this, and a number is said without `million`.
_SCALED_PLACES = 6

_SCALES = {" billion": 10**9, " million": 10**6, "": 1}
_CHINESE_WORDS = {size: word for word, size in MULTIPLIERS.items()}

_BOUNDS = {
    "zh": BOUND_WORDS,
    "en": {Bound.ABOUT: "about ", Bound.AT_LEAST: "at least ", Bound.AT_MOST: "at most "},
}


@dataclass(frozen=True)
class Spoken:
    """A quantity in the words of one language, in parts so that the number can stand large."""

    before: str
    """What precedes the number: `约`, `about `, `RMB `."""
    number: str
    unit: str
    """With a leading space where the language puts one."""
    aside: str = ""
    """The same in other units: `8.0 ha`, `about USD 45 million`; may be empty."""

    @property
    def short(self) -> str:
        """The quantity alone."""
        return f"{self.before}{self.number}{self.unit}"

    def __str__(self) -> str:
        """Return the quantity, with the same in other units in brackets."""
        return f"{self.short} ({self.aside})" if self.aside else self.short


@dataclass(frozen=True)
class Speaker:
    """Says quantities in one language, with US dollars at the county's stated rate."""

    language: str
    yuan_per_dollar: Fraction
    sizes: Mapping[Unit, int] = field(default_factory=dict)
    """The size of the counting word in which all quantities of a unit are said."""

    def alike(self, quantities: Iterable[Quantity], *, rough: bool = False) -> "Speaker":
        """Return a speaker who says each unit of a column in one counting word, where one suits.

        `rough` columns only have to tell large from small (see `common_size`).
        """
        columns: dict[Unit, list[Quantity]] = {}
        for quantity in quantities:
            if quantity.unit not in self.sizes:
                columns.setdefault(quantity.unit, []).append(quantity)
        found = dict(self.sizes)
        with localcontext(prec=PRECISION):
            for unit, column in columns.items():
                sizes = {self._own_size(quantity) for quantity in column}
                common = None if len(sizes) == 1 else common_size(column, sizes, rough=rough)
                if common is not None:
                    found[unit] = common
        return replace(self, sizes=found) if len(found) > len(self.sizes) else self

    def _own_size(self, quantity: Quantity) -> int:
        if self.language == "zh":
            return MULTIPLIERS[_chinese_word(quantity) or ""]
        return _SCALES[_english_scale(quantity.low, quantity.high)[2]]

    def say(self, quantity: Quantity) -> Spoken:
        """Return a quantity in words."""
        before = _BOUNDS[self.language].get(quantity.bound, "")
        # A county's areas added up in mu may have more digits than Python reckons with by itself.
        with localcontext(prec=PRECISION):
            if self.language == "zh":
                return _chinese(quantity, before, self.sizes.get(quantity.unit))
            return self._english(quantity, before)

    def number(self, value: Decimal | int) -> str:
        """Return a bare number with the language's separators."""
        return _digits(Decimal(value), self.language)

    def axis(self, word: str, unit: Unit, top: Decimal) -> tuple[str, Decimal]:
        """Return the unit a chart is read in, and the factor from the author's unit to it.

        `top` is the largest number of the chart. 53万吨 stays 万吨 in Chinese; in English
        it is read as 530, in 1,000 t.
        """
        if self.language == "zh":
            return f"{word}{unit}", Decimal(1)
        size, scale = _axis_scale(top * MULTIPLIERS[word])
        factor = Decimal(MULTIPLIERS[word]) / size
        if unit.base.dimension in CURRENCY_CODES:
            return f"{CURRENCY_CODES[unit.base.dimension]} {scale}".strip() + _per(unit), factor
        name = SINGULAR_PLURAL[unit.base.symbol][1] + _per(unit)
        return f"{scale} {name}".strip(), factor

    def _english(self, quantity: Quantity, before: str) -> Spoken:
        if quantity.dimension.startswith("money"):
            return self._english_money(quantity, before)
        unit = quantity.unit
        low, high, scale = self._scaled(quantity)
        number = low if low == high else f"{low} to {high}"
        singular, plural = SINGULAR_PLURAL[unit.base.symbol]
        one = quantity.low == quantity.high == 1
        name = (singular if one else plural) + _per(unit)
        glue = "" if unit.dimension == "ratio" or not name or name.startswith("/") else " "
        return Spoken(before, number, f"{scale}{glue}{name}", _hectares(quantity))

    def _english_money(self, quantity: Quantity, before: str) -> Spoken:
        code = CURRENCY_CODES[quantity.currency]
        low, high, scale = self._scaled(quantity)
        number = low if low == high else f"{low} to {high}"
        aside = ""
        if quantity.currency == "CNY" and quantity.dimension == "money" and not quantity.is_range:
            aside = self._dollars(quantity)
        elif quantity.dimension == "money/area" and quantity.unit.per[0].symbol == "亩":
            per_hectare = (
                _rounded(end * _MU_PER_HECTARE, digits_of(end))
                for end in (quantity.low, quantity.high)
            )
            low_ha, high_ha, scale_ha = _english_scale(*per_hectare)
            span = low_ha if low_ha == high_ha else f"{low_ha} to {high_ha}"
            aside = f"{code} {span}{scale_ha}/ha"
        return Spoken(f"{before}{code} ", number, f"{scale}{_per(quantity.unit)}", aside)

    def _scaled(self, quantity: Quantity) -> tuple[str, str, str]:
        size = self.sizes.get(quantity.unit)
        return _english_scale(quantity.low, quantity.high, wanted=size)

    def _dollars(self, quantity: Quantity) -> str:
        # An estimate at another day's rate holds no more than two digits.
        dollars = quantity.reference() / self.yuan_per_dollar
        exact = Decimal(dollars.numerator) / Decimal(dollars.denominator)
        rounded = _rounded(exact, _DIGITS_OF_DOLLARS)
        number, _, scale = _english_scale(rounded, rounded)
        return f"about USD {number}{scale}"


def _chinese(quantity: Quantity, before: str, size: int | None) -> Spoken:
    low, high = _kept(quantity.low), _kept(quantity.high)
    word = _CHINESE_WORDS[size] if size is not None else _chinese_word(quantity)
    if word is None:
        preferred = _preferred(quantity)
        # 3吨至2万亿吨: each end keeps a counting word of its own.
        low_word, word = (word_of_end(end, preferred, quantity.unit) for end in (low, high))
        lower = f"{_digits(low / MULTIPLIERS[low_word], 'zh')}{low_word}{quantity.unit}"
        number = f"{lower}至{_digits(high / MULTIPLIERS[word], 'zh')}"
        return Spoken(before, number, f"{word}{quantity.unit}")
    ends = dict.fromkeys(_digits(_kept(end / MULTIPLIERS[word]), "zh") for end in (low, high))
    return Spoken(before, "至".join(ends), f"{word}{quantity.unit}")


def _chinese_word(quantity: Quantity) -> str | None:
    """Return the counting word that suits a quantity by itself; None if its ends have two."""
    return common_word(_kept(quantity.low), _kept(quantity.high), _preferred(quantity))


def _preferred(quantity: Quantity) -> str:
    money = quantity.dimension.startswith("money")
    return _chinese_money_word(quantity) if money else quantity.word


def _chinese_money_word(quantity: Quantity) -> str:
    """亿 where it reads well, else 万, else nothing: 3.2亿元, 26518万元, 6200元/吨."""
    amount = abs(quantity.low)
    hundred_millions = quantity.low / 10**8
    if amount >= 10**8 and hundred_millions == round(hundred_millions, 2):
        return "亿"
    return "万" if amount >= 10_000 and places(quantity.low / 10_000) <= 4 else ""


def _english_scale(
    low: Decimal, high: Decimal, *, wanted: int | None = None
) -> tuple[str, str, str]:
    """Split two numbers into digits and a common word: 320000000 is 320, 320, ` million`.

    The word is of the size that is wanted, or of the one that suits these numbers.
    """
    low, high = _kept(low), _kept(high)
    top = max(abs(low), abs(high))
    for word, size in _SCALES.items():
        suits = top >= size and max(places(low / size), places(high / size)) <= _SCALED_PLACES
        if wanted == size or (wanted is None and suits):
            return _digits(low / size, "en"), _digits(high / size, "en"), word
    return _digits(low, "en"), _digits(high, "en"), ""


def _axis_scale(top: Decimal) -> tuple[int, str]:
    for size, word in ((10**9, "billion"), (10**6, "million"), (10**3, "1,000")):
        # The largest bar has two digits at least before the point.
        if abs(top) >= 10 * size:
            return size, word
    return 1, ""


def _per(unit: Unit) -> str:
    return "".join(f"/{_singular(part)}" for part in unit.per)


def _singular(part: BaseUnit) -> str:
    if part.symbol in SINGULAR_PLURAL:
        return SINGULAR_PLURAL[part.symbol][0]
    return CURRENCY_CODES[part.dimension]


def _hectares(quantity: Quantity) -> str:
    """Hectares beside mu, as English readers expect; empty for any other unit."""
    if quantity.dimension != "area" or quantity.unit.base.symbol != "亩":
        return ""
    # 15 mu are exactly one hectare; one decimal is as exact as 0.1 mu.
    low, high = (_digits(_in_hectares(end), "en") for end in (quantity.low, quantity.high))
    return f"{low} ha" if low == high else f"{low} to {high} ha"


def _in_hectares(mu: Decimal) -> Decimal:
    hectares = mu / _MU_PER_HECTARE
    decimals = 0 if hectares >= 1000 else 1 if hectares >= 1 else 2
    # Never 0 ha for what is there.
    return _rounded(round(hectares, decimals) or hectares, digits_of(mu))


def _rounded(value: Decimal, digits: int) -> Decimal:
    """Round to so many significant digits, or keep fewer."""
    return Decimal(f"{value:.{digits - 1}e}") if digits_of(value) > digits else value


def _kept(value: Decimal) -> Decimal:
    """Drop what a division leaves behind; what an author can write is kept whole."""
    if places(value) <= READABLE_PLACES:
        return value
    return Decimal(f"{value:.3e}") if abs(value) < 1 else round(value, _SCALED_PLACES)


# Babel looks locale and pattern up anew on every call; one county says many thousand numbers.
_LOCALES = {"zh": Locale("zh", script="Hans"), "en": Locale("en")}
_DECIMALS = "#" * 24
"""No number that can be written has more decimals."""
PRECISION = 80
"""How many digits are reckoned with: no number that can be written has as many."""
_GROUPED, _PLAIN = parse_pattern(f"#,##0.{_DECIMALS}"), parse_pattern(f"0.{_DECIMALS}")


@lru_cache(maxsize=65_536)
def _digits(value: Decimal, language: str) -> str:
    """Digits with the separators of English; Chinese has 万 and 亿, and groups none."""
    with localcontext(prec=PRECISION):
        return str((_GROUPED if language == "en" else _PLAIN).apply(value, _LOCALES[language]))
