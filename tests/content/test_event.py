"""Which projects an event's edition holds, and what is kept of it once it is printed."""

from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

from site_builder.build import prepare
from site_builder.cli_brochure import FINISHES, LANGUAGES, PRODUCTS
from site_builder.content.event import (
    BrochureProduct,
    EditionLanguage,
    Event,
    chosen,
)
from site_builder.content.printed import NoRecordError, Printed, as_json, printed_in
from site_builder.content.project import Project
from site_builder.content.reader import read_catalog
from site_builder.preflight import Finish
from tests.printings import printing

SAMPLE = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def projects() -> dict[str, Project]:
    """Return the sample county's projects."""
    return {slug: entry.record for slug, entry in read_catalog(SAMPLE)[0].projects.items()}


def event(**fields: object) -> Event:
    """Return the sample's event with another choice of projects."""
    tree = yaml.safe_load((SAMPLE / "events/xiamen-2026.yml").read_text("utf-8"))
    for name in ("projects", "industries", "stages", "size"):
        tree.pop(name)
    # Telephone numbers and the like are strings in a record, days are days either way.
    return Event.model_validate(tree | fields)


def test_without_a_choice_all_projects_are_taken(projects: dict[str, Project]) -> None:
    """An event that names nothing and asks for nothing shows the whole county."""
    assert chosen(event(), projects) == tuple(projects)


def test_a_list_alone_is_the_edition(projects: dict[str, Project]) -> None:
    """What is named comes in the order in which it is named, each once, and nothing else."""
    named = ["tea-machines", "battery-recycling", "tea-machines"]
    assert chosen(event(projects=named), projects) == ("tea-machines", "battery-recycling")


def test_criteria_narrow_together(projects: dict[str, Project]) -> None:
    """Each criterion that is given takes projects away; the order is the county's."""
    tea = chosen(event(industries=["tea-food"]), projects)
    assert {projects[slug].industry for slug in tea} == {"tea-food"}
    talks = chosen(event(industries=["tea-food"], stages=["negotiating"]), projects)
    assert talks == ("mountain-mushrooms",)
    assert chosen(event(industries=["tea-food"], size={"most": "7000万元"}), projects) == (
        "black-goats",
    )


def test_both_ends_of_the_size_belong_to_it(projects: dict[str, Project]) -> None:
    """A project of exactly the least, or the most, is taken."""
    exactly = {"least": "8.6亿元", "most": "8.6亿元"}
    assert chosen(event(size=exactly), projects) == ("manganese-phosphate-cathode",)


def test_a_list_comes_before_what_criteria_find(projects: dict[str, Project]) -> None:
    """Named projects need not meet the criteria, and are not repeated."""
    named = ["organic-tea", "silica-quartz"]
    found = chosen(event(projects=named, industries=["electronics"]), projects)
    assert found[:2] == ("organic-tea", "silica-quartz")
    assert set(found[2:]) == {"connectors-harness", "sensor-modules"}


def test_the_sample_shows_nine_projects_of_three_industries() -> None:
    """The edition for Xiamen holds what its file asks for, and no project that is in review."""
    county = prepare(SAMPLE, SAMPLE / "theme").events["xiamen-2026"].counties["zh"]
    assert len(county.projects) == 9
    assert [industry.slug for industry in county.industries] == [
        "manganese-materials",
        "mountain-machinery",
        "electronics",
    ]


def test_what_was_printed_is_written_in_one_way() -> None:
    """Two printings of the same facts are the same file, whatever order they came in."""
    one = printing("2026-04-03", b={}, a={"investment": "3.25亿元"})
    turned = {**one, "projects": dict(reversed(one["projects"].items()))}
    printed, again = (Printed.model_validate({"printings": [p]}) for p in (one, turned))
    assert as_json(printed) == as_json(again)
    assert '"investment": "3.25亿元"' in as_json(printed)
    assert printed_in(as_json(printed).encode()) == printed


def test_other_line_ends_are_no_change_and_another_figure_is() -> None:
    """A version control system turns line ends; only a hand changes what was printed."""
    text = as_json(Printed.model_validate({"printings": [printing("2026-04-03", a={})]}))
    turned = text.replace("\n", "\r\n").replace("  ", "\t")
    assert printed_in(turned.encode()) == printed_in(text.encode())
    with pytest.raises(NoRecordError, match="somebody has edited it"):
        printed_in(text.replace("3.2亿元", "3.3亿元").encode())


@pytest.mark.parametrize("days", [("2026-04-03", "2026-04-03"), ("2026-04-03", "2026-04-02")])
def test_printings_stand_in_the_order_of_their_days(days: tuple[str, str]) -> None:
    """No two are of one day: on paper nothing else tells them apart."""
    with pytest.raises(ValidationError):
        Printed.model_validate({"printings": [printing(day, a={}) for day in days]})


@pytest.mark.parametrize("slug", ["../a", "A", "a/b", ""])
def test_a_printing_names_no_place_outside(slug: str) -> None:
    """A page is written under the slug of every project that was printed."""
    kept = printing("2026-04-03", a={})
    kept["projects"][slug] = kept["projects"].pop("a")
    with pytest.raises(ValidationError):
        Printed.model_validate({"printings": [kept]})


def test_the_command_line_knows_every_product_language_and_finish() -> None:
    """What may be asked for on the command line is what may be written in a file."""
    assert tuple(BrochureProduct) == PRODUCTS
    assert tuple(EditionLanguage) == LANGUAGES
    assert tuple(Finish) == FINISHES
