"""The units a county writes in, what each measures, and how they relate.

One table. A unit is written as a counting word (`万`, `亿`), a base unit and up to two
denominators: `万吨/年`, `元/平方米·月`. Factors within one dimension are exact.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

from site_builder.quantities.aliases import canonical_symbol
from site_builder.quantities.fraction import Fraction


@dataclass(frozen=True)
class BaseUnit:
    """A unit without counting word or denominator."""

    symbol: str
    """As written in Chinese, e.g. `亩`."""
    dimension: str
    """What it measures: money, area, mass, duration, count …"""
    factor: Fraction = Fraction(1)
    """How many of the dimension's reference unit it holds."""


def _units(dimension: str, **factors: Fraction | int) -> list[BaseUnit]:
    return [BaseUnit(symbol, dimension, Fraction(factor)) for symbol, factor in factors.items()]


_COUNTED = """
户 家 床 张 间 套 座 栋 株 台 件 头 只 羽 辆 条 个 支 粒 盒 瓶 箱 片 次 处 车次 标箱 项 口 眼 孔
块 种 种类 芯 罐 袋 班次 车位 铺位 工位 席 亩次 泊位 对
"""
"""Measure words of things that are counted; each is a dimension of its own."""

_BASES = [
    # Currencies are dimensions of their own: no rate is a fact of nature.
    *_units("CNY", 元=1),
    *_units("USD", 美元=1),
    *_units("EUR", 欧元=1),
    *_units("HKD", 港元=1),
    *_units("JPY", 日元=1),
    # 1 mu = 2000/3 square metres: 15 mu are one hectare (notice on units of land, 1990).
    *_units("area", 平方米=1, 亩=Fraction(2000, 3), 公顷=10_000, 平方公里=1_000_000),
    *_units("volume", 立方米=1, 升=Fraction(1, 1000), 毫升=Fraction(1, 1_000_000)),
    *_units("mass", 吨=1, 公斤=Fraction(1, 1000), 千克=Fraction(1, 1000)),
    *_units("mass", 克=Fraction(1, 1_000_000)),
    *_units("length", 米=1, 公里=1000, 千米=1000, 厘米=Fraction(1, 100), 毫米=Fraction(1, 1000)),
    *_units("duration", 年=12, 个月=1, 月=1),
    *_units("time", 天=1440, 日=1440, 小时=60, 分钟=1),
    *_units("power", 千瓦=1, 兆瓦=1000, 吉瓦=1_000_000, 瓦=Fraction(1, 1000)),
    *_units("apparent-power", 千伏安=1, 兆伏安=1000),
    *_units("voltage", 千伏=1, 伏=Fraction(1, 1000)),
    # 1 GJ = 10^9 J and 1 kWh = 3.6 × 10^6 J, both by definition.
    *_units("energy", 千瓦时=1, 度=1, 兆瓦时=1000, 吉瓦时=1_000_000),
    *_units("energy", 吉焦=Fraction(2500, 9), 太焦=Fraction(2_500_000, 9)),
    *_units("coal-equivalent", 吨标准煤=1),
    *_units("temperature", 摄氏度=1, **{"°C": 1}),
    *_units("bandwidth", Mbps=1, Gbps=1000),
    *_units("ratio", **{"%": Fraction(1, 100), "‰": Fraction(1, 1000)}),
    *_units("people", 人=1),
    *_units("visits", 人次=1),
    *(unit for word in _COUNTED.split() for unit in _units(f"count:{word}", **{word: 1})),
]

BASES: dict[str, BaseUnit] = {unit.symbol: unit for unit in _BASES}

MULTIPLIERS: dict[str, int] = {
    "": 1,
    "千": 1_000,
    "万": 10_000,
    "百万": 1_000_000,
    "千万": 10_000_000,
    "亿": 100_000_000,
    "万亿": 1_000_000_000_000,
}

CURRENCIES = ("CNY", "USD", "EUR", "HKD", "JPY")


@dataclass(frozen=True)
class Unit:
    """A base unit over denominators, e.g. 元 over 平方米 and 月."""

    base: BaseUnit
    per: tuple[BaseUnit, ...] = ()

    @cached_property
    def dimension(self) -> str:
        """What it measures, e.g. `money/area/duration`; every currency is `money`."""
        parts = [self.base.dimension, *(unit.dimension for unit in self.per)]
        return "/".join("money" if part in CURRENCIES else part for part in parts)

    @property
    def currencies(self) -> str:
        """What it measures with every currency by its code, e.g. `CNY/USD`."""
        return "/".join(unit.dimension for unit in (self.base, *self.per))

    @cached_property
    def factor(self) -> Fraction:
        """How many reference units one of these holds."""
        result = self.base.factor
        for unit in self.per:
            result /= unit.factor
        return result

    def __str__(self) -> str:
        """Write the unit as an author would, e.g. `元/平方米·月`."""
        if not self.per:
            return self.base.symbol
        return f"{self.base.symbol}/{'·'.join(unit.symbol for unit in self.per)}"


def plain_symbols(text: str) -> str:
    """Write full-width and compatibility characters plainly: ㎡ is m², ％ is %, １ is 1."""
    return _POWER.sub(_raised, unicodedata.normalize("NFKC", text))


# NFKC lowers the figure of ㎡ and m²: 500㎡ becomes 500m2. After a metre it is raised again.
_POWER = re.compile(r"(?<![A-Za-z])([kKhHcCdDmM]?[mM])([23])(?![0-9.,])")


def _raised(match: re.Match[str]) -> str:
    return match[1] + {"2": "²", "3": "³"}[match[2]]


# What stands between denominators, and the brackets some write around two of them.
_BELOW = re.compile(r"/\(([^()]*)\)$")
_SEPARATORS = str.maketrans(dict.fromkeys("每·•⋅・", "/"))


@lru_cache(maxsize=1024)
def parse_unit(text: str) -> tuple[str, Unit] | None:
    """Split a written unit into its counting word and its unit; None if it is unknown.

    >>> word, unit = parse_unit("万吨/年")
    >>> word, str(unit), unit.dimension
    ('万', '吨/年', 'mass/duration')
    """
    head, *tail = _BELOW.sub(r"/\1", plain_symbols(text)).translate(_SEPARATORS).split("/")
    denominators = [_base(part.removeprefix("个")) or _base(part) for part in tail]
    per = tuple(unit for unit in denominators if unit is not None)
    if len(per) != len(tail) or len(per) > 2:
        return None
    # The longest counting word that leaves a known unit: 千瓦 is a unit, 万千瓦 is 万 + 千瓦.
    for word in sorted(MULTIPLIERS, key=len):
        base = _base(head.removeprefix(word)) if head.startswith(word) else None
        if base is not None:
            # 18月 is a time and no date: it is said as 18个月.
            return word, Unit(BASES["个月"] if base.symbol == "月" else base, per)
    return None


def _base(symbol: str) -> BaseUnit | None:
    return BASES.get(canonical_symbol(symbol))
