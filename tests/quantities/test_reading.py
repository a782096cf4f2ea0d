"""What clerks write is read as they mean it, or refused by the rule that says what to write."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.diagnostics import Rule
from site_builder.quantities.quantity import Bound
from site_builder.quantities.reading import UnreadableError, read_quantity
from site_builder.quantities.units import BASES, MULTIPLIERS

CODES = {"bare-number", "bad-quantity", "wrong-unit", "reversed-range", "ambiguous-range"}
# What authors type, whole and in pieces, so that strange texts come close to real ones.
PIECES = st.sampled_from(
    [
        *[*BASES, *MULTIPLIERS, "不低于", "不超过", "左右", "以上", "人民币", "RMB"],
        *["m2", "m³", "㎡", "kVA", "t/a", "GJ", "美金", "平米", "¥", "￥", "‰", "℃"],
        *"0123456789.,-+ /·约至~—%３．，（）每个\u3000",
    ]
)


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


def test_codes_are_those_of_rules() -> None:
    """Every error of a quantity has a rule with its text."""
    assert {rule.code for rule in Rule} >= CODES


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


def test_what_cannot_be_read_is_refused_each_time() -> None:
    """Only what could be read is kept for the next time."""
    for _ in range(2):
        with pytest.raises(UnreadableError):
            read_quantity("120亩地")
