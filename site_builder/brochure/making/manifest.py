"""The list of an edition's files: what each is, how large, and by which hash it is known."""

import io
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath

import pikepdf
from PIL import Image
from pydantic import TypeAdapter, ValidationError

from site_builder.brochure.making.edition import Copy
from site_builder.brochure.making.kept import write
from site_builder.content.printed import MANIFEST
from site_builder.content.printed_facts import Facts
from site_builder.preflight import Finish
from site_builder.preflight.geometry import MM
from site_builder.preflight.page_checks import MOST_STAPLED

NAME = MANIFEST
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
    facts: Mapping[str, Facts] = field(default_factory=dict)
    """The key facts that all its files state, by the slug of the project."""
    frozen: bool = False
    """Whether it went to print on that day, and the county remembers it."""


_MANIFEST = TypeAdapter(Manifest)


class DamagedError(ValueError):
    """What stands in the place of a manifest cannot be read as one."""


def read_manifest(folder: Path, event: str) -> Manifest | None:
    """Return what lists the edition of an event in a folder.

    None if there is no such list, or one of another event. Raises `DamagedError` for a list that
    cannot be understood, and `OSError` for one that cannot be read.
    """
    try:
        with (folder / NAME).open("rb") as opened:
            found = _MANIFEST.validate_json(opened.read(_MOST))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except ValidationError as error:
        raise DamagedError(NAME) from error
    paths = [PurePosixPath(entry.path) for entry in found.files]
    if any(path.is_absolute() or ".." in path.parts for path in paths):
        raise DamagedError(NAME)
    return found if found.event == event else None


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


def as_text(manifest: Manifest) -> str:
    """Return the text of a manifest: the same for the same files; no moment of now is in it."""
    facts = {
        slug: one.model_dump(mode="json", by_alias=True, exclude_none=True)
        for slug, one in manifest.facts.items()
    }
    document = {
        "event": manifest.event,
        "printed": manifest.printed,
        "frozen": manifest.frozen,
        "facts": facts,
        "files": [asdict(file) for file in sorted(manifest.files, key=lambda file: file.path)],
    }
    return json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def mark_frozen(folder: Path, event: str) -> None:
    """Have the manifest of an edition say that it went to print."""
    found = read_manifest(folder, event)
    if found is not None:
        write(folder / NAME, as_text(replace(found, frozen=True)).encode())
