"""A quantity is a number and a unit, written once: `3.2亿元`, `3至5年`, `不低于300万元/亩`.

Reading only. How a quantity is spoken in each language is `present.quantities`.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Annotated

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from site_builder.content.units import MULTIPLIERS, Unit, parse_unit


class Bound(StrEnum):
    """How exactly an author means a number."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"


@dataclass(frozen=True)
class Quantity:
    """A number, or a range of numbers, with a unit.

    `low` and `high` are in `unit`, counting word included (3.2亿元 is 320000000 元);
    they are equal unless the author gave a range. `word` is the counting word used.
    """

    low: Decimal
    high: Decimal
    unit: Unit
    word: str = ""
    bound: Bound = Bound.EXACT

    @property
    def is_range(self) -> bool:
        """Whether two ends were written."""
        return self.low != self.high

    @property
    def dimension(self) -> str:
        """What is measured, e.g. `money/area`."""
        return self.unit.dimension

    @property
    def currency(self) -> str:
        """The ISO code of a sum of money; empty for anything else."""
        return self.unit.base.dimension if self.dimension.startswith("money") else ""

    def reference(self) -> Fraction:
        """Return the middle of the quantity in the reference unit of its dimension, exactly.

        Square metres for area, yuan for money in yuan, months for duration.
        """
        return (Fraction(self.low) + Fraction(self.high)) / 2 * self.unit.factor


_PREFIX = {
    "约": Bound.ABOUT,
    "大约": Bound.ABOUT,
    "近": Bound.ABOUT,
    "不低于": Bound.AT_LEAST,
    "不少于": Bound.AT_LEAST,
    "≥": Bound.AT_LEAST,
    "不超过": Bound.AT_MOST,
    "不高于": Bound.AT_MOST,
    "≤": Bound.AT_MOST,
}
_SUFFIX = {
    "左右": Bound.ABOUT,
    "以上": Bound.AT_LEAST,
    "以下": Bound.AT_MOST,
    "以内": Bound.AT_MOST,
}
_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,9})?|[0-9]{1,15}(?:\.[0-9]{1,9})?"
_LONGEST = 60
_PATTERN = re.compile(
    rf"(?P<prefix>{'|'.join(sorted(_PREFIX, key=len, reverse=True))})?\s*"
    rf"(?P<low>-?(?:{_NUMBER}))\s*(?P<low_unit>[^\d\s至~—–\-]*?)\s*"
    rf"(?:(?:至|~|—|–|-)\s*(?P<high>{_NUMBER})\s*)?"
    rf"(?P<unit>[^\d\s,]*?)\s*(?P<suffix>{'|'.join(_SUFFIX)})?"
)


