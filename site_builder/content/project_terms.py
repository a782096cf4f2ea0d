"""On what terms a project is offered: cooperation and approvals."""

from enum import StrEnum

from site_builder.content.measures import Amount, Duration, Share
from site_builder.content.model import Frozen, Text
from site_builder.content.scalars import Day, Year


class CooperationMode(StrEnum):
    """How an investor may come in."""

    SOLE = "sole"
    JOINT_VENTURE = "joint-venture"
    CONTRACTUAL = "contractual"
    EQUITY = "equity"
    ACQUISITION = "acquisition"
    CONCESSION = "concession"
    BOT = "bot"
    TOT = "tot"
    PPP = "ppp"
    LEASE = "lease"
    ENTRUSTED = "entrusted"


class Party(Frozen):
    """Who does what, and holds how much."""

    who: Text
    """一方，如 县文旅公司、投资方。The party."""
    does: Text
    """负责的事。What it does."""
    share: Share | None = None
    """持股比例。Its share."""


class Cooperation(Frozen):
    """The terms on which the county offers the project."""

    modes: tuple[CooperationMode, ...]
    """合作方式，可多选。Modes, one or more."""
    term: Duration | None = None
    """合作期限，如 20年。The term."""
    parties: tuple[Party, ...] = ()
    """各方分工。Who does what."""
    offers: tuple[Text, ...] = ()
    """县里提供什么，每条一句。What the county brings, a sentence each."""
    seeks: Text | None = None
    """期望的投资方。The investor sought."""
    decision: Amount | None = None
    """从接洽到决策的时间，如 2至3个月。From first talks to a decision."""
    handover: Text | None = None
    """期满移交办法。What happens at the end of the term."""


class ApprovalItem(StrEnum):
    """A step that the law asks for before work starts."""

    PROJECT_FILING = "project-filing"
    PROJECT_APPROVAL = "project-approval"
    LAND_PREREVIEW = "land-prereview"
    LAND_TRANSFER = "land-transfer"
    PLANNING_PERMIT = "planning-permit"
    EIA = "eia"
    ENERGY_REVIEW = "energy-review"
    SAFETY_REVIEW = "safety-review"
    WATER_SOIL = "water-soil"
    FLOOD = "flood"
    FOREST_LAND = "forest-land"
    HERITAGE = "heritage"
    SOCIAL_STABILITY = "social-stability"
    CONSTRUCTION_PERMIT = "construction-permit"
    MINING_LICENCE = "mining-licence"
    WATER_PERMIT = "water-permit"
    FOOD_LICENCE = "food-licence"
    DRUG_LICENCE = "drug-licence"


class ApprovalStatus(StrEnum):
    """How far a step is."""

    DONE = "done"
    IN_PROGRESS = "in-progress"
    TO_DO = "to-do"
    NOT_NEEDED = "not-needed"


class Approval(Frozen):
    """One step of approval."""

    item: ApprovalItem
    """事项。The step."""
    status: ApprovalStatus
    """进展：已办、在办、待办、无需。How far it is."""
    authority: Text | None = None
    """审批部门。The authority."""
    date: Day | None = None
    """办结日期。When it was done."""
    number: str | None = None
    """批复文号。The number of the decision."""
    note: Text | None = None
    """说明。A remark."""


class NegativeListing(Frozen):
    """What the negative list says about a sector."""

    edition: Year
    """所依据的负面清单版本年份，如 2024。The edition of the list, e.g. 2024."""
    restriction: Text | None = None
    """清单所列的限制；不在清单内可略。The restriction listed; leave out if there is none."""


class EncouragedListing(Frozen):
    """The entry under which foreign investment is encouraged."""

    edition: Year
    """所依据的鼓励目录版本年份，如 2025。The edition of the catalogue, e.g. 2025."""
    entry: Text
    """所属条目，如 全国目录“电池材料”类。The entry it comes under."""


class ForeignInvestment(Frozen):
    """What the law says about foreign investors in this sector."""

    negative_list: NegativeListing
    """外商投资准入负面清单。The negative list for foreign investment."""
    encouraged: EncouragedListing | None = None
    """鼓励外商投资产业目录。The catalogue of industries encouraged for foreign investment."""
