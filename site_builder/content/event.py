"""An event: a fair, with what is printed for it, of which projects, and whom to call there."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from site_builder.content.measures import Yuan
from site_builder.content.model import (
    Contact,
    English,
    Frozen,
    Internal,
    Prose,
    Review,
    Text,
    Written,
    at_most,
)
from site_builder.content.project import ProjectFields, ProjectStage
from site_builder.content.scalars import Day, Slug, matching


class BrochureProduct(StrEnum):
    """What a county has printed; the value names files and templates."""

    HANDBOOK = "handbook"
    PROJECT_BOOK = "project-book"
    LEAFLET = "leaflet"
    TRI_FOLD = "tri-fold"
    ROLL_UP = "roll-up"
    TABLE_CARD = "table-card"
    LONG_PICTURE = "long-picture"


class EditionLanguage(StrEnum):
    """In which language a brochure is printed; `both` has one facing the other."""

    ZH = "zh"
    EN = "en"
    BOTH = "both"


class EventDates(Frozen):
    """From when to when it lasts."""

    start: Day
    """开始日期，如 2026-12-08。The first day."""
    end: Day
    """结束日期，如 2026-12-10；只有一天的与开始日期相同。The last day; of one day, the same."""


class Size(Frozen):
    """How much is invested at least and at most."""

    least: Yuan | None = None
    """总投资下限，如 5000万元。The least total investment."""
    most: Yuan | None = None
    """总投资上限，如 10亿元。The most."""

    @property
    def is_reversed(self) -> bool:
        """Whether the least is above the most."""
        least, most = self.least, self.most
        return bool(least and most and most.reference() < least.reference())


# Measured: with every text of the cover as long as may be, in one language or in two, the last
# line ends above the mountains of a book's cover, and within the front panel of a tri-fold, even
# in the widest capitals: the type steps down.


class CoverTitle(Text):
    """The largest words of a cover."""

    zh: Annotated[Written, at_most(40)]
    """中文，40 字以内。At most 40 characters."""
    en: Annotated[English, at_most(90)]
    """英文，90 个字符以内。At most 90 characters."""


class CoverLine(Text):
    """A line on a cover."""

    zh: Annotated[Written, at_most(24)]
    """中文，24 字以内。At most 24 characters."""
    en: Annotated[English, at_most(64)]
    """英文，64 个字符以内。At most 64 characters."""


class CoverName(Text):
    """The name of an event, on covers and banners."""

    zh: Annotated[Written, at_most(40)]
    """中文，40 字以内。At most 40 characters."""
    en: Annotated[English, at_most(90)]
    """英文，90 个字符以内。At most 90 characters."""


class CoverPlace(Text):
    """Where an event is held, beside its dates on a cover."""

    zh: Annotated[Written, at_most(24)]
    """中文，24 字以内。At most 24 characters."""
    en: Annotated[English, at_most(48)]
    """英文，48 个字符以内。At most 48 characters."""


class Cover(Frozen):
    """The words on the cover."""

    title: CoverTitle
    """封面标题，40 字以内，如 青岚县招商手册。The title, of at most 90 characters."""
    subtitle: CoverLine | None = None
    """封面副题，24 字以内，如 厦门推介会专刊。The line under it, at most 64 characters."""


class PrintShop(Frozen):
    """What the print shop asks for."""

    profile: (
        Annotated[
            str,
            AfterValidator(
                matching(
                    r"(?:[A-Za-z0-9_][\w.-]*/)*[A-Za-z0-9_][\w.-]*\.ic[cm]",
                    "profile",
                    "media/press.icc",
                )
            ),
        ]
        | None
    ) = None
    """印厂提供的 CMYK 输出特性文件，从县资料目录写起，如 media/press.icc。Its ICC profile."""


class EventFields(Frozen):
    """Everything about an event that may become public."""

    name: CoverName
    """活动名称，40 字以内，如 青岚县（厦门）招商推介会。Its name, at most 90 characters."""
    place: CoverPlace
    """地点，24 字以内，如 厦门国际会展中心。Where it is held, in at most 48 characters."""
    dates: EventDates
    """起止日期。When it is held."""
    updated: Day
    """资料更新日期。When these facts were last brought up to date."""
    printed: Day
    """付印日期，如 2026-11-20，不晚于活动开始。The day of going to print, before it begins."""
    languages: Annotated[tuple[EditionLanguage, ...], Field(min_length=1)] = tuple(EditionLanguage)
    """语种：zh、en、both（中英对照）；不写即三种都印。Languages; all three if left out."""
    audience: Text | None = None
    """面向谁，如 锂电材料和装备企业。Whom it addresses."""
    projects: Annotated[tuple[Slug, ...], Field(min_length=1)] = ()
    """点名收入的项目，projects/ 下的文件名，依次排在最前。Projects by name, first and in order."""
    industries: Annotated[tuple[Slug, ...], Field(min_length=1)] = ()
    """收入这些产业的项目，industries/ 下的文件名。Take the projects of these industries."""
    stages: Annotated[tuple[ProjectStage, ...], Field(min_length=1)] = ()
    """只收入这些进展的项目，如 open。Only projects that have come this far."""
    size: Size | None = None
    """只收入总投资在此范围的项目。Only projects of this total investment."""
    cover: Cover
    """封面用语。The words on the cover."""
    letter: Prose | None = None
    """卷首致辞，可用 Markdown。The letter at the beginning of the books."""
    signed: Text | None = None
    """致辞落款，如 青岚县人民政府。Who signs the letter."""
    contacts: Annotated[tuple[Contact, ...], Field(min_length=1)]
    """会上找谁：招商小分队或负责人，第一位为主。Whom to call there, the first one first."""
    products: Annotated[tuple[BrochureProduct, ...], Field(min_length=1)] = tuple(BrochureProduct)
    """印哪几种，不写即全部。What is printed; everything if left out."""
    press: PrintShop | None = None
    """印厂要求。What the print shop asks for."""

    def is_over(self, today: date) -> bool:
        """Whether the event lies behind; its files are then kept as they are."""
        return self.dates.end < today


class Event(EventFields):
    """An event as the county keeps it."""

    review: Review
    """审定。Who let it out."""
    internal: Internal | None = None
    """内部资料，永不发布。Never published."""


def chosen(event: EventFields, projects: Mapping[str, ProjectFields]) -> tuple[str, ...]:
    """Return the slugs of the projects that an event's edition holds.

    First those that the event lists, in its order; then, if it gives any criterion, all others
    that meet every one of them, in the order of `projects`. An event with neither list nor
    criterion takes all. Listed projects need not meet the criteria; unknown ones are left out.
    """
    listed = [slug for slug in dict.fromkeys(event.projects) if slug in projects]
    if has_criteria(event) or not event.projects:
        listed += [s for s, p in projects.items() if s not in listed and _meets(event, p)]
    return tuple(listed)


def has_criteria(event: EventFields) -> bool:
    """Whether an event narrows the projects by anything but name."""
    return bool(event.industries or event.stages or event.size)


def _meets(event: EventFields, project: ProjectFields) -> bool:
    return (
        (not event.industries or project.industry in event.industries)
        and (not event.stages or project.stage in event.stages)
        and (event.size is None or _has_size(event.size, project))
    )


def _has_size(size: Size, project: ProjectFields) -> bool:
    total = project.investment.in_yuan(project.investment.total)
    if total is None:
        return False
    least, most = size.least, size.most
    return (least is None or total >= least.reference()) and (
        most is None or total <= most.reference()
    )
