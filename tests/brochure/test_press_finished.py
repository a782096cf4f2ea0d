"""Finished files and measures are kept by what goes into them, and not made again."""

import shutil
from datetime import date
from pathlib import Path

from site_builder.brochure.composer import Composer
from site_builder.brochure.finish import PressSettings, installed_profile, read_inks
from site_builder.brochure.finished import ToFinish, finished
from site_builder.brochure.kept import Kept
from site_builder.brochure.plan import plan_brochures
from site_builder.brochure.press import Press
from site_builder.brochure.printing import print_list
from site_builder.preflight import Finding, Finish
from tests.brochure.conftest import THEME, Printed


def made(source: Path, kept: Kept, day: date) -> dict[str, tuple[bytes, list[Finding]]]:
    profile = installed_profile()
    assert profile is not None
    inks = read_inks((THEME / "assets/css/tokens.css").read_text("utf-8"))
    tasks = [
        ToFinish(0, Finish.OFFICE, source, "zh/office/leaflet.pdf", None),
        ToFinish(
            1, Finish.PRESS, source, "zh/press/leaflet.pdf", PressSettings(profile, inks, day)
        ),
    ]
    return {task.finish: (pdf, found) for task, pdf, found in finished(tasks, kept, workers=2)}


def test_a_finish_is_made_again_only_if_something_in_it_changed(
    brochures: Printed, tmp_path: Path
) -> None:
    kept, source = Kept(tmp_path / "kept"), brochures.files["projects/cathode/leaflet.pdf"]
    first = made(source, kept, date(2026, 10, 8))
    assert made(source, kept, date(2026, 10, 8)) == first
    for file in (tmp_path / "kept").glob("*.pdf"):
        file.write_bytes(b"kept")
    again = made(source, kept, date(2026, 10, 9))
    assert again[Finish.OFFICE] == (b"kept", first[Finish.OFFICE][1])
    # The day of the edition stands in press files only.
    assert again[Finish.PRESS][0].startswith(b"%PDF")
    assert again[Finish.PRESS][0] != first[Finish.PRESS][0]
    assert len(list((tmp_path / "kept").glob("*.pdf"))) == 2


def test_measures_are_shared_by_leaflet_and_handbook_from_one_run_to_the_next(
    brochures: Printed, tmp_path: Path
) -> None:
    publication = brochures.publication
    composer = Composer(publication.theme, publication.counties, publication.site_url)
    planned = list(plan_brochures(publication.counties))
    leaflets = [one for one in planned if one.project]
    kept = shutil.copytree(brochures.cache, tmp_path / "cache") / "measures"
    before = {file.name: file.stat().st_mtime_ns for file in kept.iterdir()}
    assert len(before) == len(leaflets)
    for file in (tmp_path / "cache").glob("*.pdf"):
        file.unlink()
    print_list(
        Press(composer, brochures.folder), planned, tmp_path / "out", cache=tmp_path / "cache"
    )
    assert {file.name: file.stat().st_mtime_ns for file in kept.iterdir()} == before
    for path, file in brochures.files.items():
        assert (tmp_path / "out" / path).read_bytes() == file.read_bytes()
