"""What a handbook for a fair says of the county: its own projects on the map, all parks beside."""

import pytest

from site_builder.build import prepare
from site_builder.present.county_view import CountyView
from site_builder.present.links import LANGUAGES
from tests.brochure.conftest import THEME

EVENT = "xiamen-2026"


@pytest.fixture(scope="module")
def counties() -> dict[str, tuple[CountyView, CountyView]]:
    """Return the sample county whole and as it is shown at a fair, by language."""
    sample = prepare(THEME.parent, THEME)
    shown = sample.events[EVENT].counties
    return {language: (sample.counties[language], shown[language]) for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_map_has_the_projects_of_the_edition(
    counties: dict[str, tuple[CountyView, CountyView]], language: str
) -> None:
    whole, shown = counties[language]
    assert {project.slug for project in shown.map.projects} == set(shown.by_slug)
    assert [project.number for project in shown.map.projects] == [
        str(number) for number in range(1, len(shown.projects) + 1)
    ]
    assert str(len(whole.projects) - len(shown.projects)) in shown.map.others
    assert not whole.map.others


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_parks_that_the_county_counts_stand_beside_each_other(
    counties: dict[str, tuple[CountyView, CountyView]], language: str
) -> None:
    whole, shown = counties[language]
    assert shown.offered == whole.parks
    assert len(shown.parks) < len(shown.offered)
