"""What went to print is remembered once it stands, whoever else is at work."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from site_builder.build import Publication, prepare
from site_builder.edition import EditionError, Made, Wanted, make_edition
from tests.cli_brochure.editions import DAY, EVENT, ON_THAT_DAY, files
from tests.county_copy import CountyCopy
from tests.printings import FROZEN, keep, printing
from tests.site.tiny import publishable


@dataclass(frozen=True)
class Freezing:
    """A county that is about to remember what it prints: a leaflet in Chinese."""

    county: CountyCopy
    publication: Publication
    wanted: Wanted

    def make(self, at_the_end: Callable[[], object] = lambda: None) -> Made:
        """Make the edition; something else happens when its last file is finished."""

        def report(name: str, done: int, total: int) -> None:
            if name and done == total:
                at_the_end()

        return make_edition(self.publication, self.wanted, report)


@pytest.fixture
def freezing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Freezing:
    """Return a county whose event has one leaflet, on the day on which it goes to print."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", ON_THAT_DAY)
    county = publishable(tmp_path / "county")
    event = county.file(EVENT)
    text = event.read_text("utf-8")
    event.write_text(f"products: [leaflet]\nlanguages: [zh]\n{text}", "utf-8")
    publication = prepare(county.root, county.root / "theme", event="xiamen")
    wanted = Wanted(publication.events["xiamen"], tmp_path / "out/fair", freeze=True)
    return Freezing(county, publication, wanted)


def test_a_printing_that_was_remembered_since_is_not_written_over(freezing: Freezing) -> None:
    """Two that freeze one after the other may both have read the county before either did."""
    keep(freezing.county, printing("2026-10-08", cathode={}))
    before = freezing.county.file(FROZEN).read_bytes()
    with pytest.raises(EditionError, match="since"):
        freezing.make()
    assert freezing.county.file(FROZEN).read_bytes() == before
    assert not freezing.wanted.folder.exists()


@pytest.mark.parametrize("held", [b'{"printings": [{"prin', b"[]", b"\xff\xfe", b"", None])
def test_a_damaged_record_is_told_and_kept(freezing: Freezing, held: bytes | None) -> None:
    """File, fact and remedy in both languages; it may be all there is of what was printed."""
    file = freezing.county.file(FROZEN)
    if held is None:
        file.mkdir(parents=True)
    else:
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(held)
    with pytest.raises(EditionError) as refused:
        freezing.make()
    words = refused.value.words
    assert words.en.startswith(f"{FROZEN} cannot be read (it")
    assert "restore the file from a backup" in words.en
    assert words.zh.startswith(f"{FROZEN} 读不出来（")
    assert "从备份或版本库恢复" in words.zh
    assert file.is_dir() if held is None else file.read_bytes() == held
    assert not freezing.wanted.folder.exists()


def test_nothing_is_remembered_that_does_not_stand(freezing: Freezing, tmp_path: Path) -> None:
    """The new files cannot take their place: the ones before stay, and no printing is claimed."""
    freezing_before = Wanted(freezing.wanted.edition, freezing.wanted.folder)
    make_edition(freezing.publication, freezing_before, lambda _name, _done, _total: None)
    stood = files(freezing.wanted.folder)

    def in_the_way() -> None:
        (staging,) = (one for one in tmp_path.glob("out/.fair-*") if one.name.count("-") == 1)
        old = staging.with_name(f"{staging.name}-old")
        old.write_text("where the standing edition is to go", "utf-8")

    with pytest.raises(EditionError) as refused:
        freezing.make(in_the_way)
    assert "is as it was" in refused.value.words.en
    assert files(freezing.wanted.folder) == stood
    assert not freezing.county.file(FROZEN).exists()
    assert list(freezing.county.file(FROZEN).parent.iterdir()) == []


def test_files_that_cannot_be_remembered_are_told_to_stand(freezing: Freezing) -> None:
    """Whoever reads it knows that the record is what is missing; the same command makes it good."""
    record = freezing.county.file(FROZEN)
    with pytest.raises(EditionError) as refused:
        freezing.make(lambda: (record / "in-the-way").mkdir(parents=True))
    assert "the files are made, but" in refused.value.words.en
    assert "文件已写出，但付印没有记下" in refused.value.words.zh
    assert (freezing.wanted.folder / "manifest.json").exists()
    (record / "in-the-way").rmdir()
    record.rmdir()
    (record.parent / f".{record.name}.4194304").write_text("of a killed run", "utf-8")
    editors = record.parent / f".{record.name}.swp"
    editors.write_text("of an editor that has it open", "utf-8")
    freezing.make()
    assert {file.name for file in record.parent.iterdir()} == {record.name, editors.name}


def test_an_edition_does_not_go_to_print_before_its_day(freezing: Freezing) -> None:
    """A day that has not come may yet change; its place is told, and both remedies."""
    tomorrow = date.today() + timedelta(days=1)
    edition = replace(freezing.wanted.edition, day=tomorrow)
    wanted = replace(freezing.wanted, edition=edition)
    with pytest.raises(EditionError) as refused:
        make_edition(freezing.publication, wanted, lambda _name, _done, _total: None)
    words = refused.value.words
    # Two lines have been put before the event's own.
    assert words.en.startswith(f"{EVENT}:7: `printed` is {tomorrow}, which has not come")
    assert f"{EVENT}:7：printed 是 {tomorrow}，还没有到" in words.zh
    assert not freezing.wanted.folder.exists()


def test_a_folder_that_went_to_print_and_is_forgotten_is_left(freezing: Freezing) -> None:
    """Wherever it is: its manifest knows what the county does not any more."""
    freezing.make()
    stood = files(freezing.wanted.folder)
    freezing.county.file(FROZEN).unlink()
    with pytest.raises(EditionError) as refused:
        freezing.make()
    words = refused.value.words
    assert f"says that the edition went to print on {DAY}, and {FROZEN} keeps nothing" in words.en
    assert f"处理：从版本库或备份恢复 {FROZEN}" in words.zh
    assert files(freezing.wanted.folder) == stood


def test_an_edited_record_is_told_and_kept(freezing: Freezing) -> None:
    """It may have been edited after the county's files were read."""
    keep(freezing.county, printing("2026-10-07", cathode={}))
    record = freezing.county.file(FROZEN)
    edited = record.read_text("utf-8").replace("3.2", "3.3")
    record.write_text(edited, "utf-8")
    with pytest.raises(EditionError, match="somebody has edited it"):
        freezing.make()
    assert record.read_text("utf-8") == edited


def test_the_same_edition_is_not_frozen_twice(freezing: Freezing) -> None:
    """It says that it is done, what to do to make the files again, and how to print anew."""
    keep(freezing.county, printing(DAY, cathode={}))
    publication = prepare(freezing.county.root, freezing.county.root / "theme", event="xiamen")
    wanted = Wanted(publication.events["xiamen"], freezing.wanted.folder, freeze=True)
    with pytest.raises(EditionError) as refused:
        make_edition(publication, wanted, lambda _name, _done, _total: None)
    words = refused.value.words
    assert f"the last printing was on {DAY}, it is kept in {FROZEN}" in words.en
    assert "leave out --freeze" in words.en
    assert f"此版已于 {DAY} 付印并存档（{FROZEN}）" in words.zh
