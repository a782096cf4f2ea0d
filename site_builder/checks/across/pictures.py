"""Every picture a record names exists and can be used."""

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageFile, UnidentifiedImageError

from site_builder.checks.scope import Scope
from site_builder.content.picture import Picture
from site_builder.content.schema_errors import suggest
from site_builder.content.source import Loc, Source
from site_builder.diagnostics import Diagnostic, Rule, Words, both

FORMATS = ("JPEG", "PNG", "WEBP")
MAX_SIDE = 12_000
MAX_PIXELS = 40_000_000


def check_pictures(scope: Scope) -> Iterator[Diagnostic]:
    """Yield the pictures that do not exist or cannot be used."""
    media = scope.catalog.root.resolve() / "media"
    for entry in scope.catalog.entries():
        pictures: Sequence[Picture] = getattr(entry.record, "pictures", ())
        for index, picture in enumerate(pictures):
            yield from _picture(entry.source, ("pictures", index, "file"), picture.file, media)


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
