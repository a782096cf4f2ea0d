"""A policy: number, issuer, dates, who may use it, and its clauses."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from site_builder.content.measures import Amount, Money
from site_builder.content.model import Contact, Frozen, Internal, Prose, Review, Summary, Text
from site_builder.content.scalars import Count, Day, Slug, Url


class PolicyLevel(StrEnum):
    """Who made it."""

    NATIONAL = "national"
    PROVINCIAL = "provincial"
    PREFECTURAL = "prefectural"
    COUNTY = "county"


class Tier(Frozen):
    """One step of a clause: from what on, how much."""

    condition: Text
    """条件，如 固定资产投资1亿元以上。From what on."""
    benefit: Text
    """支持内容。What is given."""
    amount: Amount | None = None
    """标准，如 3%、50万元。The rate or sum."""
    cap: Money | None = None
    """上限。The most that is given."""


class Clause(Frozen):
    """One thing that a policy grants."""

    title: Text
    """条款名称。Its title."""
    text: Prose
    """内容。What it says."""
    tiers: tuple[Tier, ...] = ()
    """分档标准。Its tiers."""
    conditions: tuple[Text, ...] = ()
    """适用条件。Conditions."""


class PolicyFields(Frozen):
    """Everything about a policy that may become public."""

    title: Text
    """政策名称。Its title."""
    summary: Summary
    """简介，120 字以内。A few sentences for lists."""
    order: Count = 100
    """排列次序。Its place in lists."""
    number: str
    """文号，如 青岚府发〔2025〕12号。Its number."""
    level: PolicyLevel
    """层级。Who made it."""
    issuer: Text
    """发文机关。The body that issued it."""
    issued: Day
    """发布日期。When it was issued."""
    effective: Day
    """施行日期。From when it holds."""
    expires: Day | None = None
    """失效日期；长期有效可略。Until when it holds; leave out if without end."""
    fair_competition: Day | None = None
    """通过公平竞争审查的日期（《公平竞争审查条例》）。When it passed fair competition review."""
    updated: Day
    """资料更新日期。When these facts were last brought up to date."""
    who: Text
    """适用对象。Who may use it."""
    clauses: Annotated[tuple[Clause, ...], Field(min_length=1)]
    """条款。What it grants."""
    apply: Prose
    """怎样申请：材料、流程、时限。How to apply."""
    industries: tuple[Slug, ...] = ()
    """适用产业；空为不限。Industries it holds for; none means all."""
    department: Text
    """解释（受理）部门。The department in charge."""
    url: Url | None = None
    """原文网址。Where the text can be read."""
    contacts: tuple[Contact, ...] = ()
    """咨询电话。Whom to ask."""


class Policy(PolicyFields):
    """A policy as the county keeps it."""

    review: Review
    """审定。Who let it out."""
    internal: Internal | None = None
    """内部资料，永不发布。Never published."""
