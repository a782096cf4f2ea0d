"""A build gives a whole website or leaves the old one, always the same bytes; a preview follows."""

import logging
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from site_builder.build import BuildFailedError, ContentErrors
from site_builder.plugin import build_site
from tests.county_copy import CountyCopy
from tests.site.tiny import PROJECT, built
from tests.site.website import Website

TITLE = 'en: "Cathode material, 20,000 tonnes a year"'
CHANGED = 'en: "Cathode materials, 20,000 tonnes a year"'
ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
BUILD = (
    "import sys, pathlib; from site_builder.plugin import build_site; "
    "build_site(pathlib.Path(sys.argv[1]), brochures=False)"
)
SERVE = (
    "import sys, pathlib; from site_builder.plugin import serve_site; "
    "serve_site(pathlib.Path(sys.argv[1]), sys.argv[2])"
)


def started(code: str, *arguments: object, **streams: int) -> subprocess.Popen[bytes]:
    """Start a program in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        env=os.environ | ENVIRONMENT,
        start_new_session=True,
        **streams,
    )


def leftovers(county: CountyCopy) -> list[str]:
    """Return the names of what builds have left beside the website."""
    return sorted(path.name for path in county.root.glob(".site*"))


def test_a_content_error_leaves_the_old_website(tiny: CountyCopy) -> None:
    """With an error in a file nothing is built, and the website stays as it was."""
    before = built(tiny).files()
    tiny.edit(PROJECT, "total: 3.2亿元", "total: 3.2")
    with pytest.raises(ContentErrors) as stopped:
        built(tiny)
    assert ["bare-number"] == [finding.code for finding in stopped.value.findings]
    assert before == Website(tiny.root / "site").files()
    assert [] == leftovers(tiny)


def test_a_faulty_page_leaves_the_old_website(tiny: CountyCopy) -> None:
    """With a link to nothing the build fails with its place, and the website stays as it was."""
    before = built(tiny).files()
    (tiny.root / "docs/why.md").write_text('# Why\n\n<a href="../nowhere/">x</a>\n', "utf-8")
    with pytest.raises(BuildFailedError, match=r"why/index.html: \.\./nowhere/ leads to nothing"):
        built(tiny)
    assert before == Website(tiny.root / "site").files()
    assert [] == leftovers(tiny)


def test_something_from_another_host_fails_the_build(tiny: CountyCopy) -> None:
    """A picture from another host is a fault, a link to another host is none."""
    text = "# Why\n\n[out](https://example.org/)\n"
    (tiny.root / "docs/why.md").write_text(text, "utf-8")
    built(tiny)
    (tiny.root / "docs/why.md").write_text(f"{text}\n![x](https://example.org/x.png)\n", "utf-8")
    with pytest.raises(BuildFailedError, match=r"loads https://example\.org/x\.png from another"):
        built(tiny)


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


def test_a_build_repeats_itself(tiny: CountyCopy) -> None:
    """Two builds of the same files give the same bytes in every file."""
    first, second = (
        Website(build_site(tiny.root, tiny.root / name, brochures=False).site_dir).files()
        for name in ("first", "second")
    )
    assert set(first) == set(second)
    assert [] == [name for name in first if first[name] != second[name]]


def test_a_record_that_is_withdrawn_leaves_nothing(tiny: CountyCopy) -> None:
    """A project that is no longer approved is gone from every file of the next website."""
    assert "projects/cathode/" in built(tiny).pages
    tiny.edit(PROJECT, "status: approved", "status: in-review")
    tiny.edit("county.yml", "featured: [cathode]", "featured: []")
    tiny.edit("industries/batteries.yml", "    projects: [cathode]\n", "")
    after = built(tiny)
    assert "projects/cathode/" not in after.pages
    assert [] == [name for name, data in after.files().items() if b"projects/cathode" in data]


def test_the_host_alone_gives_the_same_website(tiny: CountyCopy) -> None:
    """`mkdocs build` says nothing but its progress, and writes what `build_site` writes."""
    expected = build_site(tiny.root, tiny.root / "ours", brochures=False)
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", "theirs"],
        cwd=tiny.root,
        env=os.environ | ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (0, "") == (result.returncode, result.stdout)
    said = {line.split(" - ")[0].strip() for line in result.stderr.splitlines()}
    assert {"INFO"} == {word for word in said if word}
    ours, theirs = Website(expected.site_dir).files(), Website(tiny.root / "theirs").files()
    assert set(ours) == set(theirs)
    assert [] == [name for name in ours if ours[name] != theirs[name]]


def test_a_build_logs_no_warning(tiny: CountyCopy, caplog: pytest.LogCaptureFixture) -> None:
    """Neither the host nor its theme has anything to complain of."""
    with caplog.at_level(logging.INFO):
        built(tiny)
    assert [] == [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING]


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


def test_a_website_left_aside_is_put_back(tiny: CountyCopy) -> None:
    """A build ended between its two renames leaves the old website to the next one."""
    before = built(tiny).files()
    (tiny.root / "site").rename(tiny.root / ".site-999999-old")
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


def test_a_broken_template_is_named_and_nothing_is_lost(tiny: CountyCopy) -> None:
    """A name that a template does not know stops the build, and the website stays."""
    before = built(tiny).files()
    page = tiny.root / "theme/templates/policies.html"
    page.write_text(page.read_text("utf-8") + "{{ county.bref }}{{ w.policy.titel }}", "utf-8")
    with pytest.raises(BuildFailedError, match=r"theme: .*(bref|titel)"):
        built(tiny)

    assert before == Website(tiny.root / "site").files()


def test_a_county_without_shapes_does_not_wait_for_geometry(tiny: CountyCopy) -> None:
    """No boundary and no corners: what would measure and draw them is not loaded."""
    code = f"{BUILD}; print('geometry' if 'shapely' in sys.modules else 'none')"
    with started(code, tiny.root, stdout=subprocess.PIPE) as building:
        said, _errors = building.communicate(timeout=60)
    assert b"none" == said.split()[-1]
