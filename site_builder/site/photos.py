"""Photographs for the web, in several widths, and for print; nothing is hidden inside.

Saving the pixels alone leaves out everything a camera writes beside them: place, time,
owner.
"""

import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path

from PIL import Image

from site_builder.checks.across.pictures import orientation_of
from site_builder.content.picture import PRINT_HEIGHT, PRINT_WIDTH
from site_builder.theme import WIDTHS, variant

_FORMATS = ("JPEG", "PNG", "WEBP")
_TURNED: dict[object, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""How a picture comes upright, by the numbers of Exif 2.3, orientation."""


def publish_photos(media: Path, files: Iterable[str], folder: Path) -> int:
    """Write every width of every picture into `folder`; return the number of pictures."""
    names = sorted(set(files))
    for name, plain in _plain(media, names):
        for width in WIDTHS:
            sized = _sized(plain, width)
            _save(sized, folder / variant(name, width), "WEBP", 78)
        _save(sized, folder / variant(name, WIDTHS[-1], "jpg"), "JPEG", 82)
    return len(names)


def photos_for_print(media: Path, files: Iterable[str], folder: Path) -> None:
    """Write every picture into `folder` as it goes to a press.

    It has what 300 dots an inch take, and no more; a smaller one keeps the pixels it has.
    """
    for name, plain in _plain(media, sorted(set(files))):
        share = max(PRINT_WIDTH / plain.width, PRINT_HEIGHT / plain.height)
        file = folder / variant(name, PRINT_WIDTH, "jpg")
        _save(_sized(plain, round(plain.width * share)), file, "JPEG", 92)


def _plain(media: Path, names: Iterable[str]) -> Iterator[tuple[str, Image.Image]]:
    """Yield pictures by name: upright, on white, and nothing but their pixels."""
    for name in names:
        # A preview goes on with what was last whole; a picture named there may have gone.
        if not (media / name).is_file():
            continue
        # Notes of a camera that are damaged are thrown away like all others.
        silence = warnings.catch_warnings(action="ignore", category=UserWarning)
        with silence, Image.open(media / name, formats=_FORMATS) as source:
            upright = _upright(source).convert("RGBA")
        # A new image has the pixels and nothing else; what was transparent shows the paper.
        plain = Image.new("RGB", upright.size, "white")
        plain.paste(upright, mask=upright.getchannel("A"))
        yield name, plain


def _upright(picture: Image.Image) -> Image.Image:
    """Turn a picture as its camera says.

    `ImageOps.exif_transpose` writes all a camera noted anew, which is thrown away here, and
    trips over a note that is damaged where no reader would see anything wrong.
    """
    turned = _TURNED.get(orientation_of(picture))
    return picture if turned is None else picture.transpose(turned)


def _sized(picture: Image.Image, width: int) -> Image.Image:
    """Return a picture in a width; a small one is not blown up."""
    if picture.width <= width:
        return picture
    height = max(1, round(picture.height * width / picture.width))
    return picture.resize((width, height), Image.Resampling.LANCZOS)


def _save(picture: Image.Image, file: Path, form: str, quality: int) -> None:
    # A small picture, too, has the name under which pages look for it.
    file.parent.mkdir(parents=True, exist_ok=True)
    picture.save(file, form, quality=quality)
