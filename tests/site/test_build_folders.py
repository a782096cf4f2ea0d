"""A build replaces its own website in one step, whatever ends it, and nothing else."""

import os
import signal
import time
from pathlib import Path

import pytest

from site_builder.build import BuildFailedError, ContentErrors
from site_builder.plugin import build_site
from tests.county_copy import CountyCopy
from tests.site.programs import BUILD, started
from tests.site.tiny import CHANGED, PROJECT, TITLE, built, leftovers
from tests.site.website import Website


@pytest.mark.parametrize("moment", ["assets", "media"])
def test_a_killed_build_leaves_the_old_website(tiny: CountyCopy, moment: str) -> None:
    """Killed when part of the new website is written, a build has not touched the old one."""
    before = built(tiny).files()
    tiny.edit(PROJECT, TITLE, CHANGED)
    process = started(BUILD, tiny.root)
    try:
        while process.poll() is None and not (tiny.root / f".site-{process.pid}/{moment}").exists():
            time.sleep(0.001)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
    assert -signal.SIGKILL == process.wait()
    assert before == Website(tiny.root / "site").files()
    assert [f".site-{process.pid}"] == leftovers(tiny)
    assert (
        "Cathode materials, 20,000 tonnes"
        in built(tiny).pages["en/projects/cathode/"].text_content()
    )


def test_the_next_build_clears_what_a_killed_one_left(tiny: CountyCopy) -> None:
    """What a killed build left beside the website is gone after the next build."""
    built(tiny)
    for name in (".site-4000001", ".site-4000001-old"):
        (tiny.root / name / "assets").mkdir(parents=True)
    built(tiny)
    assert [] == leftovers(tiny)


def test_a_build_leaves_another_build_alone(tiny: CountyCopy) -> None:
    """The folder of a build that is still running is not cleared away."""
    running = tiny.root / f".site-{os.getppid()}"
    running.mkdir(parents=True)
    built(tiny)
    assert [running.name] == leftovers(tiny)


def test_a_build_into_another_folder_leaves_the_county_alone(tiny: CountyCopy) -> None:
    """With a folder of its own, a build writes nothing into the county."""
    before = {path for path in tiny.root.rglob("*") if "__pycache__" not in path.parts}
    build_site(tiny.root, tiny.root.parent / "elsewhere", brochures=False)
    after = {path for path in tiny.root.rglob("*") if "__pycache__" not in path.parts}
    assert before == after
    assert Path(tiny.root.parent / "elsewhere/index.html").exists()


@pytest.mark.parametrize("name", [".", "docs", "projects", ".."])
def test_a_folder_of_other_things_is_never_replaced(tiny: CountyCopy, name: str) -> None:
    """The county's own folders, and those around them, are refused as the place to build in."""
    before = sorted(path for path in tiny.root.rglob("*") if path.is_file())
    with pytest.raises(BuildFailedError, match="something other than a website"):
        build_site(tiny.root, (tiny.root / name).resolve(), brochures=False)

    assert before == sorted(path for path in tiny.root.rglob("*") if path.is_file())


@pytest.mark.parametrize("number", [999999, os.getpid()], ids=["another", "own"])
def test_a_website_left_aside_is_put_back(tiny: CountyCopy, number: int) -> None:
    """A build ended between its two renames leaves the old website to the next one.

    In a container that has the number of the one before it.
    """
    before = built(tiny).files()
    (tiny.root / "site").rename(tiny.root / f".site-{number}-old")
    tiny.edit(PROJECT, "total: 3.2亿元", "total: 3.2")
    with pytest.raises(ContentErrors):
        built(tiny)

    assert before == Website(tiny.root / "site").files()


def test_a_website_of_a_running_build_is_left_to_it(tiny: CountyCopy) -> None:
    """What stands aside while another build swaps is that build's to put in its place."""
    built(tiny)
    aside = tiny.root / f".site-{os.getppid()}-old"
    (tiny.root / "site").rename(aside)
    tiny.edit(PROJECT, "total: 3.2亿元", "total: 3.2")
    with pytest.raises(ContentErrors):
        built(tiny)

    assert aside.is_dir()
    assert not (tiny.root / "site").exists()
