"""What a thorough brief holds beyond what it must: it costs points, and stops nothing.

The list follows the outline of a project proposal (项目建议书) and what investors ask next.
Numbers such as the length of an outlook are rules of thumb.
"""

from site_builder.checks.depth.demand import Chapter, Demand, within
from site_builder.checks.depth.padding import length
from site_builder.checks.land.classification import is_manufacturing
from site_builder.content.model import Prose
from site_builder.content.project import Project
from site_builder.content.project_money import PaybackMethod, TaxBasis
from site_builder.content.project_terms import ApprovalStatus
from site_builder.diagnostics import Words
from site_builder.quantities.reading import read_quantity

_LONG = read_quantity("18个月").reference()


def _argued(prose: Prose | None, least: int) -> bool:
    """Whether a text has at least so many Chinese characters, repetitions left out."""
    return prose is not None and length(prose) >= least


def _takes_long(project: Project) -> bool:
    """Whether it is built in more than a year and a half, so that phases are worth a word."""
    return project.scale.construction.reference() > _LONG


_necessity = within(lambda p: p.necessity)
_market = within(lambda p: p.market)
_content = within(lambda p: p.content)
_technology = within(lambda p: p.technology)
_conditions = within(lambda p: p.conditions)
_environment = within(lambda p: p.environment)
_benefits = within(lambda p: p.benefits)

