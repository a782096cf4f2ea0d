"""The one area whose correction makes land and parts agree; worked by hand, 15亩 are 1公顷."""

import pytest

from site_builder.checks.money.land_slips import Slip, land_slip
from site_builder.quantities.reading import read_quantity


@pytest.mark.parametrize(
    ("land", "parts", "slip"),
    [
        ("120公顷", ["80亩", "40亩"], Slip(None, "120亩")),
        ("约120公顷", ["80亩", "40亩"], Slip(None, "约120亩")),
        ("120亩", ["80公顷", "40公顷"], Slip(None, "120公顷")),
        ("8平方公里", ["80亩", "40亩"], Slip(None, "8公顷")),
        ("120公顷", ["53360平方米", "26680平方米"], Slip(None, "120亩")),
        ("120亩", ["80亩", "40公顷"], Slip(1, "40亩")),
        ("210亩", ["80亩", "40亩"], Slip(None, "120亩")),
        ("1200亩", ["80亩", "40亩"], Slip(None, "120亩")),
        ("66公顷", ["66亩"], Slip(None, "66亩")),
        ("66亩", ["66公顷"], Slip(0, "66亩")),
        ("9平方公里", ["9公顷"], None),
        ("90亩", ["42亩", "8亩"], None),
        ("120亩", ["80亩", "20亩"], None),
        ("100至120公顷", ["80亩", "40亩"], None),
        ("0亩", ["80亩", "40亩"], None),
        ("120亩", ["80亩", "0亩"], None),
    ],
)
def test_one_slip_explains_all(land: str, parts: list[str], slip: Slip | None) -> None:
    """A unit, a digit or the point; nothing is named where two areas may be wrong."""
    assert slip == land_slip(read_quantity(land), [read_quantity(part) for part in parts])
