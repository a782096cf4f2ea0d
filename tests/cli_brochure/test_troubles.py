"""`zhaoshang brochure`: whatever goes wrong is told in a sentence, and what stands stays whole."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.cli_brochure.editions import files
from tests.command_line import run
from tests.county_copy import CountyCopy


@pytest.mark.parametrize(
    ("asked", "zh", "en"),
    [
        (
            ("--language", "zh", "--language", "both"),
            "--language both：本活动没有；其 languages 为 zh",
            "--language both: not of this event, whose `languages` are zh",
        ),
        (
            ("--product", "leaflet", "--product", "roll-up", "--product", "handbook"),
            "--product roll-up、handbook：本活动没有；其 products 为 leaflet",
            "--product roll-up, handbook: not of this event, whose `products` are leaflet",
        ),
    ],
)
def test_what_the_event_has_not_is_told(
    leaflets: CountyCopy, asked: tuple[str, ...], zh: str, en: str
) -> None:
    """Even beside what it has: nobody goes to a fair without what was ordered."""
    for language, said in (("zh", zh), ("en", en)):
        result = run("brochure", "xiamen", *asked, "--root", leaflets.root, "--lang", language)
        assert (result.exit_code, said in result.stderr) == (2, True), result.stderr
    assert not leaflets.file("editions").exists()


def test_what_does_not_go_together_is_told(tiny: CountyCopy) -> None:
    """Each is of the event, and there is no such file."""
    asked = ("--product", "long-picture", "--finish", "press")
    result = run("brochure", "xiamen", *asked, "--root", tiny.root, "--lang", "en")
    assert (result.exit_code, "does not go together" in result.stderr) == (2, True)


def test_a_product_that_is_named_twice_is_made_once(leaflets: CountyCopy) -> None:
    """It is no mistake."""
    asked = ("--product", "leaflet", "--product", "leaflet", "--finish", "screen")
    result = run("brochure", "xiamen", *asked, "--root", leaflets.root, "--lang", "en")
    assert (result.exit_code, "Made 1 file" in result.stderr) == (0, True)


@pytest.mark.parametrize(
    ("language", "said"),
    [("zh", "路径中有一段是文件"), ("en", "a part of the path is a file")],
)
def test_a_folder_that_cannot_be_is_told(leaflets: CountyCopy, language: str, said: str) -> None:
    """With the reason in the reader's language, whichever the system speaks."""
    out = leaflets.file("county.yml/below/edition")
    result = run("brochure", "xiamen", "--root", leaflets.root, "--out", out, "--lang", language)
    assert (result.exit_code, said in result.stderr) == (1, True), result.stderr


def test_a_run_that_is_interrupted_leaves_what_stood(leaflets: CountyCopy) -> None:
    """It says so, and nothing of the new one is left, nor a process at work on it."""
    arguments = ("brochure", "xiamen", "--root", str(leaflets.root), "--lang", "zh")
    assert run(*arguments, "--finish", "screen").exit_code == 0
    editions = leaflets.file("editions")
    before = files(editions)
    leaflets.edit("projects/cathode.yml", "建设烧结车间和仓库。", "建设烧结车间、仓库。")
    going = subprocess.Popen(
        [sys.executable, "-m", "site_builder.cli", *arguments],
        stderr=subprocess.PIPE,
        process_group=0,
    )
    deadline = time.monotonic() + 30
    while not list(editions.glob(".xiamen-*-work")) and time.monotonic() < deadline:
        time.sleep(0.01)
    os.killpg(going.pid, signal.SIGINT)
    _, told = going.communicate(timeout=30)
    assert (going.returncode, "已中断" in told.decode()) == (1, True), told.decode()
    assert "Traceback" not in told.decode()
    assert files(editions) == before
    assert [file.name for file in editions.iterdir()] == ["xiamen"]
    with pytest.raises(ProcessLookupError):
        os.killpg(going.pid, 0)
