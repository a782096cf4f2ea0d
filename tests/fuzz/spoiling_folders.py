"""Spoils a copy of a county's folder: what stands in its files, and the files themselves."""

import os
import random
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath

import yaml

from site_builder.content.yaml_text.strict_yaml import parse
from tests.county_copy import COUNTY
from tests.fuzz.spoiling import spoilt_bytes, spoilt_values

_LIMITS = """checks:
  limits:
    figure_age: 24个月
    record_age: 12个月
    revenue_tolerance: 5%
    return_tolerance: 0.2%
    benchmark_rate: 8%
    office_land: 7%
    office_floor_area: 15%
  lowered:
    - {rule: return-below-benchmark, to: note, reason: 县里另有规定}
  glossary:
    - {zh: 代办员, en: [service officer]}
"""
_FOLDERS = ("projects", "industries", "parks", "policies")
_NAMES = (
    *("x.yml", ".yml", "x.YML", "con.yml", "长名.yml", "a b.yml", "-x.yml", "x.yml.yml", "x\n.yml"),
    *("e\u0301.yml", "\u202ex.yml", "\U0001f69c.yml", "a" * 250 + ".yml", "[red]x.yml", "x.yml~"),
    os.fsdecode(b"\xff\xfe.yml"),
)
"""Names that files may have: reserved ones, a very long one, one that is no UTF-8."""


def county_to_spoil(root: Path) -> Path:
    """Copy the tiny county into a new folder, with limits of its own; return the folder."""
    shutil.copytree(COUNTY, root)
    (root / "docs").mkdir()
    with (root / "county.yml").open("a", encoding="utf-8") as file:
        file.write(_LIMITS)
    return root


def spoil_folder(root: Path, chance: random.Random) -> None:
    """Spoil one to three things in a county's folder."""
    for _ in range(chance.randint(1, 3)):
        chance.choice(_WAYS)(root, chance)


def _files(root: Path) -> Sequence[Path]:
    return [root / "county.yml", *(file for name in _FOLDERS for file in _inside(root / name))]


def _inside(folder: Path) -> Sequence[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else ()


def _spoil_bytes(root: Path, chance: random.Random) -> None:
    file = chance.choice(_files(root))
    if file.is_file():
        file.write_bytes(spoilt_bytes(file.read_bytes(), chance))


def _spoil_values(root: Path, chance: random.Random) -> None:
    file = chance.choice(_files(root))
    if file.is_file():
        text = file.read_bytes().decode("utf-8", "replace")
        tree, _, _ = parse(text, PurePosixPath(file.name))
        if tree is not None:
            written = yaml.safe_dump(spoilt_values(tree, chance), allow_unicode=True)
            file.write_bytes(written.encode("utf-8", "surrogatepass"))


def _put_in_a_file(root: Path, chance: random.Random) -> None:
    folder = root / chance.choice(_FOLDERS)
    if folder.is_dir():
        copied = chance.choice(_files(root))
        data = copied.read_bytes() if copied.is_file() else b""
        target = folder / chance.choice(_NAMES)
        if not target.is_dir():
            target.write_bytes(data)


def _put_in_something_else(root: Path, chance: random.Random) -> None:
    folder = root / chance.choice(_FOLDERS)
    file = folder / chance.choice(("x.yml", "y.yml"))
    if not folder.is_dir() or os.path.lexists(file):
        return
    match chance.randrange(4):
        case 0:
            file.mkdir()
        case 1:
            file.symlink_to(chance.choice(("nowhere", "x.yml", "../county.yml", "/")))
        case 2:
            os.mkfifo(file)
        case 3:
            file.write_bytes(b"")


def _replace(root: Path, chance: random.Random) -> None:
    """Take a file or a folder away; leave nothing, a folder, a file or a link in its place."""
    path = chance.choice([*_files(root), *(root / name for name in (*_FOLDERS, "media"))])
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
    match chance.randrange(4):
        case 0:
            path.mkdir()
        case 1:
            path.write_bytes(b"\xff\xd8\xff")
        case 2:
            path.symlink_to("nowhere")


def _spoil_a_picture(root: Path, chance: random.Random) -> None:
    for file in _inside(root / "media"):
        if file.is_file():
            data = file.read_bytes()
            file.write_bytes(spoilt_bytes(data[: chance.choice((0, 4, 100, len(data)))], chance))


def _spoil_a_page(root: Path, chance: random.Random) -> None:
    (root / "docs").mkdir(exist_ok=True)
    page = root / "docs" / chance.choice(("index.md", "index.en.md", "about.md"))
    page.write_bytes(spoilt_bytes("# 青岚县\n\n投资12亿元，占全国的35%。\n".encode() * 20, chance))


_WAYS: Sequence[Callable[[Path, random.Random], None]] = (
    *(_spoil_bytes, _spoil_values, _spoil_values, _spoil_values, _put_in_a_file),
    *(_put_in_something_else, _replace, _spoil_a_picture, _spoil_a_page),
)
