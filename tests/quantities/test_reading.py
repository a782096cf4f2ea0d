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
    Percent,
    Price,
    Rate,
    Rent,
)
from site_builder.diagnostics import Rule
from site_builder.quantities.quantity import Bound, Quantity
from site_builder.quantities.reading import UnreadableError, read_quantity
from site_builder.quantities.units import BASES, MULTIPLIERS, parse_unit

# A month below the line may be written 月 or 个月, and is 月 then.
DENOMINATORS = sorted(set(BASES) - {"个月"})
CODES = {"bare-number", "bad-quantity", "wrong-unit", "reversed-range"}

# What authors type, whole and in pieces, so that strange texts come close to real ones.
PIECES = st.sampled_from(
    [
        *[*BASES, *MULTIPLIERS, "不低于", "不超过", "左右", "以上"],
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


@given(st.sampled_from(sorted(BASES)), st.lists(st.sampled_from(DENOMINATORS), max_size=2))
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
        ("3～5年", 3, 5, "年"),
        ("300万至500万元", 3_000_000, 5_000_000, "元"),
        ("8000万至1.2亿元", 80_000_000, 120_000_000, "元"),
        ("3年至5年", 3, 5, "年"),
        ("2万千瓦", 20_000, 20_000, "千瓦"),
        ("-5%", -5, -5, "%"),
    ],
)
def test_what_clerks_write_is_understood(text: str, low: int, high: int, unit: str) -> None:
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
        ("3.2亿", "wrong-unit"),
        ("5桶", "wrong-unit"),
        ("5吨/年/人/天", "wrong-unit"),
        ("5至3年", "reversed-range"),
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
