"""ICC profiles of presses: what one is, whether it can be used, and the way into its inks.

Goes in: the bytes of a profile, as a county keeps it or as a press file carries it. Comes out:
a `Profile` that pictures can be converted by. What cannot be used is a `ProfileError`.
"""

from functools import lru_cache
from io import BytesIO
from typing import NamedTuple

from PIL import ImageCms

from site_builder.diagnostics.bilingual import Words

MOST_BYTES = 20_000_000
"""Of a profile that is read; those of print shops have two or three million."""


class Profile(NamedTuple):
    """A profile for four inks that screen colours can be converted by."""

    data: bytes
    name: str
    """What it calls itself, e.g. `Artifex CMYK SWOP Profile`; may be empty."""


class ProfileError(ValueError):
    """A profile that no press file can be made by, with what is wrong with it."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.words = Words(zh, en)


def read_press_profile(data: bytes) -> Profile:
    """Return the profile of a CMYK output device; raise `ProfileError` for anything else.

    The way from screen colours into its inks is tried: a file that was cut short may still say
    in its head that it is one.
    """
    try:
        told = ImageCms.getOpenProfile(BytesIO(data)).profile
        space, use = told.xcolor_space.strip(), told.device_class.strip()
        name = (told.profile_description or "").strip()
    except (OSError, ValueError, ImageCms.PyCMSError) as error:
        raise ProfileError("不是 ICC 特性文件", "it is no ICC profile") from error
    if (space, use) != ("CMYK", "prtr"):
        raise ProfileError(
            f"它是 {space} 的 {use} 文件，不是 CMYK 输出特性文件",
            f"it is a profile of class {use} for {space}, not one of CMYK output",
        )
    try:
        into_inks(data)
    except ImageCms.PyCMSError as error:
        raise ProfileError(
            "文件不全，换算不出油墨", "it is damaged: it does not lead into inks"
        ) from error
    return Profile(data, name)


@lru_cache(maxsize=4)
def into_inks(profile: bytes, source: bytes | None = None) -> ImageCms.ImageCmsTransform:
    """Return what turns RGB into the inks of a profile; `source` is the picture's own profile.

    Relative colorimetric with black point compensation, the way of most prepress programs.
    Raises `ImageCms.PyCMSError` for what is no profile, or none of these colours.
    """
    origin = ImageCms.createProfile("sRGB") if source is None else BytesIO(source)
    return ImageCms.buildTransform(
        origin,
        BytesIO(profile),
        "RGB",
        "CMYK",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
