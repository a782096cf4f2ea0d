"""The same sources give the same bytes, printed once."""

import shutil
from pathlib import Path

import pytest

from site_builder.brochure.making.press import sources
from site_builder.brochure.making.printing import STAGE, print_brochures
from tests.brochure.conftest import THEME, Printed


def bytes_of(printed: Printed) -> dict[str, bytes]:
    return {path: file.read_bytes() for path, file in printed.files.items()}


def test_two_printings_are_the_same(brochures: Printed, tmp_path: Path) -> None:
    assert bytes_of(brochures.again(tmp_path / "site", tmp_path / "cache")) == bytes_of(brochures)


def test_unchanged_brochures_come_from_the_cache(
    brochures: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> bytes:
        raise AssertionError("printed again")

    monkeypatch.setattr("site_builder.brochure.setting.typesetter.Typesetter.pdf", never)
    again = brochures.again(tmp_path / "site", brochures.cache)
    assert bytes_of(again) == bytes_of(brochures)


def test_a_key_stands_for_every_file_that_decides_how_brochures_are_set() -> None:
    read = {file.relative_to(THEME.parent).as_posix() for file in sources(THEME)}
    rooms = ("chapters", "composing", "finish", "making", "pieces", "rendering", "setting")
    for room in rooms:
        assert any(file.startswith(f"site_builder/brochure/{room}/") for file in read), room
    assert read > {
        "site_builder/brochure/plan.py",
        "site_builder/brochure/composing/composer.py",
        "site_builder/brochure/rendering/quicker/lines.py",
        "site_builder/draw/svg.py",
        "theme/brochures/handbook.html",
        "theme/brochures/parts/letter.html",
    }


def test_what_is_no_longer_printed_leaves_the_cache(brochures: Printed, tmp_path: Path) -> None:
    (brochures.cache / "old.pdf").write_bytes(b"old")
    brochures.again(tmp_path / "site", brochures.cache)
    assert len(list(brochures.cache.glob("*.pdf"))) == len(brochures.files)


def test_reports_its_progress(brochures: Printed, tmp_path: Path) -> None:
    """What is being made is told, and how many are left."""
    told: list[tuple[str, int, int, str]] = []
    publication = brochures.publication
    cache = shutil.copytree(brochures.cache, tmp_path / "cache")
    (gone,) = [file for file in cache.glob("*.pdf") if _is(file, brochures.files["handbook.pdf"])]
    gone.unlink()
    again = brochures.again(tmp_path / "site", brochures.cache)
    count = print_brochures(
        publication.theme,
        publication.counties,
        publication.site_url,
        tmp_path / "site",
        cache=cache,
        workers=1,
        report=lambda stage, done, total, name: told.append((stage, done, total, name)),
    )
    assert count == len(again.files)
    assert told[0] == (STAGE, 0, count, "")
    (project,) = publication.counties["zh"].projects
    assert told[1:] == [
        (STAGE, count - 1, count, "handbook.pdf"),
        (STAGE, count - 1, count, project.slug),
        (STAGE, count, count, ""),
    ]


def _is(file: Path, other: Path) -> bool:
    return file.read_bytes() == other.read_bytes()
