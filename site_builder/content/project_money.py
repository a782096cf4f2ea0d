"""Investment, financing and benefits of a project."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from site_builder.content.measures import (
    Amount,
    Area,
    Duration,
    Money,
    MoneyPerArea,
    Percent,
    Rate,
    Share,
    SignedMoney,
)
from site_builder.content.model import Frozen, Prose, Text
from site_builder.content.scalars import Day, Moment, Number, Year, YesNo
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.precision import decimal_step
from site_builder.quantities.quantity import Quantity
from site_builder.quantities.units import CURRENCIES, MULTIPLIERS, parse_unit


class CostItem(Frozen):
    """A line of the estimate."""

    name: Text
    """名称，如 建筑工程、设备购置。What it is."""
    size: Amount | None = None
    """规模，如 3.2万平方米。Its size."""
    cost: Money
    """投资，如 8200万元。Its cost."""


class Phase(Frozen):
    """A phase with its own money, land and dates."""

    name: Text
    """名称，如 一期。Its name."""
    content: Text
    """内容。What it brings."""
    investment: Money
    """投资。Its cost."""
    land: Area | None = None
    """用地。Its land."""
    start: Moment | None = None
    """开始，如 2027-03。When it starts."""
    end: Moment | None = None
    """完成，如 2028-09。When it ends."""


class FundingKind(StrEnum):
    """Where money comes from."""

    EQUITY = "equity"
    PARTNER_EQUITY = "partner-equity"
    LOAN = "loan"
    BOND = "bond"
    GOVERNMENT = "government"
    OTHER = "other"


class Funding(Frozen):
    """A source of money."""

    kind: FundingKind
    """类别：投资方自筹、合作方出资、贷款、债券、政府资金。The kind."""
    note: Text | None = None
    """说明。A remark."""
    amount: Money
    """金额。How much."""


class Exchange(Frozen):
    """The rate at which a foreign currency was counted."""

    rate: Rate
    """汇率，如 7.10元/美元。The rate."""
    date: Day
    """汇率日期。The day of the rate."""


class Investment(Frozen):
    """What it costs and who pays."""

    total: Money
    """总投资，如 3.2亿元。Total investment."""
    fixed_assets: Money | None = None
    """固定资产投资（建设投资）。Fixed assets, that is, construction."""
    interest: Money | None = None
    """建设期利息（未计入固定资产时）。Interest during construction, where not in the above."""
    working_capital: Money | None = None
    """流动资金。Working capital."""
    items: tuple[CostItem, ...] = ()
    """固定资产投资构成。What the fixed assets consist of."""
    phases: tuple[Phase, ...] = ()
    """分期。Phases."""
    sources: tuple[Funding, ...] = ()
    """资金来源。Where the money comes from."""
    exchange: tuple[Exchange, ...] = ()
    """所用汇率（有外币时必填）。The rates used, where there is foreign currency."""
    basis_year: Year
    """价格基准年。The year of the prices."""
    margin: Share
    """估算误差，项目建议书阶段通常 ±30%，写 30%。The error of the estimate, e.g. 30%."""

    def in_yuan(self, quantity: Quantity) -> Fraction | None:
        """Return a sum of money in yuan at the brief's own rates; None if it gives no rate."""
        rate = self.rate_of(quantity.currency)
        return quantity.reference() * rate if rate is not None else None

    def rate_of(self, currency: str) -> Fraction | None:
        """Return what one of a currency is in yuan; None if the brief gives no rate for it."""
        if currency == "CNY":
            return Fraction(1)
        for exchange in self.exchange:
            if exchange.rate.unit.per[0].dimension == currency:
                return exchange.rate.reference()
        return None

    @property
    def total_in_yuan(self) -> Fraction:
        """The total in yuan. Raises `ValueError` where the brief gives no rate for it."""
        total = self.in_yuan(self.total)
        if total is None:
            raise ValueError(f"no rate for {self.total.currency}")
        return total


class TaxBasis(StrEnum):
    """Before or after income tax."""

    BEFORE_TAX = "before-tax"
    AFTER_TAX = "after-tax"


class Return(Frozen):
    """An internal rate of return with its basis."""

    value: Percent
    """内部收益率，如 16.8%。The rate."""
    basis: TaxBasis
    """税前或税后。Before or after income tax."""


class PresentValue(Frozen):
    """A net present value with its basis."""

    value: SignedMoney
    """净现值。The value."""
    discount: Percent
    """折现率，如 10%。The discount rate."""
    basis: TaxBasis
    """税前或税后。Before or after income tax."""


