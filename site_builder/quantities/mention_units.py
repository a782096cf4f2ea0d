"""How units are spelt inside prose, Chinese and English, each with its dimension and factor.

Factors are decimals of a reference unit of their own (mu for area, seconds for time, months
for duration), so that figures of two languages compare exactly and fast.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from site_builder.quantities.aliases import SYMBOLS
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.names import CURRENCY_MARKS, LONG_FORMS, SINGULAR_PLURAL
from site_builder.quantities.units import BASES

PLAIN = ""
"""The dimension of a number whose unit is unknown or only counts things."""
YEAR = "year"
MONTH = "month"
RATIO = "ratio"
CODE = "code"


class Spelling(NamedTuple):
    """What a written unit means."""

    dimension: str
    factor: Decimal
    symbol: str = ""
    """The unit of the table `units.BASES` that it stands for, if there is one."""


# Mu, seconds and months make every factor a finite decimal; square metres would not.
_RESCALED = {"area": Fraction(3, 2000), "time": Fraction(60)}
_KEPT = {"CNY", "USD", "EUR", "HKD", "JPY", "area", "volume", "mass", "length", "duration"}
_KEPT |= {"time", "power", "apparent-power", "voltage", "energy", "temperature", "bandwidth"}
_KEPT |= {RATIO}
_HAN = re.compile("[\u4e00-\u9fff]+")


def _of_table(symbol: str) -> Spelling:
    unit = BASES[symbol]
    factor = unit.factor * _RESCALED.get(unit.dimension, Fraction(1))
    exact = Decimal(factor.numerator) / Decimal(factor.denominator)
    return Spelling(unit.dimension, exact, symbol)


def _spelt(dimension: str, **factors: str) -> dict[str, Spelling]:
    return {name: Spelling(dimension, Decimal(factor)) for name, factor in factors.items()}


ZH_UNITS: Mapping[str, Spelling] = {
    **{symbol: _of_table(symbol) for symbol, unit in BASES.items() if unit.dimension in _KEPT},
    **{
        written: _of_table(symbol)
        for written, symbol in SYMBOLS.items()
        # Latin signs are read as in English.
        if BASES[symbol].dimension in _KEPT and _HAN.fullmatch(written)
    },
    **_spelt("mass", 吨标准煤="1", 毫克="1e-9", 微克="1e-12"),
    **_spelt("volume", 方="1"),
    **_spelt("length", 微米="1e-6", 纳米="1e-9"),
    **_spelt("duration", 个季度="3", 月龄="1"),
    **_spelt("bandwidth", 兆="1"),
    **_spelt(
        "time",
        秒="1",
        秒钟="1",
        周="604800",
        个星期="604800",
        个小时="3600",
        学时="3600",
        个工作日="86400",
    ),
    **_spelt("time", 工作日="86400"),
    **_spelt("power", 吉瓦="1e6"),
    **_spelt("apparent-power", 伏安="1e-3"),
    **_spelt("energy", 度电="1", 吉瓦时="1e6", 瓦时="1e-3"),
    **_spelt("heat", 焦="1", 焦耳="1", 兆焦="1e6", 吉焦="1e9", 百万千焦="1e9"),
    **_spelt("pressure", 帕="1", 兆帕="1e6"),
    **_spelt("frequency", 赫兹="1", 赫="1", 兆赫="1e6"),
    **_spelt("temperature", **{"℃": "1"}),
    **_spelt(RATIO, **{"‰": "0.001", "个百分点": "0.01", "百分点": "0.01"}),
    "％": _of_table("%"),
    "㎡": _of_table("平方米"),
    "㎥": _of_table("立方米"),
    "㎞": _of_table("公里"),
    "㎏": _of_table("千克"),
    # A degree is of heat, of a slope, or a unit of electricity: only its number compares.
    "度": Spelling(PLAIN, Decimal(1)),
}
"""Units as written in Chinese prose; Latin ones are read as in English."""

# What careful English writes in full, and the signs it uses, is one list with how the program
# speaks. `A` behind a number is no year, and in `in 2025 RMB 3 million` 2025 is no sum.
_SAID = re.compile(r"[A-Za-z%‰°℃][A-Za-z²³]*(?: [A-Za-z]+)?")
_NEVER = frozenset({"a", "RMB", "CNY", "USD", "EUR", "HKD", "JPY"})


def _of_names() -> Iterator[tuple[str, Spelling]]:
    """Yield the English names of units, of one or two words, the table's own names first."""
    listed = (*LONG_FORMS.items(), *CURRENCY_MARKS.items())
    names = [(symbol, name) for symbol, both in SINGULAR_PLURAL.items() for name in both]
    names += [(symbol, name) for symbol, spelt in listed for name in spelt.split(", ")]
    for symbol, name in names:
        if symbol in ZH_UNITS and name not in _NEVER and _SAID.fullmatch(name):
            yield name, ZH_UNITS[symbol]


