"""How the pages of a handbook are filled: tables whole, pages used, words in one piece."""

import re
from dataclasses import replace

import pypdfium2
import pytest

from site_builder.brochure.plan import BOOK
from site_builder.brochure.rendering.renderer import Layout
from site_builder.present.links import LANGUAGES
from tests.brochure.reading import squeezed
from tests.brochure.shop import Shop

EVENT = "xiamen-2026"
ONE_PROJECT = "electronics"


@pytest.fixture(scope="module")
def shop() -> Shop:
    return Shop()


@pytest.fixture(scope="module")
def fairs(shop: Shop) -> dict[str, str]:
    """Return the handbook of the sample event in 210 by 285 mm, by language."""
    counties = shop.publication.events[EVENT].counties
    return {
        language: shop.html(replace(shop.brochure(language, BOOK), county=counties[language]))
        for language in LANGUAGES
    }


def texts(layout: Layout) -> list[str]:
    """Return the text of each page; a hyphen that a line end made is \\x02."""
    with pypdfium2.PdfDocument(layout.pdf()) as document:
        return [page.get_textpage().get_text_range() for page in document]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_park_of_a_dozen_plots_takes_two_pages(
    shop: Shop, fairs: dict[str, str], language: str
) -> None:
    layout = shop.part(fairs[language], "park-jinhe")
    assert layout.pages == 2
    lines = [line.strip() for page in texts(layout) for line in page.splitlines()]
    # Its number and the mark of a pre-approved plot stand in one line.
    for number in (1, 5, 12):
        assert [line for line in lines if line.startswith(f"JH-{number:02} ◆")], number


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_indexes_of_nine_projects_share_a_page(
    shop: Shop, fairs: dict[str, str], language: str
) -> None:
    assert shop.part(fairs[language], "index").pages == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chain", ["manganese-materials", "mountain-machinery"])
def test_mountains_under_the_gaps_take_no_page_of_their_own(
    shop: Shop, fairs: dict[str, str], chain: str, language: str
) -> None:
    assert shop.part(fairs[language], f"gaps-{chain}").pages == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_industry_without_a_chain_shows_projects_and_policies_beside_its_opening(
    shop: Shop, fairs: dict[str, str], language: str
) -> None:
    county = shop.publication.events[EVENT].counties[language]
    (industry,) = (i for i in county.industries if i.slug == ONE_PROJECT)
    assert not industry.segments
    opening, *pages = texts(shop.part(fairs[language], f"industry-{ONE_PROJECT}"))
    assert len(pages) == 1
    (project,) = industry.projects
    paths = {link.path for link in industry.policies}
    expected = [project.brief.title, project.brief.summary]
    expected += [figure.label for figure in project.figures[:4]]
    expected += [policy.brief.summary for policy in county.policies if policy.path in paths]
    assert len(expected) > 8
    assert [text for text in expected if squeezed(str(text)) not in squeezed(pages[0])] == []
    assert squeezed(str(project.brief.summary)) not in squeezed(opening)


@pytest.mark.parametrize("part", ["county", f"industry-{ONE_PROJECT}", "index"])
def test_no_word_of_leads_and_narrow_columns_is_hyphenated(
    shop: Shop, fairs: dict[str, str], part: str
) -> None:
    said = "".join(texts(shop.part(fairs["en"], part)))
    parted = ["-".join(halves) for halves in re.findall(r"(\w+)\x02\s*(\w+)", said)]
    # Hyphens of the words themselves may end a line.
    assert [word for word in parted if word not in fairs["en"]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_clause_of_a_policy_is_on_the_page_of_its_amounts(
    shop: Shop, fairs: dict[str, str], language: str
) -> None:
    county = shop.publication.events[EVENT].counties[language]
    pages = [squeezed(page) for page in texts(shop.part(fairs[language], "policies"))]
    clauses = [
        (squeezed(str(clause.title)), squeezed(str(clause.tiers[-1].condition)))
        for policy in county.policies
        for clause in policy.brief.clauses
        if clause.tiers
    ]
    assert len(clauses) > 8
    parted = [c for c in clauses if not any(c[0] in page and c[1] in page for page in pages)]
    assert parted == []
