"""The ICC profile of the press: the one that settings name, or Debian's Ghostscript one."""

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import ImageCms

from site_builder.brochure.finish.errors import FinishError

PACKAGE = "libgs-common"
"""The Debian package with the default profile."""

_NAME = "default_cmyk.icc"
_FOLDERS = (
    "/usr/share/color/icc/ghostscript",
    "/usr/share/ghostscript/*/iccprofiles",
    "/usr/local/share/ghostscript/*/iccprofiles",
    "/opt/homebrew/share/ghostscript/*/iccprofiles",
)
"""Where Debian, other systems and Homebrew put Ghostscript's profiles."""


class Profile(NamedTuple):
    """A profile for four inks."""

    data: bytes
    name: str
    """What it calls itself, e.g. `Artifex CMYK SWOP Profile`."""


def installed_profile() -> Path | None:
    """Return Ghostscript's profile for four inks, None where it is not installed."""
    root = Path("/")
    found = (path for folder in _FOLDERS for path in sorted(root.glob(f"{folder[1:]}/{_NAME}")))
    return next(found, None)


def find_profile(named: Path | None = None) -> Path:
    """Return the profile that settings name, else the installed one.

    Raises `FinishError` if there is none.
    """
    if named is not None:
        return named
    found = installed_profile()
    if found is None:
        raise FinishError(
            f"没有印刷色彩配置文件（ICC）：请安装 apt-get install --no-install-recommends {PACKAGE}"
            "，或在设置中写明 press.profile。",
            "There is no colour profile (ICC) of a press: apt-get install "
            f"--no-install-recommends {PACKAGE}, or name one in press.profile.",
        )
    return found


def read_profile(path: Path) -> Profile:
    """Return a profile; raise `FinishError` if it cannot be read or is not of a CMYK press."""
    try:
        data = path.read_bytes()
        told = ImageCms.getOpenProfile(BytesIO(data)).profile
        space, kind = told.xcolor_space.strip(), told.device_class.strip()
        name = ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(told)).strip()
    except (OSError, ImageCms.PyCMSError) as error:
        raise FinishError(
            f"读不了色彩配置文件 {path}：{error}。请改正 press.profile。",
            f"The colour profile {path} cannot be read: {error}. Correct press.profile.",
        ) from error
    if (space, kind) != ("CMYK", "prtr"):
        raise FinishError(
            f"{path} 不是四色印刷的配置文件（{space}，{kind}）。请改正 press.profile。",
            f"{path} is no profile of a CMYK press ({space}, {kind}). Correct press.profile.",
        )
    return Profile(data, name or path.stem)


@lru_cache(maxsize=4)
def transform(profile: bytes, source: bytes | None) -> ImageCms.ImageCmsTransform:
    """Return what turns RGB into the inks of a profile; `source` is the picture's own profile.

    Relative colorimetric with black point compensation, the way of most prepress programs.
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
