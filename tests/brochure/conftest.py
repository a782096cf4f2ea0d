"""The tiny county's brochures, printed once for all tests of this folder."""

import fcntl
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from site_builder.brochure.making.printing import print_brochures
from site_builder.build import Publication, prepare
from site_builder.site.photos import publish_photos
from tests.county_copy import COUNTY

THEME = Path(__file__).parents[2] / "theme"


@dataclass(frozen=True)
class Printed:
    """A county's brochures in a folder."""

    publication: Publication
    folder: Path
    cache: Path

    @property
    def files(self) -> Mapping[str, Path]:
        """Every brochure by its path."""
        return {
            file.relative_to(self.folder).as_posix(): file for file in self.folder.rglob("*.pdf")
        }

    def again(self, folder: Path, cache: Path | None = None) -> "Printed":
        """Print the same county into another folder, in this process."""
        return printed(self.publication, folder, cache or folder / "cache", workers=1)


def printed(publication: Publication, folder: Path, cache: Path, *, workers: int) -> Printed:
    publish_photos(publication.root / "media", publication.photos, folder)
    print_brochures(
        publication.theme,
        publication.counties,
        publication.site_url,
        folder,
        cache=cache,
        workers=workers,
    )
    return Printed(publication, folder, cache)


@pytest.fixture(scope="session")
def brochures(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """Return the tiny county's brochures, printed in two processes, once for all workers."""
    root = tmp_path_factory.mktemp("brochures")
    publication = prepare(COUNTY, THEME)
    base = tmp_path_factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "printed-once"
    with shared.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not shared.exists():
            printed(publication, root / "site", root / "cache", workers=2)
            shutil.copytree(root, shared)
        else:
            shutil.copytree(shared, root, dirs_exist_ok=True)
    return Printed(publication, root / "site", root / "cache")
