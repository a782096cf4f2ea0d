"""Every picture a record names exists and can be used."""

import warnings
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from site_builder.content.catalog import Catalog
from site_builder.content.schema_errors import suggest
from site_builder.diagnostics import Diagnostic, Rule

FORMATS = ("JPEG", "PNG", "WEBP")
MAX_SIDE = 12_000
MAX_PIXELS = 40_000_000


def check_pictures(catalog: Catalog) -> Iterator[Diagnostic]:
    """Yield the pictures that do not exist or cannot be used."""
    media = catalog.root / "media"
    for entry in catalog.entries():
        pictures = () if not hasattr(entry.record, "pictures") else entry.record.pictures
        for index, picture in enumerate(pictures):
            loc = ("pictures", index, "file")
            file = media / picture.file
            if (
                not file.is_file()
                or file.resolve() != catalog.root.resolve() / "media" / picture.file
            ):
                known = [str(p.relative_to(media)) for p in media.rglob("*") if p.is_file()]
                hint = suggest(picture.file, known, zh="media/ 中有", en="media/ holds")
                yield entry.source.diagnostic(Rule.PICTURE_MISSING, loc, name=picture.file, **hint)
            elif problem := problem_of(file):
                zh, en = problem
                yield entry.source.diagnostic(
                    Rule.PICTURE_UNREADABLE, loc, name=picture.file, problem_zh=zh, problem_en=en
                )


def problem_of(file: Path) -> tuple[str, str] | None:
    """Say in both languages why a file cannot be used as a picture; None if it can."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(file, formats=FORMATS) as image:
                width, height = image.size
                if max(width, height) > MAX_SIDE or width * height > MAX_PIXELS:
                    return f"{width}×{height} 像素", f"{width}×{height} pixels"
                # The smallest version is enough to read the file to its end.
                image.draft("RGB", (1, 1))
                image.load()
    except UnidentifiedImageError:
        return "内容不是图片", "its content is not a picture"
    except Image.DecompressionBombError:
        return "像素过多", "it has too many pixels"
    except (OSError, SyntaxError, ValueError):
        return "文件已损坏或不完整", "the file is damaged or cut short"
    return None
