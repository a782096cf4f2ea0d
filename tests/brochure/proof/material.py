"""What the proofs read: a small edition of the sample county, and every project of it."""

import fcntl
import re
import shutil
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import yaml

from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.making.edition import plan_edition, to_set
from site_builder.brochure.making.press import Press
from site_builder.brochure.making.printing import print_list
from site_builder.brochure.plan import BOOK, Brochure, Product, plan_brochures
from site_builder.build import Publication, prepare
from site_builder.present.event import EditionView
from site_builder.site.photos import publish_photos
from tests.brochure.conftest import THEME
from tests.brochure.pressing import pressed
from tests.brochure.proof.lines import Page, read
from tests.brochure.proof.setting import plain

Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Every scalar stays the string its author wrote."""
ROOT = THEME.parent
FOLDERS = ("projects", "industries", "parks", "policies", "media")
SLUG = "fair"
PROJECTS = ("battery-manganese-sulphate", "castings-surface-treatment")
EVENT = f"""
name: {{zh: 青岚县（厦门）招商推介会, en: "Qinglan Investment Meeting, Xiamen"}}
place: {{zh: 福建省厦门市, en: "Xiamen, Fujian Province"}}
dates: {{start: 2026-12-08, end: 2026-12-10}}
updated: 2026-10-30
printed: 2026-11-20
languages: [zh, en, both]
projects: [{", ".join(PROJECTS)}]
cover:
  title: {{zh: 青岚县招商手册, en: "Investing in Qinglan"}}
  subtitle: {{zh: 厦门招商推介会专刊, en: "Edition for the Xiamen meeting"}}
letter:
  zh: 欢迎到青岚实地踏勘。县投资促进局负责接洽，项目签约或备案后确定代办员。
  en: Come and see the sites. The County Investment Promotion Bureau receives you.
signed: {{zh: 青岚县人民政府办公室, en: "Office of the People's Government of Qinglan County"}}
contacts:
  - unit: {{zh: 青岚县投资促进局, en: "Qinglan County Investment Promotion Bureau"}}
    phone: 0800-5550100
review:
  status: approved
  by: 县项目审定小组
  date: 2026-10-31
