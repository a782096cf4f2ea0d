"""A field of a record takes its own measure only, and knows the unit that alone fits."""

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
)
from site_builder.quantities.quantity import Quantity
from site_builder.quantities.reading import read_quantity


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
        (Money, "0元", []),
    ],
)
def test_only_some_measures_may_be_below_zero(kind: object, text: str, codes: list[str]) -> None:
    """A temperature, a change and a present value may be negative, an area may not."""
    assert codes == refusals(kind, text)


def refusals(kind: object, text: str) -> list[str]:
    adapter: TypeAdapter[Quantity] = TypeAdapter(kind)
    try:
        adapter.validate_python(text)
    except ValidationError as error:
        return [detail["type"] for detail in error.errors()]
    return []
