"""What was printed is compared with what is said today."""

from pathlib import Path

from site_builder.build import prepare
from site_builder.content.printed import FACTS, as_json
from site_builder.present.printed import differences, facts_of, printing_of
from tests.county_copy import CountyCopy

THEME = Path(__file__).parents[2] / "theme"
FROZEN = "events/printed/xiamen.json"
PROJECT = "projects/cathode.yml"


def freeze(county: CountyCopy) -> None:
    """Keep what the tiny county would print today."""
    edition = prepare(county.root, THEME).events["xiamen"]
    file = county.file(FROZEN)
    file.parent.mkdir(exist_ok=True)
    file.write_text(as_json(printing_of(edition.counties, edition.day)), "utf-8")


def test_all_facts_that_a_project_states_are_remembered(county: CountyCopy) -> None:
    """In the words of each language; what the project does not state is left out."""
    view = prepare(county.root, THEME).counties
    chinese = facts_of(view["zh"].by_slug["cathode"], view["zh"].voice)
    english = facts_of(view["en"].by_slug["cathode"], view["en"].voice)
    assert tuple(chinese) == tuple(english) == FACTS
    assert chinese["investment"] == "3.2亿元"
    assert english["investment"] == "RMB 320 million"
    assert english["payback"] == "6.1 years (including construction)"
    assert chinese["site"] == "河西工业园 HX-01"
    assert english["person"] == "Hexi Park Administration"
    sample = prepare(THEME.parent, THEME).counties["en"]
    outside = facts_of(sample.by_slug["organic-tea"], sample.voice)
    assert set(FACTS) - set(outside) == {"price"}


def test_nothing_is_said_where_nothing_was_printed(county: CountyCopy) -> None:
    """Projects of editions that are not frozen have no notice."""
    assert prepare(county.root, THEME).counties["zh"].by_slug["cathode"].printed == ()


def test_unchanged_facts_are_said_to_be_unchanged(county: CountyCopy) -> None:
    """Right after printing a notice names event and day, and no change."""
    freeze(county)
    publication = prepare(county.root, THEME)
    (notice,) = publication.counties["en"].by_slug["cathode"].printed
    assert notice.event == "xiamen"
    assert notice.title == "Printed for Baixi Investment Meeting, Xiamen on 8 October 2026"
    assert notice.changes == ()
    edition = publication.events["xiamen"]
    assert edition.frozen is not None
    assert list(differences(edition.frozen, edition.counties)) == []


def test_a_changed_fact_is_told_before_and_now(county: CountyCopy) -> None:
    """On the page in the language of the page, and to whoever would print again, in both."""
    freeze(county)
    county.edit(PROJECT, "phone: 0800-5550111", "phone: 0800-5550199")
    publication = prepare(county.root, THEME)
    (notice,) = publication.counties["zh"].by_slug["cathode"].printed
    assert [(c.label, c.before, c.now) for c in notice.changes] == [
        ("电话", "0800-5550111", "0800-5550199")
    ]
    edition = publication.events["xiamen"]
    assert edition.frozen is not None
    (line,) = differences(edition.frozen, edition.counties)
    assert line.zh == "projects/cathode.yml：电话 0800-5550111 → 0800-5550199"
    assert line.en == "projects/cathode.yml: Telephone 0800-5550111 → 0800-5550199"


def test_a_project_that_joins_or_leaves_the_edition_is_told(county: CountyCopy) -> None:
    """The choice of projects is frozen with their facts."""
    freeze(county)
    text = county.file(FROZEN).read_text("utf-8")
    county.file(FROZEN).write_text(text.replace('"cathode"', '"anode"'), "utf-8")
    edition = prepare(county.root, THEME).events["xiamen"]
    assert edition.frozen is not None
    told = [line.en for line in differences(edition.frozen, edition.counties)]
    assert told == ["anode: was printed, and is left out now", "cathode: was not printed then"]
