"""A park: plots, utilities, costs, distances, firms, what it yields per mu."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from site_builder.content.ground.written import Corners, Plan
from site_builder.content.industry import Firm
from site_builder.content.measures import (
    Amount,
    Area,
    Money,
    MoneyPerArea,
    People,
    Price,
    Share,
    Time,
    YuanPerArea,
    YuanPrice,
)
from site_builder.content.model import (
    Contact,
    Distance,
    English,
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
from site_builder.content.plant import Plant
from site_builder.content.project_argument import UtilityKind
from site_builder.content.scalars import Count, Day, Number, Slug, Year, YesNo


class ParkKind(StrEnum):
    """What sort of park it is."""

    INDUSTRIAL = "industrial"
    CHEMICAL = "chemical"
    LOGISTICS = "logistics"
    ENCLAVE = "enclave"


class PlotStatus(StrEnum):
    """Whether a plot can be had."""

    AVAILABLE = "available"
    RESERVED = "reserved"
    TAKEN = "taken"


class PlotUse(StrEnum):
    """What a plot may be used for."""

    INDUSTRIAL_1 = "industrial-1"
    INDUSTRIAL_2 = "industrial-2"
    INDUSTRIAL_3 = "industrial-3"
    STORAGE = "storage"
    COMMERCIAL = "commercial"


class Plot(Frozen):
    """A piece of land that is offered."""

    id: Slug
    """地块编号，如 jh-03。Its id."""
    area: Area
    """面积，如 120亩。Its area."""
    use: PlotUse
    """规划用途：一类、二类、三类工业，仓储，商服。Planned use."""
    status: PlotStatus
    """可供、预留或已用。Whether it can be had."""
    price: YuanPerArea
    """出让起始价，如 9.6万元/亩。Starting price."""
    plot_ratio: Number | None = None
    """容积率下限。Least floor-area ratio."""
    standard: YesNo = False
    """是否“标准地”。Whether it is a pre-approved standard plot."""
    ready: Text | None = None
    """场地状况与交地时间。State of the ground, and when it can be handed over."""
    corners: Corners | None = None
    """界址点坐标，用于平面图。Its corners, for the plan."""


class Utility(Frozen):
    """One thing the site is supplied with; never a slogan."""

    kind: UtilityKind
    """种类。The kind."""
    ready: YesNo
    """是否已通到地块红线。Whether it reaches the plots."""
    capacity: Amount | None = None
    """能力，如 3万立方米/天。Its capacity."""
    detail: Text
    """说明：管径、电压、供应单位。Pipe, voltage, supplier."""


class Band(StrEnum):
    """The time of day a tariff holds for."""

    FLAT = "flat"
    SHARP = "sharp"
    PEAK = "peak"
    VALLEY = "valley"


class Tariff(Frozen):
    """The price of something used, by user, voltage and time of day."""

    kind: UtilityKind
    """种类。The kind."""
    user: Text | None = None
    """用户类别，如 大工业用电。The class of user."""
    voltage: English | None = None
    """电压等级，如 35kV。The voltage."""
    band: Band | None = None
    """峰谷时段。The time band."""
    hours: English | None = None
    """时段，如 10:00–12:00。The hours."""
    price: YuanPrice
    """价格，如 0.42元/千瓦时。The price."""
    year: Year
    """价格年份。The year of the price."""
    source: Text
    """依据。Where it is laid down."""


class Wage(Frozen):
    """What people earn."""

    job: Text
    """岗位。The job."""
    pay: Price
    """月工资，如 4200元/人·月。Pay a month."""
    year: Year
    """年份。The year."""


class Freight(Frozen):
    """What it costs to send goods."""

    to: Text
    """目的地。The destination."""
    mode: Text
    """方式，如 公路整车。The mode."""
    price: Price
    """运价，如 320元/吨。The price."""
    time: Time
    """在途时间，如 2天。The time on the way."""


class Performance(Frozen):
    """What the park yields."""

    year: Year
    """年份。The year."""
    output: Money
    """规上工业总产值。Output of firms above designated size."""
    tax: Money
    """入库税收。Tax paid."""
    output_per_area: MoneyPerArea
    """亩均产值。Output per mu of built land."""
    tax_per_area: MoneyPerArea
    """亩均税收。Tax per mu of built land."""
    jobs: People
    """从业人数。People employed."""
    source: Text
    """来源。The source."""


class Threshold(Frozen):
    """What a project must reach to be let in."""

    investment_per_area: YuanPerArea
    """固定资产投资强度下限。Least fixed investment per mu."""
    output_per_area: YuanPerArea | None = None
    """亩均产值下限。Least output per mu."""
    tax_per_area: YuanPerArea
    """亩均税收下限。Least tax per mu."""
    plot_ratio: Number
    """容积率下限。Least floor-area ratio."""
    coverage: Share
    """建筑系数下限。Least coverage."""
    source: Text
    """依据。Where it is laid down."""


class Enclave(Frozen):
    """A park in another county, run together."""

    partner: Text
    """合作地，如 临江市高新区。The partner."""
    share: Share
    """本县所占股权。The county's share."""
    tax: Text
    """税收分成。How tax is shared."""
    statistics: Text
    """统计口径。Where output is counted."""