"""
WANTED = (
    "zh/a4/handbook.pdf",
    "en/book/handbook.pdf",
    "both/book/handbook.pdf",
    *(f"{tongue}/a4/leaflet-{slug}.pdf" for tongue in ("zh", "both") for slug in PROJECTS[:1]),
    f"en/a4/leaflet-{PROJECTS[1]}.pdf",
    *(
        f"{tongue}/{name}.pdf"
        for tongue in ("zh", "en", "both")
        for name in ("tri-fold/tri-fold", "roll-up/roll-up", "card/table-card")
    ),
)
"""Each book once on each paper and in each language; the pieces in all."""


@dataclass(frozen=True)
class Shelf:
    """Brochures as they are set in pages, tagged, before they are finished."""

    publication: Publication
    folder: Path
    brochures: Mapping[str, Brochure]

    def file(self, path: str) -> Path:
        """Return where a brochure is."""
        return self.folder / path

    def pages(self, path: str) -> Sequence[Page]:
        """Return the pages of a brochure."""
        return _read(self.folder / path)

    def sides(self, path: str) -> Iterator[Sequence[Page]]:
        """Yield the pages of each language of a brochure, as they are read.

        In a book in two languages Chinese stands on the left, on pages of even number, and
        English beside it; a leaflet in two is one leaflet after the other.
        """
        pages = self.pages(path)
        if self.brochures[path].facing is None:
            yield pages
        elif self.brochures[path].project is not None:
            half = len(pages) // 2
            yield from (pages[:half], pages[half:])
        elif self.brochures[path].is_fitted:
            yield from (pages[1::2], pages[::2])
        else:
            yield pages

    def of(self, *products: Product) -> list[str]:
        """Return the paths of all that is made of some products."""
        return [path for path, one in self.brochures.items() if one.product in products]


@cache
def _read(file: Path) -> Sequence[Page]:
    return tuple(read(file))


def fair_county(root: Path) -> Path:
    """Copy the sample county with one small event, frozen by nobody."""
    root.mkdir(parents=True)
    for name in FOLDERS:
        shutil.copytree(ROOT / name, root / name)
    for name in ("county.yml", "mkdocs.yml"):
        shutil.copy(ROOT / name, root / name)
    (root / "theme").symlink_to(THEME)
    (root / "events").mkdir()
    (root / f"events/{SLUG}.yml").write_text(EVENT, "utf-8")
    return root


def fair_shelf(shared: Path, kept: Path | None) -> Shelf:
    """Return the small edition, set once for all processes; `kept` outlives the run."""
    folder = shared / "fair"
    with (shared / "fair.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        county = shared / "fair-county"
        if not county.exists():
            fair_county(county)
        publication = prepare(county, THEME)
        edition = publication.events[SLUG]
        brochures = {b.path: b for b in to_set(plan_edition(edition)) if b.path in WANTED}
        if not (folder / "done").exists():
            press = _press(publication, edition, folder)
            print_list(press, list(brochures.values()), folder, cache=kept, workers=2)
            (folder / "done").touch()
    return Shelf(publication, folder, brochures)


def project_shelf(shared: Path, config: pytest.Config) -> Shelf:
    """Return what shows every project of the sample county: leaflets, and books on book paper.

    The tests of leaflets and of sample books keep the same brochures from one run to the next.
    """
    folder = shared / "projects"
    with (shared / "projects.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        publication = prepare(ROOT, THEME)
        groups = {
            "leaflets": [b for b in plan_brochures(publication.counties) if b.project],
            "project-books": [
                Brochure(f"{language}.pdf", Product.PROJECT_BOOK, language, county, paper=BOOK)
                for language, county in publication.counties.items()
            ],
        }
        if not (folder / "done").exists():
            press = _press(publication, None, folder)
            for name, brochures in groups.items():
                _set(press, brochures, folder, kept_in(config, name))
            (folder / "done").touch()
    return Shelf(publication, folder, {b.path: b for group in groups.values() for b in group})


@cache
def written() -> str:
    """Return what the authors of county and theme wrote, made plain, a text a line."""
    files = [file for name in (*FOLDERS, "theme/locales") for file in (ROOT / name).glob("*.yml")]
    texts = [file.read_text("utf-8") for file in (*files, ROOT / "county.yml")]
    records = [yaml.load(text, Loader) for text in (*texts, EVENT)]  # noqa: S506 - strings only
    return "\n".join(plain(text) for record in records for text in _texts(record))


def _texts(item: object) -> Iterator[str]:
    match item:
        case str():
            yield from re.split(r"\n\s*\n", item)
        case Mapping():
            for one in item.values():
                yield from _texts(one)
        case list():
            for one in item:
                yield from _texts(one)


def kept_in(config: pytest.Config, name: str) -> Path | None:
    """Return a folder that outlives the run; None where pytest is to remember nothing."""
    cache_of = getattr(config, "cache", None)
    return cache_of.mkdir(name) if cache_of else None


def _press(publication: Publication, edition: EditionView | None, folder: Path) -> Press:
    folder.mkdir(exist_ok=True)
    publish_photos(publication.root / "media", publication.photos, folder)
    counties = edition.counties if edition else publication.counties
    return Press(Composer(publication.theme, counties, publication.site_url), folder)


def _set(press: Press, brochures: Collection[Brochure], folder: Path, kept: Path | None) -> None:
    if kept is None:
        kept = folder / "kept"
        kept.mkdir(exist_ok=True)
    files = {brochure.path: kept / press.key(brochure) for brochure in brochures}
    with (kept / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        missing = [brochure for brochure in brochures if not files[brochure.path].exists()]
        for brochure, pdf in pressed(press, missing, workers=2):
            files[brochure.path].write_bytes(pdf)
        for path, file in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, folder / path)
