"""An industry with its chain: segments by stage, their strength, what flows between them."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from site_builder.content.measures import Amount, YearlySpending
from site_builder.content.model import (
    Contact,
    Figure,
    Frozen,
    Internal,
    Position,
    Prose,
    Review,
    Summary,
    Tagline,
    Text,
)
from site_builder.content.picture import Picture
from site_builder.content.scalars import Classification, Count, Day, Slug, YesNo


class Stage(StrEnum):
    """Where a segment stands along the chain."""

    UPSTREAM = "upstream"
    MIDSTREAM = "midstream"
    DOWNSTREAM = "downstream"
    SUPPORT = "support"


class Role(StrEnum):
    """What a segment does for the chain."""

    MATERIAL = "material"
    AUXILIARY = "auxiliary"
    EQUIPMENT = "equipment"
    PROCESS = "process"
    PRODUCT = "product"
    SERVICE = "service"
    CHANNEL = "channel"


class Strength(StrEnum):
    """How well the county does in a segment."""

    STRONG = "strong"
    WEAK = "weak"
    MISSING = "missing"


class Action(StrEnum):
    """What the county means to do there."""

    BUILD = "build"
    EXTEND = "extend"
    COMPLETE = "complete"
    STRENGTHEN = "strengthen"


class Firm(Frozen):
    """A local firm in a segment."""

    name: Text
    """企业名称。The firm."""
    makes: Text
    """主要产品与规模。What it makes."""
    anchor: YesNo = False
    """是否链主企业。Whether it is an anchor firm."""


class Purchase(Frozen):
    """What firms of the county buy from outside each year."""

    goods: Text
    """采购的货物或服务。What is bought."""
    amount: Amount | None = None
    """年采购量，如 1.6万吨/年。How much a year."""
    value: YearlySpending | None = None
    """年采购额，如 1.1亿元。Its worth a year."""
    buyer: Text
    """采购方。Who buys."""


class Supply(Frozen):
    """What a segment gives to another."""

    to: Slug
    """供给的环节编号。The segment that receives."""
    goods: Text
    """流动的货物或服务。What flows."""


class Region(Frozen):
    """A part of the country where firms are that would fill a gap. Firms are named internally."""

    name: Text
    """地区名称，如 湖南长沙、湘潭。The region."""
    why: Text | None = None
    """为什么去：当地有哪类企业，不写企业名称。Why go there: what firms are there, none by name."""
    position: Position | None = None
    """坐标（取主要城市），用于招商路线图。Where it is, for the map of routes: its main city."""


class Segment(Frozen):
    """One link of the chain."""

    id: Slug
    """环节编号，如 high-purity-sulphate。Its id, unique on the chain."""
    title: Text
    """环节名称。Its name."""
    stage: Stage
    """上游、中游、下游或配套。Where it stands."""
    role: Role
    """功能：原料、辅料、设备、工艺、产品、服务、渠道。What it does."""
    strength: Strength
    """强、弱、缺。How well the county does."""
    action: Action | None = None
    """建链、延链、补链、强链。What is to be done."""
    classification: tuple[Classification, ...] = ()
    """对应行业代码。Its classes in GB/T 4754-2017."""
    note: Text | None = None
    """现状一句话。The state of things in a sentence."""
    firms: tuple[Firm, ...] = ()
    """本地企业。Local firms."""
    purchases: tuple[Purchase, ...] = ()
    """本地企业每年外购（缺口规模）。What local firms buy from outside each year."""
    target_profile: Text | None = None
    """要引进的企业画像。The firm that is sought."""
    target_regions: tuple[Region, ...] = ()
    """目标区域。Where such firms are."""
    parks: tuple[Slug, ...] = ()
    """适合的园区。Parks that suit."""
    plots: tuple[Slug, ...] = ()
    """适合的地块，须在上列园区内，如 jh-02。Plots that suit, in these parks."""
    projects: tuple[Slug, ...] = ()
    """其他产业中也能补上本环节的项目。Projects of other industries that answer this gap as well."""
    policies: tuple[Slug, ...] = ()
    """适用政策。Policies that apply."""
    supplies: tuple[Supply, ...] = ()
    """向哪些环节供货。What it supplies, and to whom."""


class Tint(StrEnum):
    """The colour of the sky in an industry's landscapes."""

    MIST = "mist"
    TEA = "tea"
    CLAY = "clay"
    SKY = "sky"
    SAND = "sand"
    DAWN = "dawn"
    SLATE = "slate"
    MOSS = "moss"


class IndustryFields(Frozen):
    """Everything about an industry that may become public."""

    title: Text
    """产业名称，如 锰系新材料。The industry."""
    tagline: Tagline
    """一句话。One sentence."""
    summary: Summary
    """简介，120 字以内。A few sentences for lists."""
    order: Count = 100
    """排列次序，小者在前。Its place in lists, small first."""
    tint: Tint = Tint.MIST
    """天色。The sky of its landscapes."""
    updated: Day
    """资料更新日期。When these facts were last brought up to date."""
    overview: Prose
    """产业现状与方向。Where it stands and where it goes."""
    leader: Text | None = None
    """链长。The official in charge of the chain."""
    office: Text | None = None
    """牵头单位。The office in charge."""
    figures: tuple[Figure, ...] = ()
    """产业数据。Figures, with year and source."""
    segments: tuple[Segment, ...] = ()
    """环节，按阅读次序。The segments in reading order; none if it is not a chain."""
    contacts: Annotated[tuple[Contact, ...], Field(min_length=1)]
    """联系人。Whom to call."""
    pictures: tuple[Picture, ...] = ()
    """照片。Photographs."""


class Industry(IndustryFields):
    """An industry as the county keeps it."""

    review: Review
    """审定。Who let it out."""
    internal: Internal | None = None
    """内部资料，永不发布。Never published."""
