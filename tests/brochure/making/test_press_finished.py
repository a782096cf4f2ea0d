"""Finished files and measures are kept by what goes into them, and not made again."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from weasyprint import HTML

from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.finish import (
    FinishError,
    PressSettings,
    imposed,
    installed_profile,
    read_inks,
)  # fmt: skip
from site_builder.brochure.making.finished import ToFinish, finished, to_make
from site_builder.brochure.making.kept import Kept
from site_builder.brochure.making.press import Press
from site_builder.brochure.making.printing import print_list
from site_builder.brochure.plan import plan_brochures
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


def to_press(source: Path, name: str, *, book: bool = False, imposed: bool = False) -> ToFinish:
    profile = installed_profile()
    assert profile is not None
    inks = read_inks((THEME / "assets/css/tokens.css").read_text("utf-8"))
    settings = PressSettings(profile, inks, date(2026, 10, 8), book)
    return ToFinish(0, Finish.PRESS, source, f"zh/press/{name}.pdf", settings, imposed)


def set_in(folder: Path, name: str, html: str) -> Path:
    file = folder / f"{name}.pdf"
    style = "@page { size: 210mm 285mm } body { font-family: Noto Sans CJK SC }"
    head = f"<html lang=zh><title>县</title><style>{style}</style>"
    file.write_bytes(HTML(string=head + html).write_pdf(pdf_variant="pdf/ua-1"))
    return file


def test_what_cannot_be_finished_is_told_of_all_files_when_the_others_are_done(
    tmp_path: Path,
) -> None:
    pink = "<p>一<p style='break-before:page;color:#ff00ff'>二"
    broken = tmp_path / "cut.pdf"
    broken.write_bytes(b"%PDF-1.7 cut")
    tasks = [
        to_press(set_in(tmp_path, "pink", pink), "pink"),
        to_press(broken, "cut"),
        to_press(set_in(tmp_path, "fine", "<p style='color:#000'>三"), "fine"),
    ]
    done: list[str] = []
    ways = finished(tasks, Kept(tmp_path / "kept"), workers=2)
    with pytest.raises(FinishError) as caught:
        done.extend(task.path for task, _, _ in ways)
    assert done == ["zh/press/fine.pdf"]
    zh, en = (words.splitlines() for words in caught.value.words)
    assert zh[0].startswith("zh/press/cut.pdf：")
    assert zh[1].startswith("zh/press/pink.pdf：第 2 页：")
    assert en[1].startswith("zh/press/pink.pdf: page 2: Text is coloured #ff00ff")


def test_a_thick_book_has_no_spreads(tmp_path: Path) -> None:
    page = "<p style='break-before:page'>页"
    thin, thick = (set_in(tmp_path, str(n), page * n) for n in (8, 65))
    tasks = [
        to_press(source, name, book=True, imposed=imposed)
        for source, name in ((thin, "thin"), (thick, "thick"))
        for imposed in (False, True)
    ]
    made = [(task.path, task.imposed) for task in to_make(tasks)]
    thin_file, thick_file = "zh/press/thin.pdf", "zh/press/thick.pdf"
    assert made == [(thin_file, False), (thick_file, False), (thin_file, True)]


def test_spreads_are_put_together_of_the_press_file_that_is_there(tmp_path: Path) -> None:
    """The book is not made ready for the press once more: another one in its place is taken."""
    book, other = (
        to_press(set_in(tmp_path, name, html), name, book=True)
        for name, html in (("book", "<p>书"), ("other", "<p>另一本<p style='break-before:page'>二"))
    )
    kept = Kept(tmp_path / "kept")
    ((_, pressed, _),) = finished([other], Kept(None), workers=1)
    ((_, own, _),) = finished([book], kept, workers=1)
    (file,) = (tmp_path / "kept").glob("*.pdf")
    assert file.read_bytes() == own
    file.write_bytes(pressed)
    spreads = [replace(book, imposed=True)]
    ((_, made, _),) = finished(spreads, kept, workers=1, forget=False)
    assert made == imposed(pressed)
    ((_, alone, _),) = finished(spreads, Kept(None), workers=1)
    assert alone == imposed(own)


def test_what_verapdf_did_not_look_through_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program in its stead that says nothing; later it finds nothing."""
    program = tmp_path / "verapdf"
    program.write_text("#!/bin/sh\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    source = set_in(tmp_path, "one", "<h1>一</h1>")
    tasks = [ToFinish(0, Finish.SCREEN, source, "zh/screen/one.pdf", None)]
    kept = Kept(tmp_path / "kept")

    def codes() -> list[str]:
        return [one.code for _, _, found in finished(tasks, kept, workers=1) for one in found]

    assert codes() == ["verapdf-unfinished"]
    program.write_text("#!/bin/sh\necho '<report><validationReport/></report>'\n", "utf-8")
    assert codes() == []
    assert len(list((tmp_path / "kept").glob("*.pdf"))) == 1
