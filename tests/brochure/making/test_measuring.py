"""A project is measured in the sizes of type that its rooms ask for, once for all papers."""

from dataclasses import replace
from pathlib import Path

from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.composing.fit import is_tight, leaflet_room, spread_room
from site_builder.brochure.making.kept import Kept
from site_builder.brochure.making.measuring import Measuring, room_of
from site_builder.brochure.making.press import Press
from site_builder.brochure.plan import A4, BOOK, Product, plan_brochures
from tests.brochure.conftest import Printed


def test_the_smaller_type_is_measured_for_tight_rooms_only_and_all_is_kept_across_papers(
    brochures: Printed, tmp_path: Path
) -> None:
    publication = brochures.publication
    composer = Composer(publication.theme, publication.counties, publication.site_url)
    press = Press(composer, brochures.folder)
    measuring = Measuring(press.typesetter, Kept(tmp_path), press.common)
    leaflet = next(one for one in plan_brochures(publication.counties) if one.project)
    assert room_of(leaflet) == leaflet_room(A4)
    slug = leaflet.projects[0].slug

    wide = replace(leaflet_room(A4), front=600, back=600)
    usual, names = measuring.measured(leaflet, slug, [wide])
    assert (usual.compact, len(names)) == (None, 1)
    first = {file.name: file.stat().st_mtime_ns for file in tmp_path.iterdir()}
    assert set(first) == set(names)

    book = replace(leaflet, product=Product.PROJECT_BOOK, project=None, paper=BOOK)
    assert room_of(book) == spread_room(BOOK)
    narrow = replace(room_of(book), front=100)
    both, more = measuring.measured(book, slug, [wide, narrow])
    assert both.usual == usual.usual
    assert both.compact is not None
    # The same type, a size smaller: it ends higher up.
    assert both.compact.front.end < usual.usual.front.end
    assert is_tight(both.usual, narrow)
    assert both.within(wide) == (usual.usual, False)
    assert both.within(narrow) == (both.compact, True)
    after = {file.name: file.stat().st_mtime_ns for file in tmp_path.iterdir()}
    assert set(after) == set(more)
    assert first.items() <= after.items()
    assert len(after) == 2
