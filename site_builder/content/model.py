"""What every record is made of: texts, dates, places, contacts, sources, review.

The string under each field is what an author reads in the editor: Chinese first, then
English. Every scalar arrives as the string the author wrote; these types convert it.
"""

import re
from enum import StrEnum
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from site_builder.content.coordinates import refuse_swapped
from site_builder.content.field_sentences import sentences_of
from site_builder.content.measures import Amount, Length, Time
from site_builder.content.scalars import Day, Degrees, Email, Phone, Year, fail
from site_builder.geography.country import EAST, NORTH, SOUTH, WEST
from site_builder.geography.datums import Point, to_wgs84


class Frozen(BaseModel):
    """A value that never changes and has no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Put the sentence under each field into the schema, for editors to show."""
        found = handler(schema)
        properties = handler.resolve_ref_schema(found).get("properties", {})
        for name, sentence in sentences_of(cls).items():
            if name in properties:
                properties[name]["description"] = sentence
        return found

    def __getstate__(self) -> dict[Any, Any]:
        """Send another process the fields, and nothing that pydantic keeps beside them."""
        return self.__dict__

    def __setstate__(self, fields: dict[Any, Any]) -> None:
        """Become what was sent; it was valid there."""
        object.__setattr__(self, "__dict__", fields)
        object.__setattr__(self, "__pydantic_fields_set__", set(fields))
        object.__setattr__(self, "__pydantic_extra__", None)
        object.__setattr__(self, "__pydantic_private__", None)


# --- text -----------------------------------------------------------------------------

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
"""Chinese characters in a row."""
HTML_TAG = re.compile(r"</?[a-zA-Z!][^>]*>?")


def _written(text: str) -> str:
    if not text:
        fail("empty-value")
    return text


def _english(text: str) -> str:
    if not text.isascii() and (found := HAN.search(text)):
        fail("chinese-in-english", found=found.group())
    return text


def _without_html(text: str) -> str:
    if found := HTML_TAG.search(text):
        fail("raw-html", found=found.group())
    return text


def at_most(limit: int) -> AfterValidator:
    """Return the check that a text has no more characters than `limit`."""

    def check(text: str) -> str:
        if len(text) > limit:
            excess = str(len(text) - limit)
            fail("too-long", length=str(len(text)), limit=str(limit), excess=excess)
        return text

    return AfterValidator(check)


Written = Annotated[str, AfterValidator(_written)]
"""A string that is not empty."""
English = Annotated[Written, AfterValidator(_english)]
"""A string in English: no Chinese characters."""


class Text(Frozen):
    """A line in both languages."""

    zh: Written
    """中文。The Chinese text."""
    en: English
    """英文，由人审校。The English text, checked by a person."""


class Tagline(Text):
    """A single sentence under a title."""

    zh: Annotated[Written, at_most(30)]
    """中文，30 字以内。At most 30 characters."""
    en: Annotated[English, at_most(120)]
    """英文，120 个字符以内。At most 120 characters."""


class Summary(Text):
    """A few sentences for a card in a list."""

    zh: Annotated[Written, at_most(120)]
    """中文，120 字以内。At most 120 characters."""
    en: Annotated[English, at_most(300)]
    """英文，300 个字符以内。At most 300 characters."""


class Prose(Text):
    """Paragraphs in both languages, with limited Markdown: emphasis, lists, links."""

    zh: Annotated[Written, AfterValidator(_without_html)]
    """中文段落，可用 Markdown。Chinese paragraphs in Markdown."""
    en: Annotated[English, AfterValidator(_without_html)]
    """英文段落，可用 Markdown。English paragraphs in Markdown."""


# --- parts that several records share ---------------------------------------------------


class Datum(StrEnum):
    """The coordinate system a position is given in."""

    WGS84 = "wgs84"
    GCJ02 = "gcj02"
    BD09 = "bd09"
    CGCS2000 = "cgcs2000"


