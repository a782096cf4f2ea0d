"""What a computer needs to build a county's website, and the line that gets what it lacks."""

import ctypes
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from site_builder.brochure.finish.profile import PACKAGE, installed_profile
from site_builder.content.catalog import FOLDERS

_APT = "apt-get install --no-install-recommends"
# What WeasyPrint loads when it starts, with the Debian package of each.
_LIBRARIES = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz.so.0": "libharfbuzz0b",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
_FONTS = ("Noto Serif CJK SC", "Noto Sans CJK SC")
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True)
class Finding:
    """One thing that was looked for."""

    name: str
    found: str
    """What was found, e.g. a version or a path; empty if it is missing."""
    remedy: str = ""
    """The line that gets it."""
    needed: bool = True
    """Whether a build is impossible without it."""


def examine(root: Path) -> Iterator[Finding]:
    """Look at the computer and at the county's folder; change nothing."""
    yield _python()
    yield from _packages()
    yield from (_library(name, package) for name, package in _LIBRARIES.items())
    yield from (_font(family) for family in _FONTS)
    yield _browser()
    yield _profile()
    yield from _county(root)
    yield _disk(root)


def _python() -> Finding:
    found = ".".join(map(str, sys.version_info[:3])) if sys.version_info >= (3, 11) else ""
    return Finding("Python 3.11", found, f"{_APT} python3.11 python3-venv")


def _packages() -> Iterator[Finding]:
    """Yield the Python libraries that the program names as its dependencies."""
    install = "pip install -c requirements.lock -e ."
    try:
        requirements = requires("zhaoshang") or []
    except PackageNotFoundError:
        yield Finding("zhaoshang", "", install)
        return
    for requirement in requirements:
        if "extra ==" in requirement:
            continue
        name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
        try:
            yield Finding(name, version(name))
        except PackageNotFoundError:
            yield Finding(name, "", install)


def _library(name: str, package: str) -> Finding:
    try:
        ctypes.CDLL(name)
    except OSError:
        return Finding(name, "", f"{_APT} {package}")
    return Finding(name, package)


def _font(family: str) -> Finding:
    """Look a font up by its exact name: fontconfig never fails, it offers another font."""
    if shutil.which("fc-match") is None:
        return Finding(family, "", f"{_APT} fontconfig fonts-noto-cjk")
    answer = _output("fc-match", "--format=%{family[0]}\n%{file}", family).splitlines()
    found = answer[1] if len(answer) > 1 and answer[0] == family else ""
    return Finding(family, found, f"{_APT} fonts-noto-cjk")


def _output(*command: str) -> str:
    result = subprocess.run(  # noqa: S603 - fixed programs, names of fonts
        command, capture_output=True, text=True, check=False
    )
    return result.stdout


def _browser() -> Finding:
    paths = [path for name in _BROWSERS if (path := shutil.which(name))]
    found = paths[0] if paths else ""
    return Finding("Chromium (make test)", found, f"{_APT} chromium", needed=False)


def _profile() -> Finding:
    """Look for the profile that press files are made with unless the settings name another."""
    found = installed_profile()
    remedy = f"{_APT} {PACKAGE}"
    return Finding("CMYK profile (ICC)", str(found or ""), remedy, needed=False)


def _county(root: Path) -> Iterator[Finding]:
    county = root / "county.yml"
    found = str(county) if county.is_file() else ""
    yield Finding("county.yml", found, "zhaoshang new county county")
    for kind, folder in FOLDERS.items():
        count = len(list((root / folder).glob("*.yml")))
        remedy = f"zhaoshang new {kind} SLUG"
        yield Finding(f"{folder}/", str(count) if count else "", remedy, needed=False)


def _disk(root: Path) -> Finding:
    try:
        with tempfile.TemporaryFile(dir=root):
            return Finding(f"{root}/", f"{shutil.disk_usage(root).free // 2**20} MiB")
    except OSError:
        return Finding(f"{root}/", "", f"chmod u+w {root}")