class PaybackMethod(StrEnum):
    """Whether later money is discounted."""

    STATIC = "static"
    DYNAMIC = "dynamic"


class Payback(Frozen):
    """A payback period with how it is counted."""

    value: Duration
    """回收期，如 6.1年。The period."""
    method: PaybackMethod
    """静态或动态。Static, or dynamic (discounted)."""
    includes_construction: YesNo
    """是否含建设期。Whether time to build is counted."""
    basis: TaxBasis | None = None
    """税前或税后，不写为税后。Before or after income tax; after, if left out."""
    discount: Percent | None = None
    """动态回收期的折现率，不写同净现值。The rate of a dynamic one; if left out, that of the NPV."""


def _unit_of_money(unit: str) -> str:
    parsed = parse_unit(unit)
    if parsed is None or parsed[1].per or parsed[1].base.dimension not in CURRENCIES:
        raise PydanticCustomError(
            "wrong-unit", "unit", {"value": unit, "units": "万元、亿元、万美元", "example": "万元"}
        )
    return unit


class CashFlow(Frozen):
    """The net cash flow of every year, from the start of work to the end of the reckoning."""

    basis: TaxBasis
    """税前或税后。Before or after income tax."""
    unit: Annotated[str, AfterValidator(_unit_of_money)]
    """单位，如 万元。The unit of the flows."""
    flows: Annotated[Mapping[Year, Number], Field(min_length=3)]
    """逐年净现金流量，开工起算，流出为负：{2027: -9800, 2028: 2600}。Net flow of each year."""

    @property
    def years(self) -> tuple[int, ...]:
        """The years in order."""
        return tuple(sorted(self.flows))

    def amounts(self) -> tuple[Fraction, ...]:
        """Return the flows in order, in the reference unit of their currency, e.g. yuan."""
        size = self.size
        return tuple(Fraction(self.flows[year]) * size for year in self.years)

    @property
    def size(self) -> Fraction:
        """What one of the unit is in the reference unit of its currency: 10000 for 万元."""
        parsed = parse_unit(self.unit)
        return MULTIPLIERS[parsed[0]] * parsed[1].factor if parsed is not None else Fraction(1)

    @property
    def digit(self) -> Fraction:
        """What one unit of the last digit written is worth, in the same unit as `amounts`."""
        return decimal_step(*self.flows.values()) * self.size

    @property
    def currency(self) -> str:
        """The ISO code of the currency."""
        parsed = parse_unit(self.unit)
        return parsed[1].base.dimension if parsed is not None else ""


class Benefits(Frozen):
    """What it brings in a normal year of full work, and how that was reckoned."""

    revenue: Money | None = None
    """年营业收入。Yearly revenue."""
    cost: Money | None = None
    """年总成本费用。Yearly total cost."""
    tax: Money | None = None
    """年纳税总额。Taxes paid in a year."""
    profit: Money | None = None
    """年利润总额。Yearly profit before income tax."""
    net_profit: Money | None = None
    """年净利润。Yearly net profit."""
    returns: tuple[Return, ...] = ()
    """内部收益率。Internal rates of return."""
    present_values: tuple[PresentValue, ...] = ()
    """净现值。Net present values."""
    paybacks: tuple[Payback, ...] = ()
    """投资回收期。Payback periods."""
    cash_flows: tuple[CashFlow, ...] = ()
    """逐年净现金流量，据此复算上列指标。Net cash flows by year, to check the above with."""
    profit_rate: Percent | None = None
    """投资利润率（年利润总额÷总投资）。Yearly profit over total investment."""
    break_even: Share | None = None
    """盈亏平衡点（生产能力利用率）。Break-even, as a share of capacity."""
    tax_per_area: MoneyPerArea | None = None
    """亩均税收，如 25.8万元/亩。Tax per mu."""
    social: Prose | None = None
    """社会与生态效益。Social and ecological benefit."""
    assumptions: tuple[Text, ...] = ()
    """测算口径与假设，每条一句。How this was reckoned, a sentence each."""

    @property
    def told_payback(self) -> Payback | None:
        """The payback period that is told first: a static one, if there is any."""
        static = [one for one in self.paybacks if one.method is PaybackMethod.STATIC]
        return next(iter(static or self.paybacks), None)

    @property
    def told_return(self) -> Return | None:
        """The rate of return that is told first: the one after tax, if there is any."""
        after = [one for one in self.returns if one.basis is TaxBasis.AFTER_TAX]
        return next(iter(after or self.returns), None)
