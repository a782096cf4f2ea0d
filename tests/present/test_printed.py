"""What was printed is compared with what is said today."""

from pathlib import Path

from site_builder.build import Publication, prepare
from site_builder.content.printed_facts import FACTS, Facts, value_of
from site_builder.diagnostics import Words
from site_builder.present.event import EditionView
from site_builder.present.printed import differences, said
from tests.county_copy import CountyCopy
from tests.printings import CATHODE, keep, printing

THEME = Path(__file__).parents[2] / "theme"
PROJECT = "projects/cathode.yml"
DAY = "2026-10-08"


def prepared(county: CountyCopy) -> Publication:
    """Return what the county publishes."""
    return prepare(county.root, THEME)


def told(county: CountyCopy, language: str = "en") -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Return the notices on the project's page: a title, and the rows of its table."""
    view = prepared(county).counties[language].by_slug["cathode"]
    return [(n.title, [(c.label, c.before, c.now) for c in n.changes]) for n in view.printed]


def lines(edition: EditionView) -> list[Words]:
    """Return what keeps a frozen edition from being made again."""
    assert edition.frozen is not None
    voices = {language: county.voice for language, county in edition.counties.items()}
    return list(differences(edition.frozen.projects, edition.facts, voices))


def test_all_facts_that_a_project_states_are_remembered(county: CountyCopy) -> None:
    """As values, and in the words of each language; what is not stated is left out."""
    publication = prepared(county)
    facts = publication.events["xiamen"].facts["cathode"]
    assert facts == Facts.model_validate(CATHODE)
    assert all(value_of(facts, name) for name in FACTS)
    chinese, english = (
        said(facts, publication.counties[language].voice) for language in ("zh", "en")
    )
    assert tuple(chinese) == tuple(english) == FACTS
    assert chinese["investment"] == "3.2亿元"
    assert english["investment"] == "RMB 320 million"
    assert english["payback"] == "6.1 years (including construction)"
    assert chinese["site"] == "河西工业园 HX-01"
    assert chinese["price"] == "HX-01 9.6万元/亩"
    assert english["modes"] == "Wholly owned, Joint venture"
    assert english["person"] == "Hexi Park Administration"


def test_what_the_page_says_is_what_is_remembered(county: CountyCopy) -> None:
    """The figures of a printing are the ones that the project's page and leaflet show."""
    publication = prepared(county)
    view = publication.counties["en"].by_slug["cathode"]
    voice = publication.counties["en"].voice
    words = said(publication.events["xiamen"].facts["cathode"], voice)
    shown = [figure.value.short for figure in view.figures]
    assert [words["investment"], words["land"]] == shown[:2]
    assert [words["payback"].partition(" (")[0], words["return"].partition(" (")[0]] == shown[2:4]


def test_nothing_is_said_where_nothing_was_printed(county: CountyCopy) -> None:
    """Projects of editions that are not frozen have no notice."""
    assert told(county) == []


def test_unchanged_facts_are_said_to_be_unchanged(county: CountyCopy) -> None:
    """Right after printing a notice names event and day, and no change."""
    keep(county, printing(DAY, cathode={}))
    assert told(county) == [("Printed for Baixi Investment Meeting, Xiamen on 8 October 2026", [])]
    assert lines(prepared(county).events["xiamen"]) == []


def test_a_changed_fact_is_told_before_and_now(county: CountyCopy) -> None:
    """On the page in the language of the page, and to whoever would print again, in both."""
    keep(county, printing(DAY, cathode={"investment": "3亿元"}))
    assert told(county, "zh")[0][1] == [("总投资", "3亿元", "3.2亿元")]
    assert told(county)[0][1] == [("Total investment", "RMB 300 million", "RMB 320 million")]
    (line,) = lines(prepared(county).events["xiamen"])
    assert line.zh == "projects/cathode.yml：总投资 3亿元 → 3.2亿元"
    assert line.en == "projects/cathode.yml: Total investment RMB 300 million → RMB 320 million"


def test_the_same_value_in_other_words_is_no_change(county: CountyCopy) -> None:
    """Neither in the county's file, which may write 3.2亿元 as 32000万元, nor in the theme."""
    keep(county, printing(DAY, cathode={"investment": "32000万元"}))
    assert told(county)[0][1] == []
    assert lines(prepared(county).events["xiamen"]) == []


def test_a_title_that_changes_in_one_language_is_told_in_that_one(county: CountyCopy) -> None:
    """A reader of the other language holds the same words as before."""
    title = {**CATHODE["title"], "en": "Cathode material"}
    keep(county, printing(DAY, cathode={"title": title}))
    assert told(county, "zh")[0][1] == []
    assert told(county)[0][1] == [("Title", title["en"], CATHODE["title"]["en"])]


def test_a_project_that_joins_or_leaves_the_edition_is_told(county: CountyCopy) -> None:
    """The choice of projects is frozen with their facts."""
    keep(county, printing(DAY, anode={}))
    assert [line.en for line in lines(prepared(county).events["xiamen"])] == [
        "projects/anode.yml: was in it, and is left out now",
        "projects/cathode.yml: was not in it then",
    ]


def test_an_earlier_printing_is_told_where_it_says_something_else(county: CountyCopy) -> None:
    """The last one first; printings that say the same are one notice with their days."""
    keep(
        county,
        printing("2026-09-10", cathode={"phone": "0800-5550100"}),
        printing("2026-09-25", cathode={}),
        printing(DAY, cathode={}),
    )
    fair = "Printed for Baixi Investment Meeting, Xiamen on"
    assert told(county) == [
        (f"{fair} 25 September 2026, 8 October 2026", []),
        (f"{fair} 10 September 2026", [("Telephone", "0800-5550100", "0800-5550111")]),
    ]


def test_notices_outlive_the_approval_of_their_event(county: CountyCopy) -> None:
    """What is printed is out, whatever becomes of the event's file; it keeps the name."""
    keep(county, printing(DAY, cathode={}))
    before = told(county)
    county.edit("events/xiamen.yml", "  status: approved", "  status: draft")
    county.edit("events/xiamen.yml", "Baixi Investment Meeting, Xiamen", "Another name")
    assert told(county) == before != []


def test_a_new_day_begins_a_new_printing(county: CountyCopy) -> None:
    """An edition is frozen on the days on which it went to print."""
    keep(county, printing("2026-09-10", cathode={"phone": "0800-5550100"}))
    edition = prepared(county).events["xiamen"]
    assert edition.frozen is None
    assert edition.printed is not None
    county.edit("events/xiamen.yml", "printed: 2026-10-08", "printed: 2026-09-10")
    assert prepared(county).events["xiamen"].frozen == edition.printed.latest


def test_a_project_that_is_gone_keeps_a_page_for_its_codes(county: CountyCopy) -> None:
    """Its title as it was last printed, and for which event; nothing else that was printed."""
    anode = {"title": {"zh": "负极材料", "en": "Anode material"}}
    old = {"title": {"zh": "负极", "en": "Anode"}}
    keep(county, printing("2026-09-10", anode=old), printing(DAY, cathode={}, anode=anode))
    counties = prepared(county).counties
    assert [view.title for view in counties["zh"].withdrawn] == ["负极材料"]
    (gone,) = counties["en"].withdrawn
    assert (gone.path, gone.title) == ("en/projects/anode/", "Anode material")
    assert [(notice.event, notice.title.rpartition(" on ")[2]) for notice in gone.printed] == [
        ("xiamen", "8 October 2026"),
        ("xiamen", "10 September 2026"),
    ]
