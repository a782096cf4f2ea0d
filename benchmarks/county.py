"""Makes counties of any size out of the sample county: real texts, new names."""

import re
import shutil
from pathlib import Path

import yaml

REPOSITORY = Path(__file__).resolve().parent.parent
_SHORT = 40
_LIMITED = {"title", "tagline", "summary"}
COPIED = ("industries", "parks", "policies", "media", "docs", "theme", "mkdocs.yml")


def generate(folder: Path, projects: int) -> None:
    """Write a county with `projects` approved projects into `folder`.

    The projects are the sample county's, over and over; each has a slug and a title of its
    own, so that no page equals another.
    """
    folder.mkdir(parents=True)
    for name in COPIED:
        source = REPOSITORY / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            shutil.copy(source, folder / name)
    sources = [file for file in sorted((REPOSITORY / "projects").glob("*.yml")) if _approved(file)]
    (folder / "projects").mkdir()
    slugs = []
    for number in range(projects):
        source = sources[number % len(sources)]
        slug = f"{source.stem}-{number:05d}"
        slugs.append(slug)
        (folder / "projects" / f"{slug}.yml").write_text(
            _renamed(source, number, first=number < len(sources)), "utf-8"
        )
    _call_anew(folder / "industries", dict(zip((s.stem for s in sources), slugs, strict=False)))
    county = (REPOSITORY / "county.yml").read_text("utf-8")
    featured = "featured: [" + ", ".join(slugs[:6]) + "]\n"
    county = re.sub(r"^featured:.*?(?=^\S)", featured, county, flags=re.S | re.M)
    (folder / "county.yml").write_text(county, "utf-8")


def _call_anew(industries: Path, slugs: dict[str, str]) -> None:
    """Let industries name the first copy of each project they named; a small county lacks some."""
    for file in industries.glob("*.yml"):
        text = file.read_text("utf-8")
        for named in re.findall(r"^ +projects: \[(.*)\]$", text, flags=re.M):
            anew = ", ".join(slugs[name] for name in named.split(", ") if name in slugs)
            text = text.replace(f"projects: [{named}]", f"projects: [{anew}]")
        file.write_text(text, "utf-8")


def _approved(file: Path) -> bool:
    record = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - strings only
    return bool(record["review"]["status"] == "approved")


def _renamed(source: Path, number: int, *, first: bool) -> str:
    record = yaml.load(source.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    record["title"]["zh"] += f"之{number}"
    record["title"]["en"] += f" no. {number}"
    if not first:
        # A plot is promised once.
        record.pop("park", None)
        record.pop("plots", None)
        _make_unlike(record, number)
    text = yaml.safe_dump(record, allow_unicode=True, sort_keys=False, default_style='"', width=200)
    return str(text)


def _make_unlike(value: object, number: int) -> None:
    """Add a number to every longer text, so that none is checked once for all copies."""
    if isinstance(value, list):
        for part in value:
            _make_unlike(part, number)
    elif isinstance(value, dict) and set(value) == {"zh", "en"}:
        if len(value["en"]) > _SHORT:
            value["zh"] += f"（之{number}）"
            value["en"] += f" (no. {number})"
    elif isinstance(value, dict):
        for key, part in value.items():
            if key not in _LIMITED:
                _make_unlike(part, number)
