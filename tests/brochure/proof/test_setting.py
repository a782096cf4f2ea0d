"""What a good printer does not let happen does not happen in any book, leaflet or piece."""

from collections.abc import Callable, Iterator, Sequence

import pytest

from tests.brochure.proof import setting
from tests.brochure.proof.lines import Page
from tests.brochure.proof.material import Shelf, written

Look = Callable[[Sequence[Page]], Iterator[str]]


def parted_rows(pages: Sequence[Page]) -> Iterator[str]:
    return setting.parted_rows(pages, written())


def hyphened(pages: Sequence[Page]) -> Iterator[str]:
    return setting.hyphened(pages, written())


LOOKS: Sequence[Look] = (
    setting.left_headings,
    parted_rows,
    setting.headless_tables,
    setting.wrong_marks,
    setting.ragged_lines,
    setting.torn_blocks,
    setting.lone_ends,
    hyphened,
    setting.parted_figures,
    setting.near_trim,
)


def faults(shelf: Shelf, look: Look) -> list[str]:
    assert shelf.brochures
    return [
        f"{path} {fault}"
        for path in shelf.brochures
        for side in shelf.sides(path)
        for fault in look(side)
    ]


@pytest.mark.parametrize("look", LOOKS)
def test_an_edition_is_set_as_it_should_be(fair: Shelf, look: Look) -> None:
    """Handbooks on both papers, in one language and two; leaflets; pieces."""
    assert faults(fair, look) == []


@pytest.mark.parametrize("look", LOOKS)
def test_every_project_is_set_as_it_should_be(every_project: Shelf, look: Look) -> None:
    """Leaflet and spread of every project of the sample county."""
    assert faults(every_project, look) == []