class Position(Frozen):
    """A point on the map, with its coordinate system."""

    latitude: Annotated[Degrees, Field(ge=SOUTH, le=NORTH)]
    """纬度（度，十进制），如 28.0583。Latitude in decimal degrees."""
    longitude: Annotated[Degrees, Field(ge=WEST, le=EAST)]
    """经度（度，十进制），如 109.6215。Longitude in decimal degrees."""
    system: Datum
    """坐标系：wgs84、gcj02、bd09 或 cgcs2000。The coordinate system."""

    @model_validator(mode="before")
    @classmethod
    def _in_order(cls, value: object) -> object:
        refuse_swapped(value)
        return value

    @property
    def wgs84(self) -> Point:
        """The same point in WGS-84."""
        point = Point(float(self.latitude), float(self.longitude))
        return to_wgs84(point, self.system.value)


class Figure(Frozen):
    """A number with its year and its source."""

    label: Text
    """指标名称，如 全国需求量。What is measured."""
    value: Amount
    """数值与单位，如 53万吨。The number and its unit."""
    year: Year
    """数据年份。The year it holds for."""
    source: Text
    """来源：机构、文件、时间。Where it is from: body, publication, date."""
    method: Text | None = None
    """若为估算，说明怎样得出。How an estimate was made."""


class DistanceKind(StrEnum):
    """What lies at the other end."""

    AIRPORT = "airport"
    RAILWAY = "railway"
    EXPRESSWAY = "expressway"
    PORT = "port"
    CITY = "city"
    TOWN = "town"


class Distance(Frozen):
    """How far something is, by road unless said otherwise."""

    to: Text
    """目的地，如 青岚北高铁站。The destination."""
    kind: DistanceKind
    """类别。The kind of destination."""
    distance: Length
    """里程，如 12公里；目的地未注明方式的为公路里程。By road, or as the destination says."""
    time: Time | None = None
    """用时，如 20分钟；未注明高铁等方式的为车程。By car unless said otherwise, e.g. 20分钟."""


class Contact(Frozen):
    """Whom an investor calls. Office lines only, never a private number."""

    unit: Text
    """单位。The office."""
    person: Text | None = None
    """联系人。The person."""
    title: Text | None = None
    """职务。The person's position."""
    phone: Phone
    """办公电话，如 0800-5550100。Office telephone."""
    email: Email | None = None
    """单位邮箱。Office e-mail."""
    wechat: str | None = None
    """单位微信号或公众号。The office's WeChat account."""
    address: Text | None = None
    """地址。The postal address."""
    languages: tuple[Text, ...] = ()
    """可用语言。Languages spoken."""
    position: Position | None = None
    """办公地点坐标，用于导航。Where the office is, for navigation."""


class ReviewStatus(StrEnum):
    """How far a record is on its way to the public."""

    DRAFT = "draft"
    IN_REVIEW = "in-review"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"


class Review(Frozen):
    """Who let this record out, and when. Only `approved` records are published."""

    status: ReviewStatus
    """审定状态：draft、in-review、approved、withdrawn。Only approved records are published."""
    department: Text | None = None
    """填报单位，如 县工业和信息化局。The department that wrote it."""
    by: str | None = None
    """审定单位，如 县项目审定小组。Who approved it."""
    date: Day | None = None
    """审定日期。When it was approved."""
    next: Day | None = None
    """下次复核日期。When it is due for review again."""


class Target(Frozen):
    """A firm that a squad means to win. Never published."""

    name: str
    """企业名称。The firm."""
    segment: str | None = None
    """对应环节。The segment it would fill."""
    approach: str | None = None
    """接洽途径。How to reach it."""
    owner: str | None = None
    """责任人。Who follows it up."""
    stage: str | None = None
    """进展。How far it has come."""


class Internal(Frozen):
    """Everything that must stay inside the bureau. Never published."""

    targets: tuple[Target, ...] = ()
    """目标企业。Firms to win."""
    bottom_line: str | None = None
    """谈判底线。The limit in bargaining."""
    leads: tuple[str, ...] = ()
    """线索。Leads."""
    notes: tuple[str, ...] = ()
    """内部备注。Notes."""
