"""One run at a time for an event, and for a folder, whoever shares it."""

import multiprocessing
from pathlib import Path

import pytest

from site_builder.build import prepare
from site_builder.edition import EditionError, Wanted, make_edition
from site_builder.edition.lock import alone_at
from tests.site.tiny import publishable


def test_a_folder_that_another_county_writes_into_is_left_alone(tmp_path: Path) -> None:
    """The lock lies beside the folder, where both see it, and leaves nothing behind."""
    county = publishable(tmp_path / "county")
    publication = prepare(county.root, county.root / "theme", event="xiamen")
    shared = tmp_path / "shared/fair"
    shared.parent.mkdir()
    wanted = Wanted(publication.events["xiamen"], shared, finishes=("screen",))
    with alone_at(shared), pytest.raises(EditionError) as refused:
        make_edition(publication, wanted, lambda _name, _done, _total: None)
    assert f"another command is writing into {shared}" in refused.value.words.en
    assert f"另一个命令正在写 {shared}" in refused.value.words.zh
    assert list(shared.parent.iterdir()) == []


def test_the_lock_of_a_killed_run_is_taken_over(tmp_path: Path) -> None:
    """Its file is still there; nobody holds it."""
    (tmp_path / ".fair.lock").touch()
    with alone_at(tmp_path / "fair"):
        assert (tmp_path / ".fair.lock").exists()
    assert list(tmp_path.iterdir()) == []


def test_a_link_in_the_place_of_the_lock_is_not_followed(tmp_path: Path) -> None:
    """In a folder that many share, somebody's file is not touched through it."""
    (tmp_path / ".fair.lock").symlink_to(tmp_path / "made-elsewhere")
    with pytest.raises(OSError, match="symbolic"), alone_at(tmp_path / "fair"):
        pass
    assert not (tmp_path / "made-elsewhere").exists()


def _count(folder: Path, turns: int) -> None:
    """Add one to a number as often, each time reading, waiting and writing it."""
    done = 0
    while done < turns:
        try:
            with alone_at(folder / "fair"):
                number = int((folder / "number").read_text("ascii"))
                (folder / "number").write_text(str(number + 1), "ascii")
                done += 1
        except EditionError:
            pass


def test_no_two_ever_hold_it_at_once(tmp_path: Path) -> None:
    """One may open the file that the other is just removing: then it is not the lock any more."""
    (tmp_path / "number").write_text("0", "ascii")
    processes = [
        multiprocessing.get_context("fork").Process(target=_count, args=(tmp_path, 300))
        for _ in range(3)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert (tmp_path / "number").read_text("ascii") == "900"
