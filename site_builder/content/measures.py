"""The types of fields that hold quantities: money, areas, durations, prices.

Each says which units fit, and gives an author an example.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from site_builder.quantities.quantity import Quantity
from site_builder.quantities.reading import UnreadableError, read_quantity
from site_builder.quantities.writing import as_written

# What pasting brings along and no editor shows: zero-width spaces and joiners, soft hyphens,
# marks of direction, variants of a character.
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)


@dataclass(frozen=True)
class Measure:
    """The pydantic type of a field that holds a quantity of certain dimensions.

    `dimensions` lists what fits; a trailing `/*` allows any denominators, and the empty
    tuple allows everything; a currency may stand for `money`, as in `CNY/*`. `units` and
    `example` tell an author what to write. `default_unit` is what a counting word alone means
    (`3.2亿` of money is 3.2亿元). `signed` lists the dimensions that may be below zero.
    `of_whole` says that this is a part of something, and never more than 100%.
    """

    dimensions: tuple[str, ...]
    units: str
    example: str
    positive: bool = False
    default_unit: str = ""
    signed: tuple[str, ...] = ()
    of_whole: bool = False

    def fits(self, quantity: Quantity) -> bool:
        """Whether the quantity measures what this field asks for."""
        if not self.dimensions:
            return True
        names = (quantity.dimension, quantity.unit.currencies)
        return any(
            any(name.startswith(d[:-1]) for name in names) if d.endswith("/*") else d in names
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
        try:
            quantity = read_quantity(value, self.default_unit)
        except UnreadableError as error:
            if sign := _INVISIBLE.search(value):
                raise self.error("bad-quantity", value, _named(sign)) from error
            raise self.error(error.code, value, error.facts) from error
        if not self.fits(quantity):
            raise self.error("wrong-unit", value)
        measured = quantity.dimension.partition("/")[0]
        if quantity.low < 0 and measured not in self.signed:
            raise self.error("negative-quantity", value, {"corrected": _without_sign(quantity)})
        if self.positive and quantity.low <= 0:
            raise self.error("bad-quantity", value)
        if self.of_whole and quantity.highest.reference() > 1:
            raise self.error("more-than-whole", value)
        return quantity

    def error(
        self, code: str, value: str, facts: Mapping[str, str] | None = None
    ) -> PydanticCustomError:
        """Build the error of a value that does not fit this field."""
        # The type of a custom error is the code of our rule; `content.schema_errors` maps it back.
        return PydanticCustomError(
            code,
            "not a quantity",
            {"value": value, "units": self.units, "example": self.example, **(facts or {})},
        )

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


def _named(sign: re.Match[str]) -> dict[str, str]:
    """Return an invisible character as facts: itself, its name, its place, the text with names."""
    return {
        "found": sign[0],
        "invisible": _name(sign),
        "count": str(sign.start() + 1),
        "value": _INVISIBLE.sub(lambda each: f"<{_name(each)}>", sign.string),
        "meant": _INVISIBLE.sub("", sign.string),
    }


def _name(sign: re.Match[str]) -> str:
    return f"U+{ord(sign[0]):04X}"


def _without_sign(quantity: Quantity) -> str:
    low, high = sorted((abs(quantity.low), abs(quantity.high)))
    return as_written(replace(quantity, low=low, high=high))


Money = Annotated[
    Quantity, Measure(("money",), "元、万元、亿元、万美元", "3.2亿元", default_unit="元")
]
"""A sum that is spent, owned or earned: never below zero."""
Yuan = Annotated[Quantity, Measure(("CNY",), "元、万元、亿元", "3.2亿元", default_unit="元")]
"""A sum in yuan, to be compared with others."""
YearlySpending = Annotated[
    Quantity, Measure(("CNY", "USD"), "元、万元、亿元、万美元", "1.1亿元", default_unit="元")
]
"""What is spent in a year, to be added up in yuan: in yuan, or at the county's rate in dollars."""
SignedMoney = Annotated[
    Quantity,
    Measure(("money",), "元、万元、亿元、万美元", "3200万元", default_unit="元", signed=("money",)),
]
"""A sum that may be below zero: a net present value, a profit, a year's cash flow."""
Area = Annotated[Quantity, Measure(("area",), "亩、平方米、公顷、平方公里", "120亩")]
Duration = Annotated[Quantity, Measure(("duration",), "个月、年", "18个月")]
Time = Annotated[Quantity, Measure(("time",), "分钟、小时、天", "42分钟")]
Length = Annotated[Quantity, Measure(("length",), "公里、米", "12公里")]
People = Annotated[Quantity, Measure(("people",), "人、万人", "320人", default_unit="人")]
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
"""A share or a rate that is never below zero."""
Share = Annotated[Quantity, Measure(("ratio",), "%", "45%", of_whole=True)]
"""A share of a whole: between 0 and 100%."""
Price = Annotated[
    Quantity, Measure(("money/*",), "元/吨、元/件、元/千瓦时", "6200元/吨", default_unit="元")
]
MoneyPerArea = Annotated[
    Quantity, Measure(("money/area",), "万元/亩、元/平方米", "25万元/亩", default_unit="元")
]
YuanPrice = Annotated[
    Quantity, Measure(("CNY/*",), "元/千瓦时、元/立方米、元/吨", "0.42元/千瓦时", default_unit="元")
]
"""A price that is paid in China, and compared with others, in yuan."""
YuanPerArea = Annotated[
    Quantity, Measure(("CNY/area",), "万元/亩、元/平方米", "9.6万元/亩", default_unit="元")
]
"""What land costs, or must bring in: sold, and measured, in yuan."""
Rent = Annotated[
    Quantity,
    Measure(
        ("CNY/area/duration",),
        "元/平方米·月、元/平方米·年",
        "8元/平方米·月",
        default_unit="元",
    ),
]
Amount = Annotated[
    Quantity,
    Measure((), "吨/年、万吨、人次、床、千瓦、座、株", "5万吨/年", signed=("temperature", "ratio")),
]
"""Any quantity at all: a capacity, a stock, a size; only a temperature or change is below zero."""
