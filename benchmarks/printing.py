"""Documents printed one by one, in a process that has printed others before.

A document is set beside plain WeasyPrint, given the same HTML and styles and the system's
fonts, and beside typst, given the same words as headings and paragraphs.
"""

import gc
import json
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

import lxml.html
import pypdfium2
import typst
from weasyprint import CSS, HTML

from benchmarks.county import REPOSITORY
from benchmarks.timing import tell
from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.making.kept import Kept
from site_builder.brochure.making.measuring import Measuring, room_of
from site_builder.brochure.making.press import STYLES, Press
from site_builder.brochure.plan import Brochure, plan_brochures
from site_builder.brochure.rendering.renderer import Layout, Renderer
from site_builder.brochure.setting.typesetter import Typesetter
from site_builder.build import prepare

T = TypeVar("T")

LEAFLETS = 10
"""Of each language; every one is set once, and the middle one counts."""
SINGLES = """\
One document in one process that has set others before: processor seconds to lay out and
write it, beside plain WeasyPrint with the system's fonts on the same HTML, and typst on
the same words (aim: a leaflet of two pages in 0.15 s and 70 kB)

document         pages   ours s    kB | measuring s | WeasyPrint s    kB | typst s    kB | ratio"""


@dataclass
class Listening:
    """A renderer that remembers what it was last given to lay out."""

    renderer: Renderer
    html: str = field(default="")

    def lay_out(self, html: str, name: str, *, tall: bool = False) -> Layout:
        """Set a document as the renderer does."""
        self.html = html
        return self.renderer.lay_out(html, name, tall=tall)


def singles() -> Iterator[str]:
    """Yield the rows of single documents: the middle one of some leaflets, then a handbook."""
    county = prepare(REPOSITORY, REPOSITORY / "theme")
    press = Press(Composer(county.theme, county.counties, county.site_url), REPOSITORY)
    brochures = list(plan_brochures(county.counties))
    gc.collect()
    gc.freeze()
    gc.disable()
    for language in county.counties:
        leaflets = [one for one in brochures if one.project and one.language == language]
        every = max(len(leaflets) // LEAFLETS, 1)
        yield _single(f"leaflet {language}", press, leaflets[::every][:LEAFLETS])
        handbook = [one for one in brochures if not one.project and one.language == language]
        yield _single(f"handbook {language}", press, handbook)


def _single(name: str, press: Press, brochures: list[Brochure]) -> str:
    listening = Listening(press.typesetter.renderer)
    setter = Typesetter(press.composer, listening)  # type: ignore[arg-type]
    measured, measuring = {}, []
    measurer = Measuring(setter, Kept(None), press.common)
    for brochure in brochures:
        rooms = (room_of(brochure),)
        tell(f"{name}: measuring {brochure.path}")
        for project in brochure.projects:
            seconds, (found, _) = _taken(measurer.measured, brochure, project.slug, rooms)
            measured[brochure.tongue, project.slug] = found
            measuring.append(seconds)
    if len(brochures) > 1:
        # The first document brings much in that the others share.
        setter.pdf(brochures[0], measured)
    ours, plain, other, sizes, plain_sizes, other_sizes = [], [], [], [], [], []
    for brochure in brochures:
        tell(f"{name}: setting {brochure.path}, by us and by the others")
        seconds, pdf = _taken(setter.pdf, brochure, measured)
        ours.append(seconds)
        sizes.append(len(pdf))
        seconds, plainly = _taken(print_plainly, listening.html)
        plain.append(seconds)
        plain_sizes.append(len(plainly))
        seconds, typeset = _taken(typst.compile, in_typst(listening.html))
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


def print_plainly(html: str) -> bytes:
    """Return a document as WeasyPrint alone prints it, with the style sheets of brochures."""
    folder = REPOSITORY / "theme/assets/css"
    styles = [CSS(string=(folder / name).read_text("utf-8")) for name in STYLES]
    pdf: bytes = HTML(string=html).write_pdf(stylesheets=styles)
    return pdf


def in_typst(html: str) -> bytes:
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
