"""`zhaoshang brochure`, killed while the new edition takes the place of the old one."""

import json
import signal
import subprocess
import sys

import pytest

from tests.cli_brochure.editions import files
from tests.command_line import run
from tests.county_copy import CountyCopy
from tests.printings import FROZEN

_KILLED = """
import os, signal, sys

def hook(event, arguments):
    if event == "os.rename" and str(arguments[1]).endswith({place!r}):
        os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(hook)
from site_builder.cli import cli
cli(sys.argv[1:])
"""
"""The command line, in a process that the system kills as it is about to rename something."""


def _killed(*arguments: object, place: str) -> None:
    """Run the command line until it renames something into a place."""
    program = _KILLED.format(place=place)
    ended = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)], capture_output=True, check=False
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()


@pytest.fixture
def standing(leaflets: CountyCopy) -> CountyCopy:
    """Return a county whose edition stands, and whose project has changed since."""
    made = run("brochure", "xiamen", "--finish", "screen", "--root", leaflets.root)
    assert made.exit_code == 0, made.stderr
    leaflets.edit("projects/cathode.yml", "建设烧结车间和仓库。", "建设烧结车间、仓库。")
    return leaflets


def test_between_the_two_renamings_nothing_is_lost(standing: CountyCopy) -> None:
    """The old edition lies beside its place, whole; the next run puts it back, then goes on."""
    editions = standing.file("editions")
    before = files(editions / "xiamen")
    arguments = ("brochure", "xiamen", "--finish", "screen", "--root", standing.root)
    _killed(*arguments, place="/editions/xiamen")
    assert not (editions / "xiamen").exists()
    (old,) = editions.glob(".xiamen-*-old")
    assert files(old) == before
    # This one fails, and what stood must stand again all the same.
    text = standing.file("projects/cathode.yml").read_text("utf-8")
    seeks = f"cooperation:\n  seeks: {{zh: {'锰' * 3000}, en: One}}\n"
    standing.edit("projects/cathode.yml", "cooperation:\n", seeks)
    assert run(*arguments).exit_code == 1
    assert files(editions / "xiamen") == before
    standing.file("projects/cathode.yml").write_text(text, "utf-8")
    assert run(*arguments).exit_code == 0
    after = files(editions / "xiamen")
    assert after.keys() == before.keys()
    assert after["zh/screen/leaflet-cathode.pdf"] != before["zh/screen/leaflet-cathode.pdf"]
    assert [file.name for file in editions.iterdir()] == ["xiamen"]


def test_before_it_is_remembered_the_same_command_makes_it_good(leaflets: CountyCopy) -> None:
    """The files stand, and no printing is claimed, neither by the county nor by their manifest."""
    arguments = ("brochure", "xiamen", "--root", leaflets.root, "--freeze")
    _killed(*arguments, place=FROZEN)
    made = files(leaflets.file("editions/xiamen"))
    assert json.loads(made["manifest.json"])["frozen"] is False
    assert not leaflets.file(FROZEN).exists()
    assert run(*arguments).exit_code == 0
    again = files(leaflets.file("editions/xiamen"))
    assert json.loads(again["manifest.json"])["frozen"] is True
    assert again | {"manifest.json": b""} == made | {"manifest.json": b""}
    assert [file.name for file in leaflets.file(FROZEN).parent.iterdir()] == ["xiamen.json"]


def test_after_it_is_remembered_the_edition_is_made_again(leaflets: CountyCopy) -> None:
    """The manifest that was to say so lies half written beside the old one, and is taken away."""
    freeze = ("brochure", "xiamen", "--root", leaflets.root, "--freeze")
    _killed(*freeze, place="/editions/xiamen/manifest.json")
    assert leaflets.file(FROZEN).exists()
    again = run(*freeze[:-1], "--lang", "en")
    assert (again.exit_code, "every byte is as it went to print" in again.stderr) == (0, True)
    made = files(leaflets.file("editions/xiamen"))
    assert json.loads(made["manifest.json"])["frozen"] is True
    assert not [path for path in made if path.endswith(".part")]
