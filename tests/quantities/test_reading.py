import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from site_builder.content.measures import (
    Amount,
    Area,
    DollarRate,
    Duration,
    Money,
    MoneyPerArea,
    People,
    Percent,
    Price,
    Rate,
    Rent,
    SignedMoney,
    SignedPercent,
)
from site_builder.diagnostics import Rule
from site_builder.quantities.aliases import SYMBOLS, canonical_symbol
from site_builder.quantities.quantity import Bound, Quantity
from site_builder.quantities.reading import UnreadableError, read_quantity
from site_builder.quantities.units import BASES, MULTIPLIERS, parse_unit

# A month below the line may be written 月 or 个月, and is 月 then; above it is 个月.
DENOMINATORS = sorted(set(BASES) - {"个月"})
UNITS = ["元", "亩", "年", "%", "元/亩"]
CODES = {"bare-number", "bad-quantity", "wrong-unit", "reversed-range", "ambiguous-range"}

# What authors type, whole and in pieces, so that strange texts come close to real ones.
PIECES = st.sampled_from(
    [
        *[*BASES, *MULTIPLIERS, "不低于", "不超过", "左右", "以上", "人民币", "RMB"],
        *["m2", "m³", "㎡", "kVA", "t/a", "GJ", "美金", "平米", "¥", "￥", "‰", "℃"],
        *"0123456789.,-+ /·约至~—%３．，（）每个\u3000",
    ]
)
DIGITS = st.decimals(min_value=0, max_value=10**9, places=3).map(lambda d: f"{d.normalize():f}")


def code_of(text: str) -> str:
    with pytest.raises(UnreadableError) as raised:
        read_quantity(text)
    return raised.value.code


@given(st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join)))
def test_reading_never_fails_but_by_one_of_its_rules(text: str) -> None:
    """Whatever is typed is a quantity, or breaks a rule that says what to write instead."""
    try:
        quantity = read_quantity(text)
    except UnreadableError as error:
        outcome = error.code
    else:
        outcome = "read" if quantity.low <= quantity.high else "upside down"
    assert outcome in {"read", *CODES}


@given(DIGITS, st.sampled_from(sorted(MULTIPLIERS)), st.sampled_from(sorted(BASES)))
def test_a_number_and_a_unit_are_read_back(number: str, word: str, base: str) -> None:
    """A number with any counting word and any unit means their product."""
    quantity = read_quantity(f"{number}{word}{base}")
    per_base = BASES[base].factor * MULTIPLIERS[word]
    assert Fraction(number) * per_base == quantity.reference()
    assert BASES[base].dimension.replace("CNY", "money") in {
        quantity.dimension,
        quantity.unit.currencies,
        quantity.currency,
    }


@given(
    st.sampled_from(sorted(set(BASES) - {"月"})),
    st.lists(st.sampled_from(DENOMINATORS), max_size=2),
)
def test_a_unit_is_written_as_it_is_read(base: str, per: list[str]) -> None:
    """A unit with its denominators is read back from its own words."""
    written = base + ("/" + "·".join(per) if per else "")
    parsed = parse_unit(written)
    assert parsed is not None
    assert ("", written) == (parsed[0], str(parsed[1]))


