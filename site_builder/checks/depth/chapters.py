"""An approved brief argues every chapter of a project proposal.

The four things to argue are those the county's rules name (投资规模, 市场前景, 建设内容,
实施可行性); the chapters follow the customary outline of a project proposal (项目建议书).
"""

from collections.abc import Iterator

from site_builder.checks.depth.demand import MUST, Chapter, Demand, Part, within
from site_builder.checks.land.classification import is_manufacturing
from site_builder.checks.scope import Terms
from site_builder.content.catalog import Entry
from site_builder.content.project import Project, ProjectKind
from site_builder.diagnostics import Diagnostic, Rule, Words, both

LEAST_FIGURES = 2
LEAST_RISKS = 3
LEAST_ADVANTAGES = 2

_BUILT = frozenset({ProjectKind.NEW_BUILD, ProjectKind.EXPANSION, ProjectKind.UPGRADE})


def is_factory(project: Project) -> bool:
    """Whether a factory is built, extended or upgraded: a proposal for one says how it works."""
    return project.kind in _BUILT and is_manufacturing(project.classification)


REQUIRED = (
    Demand(
        Chapter.SCALE,
        "scale",
        Words(
            "没有产品、接待量、面积或其他规模指标", "no product, visits, floor area or other size"
        ),
        lambda p: bool(
            p.scale.products or p.scale.visitors or p.scale.floor_area or p.scale.highlights
        ),
        MUST,
        hint=Words(
            "在 scale 下补上 products、visitors、floor_area 或 highlights",
            "add products, visitors, floor_area or highlights under `scale`",
        ),
    ),
    Demand(
        Chapter.NECESSITY,
        "necessity.background",
        Words("没有论述背景和必要性", "background and need are not given"),
        lambda p: p.necessity is not None,
        MUST,
        hint=Words("补上 necessity.background", "add necessity.background"),
    ),
    Demand(
        Chapter.MARKET,
        "market.figures",
        Words(
            f"有来源的市场数据不足 {LEAST_FIGURES} 项",
            f"fewer than {LEAST_FIGURES} sourced figures",
        ),
        within(lambda p: p.market)(lambda m: len(m.figures) + len(m.series) >= LEAST_FIGURES),
        MUST,
        hint=Words(
            "在 market.figures 或 market.series 下补足，写明年份和来源",
            "add to market.figures or market.series, each with year and source",
        ),
    ),
    Demand(
        Chapter.CONTENT,
        "content.items",
        Words("没有分项列出建设内容", "the works are not listed item by item"),
        lambda p: p.content is not None and bool(p.content.items),
        MUST,
        hint=Words("在 content.items 下逐项列出", "list them under content.items"),
    ),
    Demand(
        Chapter.TECHNOLOGY,
        "technology.process",
        Words("没有写工艺与技术方案", "the process is not given"),
        lambda p: p.technology is not None,
        MUST,
        applies=is_factory,
        hint=Words(
            "补上 technology.process：生产方法、工艺流程、主要设备",
            "add technology.process: method, process, main equipment",
        ),
    ),
    Demand(
        Chapter.CONDITIONS,
        "conditions.advantages",
        Words(
            f"本地优势不足 {LEAST_ADVANTAGES} 条",
            f"fewer than {LEAST_ADVANTAGES} advantages of the place",
        ),
        within(lambda p: p.conditions)(lambda c: len(c.advantages) >= LEAST_ADVANTAGES),
        MUST,
        hint=Words(
            "在 conditions.advantages 下逐条写明，带数字",
            "list them under conditions.advantages, with figures",
        ),
    ),
    Demand(
        Chapter.ENVIRONMENT,
        "environment.measures",
        Words("没有环境影响与治理措施", "impact and treatment are not given"),
        lambda p: p.environment is not None,
        MUST,
        hint=Words("补上 environment.measures", "add environment.measures"),
    ),
    Demand(
        Chapter.FINANCING,
        "investment.sources",
        Words("没有列出资金来源", "the sources of money are not listed"),
        lambda p: bool(p.investment.sources),
        MUST,
        hint=Words("在 investment.sources 下列出", "list them under investment.sources"),
    ),
    Demand(
        Chapter.BENEFITS,
        "benefits",
        Words("没有测算收入、回收期和测算口径", "no revenue, payback and basis of reckoning"),
        within(lambda p: p.benefits)(
            lambda b: b.revenue is not None and bool(b.paybacks) and bool(b.assumptions)
        ),
        MUST,
        hint=Words(
            "补上 benefits.revenue、benefits.paybacks 和 benefits.assumptions",
            "add benefits.revenue, benefits.paybacks and benefits.assumptions",
        ),
        parts=(
            Part(
                "benefits.revenue",
                Words("营业收入", "revenue"),
                within(lambda p: p.benefits)(lambda b: b.revenue is not None),
            ),
            Part(
                "benefits.paybacks",
                Words("投资回收期", "payback"),
                within(lambda p: p.benefits)(lambda b: bool(b.paybacks)),
            ),
            Part(
                "benefits.assumptions",
                Words("测算口径", "basis of reckoning"),
                within(lambda p: p.benefits)(lambda b: bool(b.assumptions)),
            ),
        ),
    ),
    Demand(
        Chapter.RISKS,
        "risks",
        Words(f"风险与对策不足 {LEAST_RISKS} 条", f"fewer than {LEAST_RISKS} risks with measures"),
        lambda p: len(p.risks) >= LEAST_RISKS,
        MUST,
        hint=Words("在 risks 下补足，每条写明 measure", "add to `risks`, each with its measure"),
    ),
    Demand(
        Chapter.COOPERATION,
        "cooperation.modes",
        Words("没有选定合作方式", "no mode of cooperation is given"),
        lambda p: bool(p.cooperation.modes),
        MUST,
        hint=Words("在 cooperation.modes 下选定", "choose under cooperation.modes"),
    ),
    Demand(
        Chapter.APPROVALS,
        "approvals",
        Words("没有列出审批事项与进展", "approvals and their state are not listed"),
        lambda p: bool(p.approvals),
        MUST,
        hint=Words("在 approvals 下列出", "list them under `approvals`"),
    ),
)
"""What every brief must hold."""


def check_depth(entry: Entry[Project], _terms: Terms) -> Iterator[Diagnostic]:
    """Yield the chapters that an approved brief does not argue."""
    for demand in REQUIRED:
        if demand.applies(entry.record) and not demand.met(entry.record):
            told = demand.told(entry.record)
            yield entry.source.diagnostic(
                Rule.CHAPTER_THIN,
                (demand.chapter.field,),
                on_key=True,
                **both(chapter=demand.chapter, lack=told.lack, hint=told.hint),
            )
