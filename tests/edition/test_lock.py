"""One run at a time for an event, and for a folder, whoever shares it."""

import multiprocessing
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from site_builder.build import prepare
from site_builder.edition import EditionError, Wanted, make_edition
from site_builder.edition.lock import alone, alone_at
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


@pytest.fixture
def shared() -> Iterator[Path]:
    """Yield a folder that all may write into, to a user for whom permissions count."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        user = os.geteuid()
        if user == 0:
            os.seteuid(65534)
        try:
            yield Path(name)
        finally:
            os.seteuid(user)


@contextmanager
def _somebody_else() -> Iterator[None]:
    """Act as another user where that can be; else as this one, whom permissions bind as well."""
    user = os.geteuid()
    os.seteuid(os.getuid())
    yield
    os.seteuid(user)


def _left_behind(lock: Path, mode: int) -> None:
    with _somebody_else():
        lock.touch()
        lock.chmod(mode)


def test_a_lock_that_somebody_else_has_left_is_taken_over(shared: Path) -> None:
    """It need not be written to be held: another run sees that it is."""
    _left_behind(shared / ".fair.lock", 0o444)
    _left_behind(shared / "xiamen.lock", 0o444)
    with alone(shared, "xiamen"), alone_at(shared / "fair"):
        with pytest.raises(EditionError, match="writing into"), alone_at(shared / "fair"):
            pass
        with pytest.raises(EditionError, match="is making"), alone(shared, "xiamen"):
            pass
    assert [file.name for file in shared.iterdir()] == ["xiamen.lock"]


def test_a_lock_that_may_not_be_removed_stays(shared: Path) -> None:
    """In a folder like /tmp only its owner may; it hinders nobody."""
    _left_behind(shared / ".fair.lock", 0o444)
    with _somebody_else():
        shared.chmod(0o1777)
    for _ in range(2):
        with alone_at(shared / "fair"):
            assert (shared / ".fair.lock").exists()


def test_a_lock_that_cannot_be_opened_is_named_with_what_helps(shared: Path) -> None:
    """Whether somebody holds it cannot be known then."""
    _left_behind(shared / ".fair.lock", 0)
    with pytest.raises(EditionError) as refused, alone_at(shared / "fair"):
        pass
    assert f"the lock {shared}/.fair.lock belongs to somebody else" in refused.value.words.en
    assert f"锁文件 {shared}/.fair.lock 是其他用户的" in refused.value.words.zh


def test_a_folder_that_may_not_be_written_is_no_matter_of_locks(shared: Path) -> None:
    """The system's own reason is told."""
    with _somebody_else():
        shared.chmod(0o555)
    with pytest.raises(PermissionError), alone_at(shared / "fair"):
        pass


def test_the_root_of_the_file_system_is_refused() -> None:
    """Nothing lies beside it, and nobody means it."""
    with pytest.raises(EditionError, match="choose another folder") as refused, alone_at(Path("/")):
        pass
    assert "换一个目录（--out）" in refused.value.words.zh


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
            time.sleep(0.0005)


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