@pytest.mark.parametrize("text", ["1" + " " * 5000 + "!", "1" + "a" * 200_000, "9" * 200_000])
def test_a_long_text_is_refused_at_once(text: str) -> None:
    """A text far longer than any quantity is not searched for one."""
    assert code_of(text) == "bad-quantity"


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("3.2亿元", 320_000_000, 320_000_000, "元"),
        ("26,518万元", 265_180_000, 265_180_000, "元"),
        ("５００亩", 500, 500, "亩"),
        (" 120 亩 ", 120, 120, "亩"),
        ("5万吨/年", 50_000, 50_000, "吨/年"),
        ("5万吨每年", 50_000, 50_000, "吨/年"),
        ("8元/平方米·月", 8, 8, "元/平方米·月"),
        ("3至5年", 3, 5, "年"),
        ("3-5年", 3, 5, "年"),
        ("18月", 18, 18, "个月"),
        ("3～5年", 3, 5, "年"),
        ("300万至500万元", 3_000_000, 5_000_000, "元"),
        ("8000万至1.2亿元", 80_000_000, 120_000_000, "元"),
        ("3年至5年", 3, 5, "年"),
        ("2万千瓦", 20_000, 20_000, "千瓦"),
        ("-5%", -5, -5, "%"),
        ("-10至-5%", -10, -5, "%"),
        # As copied from drawings, spreadsheets and utility plans.
        ("1.2万㎡", 12_000, 12_000, "平方米"),
        ("500 m2", 500, 500, "平方米"),
        ("500m²", 500, 500, "平方米"),
        ("500平米", 500, 500, "平方米"),
        ("500平方", 500, 500, "平方米"),
        ("1.5km²", Decimal("1.5"), Decimal("1.5"), "平方公里"),
        ("1.5㎢", Decimal("1.5"), Decimal("1.5"), "平方公里"),
        ("8ha", 8, 8, "公顷"),
        ("8hm²", 8, 8, "公顷"),
        ("3万t/a", 30_000, 30_000, "吨/年"),
        ("1200㎥/d", 1200, 1200, "立方米/天"),
        ("35m³/h", 35, 35, "立方米/小时"),
        ("25kg", 25, 25, "千克"),
        ("25KG", 25, 25, "千克"),
        ("500kW", 500, 500, "千瓦"),
        ("500KW", 500, 500, "千瓦"),
        ("1.2万kWh", 12_000, 12_000, "千瓦时"),
        ("20MW", 20, 20, "兆瓦"),
        ("20MWh", 20, 20, "兆瓦时"),
        ("630kVA", 630, 630, "千伏安"),
        ("50MVA", 50, 50, "兆伏安"),
        ("110KV", 110, 110, "千伏"),
        ("12km", 12, 12, "公里"),
        ("600m", 600, 600, "米"),
        ("80mm", 80, 80, "毫米"),
        ("90GJ", 90, 90, "吉焦"),
        ("2TJ/a", 2, 2, "太焦/年"),
        ("3‰", 3, 3, "‰"),
        ("25℃", 25, 25, "°C"),
        ("500万美金", 5_000_000, 5_000_000, "美元"),
        ("人民币3.2亿元", 320_000_000, 320_000_000, "元"),
        ("3.2亿元人民币", 320_000_000, 320_000_000, "元"),
        ("3.2亿人民币", 320_000_000, 320_000_000, "元"),
        ("人民币约3.2亿元", 320_000_000, 320_000_000, "元"),
        ("约人民币3.2亿", 320_000_000, 320_000_000, "元"),
        ("￥3.2亿", 320_000_000, 320_000_000, "元"),
        ("¥960", 960, 960, "元"),
        ("RMB 320万", 3_200_000, 3_200_000, "元"),
        ("¥8/㎡·月", 8, 8, "元/平方米·月"),
        ("¥300万至¥500万", 3_000_000, 5_000_000, "元"),
        ("8元/(平方米·月)", 8, 8, "元/平方米·月"),
        ("8元/m2/月", 8, 8, "元/平方米·月"),
        ("3万元至5万元/亩", 30_000, 50_000, "元/亩"),
    ],
)
def test_what_clerks_write_is_understood(
    text: str, low: Decimal | int, high: Decimal | int, unit: str
) -> None:
    """The usual ways to write a quantity mean the same numbers."""
    quantity = read_quantity(text)
    assert (low, high, unit) == (quantity.low, quantity.high, str(quantity.unit))


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("约1亿元", Bound.ABOUT),
        ("1亿元左右", Bound.ABOUT),
        ("不低于300万元/亩", Bound.AT_LEAST),
        ("300万元/亩以上", Bound.AT_LEAST),
        ("≤5%", Bound.AT_MOST),
        ("30天以内", Bound.AT_MOST),
        ("30天", Bound.EXACT),
    ],
)
def test_a_bound_is_kept(text: str, bound: Bound) -> None:
    """How exactly a number is meant is part of the quantity."""
    assert bound == read_quantity(text).bound


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("32000", "bare-number"),
        ("3至5", "bare-number"),
        ("", "bad-quantity"),
        ("3,2亿元", "bad-quantity"),
        ("3个月至5年", "bad-quantity"),
        ("1e5元", "bad-quantity"),
        ("٣亩", "bad-quantity"),
        ("1234567890123456元", "bad-quantity"),
        ("3.2亿", "bare-number"),
        ("5万/年", "wrong-unit"),
        ("5桶", "wrong-unit"),
        ("5吨/年/人/天", "wrong-unit"),
        ("5至3年", "reversed-range"),
        ("5至3万元", "ambiguous-range"),
        ("5000至1万元", "ambiguous-range"),
        ("8000至1.2亿元", "ambiguous-range"),
        ("5000元至1000元", "reversed-range"),
        ("5000万至1万元", "reversed-range"),
        ("¥500万美元", "wrong-unit"),
        ("RMB 5吨", "wrong-unit"),
        ("5mW", "wrong-unit"),
        ("5.年", "wrong-unit"),
    ],
)
def test_a_mistake_breaks_its_own_rule(text: str, code: str) -> None:
    """Each mistake is told by the rule that says how to put it right."""
    assert code == code_of(text)


