"""Printing by whole processes: many leaflets, a handbook, and one brief that has changed.

Beside them stand processes that print the same HTML with WeasyPrint alone, and the same words
with typst, one document after the other.
"""

import resource
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import yaml

from benchmarks.county import COPIED, REPOSITORY, generate
from benchmarks.timing import elapsed, tell, timed

PROJECTS = 100
"""Projects of the generated county; each has a leaflet in two languages."""
BESIDE = 20
"""Leaflets of them that the others print: their time grows as the number does."""
_MOST = 600.0
"""Seconds after which no more rows are begun: all take five or six minutes on an idle machine."""
RUNS = """\
Printing by whole processes: ours start Python, read and check the county's files, print with
two workers and keep what they made; the others only print documents that are ready, in one
process. MiB is the peak of the largest process; ms/page is processor time on all cores.

what                           aim             seconds    CPU   MiB   pages  ms/page"""

_PEAK = """
import resource
from pathlib import Path

def tell_peak(out):
    # What getrusage says of a process itself begins with what its parent had.
    status = Path("/proc/self/status").read_text("ascii")
    own = int(status.partition("VmHWM:")[2].split()[0])
    workers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    (out / "peak").write_text(str(max(own, workers) / 1024))
"""
_OURS = """
import sys
from pathlib import Path

from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.plan import plan_brochures
from site_builder.brochure.making.press import Press
from site_builder.brochure.making.printing import print_list
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
composer = Composer(county.theme, county.counties, county.site_url)
print_list(Press(composer, out), wanted, out, cache=out / "cache", workers=2)
tell_peak(out)
"""
_HTML = """
import sys
from dataclasses import dataclass
from pathlib import Path

from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.making.kept import Kept
from site_builder.brochure.making.measuring import Measuring, room_of
from site_builder.brochure.plan import plan_brochures
from site_builder.brochure.making.press import Press
from site_builder.brochure.setting.typesetter import Typesetter
from site_builder.build import prepare
from benchmarks.printing import Listening

root, out, kind, most = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
county = prepare(root, root / "theme")
press = Press(Composer(county.theme, county.counties, county.site_url), root)
listening = Listening(press.typesetter.renderer)
setter = Typesetter(press.composer, listening)
measuring = Measuring(setter, Kept(None), press.common)
brochures = list(plan_brochures(county.counties))
wanted = [one for one in brochures if bool(one.project) == (kind == "leaflets")]
for number, brochure in enumerate(wanted[:most]):
    known = {
        (brochure.tongue, one.slug): measuring.measured(brochure, one.slug, [room_of(brochure)])[0]
        for one in brochure.projects
    }
    setter.pdf(brochure, known)
    (out / f"{number}.html").write_text(listening.html, "utf-8")
"""
_OTHERS = """
import sys
from pathlib import Path

out, engine = Path(sys.argv[1]), sys.argv[2]
if engine == "typst":
    import typst
    from benchmarks.printing import in_typst
else:
    from benchmarks.printing import print_plainly
for file in sorted(out.glob("*.html")):
    html = file.read_text("utf-8")
    pdf = typst.compile(in_typst(html)) if engine == "typst" else print_plainly(html)
    file.with_suffix(".pdf").write_bytes(pdf)
tell_peak(out)
"""


class _Taken(NamedTuple):
    seconds: float
    busy: float
    memory: float


def runs() -> Iterator[str]:
    """Yield the rows of whole processes, as many as there is time for."""
    with tempfile.TemporaryDirectory(prefix="zhaoshang-bench-") as name:
        rows = _rows(Path(name))
        while elapsed() < _MOST:
            row = next(rows, None)
            if row is None:
                return
            yield row
        yield f"(after {_MOST:g} s the other rows are left out; is the machine busy?)"


def _rows(folder: Path) -> Iterator[str]:
    """Yield the rows of whole processes."""
    tell(f"a county of {PROJECTS} projects is written")
    generate(folder / "many", PROJECTS)
    yield from _runs(folder / "many", folder / "leaflets", "leaflets")
    yield from _beside(folder / "many", folder / "html-leaflets", "leaflets", BESIDE)
    for part in (*COPIED, "projects", "county.yml"):
        source, copy = REPOSITORY / part, folder / "sample" / part
        copy.parent.mkdir(exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, copy)
    yield from _runs(folder / "sample", folder / "handbook", "handbook")
    yield from _beside(folder / "sample", folder / "html-handbook", "handbook", 1)


def _runs(root: Path, out: Path, kind: str) -> Iterator[str]:
    """Yield the rows of a county that is printed anew, unchanged and with a change."""
    arguments = [str(root), str(out), kind]
    tell(f"{kind}, all new")
    new = _process(_OURS, arguments, out)
    kept = out / "cache"
    pages = sum(_pages(file) for file in out.rglob("*.pdf") if not file.is_relative_to(kept))
    aim, aim_changed = ("25 s", "3 s") if kind == "leaflets" else ("10 s, 250 MiB", "-")
    yield _row(f"{kind}, all new", aim, new, pages)
    tell(f"{kind}, none changed")
    yield _row(f"{kind}, none changed", "-", _process(_OURS, arguments, out), pages)
    tell(f"{kind}, one brief changed")
    _change(root)
    yield _row(f"{kind}, one brief changed", aim_changed, _process(_OURS, arguments, out), pages)


def _beside(root: Path, out: Path, kind: str, most: int) -> Iterator[str]:
    """Yield the rows of the others, which print the HTML that we print."""
    out.mkdir()
    tell(f"{kind}: HTML for the others")
    timed(
        [sys.executable, "-c", _HTML, str(root), str(out), kind, str(most)], REPOSITORY, keep=True
    )
    what = f"{most} {kind}" if most > 1 else kind
    for engine in ("WeasyPrint", "typst"):
        tell(f"{what}, {engine}")
        taken = _process(_OTHERS, [str(out), engine], out)
        yield _row(f"{what}, {engine}", "-", taken, sum(map(_pages, out.glob("*.pdf"))))


def _process(program: str, arguments: list[str], out: Path) -> _Taken:
    """Run a program; return its seconds, its processor seconds on all cores, its peak MiB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds, _ = timed([sys.executable, "-c", _PEAK + program, *arguments], REPOSITORY, keep=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return _Taken(seconds, busy, float((out / "peak").read_text("ascii")))


def _row(what: str, aim: str, taken: _Taken, pages: int) -> str:
    return (
        f"{what:30s} {aim:14s} {taken.seconds:8.2f} {taken.busy:6.2f} {taken.memory:5.0f}"
        f" {pages:7d} {taken.busy / pages * 1000:8.0f}"
    )


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
