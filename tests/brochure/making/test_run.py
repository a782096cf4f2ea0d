"""As many processes work as have something to do."""

from dataclasses import replace
from multiprocessing import active_children
from pathlib import Path

import pytest

from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.making.press import Press
from site_builder.brochure.making.run import at_work
from site_builder.brochure.plan import plan_brochures
from tests.brochure.conftest import Printed


@pytest.mark.parametrize("languages", [1, 2])
def test_all_that_is_measured_for_one_document_is_measured_at_once(
    brochures: Printed, languages: int
) -> None:
    county = brochures.publication
    press = Press(Composer(county.theme, county.counties, county.site_url), brochures.folder)
    leaflets = [one for one in plan_brochures(county.counties) if one.project]
    left, right = (next(one for one in leaflets if one.language == tag) for tag in ("zh", "en"))
    wanted = replace(left, facing=right) if languages == 2 else left
    before = set(active_children())
    with at_work(press, [wanted], workers=3) as run:
        run.keys()
        assert len(set(active_children()) - before) == languages


def test_nothing_is_left_where_fonts_were_laid_out(
    brochures: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """WeasyPrint makes a folder of its own in every process, which outlived each of them."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    county = brochures.publication
    press = Press(Composer(county.theme, county.counties, county.site_url), brochures.folder)
    leaflet = next(one for one in plan_brochures(county.counties) if one.project)
    with at_work(press, [leaflet], workers=1) as run:
        ((_, pdf),) = run.print([leaflet])
        assert pdf.startswith(b"%PDF")
        assert list(tmp_path.rglob("weasyprint-*"))
    assert list(tmp_path.iterdir()) == []
