from dataclasses import replace

import pytest
from pydantic import BaseModel

from site_builder.checks.scope import terms_of
from site_builder.content.county import County
from site_builder.content.event import Event
from site_builder.content.industry import Industry
from site_builder.content.park import Park
from site_builder.content.policy import Policy
from site_builder.content.project import Project
from site_builder.publish.gate import NotApprovedError, open_gate
from site_builder.publish.public import (
    PublicCounty,
    PublicEvent,
    PublicIndustry,
    PublicPark,
    PublicPolicy,
    PublicProject,
)
from tests.county_copy import COUNTY, CountyCopy
from tests.printings import keep, printing

PAIRS = [
    (County, PublicCounty),
    (Event, PublicEvent),
    (Industry, PublicIndustry),
    (Park, PublicPark),
    (Policy, PublicPolicy),
    (Project, PublicProject),
]


@pytest.mark.parametrize(("kept", "public"), PAIRS, ids=lambda model: model.__name__)
def test_a_public_record_has_no_place_for_what_is_kept(
    kept: type[BaseModel], public: type[BaseModel]
) -> None:
    """What is public is all that is kept, but for the review, the settings, the internal part."""
    held_back = {"review", "internal"} | ({"checks"} if kept is County else set())
    assert held_back == set(kept.model_fields) - set(public.model_fields)
    assert set(public.model_fields) <= set(kept.model_fields)


def test_the_tiny_county_keeps_secrets() -> None:
    """The files hold marked secrets in every kind of record, or the next test proves nothing."""
    files = [file for file in COUNTY.rglob("*") if file.is_file()]
    marked = {file.name for file in files if b"CANARY" in file.read_bytes()}
    assert {
        "county.yml",
        "cathode.yml",
        "recycling.yml",
        "batteries.yml",
        "hexi.yml",
        "standard-land.yml",
        "xiamen.yml",
        "hexi.jpg",
    } == marked


def test_nothing_internal_passes(county: CountyCopy) -> None:
    """No secret of any record is anywhere in the public catalog."""
    public = county.public()
    assert "CANARY" not in repr(public)
    assert "年产2万吨正极材料" in repr(public)


def test_only_approved_records_pass(county: CountyCopy) -> None:
    """A project in review is not public."""
    public = county.public()
    assert list(public.projects) == ["cathode"]
    assert (
        list(public.industries),
        list(public.parks),
        list(public.policies),
        list(public.events),
    ) == (["batteries"], ["hexi"], ["standard-land"], ["xiamen"])


@pytest.mark.parametrize("status", ["draft", "in-review", "withdrawn"])
@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("projects/cathode.yml", "projects"),
        ("industries/batteries.yml", "industries"),
        ("parks/hexi.yml", "parks"),
        ("policies/standard-land.yml", "policies"),
        ("events/xiamen.yml", "events"),
    ],
)
def test_no_other_status_passes(county: CountyCopy, path: str, kind: str, status: str) -> None:
    """Of every kind, a record with any other status stays inside."""
    county.edit(path, "  status: approved", f"  status: {status}")
    assert getattr(county.public(), kind) == {}


def test_a_county_that_is_not_approved_publishes_nothing(county: CountyCopy) -> None:
    """The county's own record opens the gate."""
    county.edit("county.yml", "{status: approved,", "{status: draft,")
    with pytest.raises(NotApprovedError):
        county.public()


def test_a_county_that_could_not_be_read_publishes_nothing(county: CountyCopy) -> None:
    """Without the county's own record there is nothing to publish."""
    with pytest.raises(NotApprovedError):
        open_gate(replace(county.catalog(), county=None), terms_of(None))


def test_records_come_in_the_order_that_is_shown(county: CountyCopy) -> None:
    """Lists follow the order that records give, and then their names."""
    source = county.file("policies/standard-land.yml").read_text("utf-8")
    for slug, order in (("a-late", 9), ("z-early", 0), ("b-late", 9)):
        text = source.replace("order: 1", f"order: {order}")
        county.file(f"policies/{slug}.yml").write_text(text, "utf-8")
    public = county.public()
    assert list(public.policies) == ["z-early", "standard-land", "a-late", "b-late"]


def test_public_values_cannot_be_changed(county: CountyCopy) -> None:
    """What has passed the gate stays as it is."""
    project = county.public().projects["cathode"]
    with pytest.raises(ValueError, match="frozen"):
        project.park = "elsewhere"


def test_a_past_event_shows_what_is_still_public(county: CountyCopy) -> None:
    """A project that is withdrawn leaves the editions of events that are over."""
    spoil_dates(county)
    county.edit("events/xiamen.yml", "industries: [batteries]", "projects: [recycling, cathode]")
    assert county.public().events["xiamen"].projects == ("cathode",)


def test_an_event_whose_projects_are_gone_does_not_take_all_others(county: CountyCopy) -> None:
    """Named projects that are withdrawn leave nothing: no name at all would mean everything."""
    spoil_dates(county)
    text = county.file("events/xiamen.yml").read_text("utf-8")
    kept = [line for line in text.splitlines() if not line.startswith(("stages:", "size:"))]
    county.file("events/xiamen.yml").write_text("\n".join(kept), "utf-8")
    county.edit("events/xiamen.yml", "industries: [batteries]", "projects: [recycling]")
    assert county.public().events == {}


def test_what_was_printed_passes_whatever_becomes_of_its_event(county: CountyCopy) -> None:
    """It is in people's hands: their codes must open a page that tells what has changed."""
    keep(county, printing("2026-10-08", cathode={}))
    county.edit("events/xiamen.yml", "  status: approved", "  status: withdrawn")
    public = county.public()
    assert (list(public.events), list(public.printed)) == ([], ["xiamen"])


def spoil_dates(county: CountyCopy) -> None:
    """Put the event of the tiny county into the past."""
    dates = "{start: 2026-10-20, end: 2026-10-22}"
    county.edit("events/xiamen.yml", dates, "{start: 2026-04-20, end: 2026-04-22}")
    county.edit("events/xiamen.yml", "printed: 2026-10-08", "printed: 2026-04-08")
