from fractions import Fraction

import pytest

from site_builder.quantities.land import (
    area_as_written,
    mu_as_written,
    share_as_written,
    square_metres,
    whole_mu,
    yuan_per_mu_as_written,
)
from site_builder.quantities.reading import read_quantity


@pytest.mark.parametrize(
    ("written", "mu"),
    [("120亩", 120), ("120.9亩", 120), ("8公顷", 120), ("79999平方米", 119), ("600平方米", 0)],
)
def test_only_whole_mu_are_counted(written: str, mu: int) -> None:
    """A hectare has 15 mu; what is left of a mu is not counted."""
    assert mu == whole_mu(read_quantity(written).reference())


def test_so_many_mu_are_so_many_square_metres() -> None:
    """A mu is 2000/3 square metres."""
    assert Fraction(200_000, 3) == square_metres(100)


@pytest.mark.parametrize(
    ("yuan", "mu", "written"),
    [
        (268_000_000, 120, "223.33万元/亩"),
        (180_000_000, 120, "150万元/亩"),
        (179_999_999, 120, "149.99万元/亩"),
        (600_000, 120, "5000元/亩"),
        (1_199_999, 120, "9999元/亩"),
    ],
)
def test_sums_on_a_mu_are_rounded_down(yuan: int, mu: int, written: str) -> None:
    """What falls short by one yuan is not written as if it did not."""
    assert written == yuan_per_mu_as_written(yuan / square_metres(mu))


@pytest.mark.parametrize(
    ("area", "like", "written"),
    [
        (Fraction(5600), "8亩", "8.4亩"),
        (Fraction(5600), "6000平方米", "5600平方米"),
        (Fraction(5600), "0.6万平方米", "0.56万平方米"),
        (Fraction(5699), "约0.6万平方米", "0.56万平方米"),
        (Fraction(9999), "1公顷", "0.99公顷"),
    ],
)
def test_an_area_is_written_like_the_one_it_replaces(
    area: Fraction, like: str, written: str
) -> None:
    """The author's unit and counting word are kept, the number is rounded down."""
    assert written == area_as_written(area, read_quantity(like))


def test_mu_are_written_with_two_decimals_at_most() -> None:
    """A third of a mu has no end."""
    assert mu_as_written(Fraction(1000)) == "1.5亩"
    assert mu_as_written(Fraction(7000, 9)) == "1.16亩"


def test_a_share_is_rounded_up() -> None:
    """A share above 7% is not written as 7%."""
    assert share_as_written(Fraction(700_001, 10_000_000)) == "7.01%"
    assert share_as_written(Fraction(1, 12)) == "8.34%"
    assert share_as_written(Fraction(1, 4)) == "25%"
