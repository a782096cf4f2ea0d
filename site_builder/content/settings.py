"""How strictly a county checks itself: limits it sets, rules it lowers, each with a reason.

Part of `county.yml`, under `checks:`; never published.
"""

from enum import StrEnum
from functools import partial
from typing import Annotated

from pydantic import Field

from site_builder.content.land_standard import LandStandard
from site_builder.content.limit_range import LimitRange, limits_in
from site_builder.content.measures import Duration, Percent
from site_builder.content.model import English, Frozen, Written
from site_builder.quantities.reading import read_quantity


class Limits(Frozen):
    """The limits that checks compare with; leave out what stays as it is.

    Beyond its range a limit would switch its rule off, and is an error.
    """

    figure_age: Annotated[
        Duration,
        LimitRange(
            "6个月",
            "60个月",
            zh="统计数据一年一出，五年是一个规划期，再旧的数字说明不了现状",
            en="statistics come out once a year, and beyond a five-year plan a figure says nothing "
            "of today",
        ),
    ] = Field(default_factory=partial(read_quantity, "24个月"))
    """数据时限，如 24个月；超过即标注，超过两倍不发布。Age to mark figures at; twice, to drop."""
    record_age: Annotated[
        Duration,
        LimitRange(
            "1个月",
            "24个月",
            zh="两年未更新的资料，联系人和地块多已变动",
            en="within two years contacts and plots have changed",
        ),
    ] = Field(default_factory=partial(read_quantity, "12个月"))
    """资料更新时限，如 12个月。How long a record may go without an update."""
    revenue_tolerance: Annotated[
        Percent,
        LimitRange(
            "0%",
            "20%",
            zh="相差超过两成，收入与产能、单价就不是同一套数字",
            en="more than a fifth apart, revenue is not that of capacity and price",
        ),
    ] = Field(default_factory=partial(read_quantity, "5%"))
    """营业收入与“产能×单价”允许相差，如 5%。How far revenue may be from capacity times price."""
    return_tolerance: Annotated[
        Percent,
        LimitRange(
            "0%",
            "1%",
            zh="相差一个百分点以上，就不是同一个收益率",
            en="a point apart, it is another rate of return",
        ),
    ] = Field(default_factory=partial(read_quantity, "0.2%"))
    """内部收益率与复算允许相差，如 0.2%。Points a rate of return may be off its recalculation."""
    benchmark_rate: (
        Annotated[
            Percent,
            LimitRange(
                "3%",
                "30%",
                zh="低于资金成本的基准筛不出项目，高于三成的没有行业达到",
                en="below what money costs a benchmark holds nothing back, and no trade "
                "reaches 30%",
                laxer_below=True,
            ),
        ]
        | None
    ) = None
    """税前基准收益率，先于行业取值，如 8%。Benchmark before tax, instead of those by trade."""
    office_land: Annotated[
        Percent,
        LimitRange(
            "1%",
            "15%",
            zh="国家上限为7%，配建保障性租赁住房的至多15%（国办发〔2021〕22号，待核）",
            en="the national limit is 7%, and 15% at most with rental housing for staff (General "
            "Office of the State Council [2021] No. 22, to be confirmed)",
        ),
    ] = Field(default_factory=partial(read_quantity, "7%"))
    """办公及生活服务用地占比上限，如 7%。Most of the land that offices and services may take."""
    office_floor_area: Annotated[
        Percent,
        LimitRange(
            "1%",
            "30%",
            zh="国家上限为15%，配建保障性租赁住房的相应提高，至多30%（国办发〔2021〕22号，待核）",
            en="the national limit is 15%, and 30% at most with rental housing for staff (General "
            "Office of the State Council [2021] No. 22, to be confirmed)",
        ),
    ] = Field(default_factory=partial(read_quantity, "15%"))
    """办公及生活服务建筑面积占比上限，如 15%。Most of the floor area they may take."""
    land_standards: tuple[LandStandard, ...] = ()
    """本省本县用地标准，先于全国标准。Standards of province and county; they come first."""

    def sound(self) -> "Limits":
        """Return the limits without those beyond their range: for them the defaults hold."""
        unsound = {limit.name for limit in limits_in(self) if not limit.range.holds(limit.value)}
        rows = tuple(row for row in self.land_standards if row.is_sound)
        if not unsound and len(rows) == len(self.land_standards):
            return self
        kept = {name: getattr(self, name) for name in self.model_fields_set - unsound}
        return Limits.model_validate(kept | {"land_standards": rows})


class LoweredTo(StrEnum):
    """What a lowered rule still does."""

    WARNING = "warning"
    NOTE = "note"


class Lowered(Frozen):
    """A rule that the county takes less strictly."""

    rule: Written
    """规则代码，如 return-below-benchmark。The code of the rule."""
    to: LoweredTo
    """降为 warning（警告）或 note（仅列出）。To a warning, or to a note that is only listed."""
    reason: Written
    """书面理由，一句话说清，每次检查后列出。The reason in a sentence, listed after every check."""


class GlossaryTerm(Frozen):
    """A term that the county translates in its own way, in front of the built-in glossary."""

    zh: Written
    """中文术语，如 代办员。The Chinese term."""
    en: Annotated[tuple[English, ...], Field(min_length=1)]
    """可用的英文说法，常用的在前，如 [service officer]。Its translations, the usual one first."""


class CheckSettings(Frozen):
    """How the county's own files are checked."""

    limits: Limits = Field(default_factory=Limits)
    """限值，不写的按默认。Limits; defaults hold for what is left out."""
    lowered: tuple[Lowered, ...] = ()
    """降级的规则，逐条写明理由。Rules taken less strictly, each with a reason."""
    glossary: tuple[GlossaryTerm, ...] = ()
    """本县术语译法，一词一译，先于程序自带的。The county's own terms, one translation each."""
