"""HTML into PDF. With what it sets up, the only module that imports WeasyPrint, when it is used."""

import gc
import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from mimetypes import guess_type
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from site_builder.brochure.rendering.chinese_lines import apart, set_chinese_lines
from site_builder.brochure.rendering.fonts import FAMILIES, Fonts, cut_fonts, installed_in
from site_builder.brochure.rendering.fonts.characters import outside
from site_builder.brochure.rendering.fonts.configuration import own_fonts
from site_builder.brochure.rendering.fonts.cut import NAME
from site_builder.brochure.rendering.margins import set_margins
from site_builder.brochure.rendering.quicker import forget, read_html, set_quicker
from site_builder.diagnostics.bilingual import Words

_MM = 96 / 25.4
"""CSS pixels in a millimetre."""

_ROOT = "file:///"
"""Where addresses start: a tree of its own, so that no path of this computer gets into a PDF."""

_OPTIONS: Mapping[str, Any] = {"pdf_variant": "pdf/ua-1", "dpi": 300}
"""Tagged for readers who cannot see it; photographs in no more dots than a press can set."""

FLUSH = "html { --flush: justify }"
"""Tells the style sheets that Chinese can be set flush on both sides."""

_TALL = "@page { size: 210mm 3000mm }"


class BrochureError(RuntimeError):
    """A brochure that cannot be printed as it should be, with its name and the reasons.

    A reason of our own is told in both languages; what another program says stays as it is.
    """

    def __init__(self, name: str, reasons: Sequence[Words | str]) -> None:
        self.name = name
        self.reasons = tuple(one if isinstance(one, Words) else Words(one, one) for one in reasons)
        self.failures: tuple[BrochureError, ...] = (self,)
        """Every brochure that this stands for, each with its own reasons."""
        super().__init__(self.words.en)

    @property
    def words(self) -> Words:
        """The name and the reasons; of several brochures, a line for each."""
        lines = [
            Words(
                f"{one.name}：{'；'.join(reason.zh for reason in one.reasons)}",
                f"{one.name}: {'; '.join(reason.en for reason in one.reasons)}",
            )
            for one in self.failures
        ]
        return Words(*("\n".join(side) for side in zip(*lines, strict=True)))

    def __reduce__(self) -> tuple[type["BrochureError"], tuple[str, tuple[Words, ...]]]:
        """Let the error travel from a worker process."""
        return type(self), (self.name, self.reasons)


class ForeignAddressError(ValueError):
    """An address that a brochure may not read."""


@dataclass(frozen=True)
class Place:
    """Where a named part of a document stands; lengths in millimetres."""

    page: int
    top: float
    bottom: float

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top


@dataclass(frozen=True)
class Layout:
    """A document set into pages."""

    document: Any
    name: str

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self.document.pages)

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """Where every element with an id stands; of one cut by a page's end, the first part."""
        found: dict[str, Place] = {}
        for number, page in enumerate(self.document.pages):
            for name, (_, top, _, bottom) in page.anchors.items():
                found.setdefault(name, Place(number, top / _MM, bottom / _MM))
        return found

    def pdf(self) -> bytes:
        """Return the document as PDF: tagged, with its title and language.

        Its pages are let go meanwhile, so this is done once.
        """
        with _no_complaint(self.name), _no_collection():
            written: bytes = self.document.write_pdf(**_OPTIONS)
        return written


