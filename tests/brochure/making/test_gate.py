"""Nothing internal and nothing unpublished is in any brochure."""

import re
from pathlib import Path

from tests.brochure import reading
from tests.brochure.conftest import Printed
from tests.county_copy import COUNTY

_MARKER = re.compile(r"CANARY-[\w-]+")


def test_no_marker_is_in_the_text_or_the_bytes_of_a_brochure(brochures: Printed) -> None:
    """What stands under `internal:`, or in a record that is not approved, is in no PDF."""
    markers = {
        marker
        for file in Path(COUNTY).rglob("*.yml")
        for marker in _MARKER.findall(file.read_text("utf-8"))
    }
    assert len(markers) >= 5

    leaks = [
        (path, marker)
        for path, file in brochures.files.items()
        for text in [reading.words(file)]
        for marker in markers
        if reading.squeezed(marker) in text or marker.encode() in file.read_bytes()
    ]
    assert [] == leaks


def test_the_search_would_find_what_is_there(brochures: Printed) -> None:
    """The same search finds the words of a published record, so that silence means absence."""
    project = brochures.publication.counties["en"].projects[0]
    said = reading.words(brochures.files[project.leaflet])

    assert reading.squeezed(str(project.brief.title)) in said
