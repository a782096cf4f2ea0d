"""Every figure of a project stands on its sheets, and no number stands there that has no source."""

from collections.abc import Sequence

import pytest

from site_builder.brochure.chapters.accounts import gains, sources, uses
from site_builder.brochure.plan import Brochure, Product
from site_builder.present.views import ProjectView
from tests.brochure.proof.figures import figures_of, numbers_in, numbers_on
from tests.brochure.proof.lines import Page
from tests.brochure.proof.material import PROJECTS, Shelf
from tests.brochure.reading import squeezed
from tests.county_copy import CountyCopy

WHOLE = (Product.LEAFLET, Product.HANDBOOK, Product.PROJECT_BOOK)


def said(pages: Sequence[Page]) -> str:
    """Return everything on the pages, line by line, without spaces."""
    return "".join(map(_on, pages))


_SAID: dict[int, tuple[Page, str]] = {}


def _on(page: Page) -> str:
    """Return what a page says; it is asked for each project of a book."""
    if id(page) not in _SAID:
        _SAID[id(page)] = (page, squeezed("".join(line.text for line in page.lines)))
    return _SAID[id(page)][1]


def sheets(pages: Sequence[Page], project: ProjectView) -> Sequence[Page]:
    """Return the two pages of a project: where its summary begins, and the one after."""
    lede = squeezed(str(project.brief.summary))
    front = next(number for number, page in enumerate(pages) if lede in said([page]))
    return pages[front : front + 2]


def missing(shelf: Shelf, path: str) -> list[str]:
    brochure = shelf.brochures[path]
    found = []
    for side, pages in zip(brochure.sides, shelf.sides(path), strict=True):
        for project in side.projects:
            text = said(sheets(pages, project))
            found += [
                f"{path} {project.slug}: {name} {words!r}"
                for name, words in figures_of(project)
                if squeezed(words) not in text
            ]
    return found


def test_every_project_has_all_its_figures_on_its_sheets(every_project: Shelf) -> None:
    """In leaflet and project book, Chinese and English: money, land, returns, whom to call."""
    assert len(every_project.brochures) > 30
    assert [line for path in every_project.brochures for line in missing(every_project, path)] == []


def test_an_edition_has_them_too(fair: Shelf) -> None:
    """In handbooks on both papers, and where the languages face each other."""
    paths = fair.of(*WHOLE)
    assert len(paths) > 4
    assert [line for path in paths for line in missing(fair, path)] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_number_of_a_leaflet_is_without_a_source(every_project: Shelf, language: str) -> None:
    """All are said by the project, its plots and charts, or by the county."""
    of_all = every_project.of(Product.LEAFLET)
    leaflets = [path for path in of_all if every_project.brochures[path].language == language]
    assert leaflets
    wrong = []
    for path in leaflets:
        known = sourced(every_project.brochures[path])
        shown = list(numbers_on(every_project.pages(path)))
        assert len(shown) > 50
        wrong += [f"{path}: {number} in {line!r}" for number, line in shown if number not in known]
    assert wrong == []


def sourced(brochure: Brochure) -> set[str]:
    """Return the numbers that a leaflet's project and county say, and those that count rows."""
    project, county = brochure.project, brochure.county
    assert project is not None
    accounts = (uses(project), sources(project), gains(project))
    marks = [str(number) for number in range(1, 10)]  # of sections and reasons
    marks.append("100")  # per cent: the whole of the money
    return numbers_in(project, accounts, county.brief, marks)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_roll_up_adds_up_what_the_files_say(fair: Shelf, language: str) -> None:
    """How many projects there are, and what they come to, from the records themselves."""
    catalog = CountyCopy(fair.publication.root).public()
    offered = [catalog.projects[slug] for slug in PROJECTS]
    total = float(sum(project.investment.total_in_yuan for project in offered))
    shown = said(fair.pages(f"{language}/roll-up/roll-up.pdf"))
    if language == "zh":
        expected = f"{len(offered)}个推介项目总投资约{total / 1e8:.1f}亿元"
    else:
        expected = f"{len(offered)}projectsonofferaboutRMB{round(total / 1e7) * 10}millioninall"
    assert expected in shown


@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_the_small_pieces_say_what_each_project_costs(fair: Shelf, language: str) -> None:
    """On tri-fold, roll-up and table card, in the words that the project's page has for it."""
    for path in fair.of(Product.TRI_FOLD, Product.ROLL_UP, Product.TABLE_CARD):
        brochure = fair.brochures[path]
        if brochure.language != language:
            continue
        shown = said(fair.pages(path))
        for project in brochure.projects:
            assert squeezed(project.listed[0].value.short) in shown, (path, project.slug)
        assert brochure.event is not None
        assert squeezed(brochure.event.contact.phone) in shown
