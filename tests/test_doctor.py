"""The command `doctor`: what this computer has, and the lines that get what it has not."""

import subprocess
import sys
from pathlib import Path

from tests.command_line import command, run
from tests.county_copy import CountyCopy


def test_doctor_finds_this_computer_well(county: CountyCopy) -> None:
    """Where the tests run, everything needed is there."""
    result = run("doctor", "--root", county.root, "--lang", "en")
    assert result.exit_code == 0, result.stderr
    assert "weasyprint: " in result.stderr
    assert "Noto Serif CJK SC: /" in result.stderr


def test_doctor_gives_the_line_for_what_is_missing(tmp_path: Path) -> None:
    """Without county.yml and without fontconfig the doctor ends with 1 and gives the lines."""
    result = command("doctor", "--root", tmp_path, "--lang", "en", PATH="/nowhere")
    said = result.stderr.decode()
    assert result.returncode == 1
    assert "county.yml: missing" in said
    assert "get it: zhaoshang new county county" in said
    assert "get it: apt-get install --no-install-recommends fontconfig fonts-noto-cjk" in said


def test_the_doctor_runs_where_nothing_can_be_built() -> None:
    """The command line itself loads neither MkDocs nor WeasyPrint."""
    code = "import sys, site_builder.cli; print({'mkdocs', 'weasyprint'} & sys.modules.keys())"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert result.stdout == b"set()\n"
