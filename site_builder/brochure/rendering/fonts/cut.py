"""Cuts fonts and keeps them: what was cut once is found again by what went into it."""

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path

from site_builder.brochure.rendering.fonts import outlines, spacing
from site_builder.brochure.rendering.fonts.installed import Face, installed_faces
from site_builder.lifeline import lifeline

NAME = "fonts"
"""The folder's name in the addresses of `Fonts.css`."""

# Fewer characters are cut sooner than a second process is there.
_ENOUGH_FOR_TWO = 500


@dataclass(frozen=True)
class Fonts:
    """Fonts that hold some characters."""

    folder: Path
    """Where their files are."""
    characters: frozenset[str]
    identity: str
    """What tells these fonts from others: a digest of sources, characters and program."""
    faces: tuple[Face, ...]
    mark: str = ""
    """Added to the families' names in the rules. Fonts that stand beside others need one:
    WeasyPrint takes two fonts for the same if their first names are. They are still found by
    their families' names, which their files hold."""

    @property
    def css(self) -> str:
        """The `@font-face` rules; their files are in `/fonts/`, under the families' own names."""
        return "\n".join(
            f"@font-face {{ font-family: '{face.family}{self.mark}'; font-weight: {face.weight};"
            f" src: url('file:///{NAME}/{self.file(face).name}') }}"
            for face in self.faces
        )

    def file(self, face: Face) -> Path:
        """Return where a cut face is."""
        return self.folder / f"{face.family.replace(' ', '')}-{face.weight}-{self.identity}.ttf"


def fonts_folder() -> Path:
    """Return where cut fonts are kept: for all counties of one user, since they share them."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "zhaoshang/fonts"


def cut_fonts(characters: frozenset[str], cache: Path, *, mark: str = "") -> Fonts:
    """Return fonts with those of `characters` that the installed ones have.

    They are cut unless they are in `cache`. Several processes may ask at the same time: one
    cuts, the others wait. Raises `FontsMissingError` when a family is not installed.
    """
    faces = installed_faces()
    fonts = Fonts(cache, characters, _identity(faces, characters), faces, mark)
    if _missing(fonts):
        cache.mkdir(parents=True, exist_ok=True)
        with _alone(cache / "lock"):
            _cut_all(fonts, _missing(fonts))
    return fonts


def _missing(fonts: Fonts) -> list[Face]:
    return [face for face in fonts.faces if not fonts.file(face).exists()]


def _identity(faces: tuple[Face, ...], characters: frozenset[str]) -> str:
    sources = (__file__, outlines.__file__, spacing.__file__)
    program = [Path(str(source)).read_text("utf-8") for source in sources]
    parts = [*(face.identity for face in faces), "".join(sorted(characters)), *program]
    parts.append(version("fonttools"))
    return sha256("\n".join(parts).encode()).hexdigest()[:32]


def _cut_all(fonts: Fonts, faces: list[Face]) -> None:
    write = partial(_write, fonts)
    if len(fonts.characters) < _ENOUGH_FOR_TWO or len(faces) < 2:
        for face in faces:
            write(face)
        return
    fork = get_context("fork")
    with ProcessPoolExecutor(os.cpu_count(), fork, initializer=lifeline().follow) as pool:
        list(pool.map(write, faces))


def _write(fonts: Fonts, face: Face) -> None:
    """Cut one face and write its file, which is there whole or not at all."""
    font = outlines.cut(face, fonts.characters)
    spacing.add_spacing(font)
    # The day of cutting must not be seen in a brochure.
    font.recalcTimestamp = False
    file = fonts.file(face)
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    font.save(part)
    part.replace(file)


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """Hold a lock that no other process has at the same time."""
    # Where there is none, websites are still built: only brochures need it.
    import fcntl

    with file.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
