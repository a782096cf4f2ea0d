"""Printing brochures: whole processes that print a county, and documents one by one.

A document is set beside plain WeasyPrint, given the same HTML and styles and the system's
fonts, and beside typst, given the same words as headings and paragraphs.
"""

import gc
import json
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import lxml.html
import pypdfium2
import typst
import yaml
from weasyprint import CSS, HTML

from benchmarks.county import COPIED, REPOSITORY, generate
from benchmarks.timing import timed
from site_builder.brochure.composer import Composer
from site_builder.brochure.plan import Brochure, plan_brochures
from site_builder.brochure.press import STYLES, Press
from site_builder.brochure.renderer import Layout, Renderer
from site_builder.brochure.typesetter import Typesetter
from site_builder.build import prepare

T = TypeVar("T")

PROJECTS = 100
"""Projects of the generated county; each has a leaflet in two languages."""
RUNS = """\
Printing by whole processes, reading and checking the county's files included, on two cores

what                           aim             seconds    CPU   MiB   pages"""
SINGLES = """\
One document in one process that has set others before: processor seconds to lay out and
write it, beside plain WeasyPrint with the system's fonts on the same HTML, and typst on
the same words (aim: a leaflet of two pages in 0.15 s and 70 kB)

document         pages   ours s    kB | measuring s | WeasyPrint s    kB | typst s    kB | ratio"""

_PROGRAM = """
import sys
from pathlib import Path

from site_builder.brochure.composer import Composer
from site_builder.brochure.plan import plan_brochures
from site_builder.brochure.press import Press
from site_builder.brochure.printing import print_list
from site_builder.build import prepare
from site_builder.site.photos import publish_photos

root, out, kind = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
county = prepare(root, root / "theme")
publish_photos(root / "media", county.photos, out)
brochures = list(plan_brochures(county.counties))
if kind == "leaflets":
    wanted = [one for one in brochures if one.project]
else:
    wanted = [one for one in brochures if not one.project and one.language == "zh"]
press = Press(Composer(county.theme, county.counties, county.site_url), out)
print_list(press, wanted, out, cache=out / "cache", workers=2)
"""


def runs(rounds: int) -> Iterator[str]:
    """Yield the rows of whole processes."""
    with tempfile.TemporaryDirectory(prefix="zhaoshang-bench-") as name:
        folder = Path(name)
        generate(folder / "many", PROJECTS)
        yield from _runs(folder / "many", folder / "leaflets", "leaflets", rounds)
        for part in (*COPIED, "projects", "county.yml"):
            source, copy = REPOSITORY / part, folder / "sample" / part
            copy.parent.mkdir(exist_ok=True)
            (shutil.copytree if source.is_dir() else shutil.copy)(source, copy)
        yield from _runs(folder / "sample", folder / "handbook", "handbook", rounds)


def _runs(root: Path, out: Path, kind: str, rounds: int) -> Iterator[str]:
    command = [sys.executable, "-c", _PROGRAM, str(root), str(out), kind]
    new, same, one = [], [], []
    for _ in range(rounds):
        shutil.rmtree(out, ignore_errors=True)
        new.append(_timed(command))
        same.append(_timed(command))
        _change(root)
        one.append(_timed(command))
    pages = sum(map(_pages, out.rglob("*.pdf"))) - sum(map(_pages, (out / "cache").glob("*.pdf")))
    aim, aim_changed = ("25 s", "3 s") if kind == "leaflets" else ("10 s, 250 MiB", "-")
    yield _run(f"{kind}, all new", aim, new, pages)
    yield _run(f"{kind}, none changed", "-", same, pages)
    yield _run(f"{kind}, one brief changed", aim_changed, one, pages)


def _timed(command: list[str]) -> tuple[float, float, float]:
    """Run a command; return its seconds, its processor seconds on all cores, its peak MiB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds, memory = timed(command, REPOSITORY, keep=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, busy, memory


def _run(what: str, aim: str, taken: list[tuple[float, float, float]], pages: int) -> str:
    seconds = statistics.median(time for time, _, _ in taken)
    busy = statistics.median(time for _, time, _ in taken)
    most = max(memory for _, _, memory in taken)
    return f"{what:30s} {aim:14s} {seconds:8.2f} {busy:6.2f} {most:5.0f} {pages:7d}"


def _change(root: Path) -> None:
    """Change one sign in the first project's summary, in both languages."""
    file = min((root / "projects").glob("*.yml"))
    record = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    for language, stop in (("zh", "。"), ("en", ".")):
        text = record["summary"][language]
        record["summary"][language] = (
            text.removesuffix(stop) if text.endswith(stop) else text + stop
        )
    text = yaml.safe_dump(record, allow_unicode=True, sort_keys=False, default_style='"', width=200)
    file.write_text(text, "utf-8")