@dataclass(frozen=True)
class Measure:
    """The pydantic type of a field that holds a quantity of certain dimensions.

    `dimensions` lists what fits; a trailing `/*` allows any denominators, and the empty
    tuple allows everything; a currency may stand for `money`, as in `CNY/USD`. `units` and
    `example` tell an author what to write.
    """

    dimensions: tuple[str, ...]
    units: str
    example: str
    positive: bool = False

    def fits(self, quantity: Quantity) -> bool:
        """Whether the quantity measures what this field asks for."""
        if not self.dimensions:
            return True
        names = (quantity.dimension, quantity.unit.currencies)
        return any(
            quantity.dimension.startswith(d[:-1]) if d.endswith("/*") else d in names
            for d in self.dimensions
        )

    def read(self, value: object) -> Quantity:
        """Return the quantity an author wrote; raise the error that says what to write."""
        if isinstance(value, Quantity):
            return value
        if not isinstance(value, str):
            raise PydanticCustomError(
                "wrong-shape", "text expected", {"expected": "quantity", "example": self.example}
            )
        quantity = read_quantity(value, units=self.units, example=self.example)
        if not self.fits(quantity):
            raise self.error("wrong-unit", value)
        if self.positive and quantity.low <= 0:
            raise self.error("bad-quantity", value)
        return quantity

    def error(self, code: str, value: str) -> PydanticCustomError:
        """Build the error of a value that does not fit this field."""
        return _error(code, value, self.units, self.example)

    def __get_pydantic_core_schema__(
        self, _source: object, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Read strings through `read`."""
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(
        self, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Editors see a string with an example."""
        return {"type": "string", "minLength": 1, "examples": [self.example]}


def _error(code: str, value: str, units: str, example: str) -> PydanticCustomError:
    # The type of a custom error is the code of our rule; `content.schema_errors` maps it back.
    return PydanticCustomError(
        code,
        "not a quantity",
        {"value": value, "units": units, "example": example},
    )


def read_quantity(text: str, *, units: str = "", example: str = "3.2亿元") -> Quantity:
    """Read what a clerk wrote; full-width digits and thousands separators are fine.

    Raises a `PydanticCustomError` whose type is the code of the rule that was broken:
    `bare-number`, `bad-quantity`, `wrong-unit` or `reversed-range`.
    """
    written = unicodedata.normalize("NFKC", text[:_LONGEST]).strip()
    match = _PATTERN.fullmatch(written)
    if match is None or len(text) > _LONGEST or len(written) > _LONGEST:
        raise _error("bad-quantity", text, units, example)
    # Without an upper end a space may have cut the unit in two: 3.2亿 元.
    written_unit = match["unit"] or match["low_unit"]
    if not match["high"]:
        written_unit = match["low_unit"] + match["unit"]
    if not written_unit:
        raise _error("bare-number", text, units, example)
    parsed = parse_unit(written_unit)
    if parsed is None:
        raise _error("wrong-unit", text, units, example)
    word, unit = parsed
    multiplier = MULTIPLIERS[word]
    low_multiplier = _multiplier_of_lower_end(match, unit, multiplier)
    if low_multiplier is None:
        raise _error("bad-quantity", text, units, example)
    low = _decimal(match["low"]) * low_multiplier
    high = _decimal(match["high"]) * multiplier if match["high"] else low
    if high < low:
        raise _error("reversed-range", text, units, example)
    bound = _PREFIX.get(match["prefix"] or "") or _SUFFIX.get(match["suffix"] or "")
    return Quantity(low, high, unit, word, bound or Bound.EXACT)


def _multiplier_of_lower_end(match: re.Match[str], unit: Unit, multiplier: int) -> int | None:
    """`300万至500万元`: the lower end may carry a counting word or unit of its own."""
    written = match["low_unit"]
    if not written or not match["high"]:
        return multiplier
    if written in MULTIPLIERS:
        return MULTIPLIERS[written]
    parsed = parse_unit(written)
    return MULTIPLIERS[parsed[0]] if parsed is not None and parsed[1] == unit else None


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


Money = Annotated[Quantity, Measure(("money",), "元、万元、亿元、万美元", "3.2亿元")]
Area = Annotated[Quantity, Measure(("area",), "亩、平方米、公顷、平方公里", "120亩")]
Duration = Annotated[Quantity, Measure(("duration",), "个月、年", "18个月")]
Time = Annotated[Quantity, Measure(("time",), "分钟、小时、天", "42分钟")]
Length = Annotated[Quantity, Measure(("length",), "公里、米", "12公里")]
People = Annotated[Quantity, Measure(("people",), "人、万人", "320人")]
DollarRate = Annotated[Quantity, Measure(("CNY/USD",), "元/美元", "7.10元/美元", positive=True)]
"""What one US dollar costs in yuan."""
Rate = Annotated[
    Quantity,
    Measure(
        ("CNY/USD", "CNY/EUR", "CNY/HKD", "CNY/JPY"),
        "元/美元、元/欧元、元/港元、元/日元",
        "7.10元/美元",
        positive=True,
    ),
]
"""What one unit of a foreign currency costs in yuan."""
Percent = Annotated[Quantity, Measure(("ratio",), "%", "16.8%")]
Price = Annotated[Quantity, Measure(("money/*",), "元/吨、元/件、元/千瓦时", "6200元/吨")]
MoneyPerArea = Annotated[Quantity, Measure(("money/area",), "万元/亩、元/平方米", "25万元/亩")]
Rent = Annotated[
    Quantity, Measure(("money/area/duration",), "元/平方米·月、元/平方米·年", "8元/平方米·月")
]
Amount = Annotated[Quantity, Measure((), "吨/年、万吨、人次、床、千瓦、座、株", "5万吨/年")]
"""Any quantity at all: a capacity, a stock, a size."""
