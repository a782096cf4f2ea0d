"""Photographs as bright as paper in the bleed, and what may lie on or under them."""

import pikepdf
import pytest

from site_builder.preflight import Finish
from tests.preflight.conftest import MM, broken, inspected, paint, picture

SNOW = f"q {60 * MM} 0 0 {60 * MM} {-3 * MM} {90 * MM} cm /P Do Q"
"""A photograph over the left end of the bleed; only there is it white."""
STOPS = f"0 0 0 .3 k 0 {100 * MM} {20 * MM} {40 * MM} re f"
"""A band that ends at the trim."""


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        pytest.param(SNOW, [], id="snow in the bleed"),
        pytest.param(f"{STOPS} {SNOW}", [], id="a photograph hides what is under it"),
        pytest.param(f"{SNOW} {STOPS}", ["bleed-not-reached"], id="a band on a photograph"),
        pytest.param(
            f"{STOPS} q /Pale gs {SNOW} Q", ["bleed-not-reached"], id="seen through a photograph"
        ),
        pytest.param(
            f"{STOPS} q /Dark gs {SNOW} Q", ["bleed-not-reached"], id="blended with a photograph"
        ),
    ],
)
def test_snow_excuses_only_what_it_hides(
    good: dict[Finish, bytes], content: str, codes: list[str]
) -> None:
    def act(pdf: pikepdf.Pdf) -> None:
        states = {
            "Pale": pikepdf.Dictionary(ca=0.3),
            "Dark": pikepdf.Dictionary(BM=pikepdf.Name.Darken),
        }
        snow = picture(pdf, "L", (0,), dots=800)
        snow.write(800 * (40 * b"\xff" + 760 * b"\xa0"))
        paint(pdf, content, XObject={"P": snow}, ExtGState=states)

    found = inspected(broken(good[Finish.PRESS], act), Finish.PRESS)
    assert codes == [finding.code for finding in found]