@pytest.mark.parametrize(
    ("kind", "fitting", "unfitting"),
    [
        (Money, "1000万美元", "1000万元/亩"),
        (Area, "3公顷", "3公里"),
        (Duration, "18个月", "18天"),
        (Percent, "45%", "45元"),
        (Price, "4200元/人·月", "4200元"),
        (MoneyPerArea, "300元/平方米", "300元/平方米·月"),
        (Rent, "8元/平方米·月", "8元/平方米"),
        (Rate, "7.8元/欧元", "0.13欧元/元"),
        (DollarRate, "7.1元/美元", "7.8元/欧元"),
    ],
)
def test_a_field_takes_its_own_measure_only(kind: object, fitting: str, unfitting: str) -> None:
    """A quantity of another measure is refused, one of the right measure is taken."""
    adapter: TypeAdapter[Quantity] = TypeAdapter(kind)
    assert read_quantity(fitting) == adapter.validate_python(fitting)
    with pytest.raises(ValidationError) as raised:
        adapter.validate_python(unfitting)
    assert [error["type"] for error in raised.value.errors()] == ["wrong-unit"]


def test_a_rate_of_nothing_is_refused() -> None:
    """An exchange rate of zero could not be divided by."""
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(DollarRate).validate_python("0元/美元")
    assert [error["type"] for error in raised.value.errors()] == ["bad-quantity"]


@given(st.one_of(st.none(), st.lists(st.text()), st.dictionaries(st.text(), st.text())))
def test_what_is_no_text_is_no_quantity(value: object) -> None:
    """A list or a group of fields in place of a quantity is told as such."""
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(Amount).validate_python(value)
    assert [error["type"] for error in raised.value.errors()] == ["wrong-shape"]


def test_codes_are_those_of_rules() -> None:
    """Every error of a quantity has a rule with its text."""
    assert {rule.code for rule in Rule} >= CODES


def test_mu_are_exact() -> None:
    """15 mu are one hectare, without rounding."""
    assert Fraction(10_000) == read_quantity("15亩").reference()
    assert read_quantity("1公顷").reference() == read_quantity("15亩").reference()


def test_a_range_stands_for_its_middle() -> None:
    """Where one number is needed, a range gives its middle."""
    assert Fraction(30) == read_quantity("2至3年").reference()


def test_numbers_are_exact_decimals() -> None:
    """0.1 is one tenth."""
    assert Decimal("0.1") == read_quantity("0.1元").low


@pytest.mark.parametrize("base", sorted(BASES))
def test_no_unit_begins_like_a_number(base: str) -> None:
    """A unit can always be told from the number before it."""
    assert re.match(r"[\d\s,.]", base) is None


@pytest.mark.parametrize(
    "text", ["3.2亿元", "500万美元", "5万吨/年", "3至5年", "不低于300万元/亩", "300万至500万元"]
)
def test_spaces_never_change_a_value(text: str) -> None:
    """Wherever a clerk puts a space between digits and words, the amount is the same."""
    whole = read_quantity(text)
    for place in range(1, len(text)):
        spaced = f"{text[:place]} {text[place:]}"
        if not (text[place - 1].isdigit() or text[place - 1] == ".") or not (
            text[place].isdigit() or text[place] == "."
        ):
            try:
                read = read_quantity(spaced)
            except UnreadableError:
                continue
            assert (whole.low, whole.high, whole.unit) == (read.low, read.high, read.unit), spaced


def test_an_ambiguous_range_names_its_readings() -> None:
    """The author is given the readings that rise, and the one that does not."""
    with pytest.raises(UnreadableError) as raised:
        read_quantity("8000至1.2亿元")
    assert {
        "readings_zh": "8000元至1.2亿元 或 8000万元至1.2亿元",
        "readings_en": "8000元至1.2亿元 or 8000万元至1.2亿元",
        "shared": "8000亿元",
        "upper": "1.2亿元",
    } == raised.value.facts


