"""The ICC profile of the press: the one that settings name, or Debian's Ghostscript one."""

from pathlib import Path

from site_builder.brochure.finish.errors import FinishError
from site_builder.diagnostics.trouble import why
from site_builder.icc import Profile, ProfileError, read_press_profile

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
    """Return a profile that is named; it is called after its file if it has no name.

    Raises `FinishError` if it cannot be read, or no press file can be made by it.
    """
    try:
        profile = read_press_profile(path.read_bytes())
    except OSError as error:
        reason = why(error)
        raise FinishError(
            f"色彩配置文件 {path} 读不了（{reason.zh}）。请改正 press.profile。",
            f"The colour profile {path} cannot be read ({reason.en}). Correct press.profile.",
        ) from error
    except ProfileError as error:
        raise FinishError(
            f"色彩配置文件 {path} 用不了：{error.words.zh}。"
            "请向印厂索取 CMYK 输出特性文件，或删去 press.profile。",
            f"The colour profile {path} cannot be used: {error.words.en}. Ask the print shop for "
            "its CMYK output profile, or leave out press.profile.",
        ) from error
    return profile._replace(name=profile.name or path.stem)
