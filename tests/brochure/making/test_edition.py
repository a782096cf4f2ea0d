"""Which files an edition consists of."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.brochure.making.edition import Piece, plan_edition, to_set
from site_builder.brochure.plan import A4, BOOK, Product
from site_builder.build import prepare
from site_builder.content.event import EditionLanguage
from site_builder.preflight import Finish
from site_builder.present.event import EditionView

SAMPLE = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def editions() -> Mapping[str, EditionView]:
    """Return the editions of the sample county."""
    return prepare(SAMPLE, SAMPLE / "theme").events


def test_every_project_has_a_leaflet_in_every_language_and_finish(
    editions: Mapping[str, EditionView],
) -> None:
    """Paths name language, finish, product and project; no two files share one."""
    edition = editions["linjiang-2026"]
    copies = plan_edition(edition, ["leaflet"])
    wanted = {
        f"{language}/{finish}/leaflet-{project.slug}.pdf"
        for language in ("zh", "en")
        for finish in Finish
        for project in edition.counties["zh"].projects
    }
    assert {copy.path for copy in copies} == wanted
    assert len(copies) == len(wanted)


def test_a_leaflet_is_set_once_for_all_finishes_and_a_book_twice(
    editions: Mapping[str, EditionView],
) -> None:
    """The press has a book on its own paper; a finish lays nothing out again."""
    edition = editions["linjiang-2026"]
    leaflets = to_set(plan_edition(edition, ["leaflet"], ["zh"]))
    assert [brochure.paper for brochure in leaflets] == [A4] * 4
    copies = plan_edition(edition, ["handbook"], ["en"])
    assert {copy.finish: copy.brochure.paper for copy in copies} == {
        Finish.SCREEN: A4,
        Finish.OFFICE: A4,
        Finish.PRESS: BOOK,
    }
    assert len(to_set(copies)) == 2


def test_each_brochure_is_given_its_event_in_its_language(
    editions: Mapping[str, EditionView],
) -> None:
    """Event, county and project are those of the language it is printed in."""
    for copy in plan_edition(editions["linjiang-2026"]):
        brochure = copy.brochure
        assert brochure.event is not None
        assert brochure.county.language == brochure.language
        assert brochure.event.place == {"zh": "临江市", "en": "Linjiang City"}[brochure.language]
        if brochure.project is not None:
            assert brochure.project in brochure.county.projects


def test_only_what_the_event_asks_for_is_made(editions: Mapping[str, EditionView]) -> None:
    """Products and languages of the event, and of them those that were asked for."""
    edition = replace(
        editions["linjiang-2026"],
        products=(Product.LEAFLET,),
        languages=(EditionLanguage.EN,),
    )
    copies = plan_edition(edition)
    assert {copy.piece.product for copy in copies} == {Product.LEAFLET}
    assert {copy.brochure.language for copy in copies} == {"en"}
    assert plan_edition(edition, ["handbook"]) == []
    assert plan_edition(edition, (), ["zh"]) == []


def test_both_languages_face_each_other(
    editions: Mapping[str, EditionView], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A book in both languages is Chinese, with the same in English on the other pages."""
    piece = Piece(Product.HANDBOOK, {Finish.PRESS: BOOK}, (EditionLanguage.BOTH,))
    monkeypatch.setattr("site_builder.brochure.making.edition.PIECES", (piece,))
    edition = replace(editions["linjiang-2026"], languages=(EditionLanguage.BOTH,))
    (copy,) = plan_edition(edition)
    assert copy.path == "both/press/handbook.pdf"
    left, right = copy.brochure, copy.brochure.facing
    assert right is not None
    assert (left.language, left.county.language, right.county.language) == ("both", "zh", "en")
