"""What is kept between runs: another run's half-written files are left alone."""

import os
import subprocess
import sys
from pathlib import Path

from site_builder.brochure.making.kept import Kept


def ended() -> int:
    """Return the number of a process that runs no more."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_what_another_run_is_writing_is_not_forgotten(tmp_path: Path) -> None:
    """Its process still runs; what one that has ended left behind goes, and so does our own."""
    kept = Kept(tmp_path)
    kept.put("a.pdf", b"a")
    kept.put("b.pdf", b"b")
    begun = {name: tmp_path / f"c.pdf.{number}.part" for name, number in (
        ("running", os.getppid()), ("ended", ended()), ("own", os.getpid()),
    )}  # fmt: skip
    for part in begun.values():
        part.write_bytes(b"half")
    kept.forget({"a.pdf"})
    assert {path.name for path in tmp_path.iterdir()} == {"a.pdf", begun["running"].name}


def test_a_file_that_was_cut_off_is_not_kept(tmp_path: Path) -> None:
    """After a power cut a file may stand under its name without its content."""
    kept = Kept(tmp_path)
    kept.put("a.pdf", b"a")
    assert kept.get("a.pdf") == b"a"
    (tmp_path / "a.pdf").write_bytes(b"")
    assert kept.get("a.pdf") is None