@pytest.mark.parametrize(
    "text", ["5000元至1万元", "500至1000万元", "0.5至1亿元", "0至1万元", "5000至5000元"]
)
def test_a_range_with_one_reading_is_not_ambiguous(text: str) -> None:
    """A range that rises in its shared counting word, or has units of its own, is read."""
    quantity = read_quantity(text)
    assert quantity.low <= quantity.high


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.sampled_from(sorted(MULTIPLIERS)))
def test_a_range_is_never_read_in_two_ways(low: int, high: int, word: str) -> None:
    """A range is read in its shared counting word, or not at all."""
    try:
        quantity = read_quantity(f"{low}至{high}{word}元")
    except UnreadableError as error:
        outcome = error.code
        assert low > high
        assert outcome == ("ambiguous-range" if low <= high * MULTIPLIERS[word] else outcome)
    else:
        assert (low * MULTIPLIERS[word], high * MULTIPLIERS[word]) == (quantity.low, quantity.high)


def test_energy_is_converted_exactly() -> None:
    """36 GJ are 10,000 kWh; 1 TJ is 1,000 GJ."""
    assert read_quantity("1万千瓦时").reference() == read_quantity("36GJ").reference()
    assert read_quantity("1000GJ").reference() == read_quantity("1TJ").reference()


@pytest.mark.parametrize("written", sorted(SYMBOLS))
def test_every_alias_means_a_unit_of_the_table(written: str) -> None:
    """What clerks write leads to one symbol, and is none itself."""
    assert canonical_symbol(written) in BASES
    assert written not in BASES


@pytest.mark.parametrize(
    ("kind", "text", "means"),
    [
        (Money, "3.2亿", "3.2亿元"),
        (SignedMoney, "-3200万", "-3200万元"),
        (Money, "300万至500万", "300至500万元"),
        (MoneyPerArea, "25万/亩", "25万元/亩"),
        (People, "28.6万", "28.6万人"),
    ],
)
def test_a_counting_word_is_enough_where_one_unit_fits(kind: object, text: str, means: str) -> None:
    """Where a field leaves no doubt, 亿 and 万 need no unit."""
    adapter: TypeAdapter[Quantity] = TypeAdapter(kind)
    assert read_quantity(means) == adapter.validate_python(text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Amount, "3.2亿"),
        (Area, "1.2万"),
        (Duration, "18"),
        (Money, "320000000"),
        (People, "160"),
    ],
)
def test_a_number_that_could_be_two_things_is_refused(kind: object, text: str) -> None:
    """A number alone, and 万 where several units fit, stays a number without a unit."""
    assert ["bare-number"] == refusals(kind, text)


@pytest.mark.parametrize(
    ("kind", "text", "codes"),
    [
        (Area, "-50亩", ["negative-quantity"]),
        (People, "-5人", ["negative-quantity"]),
        (Money, "-3.2亿元", ["negative-quantity"]),
        (Percent, "-5%", ["negative-quantity"]),
        (Amount, "-5万吨/年", ["negative-quantity"]),
        (Amount, "-5至5万吨", ["negative-quantity"]),
        (DollarRate, "-7元/美元", ["negative-quantity"]),
        (Amount, "-5至28°C", []),
        (Amount, "-3.5%", []),
        (SignedMoney, "-3200万元", []),
        (SignedPercent, "-3.5%", []),
        (Money, "0元", []),
    ],
)
def test_only_some_measures_may_be_below_zero(kind: object, text: str, codes: list[str]) -> None:
    """A temperature, a change and a present value may be negative, an area may not."""
    assert codes == refusals(kind, text)


@given(st.decimals(0, 10**9, places=3), st.decimals(0, 10**6, places=2), st.sampled_from(UNITS))
def test_the_middle_of_a_range_is_exact(low: Decimal, more: Decimal, unit: str) -> None:
    """Whether one number is written or two, in the reference unit or another."""
    quantity = read_quantity(f"{low}至{low + more}{unit}")
    ends = Fraction(quantity.low) + Fraction(quantity.high)
    assert ends / 2 * quantity.unit.factor == quantity.reference()


def test_what_cannot_be_read_is_refused_each_time() -> None:
    """Only what could be read is kept for the next time."""
    for _ in range(2):
        with pytest.raises(UnreadableError):
            read_quantity("120亩地")


def refusals(kind: object, text: str) -> list[str]:
    adapter: TypeAdapter[Quantity] = TypeAdapter(kind)
    try:
        adapter.validate_python(text)
    except ValidationError as error:
        return [detail["type"] for detail in error.errors()]
    return []
