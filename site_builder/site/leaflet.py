"""Leaflet, which draws the online map: its files, out of the package that carries them."""

from importlib.resources import files
from pathlib import Path

# The package has nothing to do with a web framework but its name: it is Leaflet's own files.
_PACKAGE = "js_lib_leaflet"
_FILES = ("leaflet.js", "leaflet.css")


def copy_leaflet(folder: Path) -> None:
    """Write Leaflet's script and style sheet into `folder`; its pictures are not used."""
    folder.mkdir(parents=True, exist_ok=True)
    there = files(_PACKAGE).joinpath("static", _PACKAGE)
    for name in _FILES:
        folder.joinpath(name).write_bytes(there.joinpath(name).read_bytes())
