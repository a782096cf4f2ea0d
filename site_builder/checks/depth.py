"""An approved brief argues every chapter of a project proposal.

The four things to argue are those the county's rules name (投资规模, 市场前景, 建设内容,
实施可行性); the chapters follow the customary outline of a project proposal (项目建议书).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from site_builder.checks.scope import Terms
from site_builder.content.catalog import Entry
from site_builder.content.model import ReviewStatus
from site_builder.content.project import Project
from site_builder.diagnostics import Diagnostic, Rule

MARKET_FIGURES = 2
RISKS = 3
ADVANTAGES = 2


@dataclass(frozen=True)
class Demand:
    """What one chapter must hold."""

    field: str
    chapter: tuple[str, str]
    lack: tuple[str, str]
    hint: tuple[str, str]
    met: Callable[[Project], bool]


DEMANDS = (
    Demand(
        "scale",
        ("建设规模", "Scale"),
        ("没有产品、接待量、面积或其他规模指标", "no product, visits, floor area or other size"),
        (
            "在 scale 下补上 products、visitors、floor_area 或 highlights",
            "add products, visitors, floor_area or highlights under `scale`",
        ),
        lambda p: bool(
            p.scale.products or p.scale.visitors or p.scale.floor_area or p.scale.highlights
        ),
    ),
    Demand(
        "necessity",
        ("必要性", "Need"),
        ("没有论述背景和必要性", "background and need are not given"),
        ("补上 necessity.background", "add necessity.background"),
        lambda p: p.necessity is not None,
    ),
    Demand(
        "market",
        ("市场前景", "Market"),
        (
            f"有来源的市场数据不足 {MARKET_FIGURES} 项",
            f"fewer than {MARKET_FIGURES} sourced figures",
        ),
        (
            "在 market.figures 或 market.series 下补足，写明年份和来源",
            "add to market.figures or market.series, each with year and source",
        ),
        lambda p: (
            p.market is not None and len(p.market.figures) + len(p.market.series) >= MARKET_FIGURES
        ),
    ),
    Demand(
        "content",
        ("建设内容", "Content"),
        ("没有分项列出建设内容", "the works are not listed item by item"),
        ("在 content.items 下逐项列出", "list them under content.items"),
        lambda p: p.content is not None and bool(p.content.items),
    ),
    Demand(
        "conditions",
        ("建设条件", "Conditions"),
        (f"本地优势不足 {ADVANTAGES} 条", f"fewer than {ADVANTAGES} advantages of the place"),
        (
            "在 conditions.advantages 下逐条写明，带数字",
            "list them under conditions.advantages, with figures",
        ),
        lambda p: p.conditions is not None and len(p.conditions.advantages) >= ADVANTAGES,
    ),
    Demand(
        "environment",
        ("环境与节能", "Environment"),
        ("没有环境影响与治理措施", "impact and treatment are not given"),
        ("补上 environment.measures", "add environment.measures"),
        lambda p: p.environment is not None,
    ),
    Demand(
        "investment",
        ("资金筹措", "Financing"),
        ("没有列出资金来源", "the sources of money are not listed"),
        ("在 investment.sources 下列出", "list them under investment.sources"),
        lambda p: bool(p.investment.sources),
    ),
    Demand(
        "benefits",
        ("效益分析", "Benefits"),
        ("没有测算收入、回收期和测算口径", "no revenue, payback and basis of reckoning"),
        (
            "补上 benefits.revenue、benefits.paybacks 和 benefits.assumptions",
            "add benefits.revenue, benefits.paybacks and benefits.assumptions",
        ),
        lambda p: (
            p.benefits is not None
            and p.benefits.revenue is not None
            and bool(p.benefits.paybacks)
            and bool(p.benefits.assumptions)
        ),
    ),
    Demand(
        "risks",
        ("风险与对策", "Risks"),
        (f"风险与对策不足 {RISKS} 条", f"fewer than {RISKS} risks with measures"),
        ("在 risks 下补足，每条写明 measure", "add to `risks`, each with its measure"),
        lambda p: len(p.risks) >= RISKS,
    ),
    Demand(
        "cooperation",
        ("合作方式", "Cooperation"),
        ("没有选定合作方式", "no mode of cooperation is given"),
        ("在 cooperation.modes 下选定", "choose under cooperation.modes"),
        lambda p: bool(p.cooperation.modes),
    ),
    Demand(
        "approvals",
        ("审批事项", "Approvals"),
        ("没有列出审批事项与进展", "approvals and their state are not listed"),
        ("在 approvals 下列出", "list them under `approvals`"),
        lambda p: bool(p.approvals),
    ),
)


def check_depth(entry: Entry[Project], _terms: Terms) -> Iterator[Diagnostic]:
    """Yield the chapters that an approved brief does not argue."""
    if entry.record.review.status is not ReviewStatus.APPROVED:
        return
    for demand in DEMANDS:
        if not demand.met(entry.record):
            yield entry.source.diagnostic(
                Rule.CHAPTER_THIN,
                (demand.field,),
                on_key=True,
                chapter_zh=demand.chapter[0],
                chapter_en=demand.chapter[1],
                lack_zh=demand.lack[0],
                lack_en=demand.lack[1],
                hint_zh=demand.hint[0],
                hint_en=demand.hint[1],
            )
