"""The list of an edition's files: what each is, how large, and by which hash it is known."""

import io
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

import pikepdf
from PIL import Image
from pydantic import TypeAdapter, ValidationError

from site_builder.brochure.making.edition import Copy
from site_builder.preflight import Finish
from site_builder.preflight.geometry import MM
from site_builder.preflight.page_checks import MOST_STAPLED

NAME = "manifest.json"
_MOST = 10_000_000
"""In bytes; an edition of a hundred projects is listed in one million."""


@dataclass(frozen=True)
class Listed:
    """One file of an edition."""

    path: str
    product: str
    language: str
    finish: str
    project: str
    """The slug of the project it is about; empty for what is about many."""
    pages: int
    trim: tuple[float, float]
    """Width and height of the first page as it is cut, in millimetres; of a picture in pixels."""
    bytes: int
    sha256: str
    profile: str
    """The ICC profile of a press file; empty for others."""
    binding: str = ""
    """How a book for the press is bound: `stapled`, or `sewn` (or glued) if it is too thick."""


@dataclass(frozen=True)
class Manifest:
    """The list of an edition's files."""

    event: str
    """The event's slug."""
    printed: str
    """The day of going to print, ISO."""
    files: tuple[Listed, ...]
    facts: str = ""
    """The SHA-256 of the key facts that all its files state; empty if it is not known."""


_MANIFEST = TypeAdapter(Manifest)


def read_manifest(folder: Path, event: str) -> Manifest | None:
    """Return what lists the edition of an event in a folder; None if there is no such list."""
    try:
        with (folder / NAME).open("rb") as opened:
            found = _MANIFEST.validate_json(opened.read(_MOST))
    except (OSError, ValidationError):
        return None
    paths = [PurePosixPath(entry.path) for entry in found.files]
    within = all(not path.is_absolute() and ".." not in path.parts for path in paths)
    return found if found.event == event and within else None


def listed(copy: Copy, pdf: bytes, profile: str) -> Listed:
    """Return the entry of a file with these bytes; `profile` is named for press files only."""
    pages, trim = _pages_of(pdf) if copy.picture is None else (1, _picture_size(pdf))
    project = copy.brochure.project
    return Listed(
        path=copy.path,
        product=str(copy.piece.product),
        language=copy.brochure.language,
        finish=str(copy.finish),
        project=project.slug if project is not None else "",
        pages=pages,
        trim=trim,
        bytes=len(pdf),
        sha256=sha256(pdf).hexdigest(),
        profile=profile,
        binding=_binding(copy, pages),
    )


def _binding(copy: Copy, pages: int) -> str:
    if not copy.piece.book or copy.finish is not Finish.PRESS:
        return ""
    # Of a book that is put together as spreads, each page of the file is two of the book.
    return "stapled" if copy.imposed or pages <= MOST_STAPLED else "sewn"


def _pages_of(pdf: bytes) -> tuple[int, tuple[float, float]]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        left, bottom, right, top = (float(edge) for edge in document.pages[0].trimbox.as_list())
        pages = len(document.pages)
    return pages, (round((right - left) / MM, 1), round((top - bottom) / MM, 1))


def _picture_size(picture: bytes) -> tuple[float, float]:
    with Image.open(io.BytesIO(picture)) as opened:
        return opened.size


def manifest(event: str, printed: str, facts: str, files: Iterable[Listed]) -> str:
    """Return the text of the manifest: the same for the same files; no moment of now is in it.

    `facts` is the digest of what the files state of their projects.
    """
    entries = sorted((asdict(file) for file in files), key=lambda entry: str(entry["path"]))
    document = {"event": event, "printed": printed, "facts": facts, "files": entries}
    return json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