def _pages(file: Path) -> int:
    with pypdfium2.PdfDocument(file) as document:
        return len(document)


@dataclass
class _Listening:
    """A renderer that remembers what it was last given to lay out."""

    renderer: Renderer
    html: str = field(default="")

    def lay_out(self, html: str, name: str, *, tall: bool = False) -> Layout:
        self.html = html
        return self.renderer.lay_out(html, name, tall=tall)


def singles(rounds: int) -> Iterator[str]:
    """Yield the rows of single documents: the middle one of some leaflets, then a handbook."""
    county = prepare(REPOSITORY, REPOSITORY / "theme")
    press = Press(Composer(county.theme, county.counties, county.site_url), REPOSITORY)
    brochures = list(plan_brochures(county.counties))
    gc.collect()
    gc.freeze()
    gc.disable()
    for language in county.counties:
        leaflets = [one for one in brochures if one.project and one.language == language]
        yield _single(f"leaflet {language}", press, leaflets[:10], rounds)
        handbook = [one for one in brochures if not one.project and one.language == language]
        yield _single(f"handbook {language}", press, handbook, rounds)


def _single(name: str, press: Press, brochures: list[Brochure], rounds: int) -> str:
    listening = _Listening(press.typesetter.renderer)
    setter = Typesetter(press.composer, listening)  # type: ignore[arg-type]
    measured, measuring = {}, []
    for brochure in brochures:
        for project in brochure.projects:
            seconds, found = _taken(setter.measures, brochure, [project.slug])
            measured.update(found)
            measuring.append(seconds)
    setter.pdf(brochures[0], measured)
    ours, plain, other, sizes, plain_sizes, other_sizes = [], [], [], [], [], []
    for brochure in brochures:
        for _ in range(rounds if len(brochures) == 1 else 1):
            seconds, pdf = _taken(setter.pdf, brochure, measured)
            ours.append(seconds)
            sizes.append(len(pdf))
            seconds, plainly = _taken(_plain, press, listening.html)
            plain.append(seconds)
            plain_sizes.append(len(plainly))
            seconds, typeset = _taken(typst.compile, _in_typst(listening.html))
            other.append(seconds)
            other_sizes.append(len(typeset))
    with pypdfium2.PdfDocument(pdf) as document:
        pages = len(document)
    middle = statistics.median
    each = sum(measuring) / len(brochures)
    return (
        f"{name:15s} {pages:6d} {middle(ours):8.2f} {middle(sizes) / 1000:5.0f} | {each:11.2f}"
        f" | {middle(plain):12.2f} {middle(plain_sizes) / 1000:5.0f}"
        f" | {middle(other):7.2f} {middle(other_sizes) / 1000:5.0f}"
        f" | {middle(ours) / middle(plain):5.2f}"
    )


def _taken(function: Callable[..., T], *args: object) -> tuple[float, T]:
    """Return the processor seconds of a call, its garbage included, and what it returned."""
    started = time.process_time()
    result = function(*args)
    gc.collect()
    return time.process_time() - started, result


def _plain(press: Press, html: str) -> bytes:
    """Return the same HTML as WeasyPrint alone prints it."""
    folder = press.composer.theme.root / "assets/css"
    styles = [CSS(string=(folder / name).read_text("utf-8")) for name in STYLES]
    pdf: bytes = HTML(string=html).write_pdf(stylesheets=styles)
    return pdf


def _in_typst(html: str) -> bytes:
    """Return the words of a document for typst: headings, and a paragraph for all the rest."""
    written = ['#set page(paper: "a4", margin: 16mm)', '#set text(font: "Noto Sans CJK SC", 9pt)']
    for part in lxml.html.fromstring(html).iter("h1", "h2", "h3", "h4", "p", "li", "td", "th"):
        words = json.dumps(" ".join(part.text_content().split()), ensure_ascii=False)
        written.append(
            f"#heading({words})"
            if part.tag.startswith("h") and part.tag != "th"
            else f"#par({words})"
        )
    return "\n".join(written).encode()
