"""Every picture a record names exists and can be used, and printed if it is to be."""

import struct
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PIL import ExifTags, Image, ImageFile, UnidentifiedImageError

from site_builder.checks.scope import Scope
from site_builder.content.catalog import Entry
from site_builder.content.picture import PRINT_HEIGHT, PRINT_WIDTH, Picture
from site_builder.content.project import Project
from site_builder.content.schema_errors import suggest
from site_builder.content.source import Loc, Source
from site_builder.diagnostics import Diagnostic, Rule, Words, both

FORMATS = ("JPEG", "PNG", "WEBP")
MAX_SIDE = 12_000
MAX_PIXELS = 40_000_000
_LYING = (5, 6, 7, 8)
"""Orientations (Exif 2.3) of a picture that is stored on its side."""


def check_pictures(scope: Scope) -> Iterator[Diagnostic]:
    """Yield pictures that do not exist, cannot be used, or are too small to be printed."""
    media = scope.catalog.root.resolve() / "media"
    for entry in scope.catalog.entries():
        pictures: Sequence[Picture] = getattr(entry.record, "pictures", ())
        for index, picture in enumerate(pictures):
            yield from _picture(entry.source, ("pictures", index, "file"), picture.file, media)
    for project in scope.approved.projects.values():
        yield from _printed(project, media)


def _printed(entry: Entry[Project], media: Path) -> Iterator[Diagnostic]:
    """Yield the first picture, which stands over the project, if it cannot be printed finely."""
    for picture in entry.record.pictures[:1]:
        file = media / picture.file
        if not file.is_file() or file.resolve() != file or problem_of(file):
            continue
        width, height = size_of(file)
        if width < PRINT_WIDTH or height < PRINT_HEIGHT:
            yield entry.source.diagnostic(
                Rule.PICTURE_TOO_SMALL,
                ("pictures", 0, "file"),
                name=picture.file,
                width=width,
                height=height,
                least=PRINT_WIDTH,
                least_height=PRINT_HEIGHT,
            )


def _picture(source: Source, loc: Loc, name: str, media: Path) -> Iterator[Diagnostic]:
    file = media / name
    if not file.is_file():
        known = [
            str(other.relative_to(media))
            for other in media.rglob("*")
            if other.is_file() and not other.is_symlink()
        ]
        hint = suggest(name, known, zh="media/ 中有", en="media/ holds")
        yield source.diagnostic(Rule.PICTURE_MISSING, loc, name=name, **both(hint=hint))
    elif file.resolve() != file:
        yield source.diagnostic(Rule.SYMBOLIC_LINK, loc, name=f"media/{name}")
    elif problem := problem_of(file):
        yield source.diagnostic(Rule.PICTURE_UNREADABLE, loc, name=name, **both(problem=problem))


@contextmanager
def _strictly() -> Iterator[None]:
    """Read pictures to their end; other libraries of the program tell Pillow to be lenient."""
    lenient = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            # Notes of a camera that are damaged are left out of what is published.
            warnings.simplefilter("ignore", UserWarning)
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def problem_of(file: Path) -> Words | None:
    """Say in both languages why a file cannot be used as a picture; None if it can."""
    try:
        with _strictly(), Image.open(file, formats=FORMATS) as image:
            width, height = image.size
            if max(width, height) > MAX_SIDE or width * height > MAX_PIXELS:
                return Words(f"{width}×{height} 像素", f"{width}×{height} pixels")
            # The smallest version is enough to read the file to its end.
            image.draft("RGB", (1, 1))
            image.load()
    except UnidentifiedImageError:
        return Words("内容不是图片", "its content is not a picture")
    except Image.DecompressionBombError:
        return Words("像素过多", "it has too many pixels")
    except (OSError, SyntaxError, ValueError):
        return Words("文件已损坏或不完整", "the file is damaged or cut short")
    return None


def size_of(file: Path) -> tuple[int, int]:
    """Return the width and height in pixels of a usable picture, upright."""
    with _strictly(), Image.open(file, formats=FORMATS) as image:
        width, height = image.size
        return (height, width) if orientation_of(image) in _LYING else (width, height)


def orientation_of(picture: Image.Image) -> int:
    """Return how a camera held a picture (Exif 2.3, orientation); 1, upright, if it is not said.

    Nor is it where the camera's notes are damaged and no reader would see anything wrong.
    """
    try:
        said = picture.getexif().get(ExifTags.Base.Orientation)
    except (SyntaxError, ValueError, TypeError, LookupError, OSError, struct.error):
        return 1
    return said if isinstance(said, int) else 1
