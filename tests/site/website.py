"""A built website as its readers get it: pages by path, parsed once."""

import fcntl
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from posixpath import normpath

import cssselect2
import yaml
from lxml import html

from site_builder.plugin import build_site

COUNTY = Path(__file__).parents[2]
"""The sample county is the repository itself."""

SITE_URL = "https://invest.qinglan.example/"
SECTIONS = ("", "projects", "industries", "parks", "policies", "contact", "find", "map")
PROSE = ("why", "invest", "services", "about")
RECORDS = ("projects", "industries", "parks", "policies")
KINDS = {
    "home": "",
    "catalogue": "projects/",
    "project": "projects/battery-manganese-sulphate/",
    "industries": "industries/",
    "industry": "industries/manganese-materials/",
    "gap": "industries/manganese-materials/cathode-material/",
    "parks": "parks/",
    "park": "parks/jinhe/",
    "policies": "policies/",
    "policy": "policies/manufacturing-investment/",
    "prose": "invest/",
    "contact": "contact/",
    "find": "find/",
    "map": "map/",
}
"""One page of each kind, by its path in Chinese."""

# Every scalar stays the string its author wrote.
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
UNSEEN = ("script", "style", "template")


@dataclass(frozen=True)
class Website:
    """A folder with a website."""

    folder: Path

    @classmethod
    def of_sample(cls, shared: Path) -> "Website":
        """Build the sample county's website, unless another worker has done so."""
        folder = shared / "sample-website"
        with (shared / "sample-website.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not folder.exists():
                build_site(COUNTY, folder, brochures=False)
        return cls(folder)

    @cached_property
    def pages(self) -> dict[str, html.HtmlElement]:
        """Every page but 404.html, parsed, by its path from the root."""
        return {
            file.parent.relative_to(self.folder).as_posix().removeprefix(".")
            + ("" if file.parent == self.folder else "/"): _parsed(file)
            for file in sorted(self.folder.rglob("index.html"))
        }

    @cached_property
    def not_found(self) -> html.HtmlElement:
        """The page for addresses that lead nowhere."""
        return _parsed(self.folder / "404.html")

    def everything(self) -> dict[str, html.HtmlElement]:
        """Return every page, 404.html included."""
        return {**self.pages, "404.html": self.not_found}

    def files(self) -> dict[str, bytes]:
        """Return every file by its path."""
        return {
            file.relative_to(self.folder).as_posix(): file.read_bytes()
            for file in sorted(self.folder.rglob("*"))
            if file.is_file()
        }


def _parsed(file: Path) -> html.HtmlElement:
    return html.document_fromstring(file.read_bytes(), html.HTMLParser(encoding="utf-8"))


@cache
def records(folder: str, county: Path = COUNTY) -> dict[str, dict[str, object]]:
    """Return the approved records of a folder as their authors wrote them."""
    found = {
        file.stem: yaml.load(file.read_text("utf-8"), Loader=_Loader)  # noqa: S506 - makes strings only
        for file in sorted((county / folder).glob("*.yml"))
    }
    return {slug: r for slug, r in found.items() if r["review"]["status"] == "approved"}


def planned_paths() -> set[str]:
    """Return the path of every page that the county's files ask for."""
    chinese = {f"{section}/" if section else "" for section in (*SECTIONS, *PROSE)}
    chinese |= {f"{folder}/{slug}/" for folder in RECORDS for slug in records(folder)}
    chinese |= gap_paths()
    return chinese | {f"en/{path}" for path in chinese}


def gap_paths() -> set[str]:
    """Return the path of every gap's page in Chinese: one for each segment that is not strong."""
    return {
        f"industries/{slug}/{segment['id']}/"
        for slug, industry in records("industries").items()
        for segment in industry.get("segments", [])
        if segment["strength"] != "strong"
    }


def twin_of(path: str) -> str:
    """Return the path of the same page in the other language."""
    return path[3:] if path.startswith("en/") else f"en/{path}"


def resolved(path: str, link: str) -> str:
    """Return the path that a relative link on a page leads to."""
    target = normpath(f"/{path}{link}").strip("/")
    return f"{target}/" if target else ""


def find(page: html.HtmlElement, selector: str) -> list[html.HtmlElement]:
    """Return the elements that a CSS selector finds."""
    wrapper = cssselect2.ElementWrapper.from_html_root(page)
    return [found.etree_element for found in wrapper.query_all(selector)]


def only(page: html.HtmlElement, selector: str) -> html.HtmlElement:
    """Return the one element that a CSS selector finds."""
    found = find(page, selector)
    assert [selector] == [selector for _ in found]
    return found[0]


def seen_texts(page: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, str]]:
    """Yield each text a reader meets, with the element that holds it; attributes included."""
    for element in page.iter():
        if not isinstance(element.tag, str) or element.tag in UNSEEN:
            continue
        for name in ("alt", "title", "aria-label", "placeholder", "content", "data-label"):
            if value := element.get(name):
                yield element, value
        if element.text and element.text.strip():
            yield element, element.text
        for child in element:
            if child.tail and child.tail.strip():
                yield element, child.tail


def language_of(element: html.HtmlElement) -> str:
    """Return the language that an element is marked with, or its nearest ancestor."""
    for holder in (element, *element.iterancestors()):
        if language := holder.get("lang"):
            return language
    return ""


def words(page: html.HtmlElement) -> str:
    """Return the words of a page, white space drawn together."""
    return re.sub(r"\s+", " ", " ".join(text for _, text in seen_texts(page)))
