"""Finds the faces of Noto CJK that are installed.

A face is looked up by its name: in the collections the first one is Japanese.
"""

import shutil
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTCollection, TTFont

FAMILIES = ("Noto Sans CJK SC", "Noto Serif CJK SC")
"""Text and figures; titles. The tokens `--sans` and `--serif` name them first."""

WEIGHTS = {"Regular": 400, "Bold": 700}
"""The weights that brochures use, by the name of their style."""

HELP = "Debian and Ubuntu: apt-get install fontconfig fonts-noto-cjk libpangoft2-1.0-0"


class FontsMissingError(RuntimeError):
    """A family that brochures are set in is not installed."""


@dataclass(frozen=True)
class Face:
    """One face of one family: a file and the place in it."""

    family: str
    weight: int
    file: Path
    number: int

    @property
    def identity(self) -> str:
        """What tells this face from another release of it: name, size and date of its file."""
        state = self.file.stat()
        names = f"{self.family} {self.weight} {self.file.name} {self.number}"
        return f"{names} {state.st_size} {int(state.st_mtime)}"


@lru_cache(maxsize=1)
def installed_faces() -> tuple[Face, ...]:
    """Return the faces of all families and weights.

    Raises `FontsMissingError` when one is not installed.
    """
    finder = shutil.which("fc-list")
    if finder is None:
        raise FontsMissingError(f"fontconfig is not installed. {HELP}")
    return tuple(_face(finder, family, style) for family in FAMILIES for style in WEIGHTS)


def installed_in(characters: frozenset[str]) -> frozenset[str]:
    """Return those of `characters` that every installed face has."""
    held = [_characters(face) for face in installed_faces()]
    return frozenset(sign for sign in characters if all(ord(sign) in codes for codes in held))


@lru_cache(maxsize=4)
def _characters(face: Face) -> frozenset[int]:
    with TTFont(face.file, fontNumber=face.number, lazy=True) as font:
        return frozenset(font.getBestCmap())


def _face(finder: str, family: str, style: str) -> Face:
    # The family is one of ours; nothing from outside reaches the command.
    listed = subprocess.run(  # noqa: S603 - a fixed program, names of fonts
        [finder, "--format", "%{file}\n", f"{family}:style={style}"],
        capture_output=True,
        check=True,
        text=True,
    )
    for line in sorted(set(listed.stdout.splitlines())):
        number = _number(Path(line), family, style)
        if number is not None:
            return Face(family, WEIGHTS[style], Path(line), number)
    raise FontsMissingError(f"the font {family} {style} is not installed. {HELP}")


def _number(file: Path, family: str, style: str) -> int | None:
    """Return where in a file the face of this name stands."""
    if file.suffix.lower() not in (".ttc", ".otc"):
        with TTFont(file, lazy=True) as font:
            return 0 if _named(font, family, style) else None
    with TTCollection(file, lazy=True) as collection:
        faces = enumerate(collection.fonts)
        return next((number for number, font in faces if _named(font, family, style)), None)


def _named(font: TTFont, family: str, style: str) -> bool:
    names = font["name"]
    return (names.getDebugName(1), names.getDebugName(2)) == (family, style)