EN_UNITS: dict[str, Spelling] = {}
for _name, _meaning in _of_names():
    EN_UNITS.setdefault(_name, _meaning)
EN_UNITS["fen"] = Spelling("CNY", Decimal("0.01"))


def _english(symbol: str, names: str) -> None:
    """Add what prose writes for a unit beside its names in `names.py`."""
    EN_UNITS.update(dict.fromkeys(names.split(", "), ZH_UNITS[symbol]))


_english("平方米", "m2")
_english("平方公里", "km2")
_english("公顷", "hm²")
_english("立方米", "m3")
_english("升", "L")
_english("毫升", "mL, milliliters")
_english("吨", "ton, tons, tce")
_english("千克", "kg")
_english("毫克", "mg, milligram, milligrams")
_english("微克", "µg, μg, microgram, micrograms")
_english("厘米", "centimeter, centimeters")
_english("毫米", "millimeter, millimeters")
_english("微米", "µm, μm, micron, microns, micrometre, micrometres, micrometer, micrometers")
_english("纳米", "nm, nanometre, nanometres, nanometer, nanometers")
_english("个月", "month, months")
_english("个季度", "quarter, quarters")
_english("天", "day, days")
_english("周", "week, weeks")
_english("小时", "working hour, working hours")
_english("秒", "second, seconds")
_english("瓦", "watt, watts")
_english("兆瓦", "MWp")
_english("瓦时", "Wh")
_english("焦", "J")
_english("兆焦", "MJ")
_english("帕", "Pa")
_english("兆帕", "MPa")
_english("赫兹", "Hz")
_english("兆赫", "MHz")
_english("摄氏度", "℃")
_english("Mbps", "Mbit/s")
_english("Gbps", "Gbit/s")
_english("个百分点", "percentage points, percentage point")
_english("个工作日", "working days, working day")
# International yard and pound agreement, 1959: exact. One mu is 2000/3 square metres.
_IMPERIAL = (
    ("area", "6.0702846336", ("acre", "acres")),
    ("length", "1609.344", ("mile", "miles")),
    ("length", "0.3048", ("foot", "feet", "ft")),
    ("length", "0.0254", ("inch", "inches")),
    ("mass", "0.00045359237", ("pound", "pounds", "lb", "lbs")),
)
IMPERIAL = "imperial"
"""The symbol of units that Chinese figures are rounded into."""
for _dimension, _factor, _names in _IMPERIAL:
    EN_UNITS.update(dict.fromkeys(_names, Spelling(_dimension, Decimal(_factor), IMPERIAL)))
EN_UNITS["kt"] = Spelling("mass", Decimal(1000))
EN_UNITS["kPa"] = Spelling("pressure", Decimal(1000))
EN_UNITS["kHz"] = Spelling("frequency", Decimal(1000))
EN_UNITS["kJ"] = Spelling("heat", Decimal(1000))
EN_UNITS["decade"] = EN_UNITS["decades"] = Spelling("duration", Decimal(120))
EN_UNITS["fortnight"] = Spelling("time", Decimal(14 * 86400))

ZH_SCALES: Mapping[str, Decimal] = {
    "万亿": Decimal(10**12),
    "千万": Decimal(10**7),
    "百万": Decimal(10**6),
    "十万": Decimal(10**5),
    "亿": Decimal(10**8),
    "万": Decimal(10**4),
    "千": Decimal(10**3),
    "百": Decimal(100),
}
EN_SCALES: Mapping[str, Decimal] = {
    "hundred": Decimal(100),
    "thousand": Decimal(10**3),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "bn": Decimal(10**9),
    "mn": Decimal(10**6),
}
# Letters that are counting words only after a currency: RMB 320m, but 320 m of pipe.
MONEY_SCALES: Mapping[str, Decimal] = {
    **EN_SCALES,
    "m": Decimal(10**6),
    "k": Decimal(10**3),
    "b": Decimal(10**9),
}

CURRENCY_SIGNS: Mapping[str, Spelling] = {
    sign: ZH_UNITS[symbol]
    for sign, symbol in (
        ("RMB", "元"),
        ("HK$", "港元"),
        ("HKD", "港元"),
        ("US$", "美元"),
        ("USD", "美元"),
        ("$", "美元"),
        ("CNY", "元"),
        ("¥", "元"),
        ("￥", "元"),
        ("EUR", "欧元"),
        ("€", "欧元"),
        ("JPY", "日元"),
    )
}
"""Currencies as written before a sum; the longer sign first."""

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