class ParkFields(Frozen):
    """Everything about a park that may become public."""

    title: Text
    """园区名称。The park."""
    tagline: Tagline
    """一句话。One sentence."""
    summary: Summary
    """简介，120 字以内。A few sentences for lists."""
    order: Count = 100
    """排列次序。Its place in lists."""
    kind: ParkKind
    """类别：工业、化工、物流、飞地。The kind."""
    level: Text
    """级别与批准机关、年份。Its rank, who approved it, when."""
    updated: Day
    """资料更新日期。When these facts were last brought up to date."""
    place: Text
    """所在地。Where it is."""
    position: Position
    """坐标。Its position."""
    overview: Prose
    """概况。What it is."""
    industries: tuple[Slug, ...]
    """主导产业。Leading industries: files in industries/."""
    planned_area: Area
    """规划面积。Area planned."""
    built_area: Area
    """建成面积。Area built."""
    enclave: Enclave | None = None
    """飞地合作办法。How an enclave is run."""
    plots: Annotated[tuple[Plot, ...], Field(min_length=1)]
    """地块。Plots."""
    plan: Plan | None = None
    """平面图文件：地块、道路、水系。The file the plan is drawn from: plots, roads, water."""
    plants: tuple[Plant, ...] = ()
    """标准厂房与其他可租房屋。Ready-built factories, and other buildings to let."""
    utilities: Annotated[tuple[Utility, ...], Field(min_length=1)]
    """配套，一项一条。Utilities, one by one."""
    tariffs: tuple[Tariff, ...] = ()
    """要素价格。Prices of utilities."""
    wages: tuple[Wage, ...] = ()
    """用工成本。Wages."""
    freight: tuple[Freight, ...] = ()
    """物流成本。Freight."""
    distances: Annotated[tuple[Distance, ...], Field(min_length=1)]
    """到主要枢纽的距离。Distances."""
    firms: tuple[Firm, ...] = ()
    """入园企业。Resident firms."""
    performance: Performance | None = None
    """年度效益：产值、税收、亩均产值、亩均税收、从业人数。Output, tax, both per mu, and jobs."""
    threshold: Threshold | None = None
    """准入要求。What a project must reach."""
    policies: tuple[Slug, ...] = ()
    """适用政策。Policies that apply."""
    contacts: Annotated[tuple[Contact, ...], Field(min_length=1)]
    """联系人。Whom to call."""
    pictures: tuple[Picture, ...] = ()
    """照片。Photographs."""


class Park(ParkFields):
    """A park as the county keeps it."""

    review: Review
    """审定。Who let it out."""
    internal: Internal | None = None
    """内部资料，永不发布。Never published."""