EXPECTED = (
    Demand(
        Chapter.SCALE,
        "scale.land",
        Words("没有写用地面积或建筑面积", "neither land nor floor area is given"),
        lambda p: bool(p.scale.land or p.scale.floor_area),
    ),
    Demand(
        Chapter.SCALE,
        "scale.jobs",
        Words("没有写用工人数", "the number of jobs is not given"),
        lambda p: p.scale.jobs is not None,
    ),
    Demand(
        Chapter.SCALE,
        "scale.products",
        Words("有产品没有写单价", "a product has no price"),
        lambda p: all(product.price is not None for product in p.scale.products),
        applies=lambda p: bool(p.scale.products),
    ),
    Demand(
        Chapter.SCALE,
        "scale.plot_ratio",
        Words("没有写容积率和建筑系数", "plot ratio and coverage are not given"),
        lambda p: p.scale.plot_ratio is not None and p.scale.coverage is not None,
        applies=lambda p: is_manufacturing(p.classification),
    ),
    Demand(
        Chapter.SCALE,
        "scale.resources",
        Words("没有写依托的资源或原料", "the resource it stands on is not given"),
        lambda p: bool(p.scale.resources),
        applies=lambda p: p.classification[0] in "AB",
    ),
    Demand(
        Chapter.NECESSITY,
        "necessity.background",
        Words("背景和必要性不足 150 字", "the need takes fewer than 150 Chinese characters"),
        _necessity(lambda n: _argued(n.background, 150)),
    ),
    Demand(
        Chapter.NECESSITY,
        "necessity.basis",
        Words("没有列出政策或规划依据", "no policy or plan that it rests on"),
        _necessity(lambda n: bool(n.basis)),
    ),
    Demand(
        Chapter.NECESSITY,
        "necessity.basis",
        Words("所列依据都没有文号", "no document it rests on has a number"),
        _necessity(lambda n: any(document.number for document in n.basis)),
        applies=_necessity(lambda n: bool(n.basis)),
    ),
    Demand(
        Chapter.MARKET,
        "market.outlook",
        Words("市场前景不足 200 字", "the outlook takes fewer than 200 Chinese characters"),
        _market(lambda m: _argued(m.outlook, 200)),
        2,
    ),
    Demand(
        Chapter.MARKET,
        "market.series",
        Words("逐年数据不足 2 组", "fewer than 2 yearly series"),
        _market(lambda m: len(m.series) >= 2),
    ),
    Demand(
        Chapter.MARKET,
        "market.series",
        Words("没有市场预测", "no forecast"),
        _market(lambda m: any(series.forecast_from for series in m.series)),
    ),
    Demand(
        Chapter.MARKET,
        "market.customers",
        Words("没有写目标市场与客户", "target market and customers are not given"),
        _market(lambda m: m.customers is not None),
        2,
    ),
    Demand(
        Chapter.MARKET,
        "market.competitors",
        Words("没有写竞争格局", "the competition is not given"),
        _market(lambda m: m.competitors is not None),
        2,
    ),
    Demand(
        Chapter.CONTENT,
        "content.items",
        Words("分项内容不足 3 项", "fewer than 3 items of works"),
        _content(lambda c: len(c.items) >= 3),
    ),
    Demand(
        Chapter.CONTENT,
        "content.items",
        Words("有分项没有写规模", "an item of works has no size"),
        _content(lambda c: all(item.size is not None for item in c.items)),
    ),
    Demand(
        Chapter.TECHNOLOGY,
        "technology.process",
        Words("工艺或技术方案不足 80 字", "the process takes fewer than 80 Chinese characters"),
        _technology(lambda t: _argued(t.process, 80)),
        2,
    ),
    Demand(
        Chapter.TECHNOLOGY,
        "technology.equipment",
        Words("主要设备不足 3 项", "fewer than 3 pieces of main equipment"),
        _technology(lambda t: len(t.equipment) >= 3),
    ),
    Demand(
        Chapter.TECHNOLOGY,
        "technology.materials",
        Words("没有列出原辅材料", "raw materials are not listed"),
        _technology(lambda t: bool(t.materials)),
        applies=lambda p: is_manufacturing(p.classification),
    ),
    Demand(
        Chapter.CONDITIONS,
        "conditions.site",
        Words("没有写场地条件", "the ground is not described"),
        _conditions(lambda c: c.site is not None),
    ),
    Demand(
        Chapter.CONDITIONS,
        "conditions.utilities",
        Words("公用工程需求不足 2 项", "fewer than 2 utilities with their need"),
        _conditions(lambda c: len(c.utilities) >= 2),
    ),
    Demand(
        Chapter.CONDITIONS,
        "conditions.preliminary",
        Words("没有写已完成的前期工作", "preparatory work done is not given"),
        _conditions(lambda c: bool(c.preliminary)),
    ),
    Demand(
        Chapter.CONDITIONS,
        "pictures",
        Words("没有现场或产品照片", "no photograph of site or product"),
        lambda p: bool(p.pictures),
    ),
    Demand(
        Chapter.ENVIRONMENT,
        "environment.measures",
        Words("环境与安全措施不足 80 字", "measures take fewer than 80 Chinese characters"),
        _environment(lambda e: _argued(e.measures, 80)),
    ),
    Demand(
        Chapter.ENVIRONMENT,
        "environment.energy",
        Words("没有写年综合能耗", "yearly energy use is not given"),
        _environment(lambda e: e.energy is not None),
    ),
    Demand(
        Chapter.FINANCING,
        "investment.items",
        Words("没有列出固定资产投资构成", "what the fixed assets consist of is not listed"),
        lambda p: p.investment.fixed_assets is not None and bool(p.investment.items),
        2,
    ),
    Demand(
        Chapter.FINANCING,
        "investment.phases",
        Words("没有写分期安排", "the phases are not given"),
        lambda p: bool(p.investment.phases),
        applies=_takes_long,
    ),
    Demand(
        Chapter.BENEFITS,
        "benefits.returns",
        Words("没有同时写税前和税后内部收益率", "no IRR both before and after tax"),
        _benefits(lambda b: {rate.basis for rate in b.returns} == set(TaxBasis)),
        2,
    ),
    Demand(
        Chapter.BENEFITS,
        "benefits.present_values",
        Words("没有同时写税前和税后净现值", "no NPV both before and after tax"),
        _benefits(lambda b: {value.basis for value in b.present_values} == set(TaxBasis)),
    ),
    Demand(
        Chapter.BENEFITS,
        "benefits.paybacks",
        Words("没有同时写静态和动态回收期", "no payback both static and dynamic"),
        _benefits(lambda b: {payback.method for payback in b.paybacks} == set(PaybackMethod)),
    ),
    Demand(
        Chapter.BENEFITS,
        "benefits.break_even",
        Words("没有写盈亏平衡点", "break-even is not given"),
        _benefits(lambda b: b.break_even is not None),
    ),
    Demand(
        Chapter.BENEFITS,
        "benefits.profit",
        Words("没有写成本、利润和税收", "cost, profit and tax are not given"),
        _benefits(lambda b: None not in {b.cost, b.profit, b.tax}),
    ),
    Demand(
        Chapter.BENEFITS,
        "benefits.assumptions",
        Words("测算口径与假设不足 3 条", "fewer than 3 assumptions"),
        _benefits(lambda b: len(b.assumptions) >= 3),
    ),
    Demand(
        Chapter.BENEFITS,
        "benefits.social",
        Words("没有写社会与生态效益", "social and ecological benefit are not given"),
        _benefits(lambda b: b.social is not None),
    ),
    Demand(
        Chapter.RISKS,
        "risks",
        Words("风险不足 3 类", "fewer than 3 kinds of risk"),
        lambda p: len({risk.kind for risk in p.risks}) >= 3,
        2,
    ),
    Demand(
        Chapter.COOPERATION,
        "cooperation.offers",
        Words("没有写县里提供什么", "what the county brings is not given"),
        lambda p: bool(p.cooperation.offers),
    ),
    Demand(
        Chapter.COOPERATION,
        "cooperation.seeks",
        Words("没有写期望的投资方", "the investor sought is not described"),
        lambda p: p.cooperation.seeks is not None,
    ),
    Demand(
        Chapter.COOPERATION,
        "cooperation.decision",
        Words("没有写决策所需时间", "the time to a decision is not given"),
        lambda p: p.cooperation.decision is not None,
    ),
    Demand(
        Chapter.APPROVALS,
        "approvals",
        Words("有审批事项没有写审批部门", "an approval names no authority"),
        lambda p: all(
            step.authority is not None
            for step in p.approvals
            if step.status is not ApprovalStatus.NOT_NEEDED
        ),
        applies=lambda p: bool(p.approvals),
    ),
    Demand(
        Chapter.APPROVALS,
        "approving_body",
        Words("没有写项目审批（主管）部门", "the authority that approves it is not given"),
        lambda p: p.approving_body is not None,
    ),
)
"""What a thorough brief holds as well."""
