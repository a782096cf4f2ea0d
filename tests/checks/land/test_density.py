from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from site_builder.checks.land.density import Density
from site_builder.quantities.land import square_metres
from site_builder.quantities.reading import read_quantity

AMOUNTS = st.integers(1, 10**12).map(Fraction)
LANDS = st.fractions(1, 10**9, max_denominator=1000)
RATES = st.fractions(Fraction(1, 1000), 10**6, max_denominator=10_000)
SHORT = st.builds(Density, AMOUNTS, LANDS, RATES).filter(lambda density: density.falls_short)


def on(density: Density, mu: int) -> Density:
    """Return the same amount on so many mu."""
    return replace(density, land=square_metres(mu))


def test_ninety_eight_mu_would_meet_the_demand() -> None:
    """29400万元 on 120 mu is 245万元 a mu; on 98 it is 300万元, or 36000万元 on all of it."""
    least = 3_000_000 / square_metres(1)
    density = Density(Fraction(294_000_000), square_metres(120), least)

    assert density.falls_short
    assert density.most_mu() == 98
    assert not on(density, 98).falls_short
    assert on(density, 99).falls_short
    assert density.least_amount(10_000) == 360_000_000


@given(density=SHORT)
def test_the_land_that_is_suggested_is_the_most_that_passes(density: Density) -> None:
    """The suggested land passes, and one more mu does not."""
    mu = density.most_mu()

    assert not on(density, mu).falls_short
    assert on(density, mu + 1).falls_short
    assert square_metres(mu) < density.land


@given(density=SHORT, step=st.sampled_from([1, 10_000]))
def test_the_amount_that_is_suggested_is_the_least_that_passes(density: Density, step: int) -> None:
    """The suggested amount passes on all the land, and one step less does not."""
    amount = density.least_amount(step)

    assert not Density(amount, density.land, density.least).falls_short
    assert Density(amount - step, density.land, density.least).falls_short


@given(amount=st.integers(-(10**12), 10**12), land=st.integers(-10, 10), least=st.integers(-10, 10))
def test_nothing_is_divided_by_nothing(amount: int, land: int, least: int) -> None:
    """Land of no size, and demands for nothing, are met by whatever there is."""
    density = Density(Fraction(amount), Fraction(land), Fraction(least))
    if density.falls_short:
        assert density.reached < least
        assert density.most_mu() >= 0
    else:
        assert land <= 0 or least <= 0 or amount >= land * least


def test_a_mu_is_the_same_in_the_test_and_in_the_program() -> None:
    """3.4 hectares are 51 mu."""
    area = read_quantity("3.4公顷").reference()
    assert Density(area, area, area).most_mu() == 0
    assert area == 51 * read_quantity("1亩").reference()