class Renderer:
    """Sets documents in pages. Fonts and style sheets are kept between documents."""

    def __init__(self, folders: Mapping[str, Path], styles: Sequence[str], fonts: Fonts) -> None:
        """Read from `folders` only; their names are the first steps of an address.

        Nothing is set in a font that is not one of `fonts` or cut like them.
        """
        set_quicker()
        set_margins()
        self._held = fonts
        self._fetcher = guarded_fetcher({**folders, NAME: fonts.folder})
        self._fonts = own_fonts()
        flush = FLUSH if set_chinese_lines() else ""
        # Every element is held against every sheet: one is quicker than many.
        self._styles = [self._css("\n".join((fonts.css, flush, *styles)), self._fonts)]
        self._tall = self._css(_TALL, self._fonts)

    def lay_out(self, html: str, name: str, *, tall: bool = False) -> Layout:
        """Set a document into pages; with `tall`, into endless ones, to measure its parts.

        Raises `BrochureError` naming the document if anything is out of order.
        """
        # Websites are built without WeasyPrint, and it takes half a second to import.
        from weasyprint.urls import FatalURLFetchingError

        fonts = self._fonts
        styles = [*self._styles, self._tall] if tall else self._styles
        if rare := _rare(html, self._held.characters, name):
            fonts, sheet = self._with_rare(rare)
            styles = [sheet, *styles]
        with _no_complaint(name), _no_collection():
            source = read_html(apart(html), _ROOT, self._fetcher)
            try:
                # No cache of pictures: WeasyPrint 70 makes a photograph smaller in it for one
                # document, and the next has too few dots for its place.
                document = source.render(stylesheets=styles, font_config=fonts, **_OPTIONS)
            except FatalURLFetchingError as error:
                raise BrochureError(name, [f"{error}: {error.__cause__}"]) from error
            finally:
                forget()
        return Layout(document, name)

    def _with_rare(self, rare: frozenset[str]) -> tuple[object, object]:
        """Return fonts for one document alone, and the style sheet that brings them in.

        Its pages must not depend on what other documents were set before.
        """
        fonts = own_fonts()
        beside = cut_fonts(rare, self._held.folder, mark=" Rare")
        return fonts, self._css(f"{self._held.css}\n{beside.css}", fonts)

    def _css(self, text: str, fonts: object) -> object:
        from weasyprint import CSS

        with _no_complaint("style sheets"):
            return CSS(string=text, font_config=fonts, url_fetcher=self._fetcher)


def _rare(html: str, held: frozenset[str], name: str) -> frozenset[str]:
    """Return what a document shows and the usual fonts have not.

    Raises `BrochureError` if no installed font has it either.
    """
    rare = outside(html, held)
    unknown = rare - installed_in(rare) if rare else rare
    if unknown:
        raise BrochureError(name, [_no_glyph(sign, html) for sign in sorted(unknown)])
    return rare


def _no_glyph(sign: str, html: str) -> Words:
    """Return which character no font has, and the words around it."""
    words = re.sub(r"<[^>]*>|\s+", " ", unescape(html))
    place = words.find(sign)
    around = words[max(place - 12, 0) : place + 13].strip()
    code, families = f"{sign}（U+{ord(sign):04X}）", " and ".join(FAMILIES)
    return Words(
        f"{'、'.join(FAMILIES)} 中没有字符 {code}，见“{around}”",
        f"no glyph in {families} for {sign} (U+{ord(sign):04X}) in \u201c{around}\u201d",
    )


def guarded_fetcher(folders: Mapping[str, Path]) -> Any:
    """Return what reads files for WeasyPrint: data URLs and files in `folders`, nothing else.

    `file:///media/a.jpg` is the file `a.jpg` of the folder named `media`.
    """
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    # WeasyPrint ships no types.
    class GuardedFetcher(URLFetcher):  # type: ignore[misc]
        """Refuses every other host and every other folder, and lets no failure pass."""

        def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
            """Return what stands at `url`."""
            if urlsplit(url).scheme != "file":
                return super().fetch(url, headers)
            file = _file(url, folders)
            kind = guess_type(file.name)[0] or "application/octet-stream"
            return URLFetcherResponse(url, file.read_bytes(), {"Content-Type": kind})

    return GuardedFetcher(allowed_protocols={"file", "data"}, fail_on_errors=True)


def _file(url: str, folders: Mapping[str, Path]) -> Path:
    name, _, rest = unquote(urlsplit(url).path).lstrip("/").partition("/")
    folder = folders.get(name)
    file = (folder / rest).resolve() if folder is not None else None
    if folder is None or file is None or not file.is_relative_to(folder.resolve()):
        raise ForeignAddressError(f"{url} is outside the folders of the county")
    return file


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _no_complaint(name: str) -> Iterator[None]:
    """Raise whatever is logged inside as an error that names the document."""
    logger, collector = logging.getLogger("weasyprint"), _Collector()
    handlers, logger.handlers = logger.handlers, [collector]
    try:
        yield
    finally:
        logger.handlers = handlers
    if collector.messages:
        raise BrochureError(name, list(dict.fromkeys(collector.messages)))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Leave the garbage of one document until it is done: a sixth of the time is saved."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
