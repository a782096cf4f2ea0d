"""A preview of a website follows its files, and shows what is wrong with them."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.county_copy import CountyCopy
from tests.site.programs import started
from tests.site.tiny import CHANGED, PROJECT, TITLE

SERVE = (
    "import sys, pathlib; from site_builder.plugin import serve_site; "
    "serve_site(pathlib.Path(sys.argv[1]), sys.argv[2])"
)


class Preview:
    """A preview of a county's website, started as an author starts it."""

    def __init__(self, county: CountyCopy) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.log = county.root.parent / "serve.log"
        with self.log.open("wb") as log:
            self.process = started(
                SERVE, county.root, f"127.0.0.1:{self.port}", stdout=log, stderr=log
            )

    def get(self, path: str) -> str:
        """Return a page, or nothing while there is none."""
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=5) as answer:
                return answer.read().decode("utf-8")
        except (URLError, ConnectionError, TimeoutError):
            return ""

    def wait_for(self, path: str, text: str, *, without: str = "\0") -> str:
        """Return a page as soon as it has one text and lacks another."""
        end = time.monotonic() + 25
        while time.monotonic() < end:
            html = self.get(path)
            if text in html and without not in html:
                return html
            time.sleep(0.1)
        raise AssertionError(f"{path} never had {text!r}\n{self.log.read_text('utf-8')}")

    def end(self) -> None:
        """End what was started."""
        os.killpg(self.process.pid, signal.SIGINT)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


@pytest.fixture
def preview(tiny: CountyCopy) -> Iterator[Preview]:
    """Yield a preview of the tiny county; it ends with the test."""
    running = Preview(tiny)
    yield running
    running.end()


def test_a_preview_follows_the_files(tiny: CountyCopy, preview: Preview) -> None:
    """A preview shows a change, then an error over the last whole pages, then recovers."""
    page = "en/projects/cathode/"
    preview.wait_for(page, "Cathode material, 20,000 tonnes a year")
    tiny.edit(PROJECT, TITLE, CHANGED)
    preview.wait_for(page, "Cathode materials, 20,000 tonnes a year")
    tiny.edit(PROJECT, "total: 3.2亿元", "total: 3.2")
    shown = preview.wait_for(page, "[bare-number]")
    assert "Cathode materials, 20,000 tonnes a year" in shown
    assert "projects/cathode.yml:" in shown
    assert "role='alert'" in shown
    assert "[bare-number]" in preview.get("parks/")
    tiny.edit(PROJECT, "total: 3.2\n", "total: 3.2亿元\n")
    preview.wait_for(page, "Cathode materials, 20,000 tonnes a year", without="[bare-number]")


def test_a_preview_of_a_broken_county_shows_what_is_wrong(
    tiny: CountyCopy, request: pytest.FixtureRequest
) -> None:
    """Where nothing has been whole yet, the preview shows the errors alone, then recovers."""
    tiny.edit(PROJECT, "total: 3.2亿元", "total: 3.2")
    preview: Preview = request.getfixturevalue("preview")
    shown = preview.wait_for("", "[bare-number]")
    assert "projects/cathode.yml:" in shown
    tiny.edit(PROJECT, "total: 3.2\n", "total: 3.2亿元\n")
    preview.wait_for("", "投资白溪", without="[bare-number]")
