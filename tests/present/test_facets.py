"""Projects fall into the bands their money says, whatever the currency."""

from types import SimpleNamespace

import pytest

from site_builder.content.project_money import Investment
from site_builder.present.facets import facet_codes

EXCHANGE = [{"rate": "7.10元/美元", "date": "2026-09-30"}]


def project(total: str) -> SimpleNamespace:
    """Return what the facets read of a project."""
    investment = Investment.model_validate(
        {"total": total, "exchange": EXCHANGE, "basis_year": "2026", "margin": "30%"}
    )
    choice = SimpleNamespace(value="any")
    return SimpleNamespace(
        investment=investment,
        scale=SimpleNamespace(land=None),
        industry="tea",
        park=None,
        cooperation=SimpleNamespace(modes=(choice,)),
        stage=choice,
    )


@pytest.mark.parametrize(
    ("total", "band"),
    [("9999万元", "0"), ("1亿元", "1"), ("3亿元", "2"), ("4500万美元", "2"), ("5亿元", "3")],
)
def test_bands_are_half_open_and_in_yuan(total: str, band: str) -> None:
    """An amount on the edge stands in the band that begins there; dollars count at the rate."""
    assert (band,) == facet_codes(project(total))["investment"]
