"""How large a project is: products or visitors, land, people, time, resources."""

from enum import StrEnum

from site_builder.content.measures import Amount, Area, Duration, People, Price, Share
from site_builder.content.model import Figure, Frozen, Text
from site_builder.content.scalars import Number


class Product(Frozen):
    """What is made or offered, and how much of it in a year of full work."""

    name: Text
    """产品或服务名称。The product or service."""
    capacity: Amount
    """年产能或规模，如 5万吨/年、300床、20万人次/年。Yearly capacity, or size."""
    price: Price | None = None
    """测算单价，如 6200元/吨。The price assumed, without VAT unless said."""


class Visitors(Frozen):
    """Guests of a project that has no product."""

    per_day: Amount | None = None
    """日均接待量，如 1500人次/天。Visits a day."""
    days: Amount | None = None
    """年营业天数，如 300天/年。Days open in a year."""
    per_year: Amount
    """年接待量，如 45万人次/年。Visits a year."""
    spend: Price | None = None
    """人均消费，如 180元/人次。Average spend a visit."""


class Tenure(StrEnum):
    """On what title land is held."""

    TRANSFERRED = "transferred"
    ALLOCATED = "allocated"
    LEASED = "leased"
    COLLECTIVE = "collective"
    TRANSFER_OF_USE = "transfer-of-use"


class LandUse(Frozen):
    """A part of the land, by what it is for and on what title."""

    use: Text
    """用途，如 工业用地、林地。What it is for."""
    area: Area
    """面积。Its area."""
    tenure: Tenure | None = None
    """取得方式：出让、划拨、租赁、集体、流转。How it is obtained."""


class Removal(Frozen):
    """Something on the land that must go first."""

    what: Text
    """需搬迁的对象，如 民房、高压线。What must be moved."""
    amount: Amount
    """数量，如 42户、3.2公里。How much of it."""
    state: Text | None = None
    """进展与承担方。How far that is, and who pays."""


class Resource(Frozen):
    """Raw material or natural resource that the project stands on."""

    name: Text
    """资源或原料名称，如 锰矿、茶园、地热水。The resource."""
    amount: Amount
    """储量、面积、存栏、水量，如 2300万吨、12万亩、8万头。Reserve, area, stock or flow."""
    grade: Text | None = None
    """品位、品种或水质。Grade, variety or quality."""
    yields: Amount | None = None
    """单产，如 85公斤/亩。Yield."""
    distance: Amount | None = None
    """距项目地，如 18公里。Distance from the site."""
    source: Text
    """来源与年份。Source and year."""


class Scale(Frozen):
    """The size of a project. Leave out what it does not have."""

    products: tuple[Product, ...] = ()
    """产品方案。Products and services."""
    visitors: Visitors | None = None
    """接待规模（文旅、市场类）。Visits, for tourism and markets."""
    land: Area | None = None
    """用地总面积，如 120亩。Land in all."""
    land_uses: tuple[LandUse, ...] = ()
    """用地构成。The land by use and tenure."""
    removals: tuple[Removal, ...] = ()
    """需搬迁的内容。What must be moved first."""
    floor_area: Area | None = None
    """总建筑面积，如 5.6万平方米。Floor area in all."""
    office_land: Area | None = None
    """行政办公及生活服务设施用地，如 8亩。Land for offices and staff services."""
    office_floor_area: Area | None = None
    """行政办公及生活服务设施建筑面积，如 6000平方米。Floor area of offices and staff services."""
    plot_ratio: Number | None = None
    """容积率，如 1.0。Floor-area ratio."""
    coverage: Share | None = None
    """建筑系数，如 45%。Share of the land built on."""
    jobs: People | None = None
    """用工，如 320人。People employed."""
    construction: Duration
    """建设期，如 18个月、2至3年。Time to build."""
    resources: tuple[Resource, ...] = ()
    """资源与原料基础。Resources and raw materials."""
    highlights: tuple[Figure, ...] = ()
    """其他能说明规模的数字。Other figures that show the scale."""
