"""A project's leaflet: two pages with everything that decides, in both languages."""

from dataclasses import replace

import pytest

from site_builder.brochure.making.edition import plan_edition
from site_builder.brochure.pieces.choice import callers_of
from site_builder.brochure.plan import Product
from site_builder.build import prepare
from site_builder.present.links import LANGUAGES
from site_builder.present.views import ProjectView
from tests.brochure import reading
from tests.brochure.conftest import THEME, Printed


def projects(printed: Printed, language: str) -> tuple[ProjectView, ...]:
    return printed.publication.counties[language].projects


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_project_has_a_leaflet_of_two_pages(brochures: Printed, language: str) -> None:
    assert projects(brochures, language)
    for project in projects(brochures, language):
        assert reading.pages(brochures.files[project.leaflet]) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_says_title_figures_contacts_and_that_it_is_a_sample(
    brochures: Printed, language: str
) -> None:
    county = brochures.publication.counties[language]
    for project in projects(brochures, language):
        said = reading.words(brochures.files[project.leaflet])
        expected = [
            str(project.brief.title),
            str(project.brief.tagline),
            str(project.brief.contacts[0].phone),  # type: ignore[index]
            str(county.voice.words["site"]["sample"]),  # type: ignore[index]
            *(figure.value.number for figure in project.figures),
            *(figure.label for figure in project.figures),
        ]
        assert [text for text in expected if reading.squeezed(text) not in said] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_code_opens_the_projects_page(brochures: Printed, language: str) -> None:
    for project in projects(brochures, language):
        address = brochures.publication.site_url + project.path
        file = brochures.files[project.leaflet]
        assert reading.codes(file, 1) == [address]
        assert address in reading.links(file)


@pytest.mark.parametrize(("language", "tag"), [("zh", "zh-CN"), ("en", "en")])
def test_names_itself_and_is_tagged(brochures: Printed, language: str, tag: str) -> None:
    county = brochures.publication.counties[language]
    for project in projects(brochures, language):
        title, author, lang, tagged = reading.about(brochures.files[project.leaflet])
        assert title == f"{project.brief.title} · {county.brief.name}"
        assert author == str(county.brief.bureau.unit)  # type: ignore[attr-defined]
        assert lang == tag
        assert tagged


def test_has_its_chapters_as_outline(brochures: Printed) -> None:
    project = projects(brochures, "zh")[0]
    marks = reading.outline(brochures.files[project.leaflet])
    assert marks[0] == str(project.brief.title)
    assert len(marks) > 4


def test_at_a_fair_its_squad_is_named_first_and_the_project_after_it() -> None:
    """On the website a leaflet names the project's own."""
    sample = prepare(THEME.parent, THEME)
    edition = sample.events["xiamen-2026"]
    (copy, *_) = plan_edition(edition, [Product.LEAFLET], ["zh"])
    fair, project = copy.brochure, copy.brochure.project
    assert project is not None
    own = [card.phone for card in project.brief.contacts]
    assert [card.phone for card in callers_of(fair, project)] == ["0800-5550116", own[0]]
    website = replace(fair, event=None)
    assert [card.phone for card in callers_of(website, project)] == own[:2]
