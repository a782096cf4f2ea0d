"""An event in words, and the county narrowed to what was chosen for it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from site_builder.build import prepare
from site_builder.present.event import EditionView
from site_builder.present.text import spoken_days

SAMPLE = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def editions() -> Mapping[str, EditionView]:
    """Return the editions of the sample county."""
    return prepare(SAMPLE, SAMPLE / "theme").events


@pytest.mark.parametrize(
    ("first", "last", "zh", "en"),
    [
        ((2026, 12, 8), (2026, 12, 10), "2026年12月8日至10日", "8–10 December 2026"),
        ((2026, 12, 8), (2026, 12, 8), "2026年12月8日", "8 December 2026"),
        ((2026, 11, 30), (2026, 12, 2), "2026年11月30日至12月2日", "30 November – 2 December 2026"),
        (
            (2026, 12, 30),
            (2027, 1, 2),
            "2026年12月30日至2027年1月2日",
            "30 December 2026 – 2 January 2027",
        ),
    ],
)
def test_days_are_said_without_repeating_what_they_share(
    first: tuple[int, int, int], last: tuple[int, int, int], zh: str, en: str
) -> None:
    """Month and year stand once where both days have them."""
    days = date(*first), date(*last)
    assert spoken_days(*days, "zh") == zh
    assert spoken_days(*days, "en") == en


def test_an_event_is_said_in_each_language(editions: Mapping[str, EditionView]) -> None:
    """Name, days, cover and letter are in the language, the letter as HTML."""
    chinese, english = (editions["xiamen-2026"].events[language] for language in ("zh", "en"))
    assert (chinese.dates, english.dates) == ("2026年12月8日至10日", "8–10 December 2026")
    assert english.title == "Investing in Qinglan"
    assert english.letter.startswith("<p>To the heads of firms,</p>")
    assert chinese.letter.count("<p>") == 4
    assert chinese.contact.phone == english.contact.phone == "0800-5550116"
    assert english.printed == "20 November 2026"


def test_the_county_shows_what_concerns_the_edition(editions: Mapping[str, EditionView]) -> None:
    """Projects come in the edition's order everywhere; industries and parks without are gone."""
    county = editions["linjiang-2026"].counties["en"]
    order = ["connectors-harness", "sensor-modules", "outboard-motors"]
    order.append("battery-manganese-sulphate")
    assert [project.slug for project in county.projects] == order == list(county.by_slug)
    by_industry = [[p.slug for p in industry.projects] for industry in county.industries]
    assert by_industry == [order[3:], order[2:3], order[:2]]
    kept = set(order)
    for shown in (
        *(park.projects for park in county.parks),
        *(lists.projects for lists in county.lists.values()),
        county.featured,
    ):
        assert {project.slug for project in shown} <= kept
    assert "nanxi" not in {park.slug for park in county.parks}
    assert {"tea-processing", "tourism-investment"}.isdisjoint(p.slug for p in county.policies)


def test_all_of_an_edition_has_its_projects_in_one_order(
    editions: Mapping[str, EditionView],
) -> None:
    """What the event lists comes first; the others stand as in the handbook, by industry."""
    county = editions["xiamen-2026"].counties["zh"]
    slugs = [project.slug for project in county.projects]
    listed = ["battery-manganese-sulphate", "castings-surface-treatment", "outboard-motors"]
    book = [p.slug for industry in county.industries for p in industry.projects]
    assert slugs == listed + [slug for slug in book if slug not in listed]
    assert [(project.slug, project.number) for project in county.map.projects] == [
        (slug, str(number)) for number, slug in enumerate(slugs, 1)
    ]


@pytest.mark.parametrize(("language", "said"), [("zh", "全县3个园区"), ("en", "county's 3 parks")])
def test_the_land_of_an_edition_is_said_to_be_the_countys(
    editions: Mapping[str, EditionView], language: str, said: str
) -> None:
    """As the county's reasons count it; the book has pages of some of these parks."""
    county = editions["linjiang-2026"].counties[language]
    assert len(county.offered) == 3 > len(county.parks)
    assert any(said in str(figure.label) for figure in county.edition or ())


def test_gaps_are_counted_as_what_they_are(editions: Mapping[str, EditionView]) -> None:
    county = editions["xiamen-2026"].counties["zh"]
    codes = [one.strength.code for i in county.industries for one in i.segments]
    said = f"缺链{codes.count('missing')}处、弱链{codes.count('weak')}处"
    assert any(said in str(figure.label) for figure in county.edition or ())


def test_a_sum_that_was_rounded_says_so(editions: Mapping[str, EditionView]) -> None:
    county = editions["xiamen-2026"].counties["en"]
    assert county.edition is not None
    assert str(county.edition[0].label).startswith("about RMB ")


def test_gaps_stay_whole(editions: Mapping[str, EditionView]) -> None:
    """An edition tells every gap of a chain, with projects that it does not show itself."""
    whole = prepare(SAMPLE, SAMPLE / "theme").counties["en"]
    county = editions["linjiang-2026"].counties["en"]
    gaps = county.lists["manganese-materials"].gaps
    assert [gap.slug for gap in gaps] == [
        gap.slug for gap in whole.lists["manganese-materials"].gaps
    ]
    assert {p.slug for gap in gaps for p in gap.projects} - set(county.by_slug)
