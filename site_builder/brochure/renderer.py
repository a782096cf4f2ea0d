"""HTML into PDF. The only module that imports WeasyPrint, and only when it is used."""

import gc
import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from mimetypes import guess_type
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

_MM = 96 / 25.4
"""CSS pixels in a millimetre."""

_ROOT = "file:///"
"""Where addresses start: a tree of its own, so that no path of this computer gets into a PDF."""

_OPTIONS: Mapping[str, Any] = {"pdf_variant": "pdf/ua-1", "dpi": 300}
"""Tagged for readers who cannot see it; photographs in no more dots than a press can set."""

_TALL = "@page { size: 210mm 3000mm }"


class BrochureError(RuntimeError):
    """A brochure that cannot be printed as it should be, with its name and the reasons."""

    def __init__(self, name: str, reasons: Sequence[str]) -> None:
        super().__init__(f"{name}: " + "; ".join(reasons))
        self.name = name
        self.reasons = tuple(reasons)

    def __reduce__(self) -> tuple[type["BrochureError"], tuple[str, tuple[str, ...]]]:
        """Let the error travel from a worker process."""
        return type(self), (self.name, self.reasons)


class ForeignAddressError(ValueError):
    """An address that a brochure may not read."""


def engine() -> str:
    """Return the name and version of what sets the pages."""
    return f"weasyprint {version('weasyprint')}"


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
        """Return the document as PDF: tagged, with its title and language."""
        with _no_complaint(self.name), _no_collection():
            written: bytes = self.document.write_pdf(**_OPTIONS)
        return written


class Renderer:
    """Sets documents in pages. Fonts, style sheets and pictures are kept between documents."""

    def __init__(self, folders: Mapping[str, Path], styles: Sequence[str]) -> None:
        """Read from `folders` only; their names are the first steps of an address."""
        # Websites are built without WeasyPrint, and it takes half a second to import.
        from weasyprint import CSS
        from weasyprint.text.fonts import FontConfiguration

        self._fetcher = guarded_fetcher(folders)
        self._fonts = FontConfiguration()
        self._cache: dict[str, object] = {}
        with _no_complaint("print.css"):
            self._styles = [self._css(CSS, text) for text in styles]
            self._tall = self._css(CSS, _TALL)

    def _css(self, make: Any, text: str) -> object:
        return make(string=text, font_config=self._fonts, url_fetcher=self._fetcher)

    def lay_out(self, html: str, name: str, *, tall: bool = False) -> Layout:
        """Set a document into pages; with `tall`, into endless ones, to measure its parts.

        Raises `BrochureError` naming the document if anything is out of order.
        """
        from weasyprint import HTML
        from weasyprint.urls import FatalURLFetchingError

        styles = [*self._styles, self._tall] if tall else self._styles
        with _no_complaint(name), _no_collection():
            source = HTML(string=html, base_url=_ROOT, url_fetcher=self._fetcher)
            try:
                document = source.render(
                    stylesheets=styles, font_config=self._fonts, cache=self._cache, **_OPTIONS
                )
            except FatalURLFetchingError as error:
                raise BrochureError(name, [f"{error}: {error.__cause__}"]) from error
        return Layout(document, name)


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
