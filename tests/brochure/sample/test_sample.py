"""The sample county's leaflets: nothing is cut off, and nothing is printed upon another."""

import fcntl
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path

import pypdfium2
import pytest

from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.making.press import Press
from site_builder.brochure.plan import plan_brochures
from site_builder.build import Publication, prepare
from site_builder.site.photos import publish_photos
from tests.brochure.conftest import THEME
from tests.brochure.minimum import on_the_back, on_the_front
from tests.brochure.pressing import pressed
from tests.brochure.reading import squeezed

ROOT = Path(__file__).parents[3]
MM = 72 / 25.4
RIGHT = 194 + 0.3
"""Where the rows end, in mm from the left, with what a letter may overhang."""
LOWEST = 297 - 4.5
TOUCHING = 0.35
"""What part of a line's height may lie upon another: ascenders and descenders."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in mm."""


@pytest.fixture(scope="module")
def sample() -> Publication:
    """Return the sample county, ready to be printed."""
    return prepare(ROOT, THEME)


@pytest.fixture(scope="module")
def leaflets(
    sample: Publication,
    tmp_path_factory: pytest.TempPathFactory,
    pytestconfig: pytest.Config,
) -> Mapping[str, bytes]:
    """Return the sample county's leaflets by their paths.

    Those whose sources are unchanged since the last run are not printed again.
    """
    folder = tmp_path_factory.mktemp("sample")
    publish_photos(ROOT / "media", sample.photos, folder)
    press = Press(Composer(sample.theme, sample.counties, sample.site_url), folder)
    brochures = plan_brochures(sample.counties)
    wanted = [brochure for brochure in brochures if brochure.path.endswith("leaflet.pdf")]
    cache = getattr(pytestconfig, "cache", None)  # None where pytest is to remember nothing
    kept = cache.mkdir("leaflets") if cache else tmp_path_factory.mktemp("leaflets")
    files = {brochure.path: kept / press.key(brochure) for brochure in wanted}
    with (kept / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        missing = [brochure for brochure in wanted if not files[brochure.path].exists()]
        for brochure, pdf in pressed(press, missing, workers=2):
            files[brochure.path].write_bytes(pdf)
        for old in set(kept.glob("*.pdf")) - set(files.values()):
            old.unlink()
        return {path: file.read_bytes() for path, file in files.items()}


def lines(pdf: bytes, page: int) -> Iterator[tuple[str, Box]]:
    """Yield the pieces of text of a page with their boxes."""
    with pypdfium2.PdfDocument(pdf) as document:
        height = document[page].get_height()
        text = document[page].get_textpage()
        for number in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(number)
            box = (left / MM, (height - top) / MM, right / MM, (height - bottom) / MM)
            yield text.get_text_bounded(left, bottom, right, top), box


def overlapping(one: Box, other: Box) -> bool:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > 1 and high > TOUCHING * min(one[3] - one[1], other[3] - other[1])


def test_no_line_is_cut_off(leaflets: Mapping[str, bytes]) -> None:
    """No line reaches beyond the room of its page, where a row would cut it off."""
    assert leaflets
    assert [] == [
        (path, page, said)
        for path, pdf in leaflets.items()
        for page in (0, 1)
        for said, (_, _, right, bottom) in lines(pdf, page)
        if right > RIGHT or bottom > LOWEST
    ]


def test_no_line_lies_upon_another(leaflets: Mapping[str, bytes]) -> None:
    """Contacts and notice, figures and labels: each keeps clear of the next."""
    assert leaflets
    assert [] == [
        (path, page, one[0], other[0])
        for path, pdf in leaflets.items()
        for page in (0, 1)
        for one, other in combinations(lines(pdf, page), 2)
        if overlapping(one[1], other[1])
    ]


def test_every_leaflet_says_what_no_version_leaves_out(
    leaflets: Mapping[str, bytes], sample: Publication
) -> None:
    """Products on the first side; funds, the county's offer and whom to call on the second."""
    for county in sample.counties.values():
        for project in county.projects:
            with pypdfium2.PdfDocument(leaflets[project.leaflet]) as document:
                front, back = (squeezed(p.get_textpage().get_text_range()) for p in document)
            assert [text for text in on_the_front(project) if text not in front] == []
            assert [text for text in on_the_back(project) if text not in back] == []


def test_every_leaflet_says_what_the_law_says_to_foreign_investors(
    leaflets: Mapping[str, bytes], sample: Publication
) -> None:
    """Whatever there is no room for, the line is there wherever the record has it."""
    for county in sample.counties.values():
        title = squeezed(str(county.voice.words["foreign"].title))
        lines = {project.leaflet: project.foreign for project in county.projects}
        assert {True, False} == {bool(line) for line in lines.values()}
        for path, line in lines.items():
            with pypdfium2.PdfDocument(leaflets[path]) as document:
                said = squeezed(document[1].get_textpage().get_text_range())
            assert (path, bool(line)) == (path, title + squeezed(line) in said if line else False)
