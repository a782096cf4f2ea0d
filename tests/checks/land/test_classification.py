import pytest

from site_builder.checks.land.classification import is_manufacturing, sections
from site_builder.diagnostics import Rule
from tests.county_copy import CountyCopy


def test_the_sections_hold_every_division_once() -> None:
    """GB/T 4754-2017 has 20 sections, A to T, and 97 divisions in one run."""
    numbers = [
        number
        for section in sections().values()
        for number in range(section.first, section.last + 1)
    ]
    assert "".join(sections()) == "ABCDEFGHIJKLMNOPQRST"
    assert numbers == list(range(1, 98))


@pytest.mark.parametrize(
    ("code", "found"),
    [("C13", True), ("C4330", True), ("C44", False), ("D13", False), ("A0512", False)],
)
def test_manufacturing_is_section_c(code: str, found: bool) -> None:
    """A wrong letter makes no factory."""
    assert found is is_manufacturing(code)


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("C7040", "改为 K7040；C 制造业的大类是 13–43"),
        ("A0012", "A 农、林、牧、渔业的大类是 01–05"),
        ("K98", "K 房地产业的大类是 70"),
    ],
)
def test_the_right_section_is_named(county: CountyCopy, code: str, hint: str) -> None:
    """The same digits are offered under the letter they belong to."""
    county.edit("projects/recycling.yml", "classification: C4210", f"classification: {code}")
    (finding,) = county.breaches(Rule.CLASSIFICATION_UNKNOWN)
    assert hint == finding.help("zh")
