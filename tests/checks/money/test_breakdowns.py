"""Shares and land are divided up whole, but for rounding."""

import pytest

from tests.checks.money.money_briefs import PROJECT, codes
from tests.county_copy import CountyCopy

MODES = "modes: [sole, joint-venture]"
LAND = "  land: 50亩\n"


@pytest.mark.parametrize(
    ("shares", "found"),
    [
        (["100%"], []),
        (["60%", "40%"], []),
        (["60%", "39%"], ["share-mismatch"]),
        (["51至60%", "40至49%"], []),
        (["51至55%", "40%"], ["share-mismatch"]),
        (["不低于51%", "40%"], []),
        (["约50%", "50%"], []),
        (["33%", "33%", "33%"], []),
        (["50%", "30%", "19%"], ["share-mismatch"]),
        (["16.7%"] * 6, []),
        (["17%"] * 5, ["share-mismatch"]),
    ],
)
def test_shares_make_a_whole(county: CountyCopy, shares: list[str], found: list[str]) -> None:
    """Whole per cents exactly, equal shares and decimals but for rounding."""
    parties = "".join(
        f"    - {{who: {{zh: 甲, en: A}}, does: {{zh: 出资, en: Capital}}, share: {share}}}\n"
        for share in shares
    )
    county.edit(PROJECT, MODES, f"{MODES}\n  parties:\n{parties.rstrip()}")
    assert found == codes(county)


@pytest.mark.parametrize(
    ("areas", "found"),
    [
        (["50亩"], []),
        (["30亩", "20亩"], []),
        (["30亩", "19亩"], ["land-mismatch"]),
        (["30.1亩", "20亩"], []),
        (["2公顷", "20亩"], []),
        (["33333平方米"], []),
        (["30000平方米"], ["land-mismatch"]),
        (["约30亩", "20亩"], []),
        (["不低于30亩", "10亩"], []),
        (["20至40亩", "20亩"], []),
        (["0亩"], ["land-mismatch"]),
    ],
)
def test_uses_make_up_the_land(county: CountyCopy, areas: list[str], found: list[str]) -> None:
    uses = "".join(f"    - {{use: {{zh: 用途, en: A use}}, area: {area}}}\n" for area in areas)
    county.edit(PROJECT, LAND, f"{LAND}  land_uses:\n{uses}")
    assert found == codes(county)


def test_phases_that_do_not_all_state_their_land_are_not_added_up(county: CountyCopy) -> None:
    county.edit(PROJECT, "      investment: 2亿元\n", "      investment: 2亿元\n      land: 30亩\n")
    assert [] == codes(county)


def test_a_wrong_land_is_not_held_against_the_plot_ratio(county: CountyCopy) -> None:
    """The land is doubted already; what is reckoned from it is a consequence."""
    county.edit(
        PROJECT,
        LAND,
        "  land: 60亩\n  floor_area: 4万平方米\n  plot_ratio: 3\n  land_uses:\n"
        "    - {use: {zh: 用途, en: A use}, area: 20亩}\n",
    )
    assert ["land-mismatch"] == codes(county)
