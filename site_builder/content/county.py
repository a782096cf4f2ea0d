"""The county itself: name, figures, bureau, places, exchange rate."""

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from site_builder.content.ground.written import Boundary
from site_builder.content.measures import Amount, Area, DollarRate, Share
from site_builder.content.model import (
    Contact,
    Distance,
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
from site_builder.content.scalars import Day, SiteUrl, Slug, YesNo, matching
from site_builder.content.settings import CheckSettings


class PlaceKind(StrEnum):
    """What a place on the map is."""

    COUNTY_SEAT = "county-seat"
    TOWNSHIP = "township"
    RAILWAY = "railway"
    AIRPORT = "airport"
    EXPRESSWAY = "expressway"
    SCENIC = "scenic"


class Place(Frozen):
    """A point of the county map."""

    name: Text
    """地名。Its name."""
    kind: PlaceKind
    """类别。What it is."""
    position: Position
    """坐标。Where it is."""


class OnlineLayer(StrEnum):
    """Whose tiles an online map shows."""

    TIANDITU = "tianditu"


class OnlineMap(Frozen):
    """An online map below the drawn one: loaded only when a reader asks for it."""

    online: OnlineLayer
    """在线底图：tianditu（天地图）。Whose map it is: tianditu."""
    key: Annotated[str, AfterValidator(matching(r"[0-9A-Za-z]{16,64}", "map-key", "1a2b3c4d…"))]
    """天地图浏览器端密钥，如 0123456789abcdef，须绑定域名。A browser key, bound to the domain."""


class Step(Frozen):
    """One step on an investor's way."""

    title: Text
    """步骤名称。Its title."""
    text: Text
    """做什么、谁来办。What is done, and by whom."""
    time: Amount | None = None
    """办理时限，如 3天。How long it takes."""


class ExchangeRate(Frozen):
    """The rate at which sums in yuan are also given in US dollars."""

    rate: DollarRate
    """人民币元兑 1 美元，如 7.10元/美元。Yuan for one US dollar."""
    date: Day
    """日期。The day of the rate."""
    source: Text
    """来源，如 中国外汇交易中心人民币汇率中间价。Where it is from."""


class Reason(Frozen):
    """Why an investor should look here."""

    title: Text
    """一句话。The reason in a few words."""
    text: Text
    """展开说明，带数字。The reason with its figures."""


class CountyFields(Frozen):
    """Everything about the county that may become public."""

    name: Text
    """县名，如 青岚县。The county's name."""
    short_name: Text
    """简称，印章用字，如 青岚。Its short name, as on the seal."""
    region: Text
    """所在地区。Where it lies."""
    sample: YesNo = False
    """是否虚构示例；真实县请删去。Whether it is fictional."""
    site_title: Text
    """网站名称。The website's name."""
    slogan: Tagline
    """首页一句话。The sentence on the home page."""
    summary: Summary
    """简介，120 字以内。A few sentences."""
    introduction: Prose
    """县情。The county."""
    url: SiteUrl
    """网站地址，如 https://invest.qinglan.example/。Where the website will be."""
    record: str | None = None
    """备案号。ICP record number."""
    updated: Day
    """资料更新日期。When these facts were last brought up to date."""
    area: Area
    """县域面积。Area of the county."""
    population: Amount
    """常住人口，如 28.6万人。Residents."""
    forest_cover: Share | None = None
    """森林覆盖率。Forest cover."""
    figures: tuple[Figure, ...]
    """主要数据，首页显示前四项以外的也列在县情。Key figures, with year and source."""
    reasons: tuple[Reason, ...]
    """投资理由。Why here."""
    steps: tuple[Step, ...]
    """投资流程，四步为宜。How to invest, four steps at best."""
    distances: tuple[Distance, ...]
    """区位距离。Distances."""
    places: Annotated[tuple[Place, ...], Field(min_length=2)]
    """示意图上的地点。Places on the map."""
    boundary: Boundary | None = None
    """县界；不写则画不带界线的示意图。The county's boundary; without it the map shows none."""
    map: OnlineMap | None = None
    """在线底图；不写则没有。An online map to open on the map page; none unless it is given."""
    exchange: ExchangeRate
    """汇率。The exchange rate."""
    featured: tuple[Slug, ...]
    """首页重点项目。Featured projects: files in projects/."""
    bureau: Contact
    """投资促进机构。The investment bureau."""
    pictures: tuple[Picture, ...] = ()
    """照片；第一张印在招商手册和项目册的封面。Photographs; the first is on the covers of books."""


class County(CountyFields):
    """The county as it keeps itself."""

    review: Review
    """审定。Who let it out."""
    checks: CheckSettings = Field(default_factory=CheckSettings)
    """检查设置：限值与降级的规则，不发布。How strictly the files are checked; never published."""
    internal: Internal | None = None
    """内部资料，永不发布。Never published."""


__all__ = ["Boundary", "County", "CountyFields", "ExchangeRate", "Place", "Reason", "Step"]
