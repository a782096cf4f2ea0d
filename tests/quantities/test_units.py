"""Units are read as they are written, and convert exactly."""

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.quantities.aliases import SYMBOLS, canonical_symbol
from site_builder.quantities.reading import read_quantity
from site_builder.quantities.units import BASES, MULTIPLIERS, parse_unit

# A month below the line may be written 月 or 个月, and is 月 then; above it is 个月.
DENOMINATORS = sorted(set(BASES) - {"个月"})
UNITS = ["元", "亩", "年", "%", "元/亩"]
DIGITS = st.decimals(min_value=0, max_value=10**9, places=3).map(lambda d: f"{d.normalize():f}")


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


def test_energy_is_converted_exactly() -> None:
    """36 GJ are 10,000 kWh; 1 TJ is 1,000 GJ."""
    assert read_quantity("1万千瓦时").reference() == read_quantity("36GJ").reference()
    assert read_quantity("1000GJ").reference() == read_quantity("1TJ").reference()


@pytest.mark.parametrize("written", sorted(SYMBOLS))
def test_every_alias_means_a_unit_of_the_table(written: str) -> None:
    """What clerks write leads to one symbol, and is none itself."""
    assert canonical_symbol(written) in BASES
    assert written not in BASES


@given(st.decimals(0, 10**9, places=3), st.decimals(0, 10**6, places=2), st.sampled_from(UNITS))
def test_the_middle_of_a_range_is_exact(low: Decimal, more: Decimal, unit: str) -> None:
    """Whether one number is written or two, in the reference unit or another."""
    quantity = read_quantity(f"{low}至{low + more}{unit}")
    ends = Fraction(quantity.low) + Fraction(quantity.high)
    assert ends / 2 * quantity.unit.factor == quantity.reference()
