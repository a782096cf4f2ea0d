"""Photographs for the web: several widths, WebP with a JPEG beside it, nothing hidden inside.

Saving the pixels alone leaves out everything a camera writes beside them: place, time,
owner.
"""

from collections.abc import Iterable
from pathlib import Path

from PIL import Image, ImageOps

from site_builder.theme import WIDTHS, variant

_FORMATS = ("JPEG", "PNG", "WEBP")


def publish_photos(media: Path, files: Iterable[str], folder: Path) -> int:
    """Write every width of every picture into `folder`; return the number of pictures."""
    names = sorted(set(files))
    for name in names:
        # A preview goes on with what was last whole; a picture named there may have gone.
        if not (media / name).is_file():
            continue
        with Image.open(media / name, formats=_FORMATS) as source:
            upright = ImageOps.exif_transpose(source).convert("RGBA")
        # A new image has the pixels and nothing else; what was transparent shows the paper.
        plain = Image.new("RGB", upright.size, "white")
        plain.paste(upright, mask=upright.getchannel("A"))
        for width in WIDTHS:
            _save(plain, folder / variant(name, width), width, "WEBP", 78)
        _save(plain, folder / variant(name, WIDTHS[-1], "jpg"), WIDTHS[-1], "JPEG", 82)
    return len(names)


def _save(picture: Image.Image, file: Path, width: int, form: str, quality: int) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    height = max(1, round(picture.height * width / picture.width))
    # A small picture is not blown up, but keeps the name under which pages look for it.
    fits = picture.width <= width
    sized = picture if fits else picture.resize((width, height), Image.Resampling.LANCZOS)
    sized.save(file, form, quality=quality)
