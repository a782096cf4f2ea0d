"""The county handbook: everything, found from contents, outline and index."""

import pypdfium2
import pytest

from site_builder.present.links import LANGUAGES, handbook_path
from tests.brochure import reading
from tests.brochure.conftest import Printed


@pytest.mark.parametrize("language", LANGUAGES)
def test_holds_every_record_and_the_sample_notice(brochures: Printed, language: str) -> None:
    county = brochures.publication.counties[language]
    said = reading.words(brochures.files[handbook_path(language)])
    records = (*county.projects, *county.industries, *county.parks, *county.policies)
    expected = [
        *(str(record.brief.title) for record in records),
        *(str(contact.phone) for contact in county.contacts),
        str(county.brief.updated),
    ]
    assert [text for text in expected if reading.squeezed(text) not in said] == []
    notice = reading.squeezed(str(county.voice.words["site"]["sample"]))  # type: ignore[index]
    # On the cover, and at the foot of every page but the cover.
    assert said.count(notice) >= reading.pages(brochures.files[handbook_path(language)])


@pytest.mark.parametrize("language", LANGUAGES)
def test_is_found_through_by_outline_and_code(brochures: Printed, language: str) -> None:
    county = brochures.publication.counties[language]
    file = brochures.files[handbook_path(language)]
    marks = reading.outline(file)
    records = (*county.projects, *county.industries, *county.parks, *county.policies)
    assert [str(r.brief.title) for r in records if str(r.brief.title) not in marks] == []
    home = brochures.publication.site_url + ("" if language == "zh" else "en/")
    assert reading.codes(file, reading.pages(file) - 1) == [home]
    assert home in reading.links(file)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_between_the_covers_has_its_number(brochures: Printed, language: str) -> None:
    with pypdfium2.PdfDocument(brochures.files[handbook_path(language)]) as document:
        feet = [page.get_textpage().get_text_bounded(top=20 * 72 / 25.4) for page in document]
    inside = range(1, len(feet) - 1)
    assert [n + 1 for n in inside if str(n + 1) not in feet[n]] == []


def test_projects_stand_on_two_pages(brochures: Printed) -> None:
    county = brochures.publication.counties["zh"]
    file = brochures.files["handbook.pdf"]
    title = reading.squeezed(str(county.projects[0].brief.tagline))
    found = reading.found_on(file, title)
    chapters = reading.found_on(
        file, reading.squeezed(str(county.voice.words["brochure"]["money"]))
    )  # type: ignore[index]
    assert chapters[0] == found[0] + 1
