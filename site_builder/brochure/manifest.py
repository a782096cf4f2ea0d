"""The list of an edition's files: what each is, how large, and by which hash it is known."""

import io
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256

import pikepdf
from PIL import Image

from site_builder.brochure.edition import Copy

NAME = "manifest.json"
_MM = 25.4 / 72


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
    )


def _pages_of(pdf: bytes) -> tuple[int, tuple[float, float]]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        left, bottom, right, top = (float(edge) for edge in document.pages[0].trimbox.as_list())
        pages = len(document.pages)
    return pages, (round((right - left) * _MM, 1), round((top - bottom) * _MM, 1))


def _picture_size(picture: bytes) -> tuple[float, float]:
    with Image.open(io.BytesIO(picture)) as opened:
        return opened.size


def manifest(event: str, printed: str, files: Iterable[Listed]) -> str:
    """Return the text of the manifest: the same for the same files; no moment of now is in it."""
    entries = sorted((asdict(file) for file in files), key=lambda entry: str(entry["path"]))
    document = {"event": event, "printed": printed, "files": entries}
    return json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
