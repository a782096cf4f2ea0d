"""The same sources give the same bytes, printed once."""

from pathlib import Path

import pytest

from site_builder.brochure.press import STAGE, print_brochures
from tests.brochure.conftest import Printed


def bytes_of(printed: Printed) -> dict[str, bytes]:
    return {path: file.read_bytes() for path, file in printed.files.items()}


def test_two_printings_are_the_same(brochures: Printed, tmp_path: Path) -> None:
    assert bytes_of(brochures.again(tmp_path / "site", tmp_path / "cache")) == bytes_of(brochures)


def test_unchanged_brochures_come_from_the_cache(
    brochures: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> bytes:
        raise AssertionError("printed again")

    monkeypatch.setattr("site_builder.brochure.typesetter.Typesetter.pdf", never)
    again = brochures.again(tmp_path / "site", brochures.cache)
    assert bytes_of(again) == bytes_of(brochures)


def test_what_is_no_longer_printed_leaves_the_cache(brochures: Printed, tmp_path: Path) -> None:
    (brochures.cache / "old.pdf").write_bytes(b"old")
    brochures.again(tmp_path / "site", brochures.cache)
    assert len(list(brochures.cache.iterdir())) == len(brochures.files)


def test_reports_its_progress(brochures: Printed, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    publication = brochures.publication
    brochures.again(tmp_path / "site", brochures.cache)
    count = print_brochures(
        publication.theme,
        publication.counties,
        publication.site_url,
        tmp_path / "site",
        cache=brochures.cache,
        workers=1,
        report=lambda stage, done, total: told.append((stage, done, total)),
    )
    assert told[0] == (STAGE, 0, count)
    assert told[-1] == (STAGE, count, count)
