import re

import pytest

from site_builder.diagnostics import Rule
from tests.county_copy import CountyCopy

# A mistake in the file itself, for each kind of record that others refer to.
BROKEN = [
    ("industries/batteries.yml", "order: 1\n", "order: one\n", Rule.BAD_NUMBER),
    ("parks/hexi.yml", "kind: industrial\n", "kind: industry\n", Rule.BAD_CHOICE),
    ("policies/standard-land.yml", "level: county\n", "level: town\n", Rule.BAD_CHOICE),
    ("projects/cathode.yml", "kind: new-build\n", "kind: new\n", Rule.BAD_CHOICE),
]


@pytest.mark.parametrize(("path", "old", "new", "rule"), BROKEN, ids=[row[0] for row in BROKEN])
def test_what_refers_to_a_broken_record_is_not_blamed(
    county: CountyCopy, path: str, old: str, new: str, rule: Rule
) -> None:
    """One mistake in a record gives one finding, however many others refer to the record."""
    county.edit(path, old, new)
    assert [(rule, path)] == [
        (finding.rule, str(finding.place.path)) for finding in county.findings()
    ]


def test_a_draft_may_refer_to_drafts(county: CountyCopy) -> None:
    """Only what is approved must refer to what is approved."""
    text = county.file("policies/standard-land.yml").read_text("utf-8")
    county.file("policies/draft.yml").write_text(
        text.replace("status: approved", "status: draft"), "utf-8"
    )
    county.edit("projects/recycling.yml", "host:", "policies: [draft]\nhost:")
    assert county.findings() == []


def test_a_segment_refers_to_parks_and_policies(county: CountyCopy) -> None:
    """The lists inside a segment are followed as well."""
    county.edit("industries/batteries.yml", "parks: [hexi]", "parks: [hexi, hexii]")
    county.edit("industries/batteries.yml", "policies: [standard-land]", "policies: [tax-gift]")
    assert [(finding.rule, finding.field) for finding in county.findings()] == [
        (Rule.UNKNOWN_REFERENCE, "segments.2.parks.1"),
        (Rule.UNKNOWN_REFERENCE, "segments.2.policies.0"),
    ]


def test_a_segment_of_another_industry_is_unknown(county: CountyCopy) -> None:
    """A project stands on its own industry's chain only."""
    text = county.file("industries/batteries.yml").read_text("utf-8")
    tea = text.replace("id: ore", "id: leaves").replace("to: salts", "to: drying")
    tea = tea.replace("id: salts", "id: drying").replace("id: cathode", "id: packing")
    tea = tea.replace("to: cathode", "to: packing").replace("strength: missing", "strength: weak")
    tea = re.sub(r"(?m)^title: .*$", "title: {zh: 茶叶, en: Tea}", tea)
    county.file("industries/tea.yml").write_text(tea, "utf-8")
    county.edit("projects/cathode.yml", "segments: [cathode]", "segments: [packing]")
    county.edit(
        "industries/batteries.yml", "strength: missing\n    action", "strength: weak\n    action"
    )
    assert [(finding.rule, finding.field) for finding in county.findings()] == [
        (Rule.UNKNOWN_REFERENCE, "segments.0")
    ]
