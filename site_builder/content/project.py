"""A project: a brief at the depth of a project proposal (项目建议书)."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from site_builder.content.model import (
    Contact,
    Frozen,
    Internal,
    Position,
    Review,
    Summary,
    Tagline,
    Text,
)
from site_builder.content.picture import Picture
from site_builder.content.project_argument import (
    Conditions,
    Content,
    Environment,
    Market,
    Necessity,
    Risk,
    Technology,
)
from site_builder.content.project_money import Benefits, Investment
from site_builder.content.project_scale import Scale
from site_builder.content.project_terms import Approval, Cooperation, ForeignInvestment
from site_builder.content.scalars import Classification, Day, Slug


class ProjectKind(StrEnum):
    """What sort of undertaking it is."""

    NEW_BUILD = "new-build"
    EXPANSION = "expansion"
    UPGRADE = "upgrade"
    REUSE = "reuse"
    PPP = "ppp"


class ProjectStage(StrEnum):
    """How far the project has come with investors."""

    OPEN = "open"
    NEGOTIATING = "negotiating"
    SIGNED = "signed"
    UNDER_CONSTRUCTION = "under-construction"


class ProjectFields(Frozen):
    """Everything about a project that may become public."""

    title: Text
    """项目名称，如 年产5万吨电池级硫酸锰项目。The project's name."""
    tagline: Tagline
    """一句话，30 字以内。One sentence under the title."""
    summary: Summary
    """列表和名片用的简介，120 字以内。A few sentences for lists."""
    kind: ProjectKind
    """性质：新建、扩建、技改、盘活、PPP。The kind of undertaking."""
    stage: ProjectStage
    """进展：招商中、洽谈中、已签约、在建。How far it has come."""
    updated: Day
    """资料更新日期。When these facts were last brought up to date."""
    industry: Slug
    """所属产业，industries/ 下的文件名。The industry: a file in industries/."""
    segments: tuple[Slug, ...] = ()
    """在产业链上的环节。Its segments on that industry's chain."""
    park: Slug | None = None
    """所在园区，parks/ 下的文件名。The park: a file in parks/."""
    plots: tuple[Slug, ...] = ()
    """地块编号。Its plots in that park."""
    place: Text
    """所在地，如 金河镇金河工业园。Where it is."""
    position: Position | None = None
    """坐标（园区外项目）。Its position, if outside a park."""
    classification: Classification
    """国民经济行业代码 GB/T 4754-2017，如 C2613。Its class in GB/T 4754-2017."""
    scale: Scale
    """建设规模。The scale."""
    necessity: Necessity | None = None
    """必要性。Why it is needed."""
    market: Market | None = None
    """市场前景。The market."""
    content: Content | None = None
    """建设内容。What is built."""
    technology: Technology | None = None
    """技术方案。How it is made."""
    conditions: Conditions | None = None
    """建设条件。What is there already."""
    environment: Environment | None = None
    """环境影响、节能与安全。Environment, energy and safety."""
    investment: Investment
    """投资与筹资。Investment and financing."""
    benefits: Benefits | None = None
    """效益。Benefits."""
    risks: tuple[Risk, ...] = ()
    """风险与对策，至少三条。Risks with measures, at least three."""
    cooperation: Cooperation
    """合作方式与条件。The terms."""
    foreign_investment: ForeignInvestment | None = None
    """外商投资准入与鼓励目录。The rules for foreign investors."""
    approvals: tuple[Approval, ...] = ()
    """审批事项与进展。Approvals, done and to do."""
    policies: tuple[Slug, ...] = ()
    """适用政策，policies/ 下的文件名。Policies that apply: files in policies/."""
    host: Text
    """项目单位（承办单位）。The body that hosts the project."""
    approving_body: Text | None = None
    """项目审批（主管）部门。The authority that approves it."""
    contacts: Annotated[tuple[Contact, ...], Field(min_length=1)]
    """联系人，第一位为主。Whom to call, the first one first."""
    pictures: tuple[Picture, ...] = ()
    """照片，第一张作题图。Photographs; the first heads the page."""


class Project(ProjectFields):
    """A project as the county keeps it."""

    review: Review
    """审定。Who let it out."""
    internal: Internal | None = None
    """内部资料，永不发布。Never published."""
