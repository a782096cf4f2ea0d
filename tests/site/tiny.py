"""The tiny county with what a website needs besides: settings, theme, prose pages."""

import shutil
from pathlib import Path

from site_builder.plugin import build_site
from tests.county_copy import COUNTY as TINY
from tests.county_copy import CountyCopy
from tests.site.website import COUNTY, PROSE, Website

PROJECT = "projects/cathode.yml"
TITLE = 'en: "Cathode material, 20,000 tonnes a year"'
CHANGED = 'en: "Cathode materials, 20,000 tonnes a year"'


def publishable(root: Path) -> CountyCopy:
    """Copy the tiny county into a new folder, ready to be built."""
    county = CountyCopy.of(TINY, root)
    shutil.copytree(COUNTY / "theme", root / "theme")
    for name in PROSE:
        for folder, text in (("docs", "一段话。"), ("docs/en", "A paragraph.")):
            (root / folder).mkdir(parents=True, exist_ok=True)
            prose = f"---\ntitle: {name.title()}\n---\n\n{text}\n"
            (root / folder / f"{name}.md").write_text(prose, "utf-8")
    settings = (COUNTY / "mkdocs.yml").read_text("utf-8")
    without = settings.replace("  - zhaoshang\n", "  - zhaoshang: {brochures: false}\n")
    (root / "mkdocs.yml").write_text(without, "utf-8")
    return county


def built(county: CountyCopy) -> Website:
    """Build a county's website into its own folder."""
    report = build_site(county.root, brochures=False)
    return Website(report.site_dir)


def leftovers(county: CountyCopy) -> list[str]:
    """Return the names of what builds have left beside the website."""
    return sorted(path.name for path in county.root.glob(".site*"))
