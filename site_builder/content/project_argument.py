"""Why a project stands: necessity, market, content, technology, conditions, risks."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from site_builder.content.measures import Amount
from site_builder.content.model import Distance, Figure, Frozen, Prose, Text
from site_builder.content.scalars import Day, Number, Url, Year
from site_builder.quantities.units import parse_unit


class PolicyBasis(Frozen):
    """A document that the project rests on."""

    title: Text
    """文件名称。The document's title."""
    number: str | None = None
    """文号。Its number."""
    date: Day | None = None
    """发布日期。When it was issued."""
    url: Url | None = None
    """公开网址。Where it can be read."""


class Necessity(Frozen):
    """Why the project, why now, why here."""

    background: Prose
    """提出背景与必要性。Background and need."""
    basis: tuple[PolicyBasis, ...] = ()
    """政策与规划依据。Policies and plans it rests on."""


def _known_unit(unit: str) -> str:
    if parse_unit(unit) is None:
        raise PydanticCustomError(
            "wrong-unit", "unit", {"value": unit, "units": "万吨、亿元、万台", "example": "万吨"}
        )
    return unit


class Series(Frozen):
    """Yearly figures that are drawn as a chart."""

    label: Text
    """图题，如 全国电池级硫酸锰需求量。What the chart shows."""
    unit: Annotated[str, AfterValidator(_known_unit)]
    """单位，如 万吨、亿元。The unit of the points."""
    points: Annotated[Mapping[Year, Number], Field(min_length=2)]
    """年份: 数值。Year: number."""
    forecast_from: Year | None = None
    """自该年起为预测。The first year that is a forecast."""
    source: Text
    """来源与时间。Source and date."""


class Market(Frozen):
    """Who will buy, how much, from whom today."""

    outlook: Prose
    """市场前景。The outlook."""
    figures: tuple[Figure, ...] = ()
    """有来源的市场数据，至少两项（图表算一项）。Sourced figures, at least two; a chart is one."""
    series: tuple[Series, ...] = ()
    """画成图表的逐年数据。Yearly figures for charts."""
    customers: Text | None = None
    """目标市场与客户。Target market and customers."""
    competitors: Text | None = None
    """竞争格局。The competition."""


class BuildItem(Frozen):
    """A building, a line, a piece of works."""

    name: Text
    """名称，如 浸出车间。Its name."""
    size: Amount | None = None
    """规模，如 1.2万平方米、2条。Its size."""
    note: Text | None = None
    """说明。A remark."""


class Content(Frozen):
    """What is to be built."""

    summary: Prose
    """建设内容概述。In short."""
    items: tuple[BuildItem, ...] = ()
    """分项内容。Item by item."""


class Equipment(Frozen):
    """A main piece of equipment."""

    name: Text
    """名称。Its name."""
    amount: Amount | None = None
    """数量，如 6台。How many."""
    origin: Text | None = None
    """来源（国产、进口、订制）。Where it is from."""


class Material(Frozen):
    """A raw material with its yearly need."""

    name: Text
    """名称。Its name."""
    need: Amount
    """年需求量，如 3万吨/年。Yearly need."""
    origin: Text
    """来源与运距。Where it is from and how far."""


class Technology(Frozen):
    """How it is made."""

    process: Prose
    """工艺与技术方案。The process."""
    equipment: tuple[Equipment, ...] = ()
    """主要设备。Main equipment."""
    materials: tuple[Material, ...] = ()
    """原辅材料。Raw materials."""


class UtilityKind(StrEnum):
    """What a site is supplied with."""

    ROAD = "road"
    WATER = "water"
    POWER = "power"
    GAS = "gas"
    STEAM = "steam"
    SEWER = "sewer"
    STORM_DRAIN = "storm-drain"
    SEWAGE_TREATMENT = "sewage-treatment"
    TELECOM = "telecom"
    BROADBAND = "broadband"
    CABLE_TV = "cable-tv"
    LEVELLING = "levelling"
    RAIL = "rail"
    WASTE = "waste"


class UtilityNeed(Frozen):
    """What the project needs, beside what there is."""

    kind: UtilityKind
    """种类。The kind."""
    need: Amount
    """年用量或容量，如 1200万千瓦时/年。The need."""
    supply: Text
    """供应条件。How it is met."""


class Conditions(Frozen):
    """What is there already."""

    advantages: tuple[Text, ...] = ()
    """在本县建设的优势，每条一句。Advantages of the place, a sentence each."""
    site: Prose | None = None
    """场地条件：地形、地质、水文、现状。The ground: relief, geology, water, present use."""
    utilities: tuple[UtilityNeed, ...] = ()
    """公用工程需求与供应。Utilities needed, and their supply."""
    distances: tuple[Distance, ...] = ()
    """到主要枢纽的距离（在园区的项目可略）。Distances; leave out inside a park."""
    preliminary: tuple[Text, ...] = ()
    """已完成的前期工作。Preparatory work done."""


class Environment(Frozen):
    """What leaves the site, what is done about it, and how much energy is used."""

    measures: Prose
    """环境影响与治理、节能、安全。Impact, treatment, energy and safety."""
    energy: Amount | None = None
    """年综合能耗，如 8600吨标准煤/年。Yearly energy use."""


class RiskKind(StrEnum):
    """Where a risk comes from."""

    MARKET = "market"
    TECHNICAL = "technical"
    RESOURCE = "resource"
    ENVIRONMENTAL = "environmental"
    FINANCIAL = "financial"
    CONSTRUCTION = "construction"
    SOCIAL = "social"
    POLICY = "policy"
    OPERATION = "operation"


class Risk(Frozen):
    """A risk, and what is done about it."""

    kind: RiskKind
    """类别。Where it comes from."""
    risk: Text
    """风险。What may go wrong."""
    measure: Text
    """应对措施。What is done about it."""
