"""Quantities that stand under each other are said in one counting word, and stay what they are."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.quantities.quantity import Quantity
from site_builder.quantities.reading import read_quantity
from site_builder.quantities.speaking import Speaker
from site_builder.quantities.units import BASES, Unit

YUAN = Unit(BASES["元"])


def column(language: str, *written: str, rough: bool = False) -> list[str]:
    """Return quantities as they are read under each other."""
    quantities = [read_quantity(text) for text in written]
    speaker = Speaker(language, Fraction("7.1")).alike(quantities, rough=rough)
    return [speaker.say(quantity).short for quantity in quantities]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (["3.2亿元", "2.6亿元", "6000万元"], ["32000万元", "26000万元", "6000万元"]),
        (["3.2亿元", "8640万元", "380万元"], ["32000万元", "8640万元", "380万元"]),
        (["3.2亿元", "50元"], ["3.2亿元", "50元"]),
        (["214亿元", "96万元"], ["214亿元", "96万元"]),
        (["214亿元", "960万元", "0元"], ["214亿元", "0.096亿元", "0亿元"]),
        (["8640万元", "380万元"], ["8640万元", "380万元"]),
        (["1.2万平方米", "8600平方米"], ["12000平方米", "8600平方米"]),
        (["1.2万元/月", "4200元/月"], ["12000元/月", "4200元/月"]),
        (["约3.2亿元", "500万至2000万元"], ["约32000万元", "500至2000万元"]),
        # Units of their own stand by themselves.
        (["3.2亿元", "9.6万元/亩", "500万美元"], ["3.2亿元", "9.6万元/亩", "500万美元"]),
    ],
)
def test_a_chinese_column_has_one_unit(written: list[str], said: list[str]) -> None:
    assert said == column("zh", *written)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (["3.2亿元", "6500万元", "4200万元"], ["3.2亿元", "0.65亿元", "0.42亿元"]),
        (["3.2亿元", "6550万元"], ["32000万元", "6550万元"]),
        (["3.2亿元", "900万元"], ["32000万元", "900万元"]),
    ],
)
def test_a_rough_column_is_in_hundred_millions(written: list[str], said: list[str]) -> None:
    """Where two decimals say all there is, and nothing is smaller than a tenth."""
    assert said == column("zh", *written, rough=True)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (["12.8亿元", "2.6亿元"], ["RMB 1,280 million", "RMB 260 million"]),
        (["3.2亿元", "85万元"], ["RMB 320 million", "RMB 0.85 million"]),
        (["3.2亿元", "6000万元"], ["RMB 320 million", "RMB 60 million"]),
        (["100万平方米", "8600平方米"], ["1 million m²", "8,600 m²"]),
    ],
)
def test_an_english_column_has_one_scale(written: list[str], said: list[str]) -> None:
    assert said == column("en", *written)


def test_dollars_beside_an_amount_are_those_of_the_amount() -> None:
    """Only the amount itself changes its word."""
    quantities = [read_quantity("12.8亿元"), read_quantity("2.6亿元")]
    speaker = Speaker("en", Fraction("7.1"))
    asides = [speaker.say(quantity).aside for quantity in quantities]
    assert asides == [speaker.alike(quantities).say(quantity).aside for quantity in quantities]


def test_what_an_outer_column_has_settled_stays() -> None:
    """The items of an account are said as its sum is."""
    outer = Speaker("zh", Fraction(7)).alike([read_quantity("3.2亿元"), read_quantity("380万元")])
    inner = outer.alike([read_quantity("1.5亿元"), read_quantity("2亿元")])
    assert "15000万元" == inner.say(read_quantity("1.5亿元")).short


amounts = st.lists(
    st.decimals(0, 10**12, places=2).map(lambda yuan: Quantity(yuan, yuan, YUAN)), min_size=1
)


@given(amounts)
def test_no_amount_changes(column: list[Quantity]) -> None:
    """What is read back from a column is what stood in it, to the last digit."""
    speaker = Speaker("zh", Fraction(7)).alike(column)
    assert column == [read_quantity(speaker.say(amount).short) for amount in column]


@given(amounts)
def test_no_english_amount_changes(column: list[Quantity]) -> None:
    """A number and its scale multiply to the amount."""
    speaker = Speaker("en", Fraction(7)).alike(column)
    for amount in column:
        spoken = speaker.say(amount)
        scale = {"": 1, " million": 10**6, " billion": 10**9}[spoken.unit]
        assert amount.low == Decimal(spoken.number.replace(",", "")) * scale
