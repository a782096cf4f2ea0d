"""One mistake of each kind, in ten places and more of the sample county, is found and told."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from site_builder.diagnostics import Diagnostic, Rule
from tests.planting import (
    dates,
    figures,
    positions,
    relations,
    settings,
    shapes,
    structure,
    wording,
)
from tests.planting.field import Planted, harvest
from tests.planting.kind import KINDS, Kind

MODULES = (structure, relations, positions, figures, dates, wording, settings, shapes)
PLACES = 10
EVERYWHERE = os.environ.get("ZS_PLANT") == "everywhere"


def places(kind: Kind) -> list[Planted]:
    """Return ten places spread over the county, or with ZS_PLANT=everywhere all there are."""
    found = [planted for planted in kind.sow() if planted is not None]
    if EVERYWHERE or len(found) <= PLACES:
        return found
    return [found[round(number * (len(found) - 1) / (PLACES - 1))] for number in range(PLACES)]


def told(findings: Sequence[Diagnostic]) -> list[tuple[str, str, int, int]]:
    """Return what was found: code, file, line and column of each finding."""
    return [
        (found.code, str(found.place.path), found.place.line, found.place.column)
        for found in findings
    ]


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_a_mistake_is_found_where_it_stands_and_nothing_else(kind: Kind, tmp_path: Path) -> None:
    """Each planting gives one finding: its rule, its line and column, with a remedy."""
    planted = places(kind)
    expected = [[(kind.rule.code, *p.place)] for p in planted]
    found = [harvest(p, tmp_path) for p in planted]
    assert expected == [told(findings) for findings in found]
    for finding in (finding for findings in found for finding in findings):
        for language in ("zh", "en"):
            assert finding.message(language).strip()
            assert finding.help(language).strip()


def test_two_rules_in_three_are_planted_in_ten_places() -> None:
    """A kind that can be planted in a few places only proves little."""
    counts = {str(kind): len(places(kind)) for kind in KINDS}
    assert {} == {name: count for name, count in counts.items() if count < PLACES}
    assert 3 * len({kind.rule for kind in KINDS}) >= 2 * len(Rule)
