"""Mistakes that real English advertisements of Chinese counties and cities have printed.

Each is shown to be impossible with what the program reads and says. Mistakes in wording and in
names are for the checks of translation.
"""

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from site_builder.content.measures import Rent
from site_builder.quantities.quantity import Quantity
from site_builder.quantities.reading import UnreadableError, read_quantity
from site_builder.quantities.speaking import Speaker
from tests.quantities.spoken_english import read_english

EN = Speaker("en", Fraction("7.12"))


def english(written: str) -> str:
    return str(EN.say(read_quantity(written)))


def test_hundreds_of_millions_do_not_lose_three_noughts() -> None:
    """Taichung printed 163.5 million for 1,635亿; it is 163.5 billion."""
    assert "RMB 163.5 billion (about USD 23 billion)" == english("1635亿元")
    assert read_quantity("1635亿元") == read_english("RMB 163.5 billion")
    assert read_quantity("1635亿元") != read_english("RMB 163.5 million")


def test_a_local_measure_is_not_left_unexplained() -> None:
    """Taichung printed `10000 pings`; a unit that readers do not know is refused when written."""
    with pytest.raises(UnreadableError, match="wrong-unit"):
        read_quantity("10000坪")
    with pytest.raises(UnreadableError, match="wrong-unit"):
        read_english("10000 pings")


def test_dollars_are_those_of_the_sum_beside_them() -> None:
    """Dandong printed `one billion yuan ($285.1 million)`, at 3.51 yuan to the dollar."""
    assert "RMB 1 billion (about USD 140 million)" == english("10亿元")


@given(st.integers(1, 10**13), st.decimals(5, 9, places=4))
def test_a_sum_implies_the_stated_rate(yuan: int, rate: Decimal) -> None:
    """Dividing a sum by its dollars gives the county's rate, but for the rounding to two digits."""
    spoken = Speaker("en", Fraction(rate)).say(read_quantity(f"{yuan}元"))
    dollars = read_english(spoken.aside.removeprefix("about "))
    implied = Fraction(yuan) / dollars.reference()
    assert abs(implied / Fraction(rate) - 1) < Fraction(6, 100)


def test_a_price_of_land_is_converted_exactly() -> None:
    """Chengdu printed 2.7 million yuan per hectare for 150,000 yuan per mu; it is 2.25 million."""
    assert "RMB 150,000/mu (RMB 2.25 million/ha)" == english("15万元/亩")
    assert read_english("RMB 2.25 million/ha").reference() == read_quantity("15万元/亩").reference()


@given(st.integers(1, 10**9))
def test_a_price_per_hectare_is_fifteen_times_that_per_mu(yuan: int) -> None:
    """The price in the bracket is the price before it, to as many digits."""
    spoken = EN.say(read_quantity(f"{yuan}元/亩"))
    per_hectare = read_english(spoken.aside).low
    digits = len(str(yuan))
    assert abs(per_hectare - 15 * yuan) <= Decimal(15 * yuan) / (2 * 10 ** (digits - 1))


def test_mu_in_hectares_are_rounded_not_guessed() -> None:
    """Cangnan printed 500 mu as 34 ha; they are 33.3 ha."""
    assert "500 mu (33.3 ha)" == english("500亩")


@given(st.integers(1, 10**9))
def test_no_area_in_mu_goes_without_hectares(mu: int) -> None:
    """Hua'an printed `6000mu land` alone; hectares always follow, and are near."""
    spoken = EN.say(read_quantity(f"{mu}亩"))
    hectares = read_english(spoken.aside).low
    # Half of the last digit that is shown; it is a whole hectare from a thousand on.
    half = Fraction(1, 20) if mu < 15_000 else Fraction(1, 2)
    assert abs(Fraction(hectares) - Fraction(mu, 15)) <= half


def test_one_card_has_one_way_of_writing_money() -> None:
    """Hua'an printed `80 million RMB` and `100 million yuan` in one card."""
    sums = [EN.say(read_quantity(sum_)).short for sum_ in ("8000万元", "1亿元", "人民币9600元")]
    assert ["RMB 80 million", "RMB 100 million", "RMB 9,600"] == sums


def test_a_sum_is_one_number() -> None:
    """Xuchang printed `28 billion 140 million yuan` for 28.14 billion."""
    assert "RMB 28.14 billion (about USD 4 billion)" == english("281.4亿元")
    with pytest.raises(UnreadableError):
        read_english("28 billion 140 million yuan")


@given(st.integers(1, 10**14))
def test_a_sum_never_has_two_scales(yuan: int) -> None:
    """Million and billion never stand side by side."""
    short = EN.say(read_quantity(f"{yuan}元")).short
    assert 1 >= len(re.findall("million|billion", short))


@pytest.mark.parametrize("written", ["￥150/㎡", "¥150/m²", "150元/平方米", "１５０元／㎡"])
def test_signs_of_yuan_and_square_metres_survive(written: str) -> None:
    """Doumen printed `£¤150/©O` for ￥150/㎡; the signs are read, and said in words."""
    assert read_quantity("150元/平方米") == read_quantity(written)
    assert "RMB 150/m²" == english(written)


def test_broken_characters_are_refused() -> None:
    """What a wrong encoding leaves of ￥ and ㎡ is not taken for a price."""
    with pytest.raises(UnreadableError, match="bad-quantity"):
        read_quantity("£¤150/©O")


def test_rents_of_different_terms_are_compared_as_one() -> None:
    """A list in sudlip.com mixed rents a day and a month; ours compare by the month."""
    by_year, by_month = read_quantity("96元/平方米·年"), read_quantity("8元/平方米·月")
    assert by_year.dimension == by_month.dimension
    assert by_year.reference() == by_month.reference()


def test_a_rent_by_the_day_is_refused() -> None:
    """Months have no fixed number of days, so that a rent a day is to be restated by the month."""
    adapter: TypeAdapter[Quantity] = TypeAdapter(Rent)
    with pytest.raises(ValidationError) as raised:
        adapter.validate_python("0.3元/平方米·天")
    (error,) = raised.value.errors()
    assert ("wrong-unit", "元/平方米·月、元/平方米·年") == (error["type"], error["ctx"]["units"])
