"""Nothing internal, unapproved or active comes out, whatever the files hold."""

import base64
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
import yaml
from lxml import etree, html
from playwright.sync_api import BrowserContext
from pydantic import BaseModel

from site_builder.build import ContentErrors, prepare, silent
from site_builder.checks.scope import terms_of
from site_builder.content.catalog import Catalog, Entry
from site_builder.content.model import Text
from site_builder.content.reader import read_catalog
from site_builder.plugin import _build_with_host
from site_builder.present.county import present_county
from site_builder.present.links import LANGUAGES
from site_builder.publish.gate import open_gate
from tests.county_copy import CountyCopy
from tests.site.served import serving
from tests.site.tiny import PROJECT, built, publishable
from tests.site.website import COUNTY, RECORDS, Website, only, words

MARKER = re.compile(r"ZH(?:INTERNAL|DRAFT)-[A-Za-z0-9-]*[A-Za-z0-9]")
DRAFT = "silica-quartz"


def markers(county: Path = COUNTY) -> set[str]:
    """Return every marker planted in a county's files."""
    files = [county / "county.yml", *(f for name in RECORDS for f in (county / name).glob("*.yml"))]
    return {marker for file in files for marker in MARKER.findall(file.read_text("utf-8"))}


def disguises(text: str) -> Iterator[bytes]:
    """Yield a text as it may hide in a file: plain, wide, escaped, in base64 at any offset."""
    data = text.encode()
    yield data
    yield text.encode("utf-16-le")
    yield text.encode("utf-16-be")
    yield quote(text, safe="").encode()
    yield json.dumps(text).strip('"').encode()
    for shift in range(3):
        encoded = base64.b64encode(b"\0" * shift + data)
        # The first and the last group depend on what stands beside the text.
        yield encoded[4 if shift else 0 : -4]


def leaks(website: Website, secrets: set[str]) -> set[tuple[str, str]]:
    """Return each file that holds a secret in any form, and each whose name does."""
    forms = [(secret, form) for secret in secrets for form in disguises(secret)]
    found = set()
    for name, data in website.files().items():
        found |= {(name, secret) for secret, form in forms if form in data}
        found |= {(name, secret) for secret in secrets if secret in name}
    return found


def test_the_search_for_leaks_finds_each_disguise(tmp_path: Path) -> None:
    """A secret is found in every form in which it may come out, and in the name of a file."""
    for number, form in enumerate(disguises("ZHINTERNAL-probe-1")):
        (tmp_path / f"{number}.bin").write_bytes(b"\x01" + form + b"\x02")
    (tmp_path / "ZHINTERNAL-probe-1.txt").write_bytes(b"")
    found = leaks(Website(tmp_path), {"ZHINTERNAL-probe-1"})
    assert {file.name for file in tmp_path.iterdir()} == {name for name, _ in found}


def test_markers_are_planted_in_every_kind_of_record() -> None:
    """There are markers to look for, in county, projects, industries, parks and policies."""
    planted = markers()
    assert len(planted) >= 10
    kinds = {marker.split("-")[1] for marker in planted if marker.startswith("ZHINTERNAL")}
    assert {"county", "proj", "chain", "park", "policy"} <= kinds
    assert any(marker.startswith("ZHDRAFT") for marker in planted)


def test_no_marker_is_in_any_byte_of_the_website(website: Website) -> None:
    """What is internal and what is a draft stands in no file, in no form."""
    assert set() == leaks(website, {*markers(), "ZHINTERNAL", "ZHDRAFT"})


def test_the_draft_is_nowhere(website: Website) -> None:
    """The slug of the draft project is in no file and in no file's name."""
    record = yaml.safe_load((COUNTY / f"projects/{DRAFT}.yml").read_text("utf-8"))
    assert record["review"]["status"] != "approved"
    assert set() == leaks(website, {DRAFT})


def test_the_tiny_county_keeps_its_secrets(tiny: CountyCopy) -> None:
    """Internal fields, an unapproved project and every fact of the review stay inside."""
    for file in tiny.root.glob("*/*.yml"):
        text = file.read_text("utf-8")
        signed = text.replace("by: 县项目审定小组", "by: CANARY-reviewer")
        signed = signed.replace("  department: {zh: 县", "  department: {zh: CANARY-department ")
        file.write_text(signed.replace("  date: 2026-09-18", "  date: 2026-09-11"), "utf-8")
    county_text = "by: 县项目审定小组, date: 2026-09-18, next: 2027-09-18"
    tiny.edit("county.yml", county_text, "by: CANARY-reviewer, date: 2026-09-11, next: 2047-01-31")
    website = built(tiny)
    days = {"2026-09-11", "2026年9月11日", "11 September 2026", "2047-01-31", "2047年", "2047"}
    # Numbers of a drawing may hold any four figures, so the year alone is sought in words.
    assert set() == leaks(website, days - {"2047"} | {"CANARY"})
    assert not any("2047" in words(page) for page in website.everything().values())


# --- a hostile county -----------------------------------------------------------------

HOSTILE = (
    "\"'><script>hacked=1</script><img src=x onerror=hacked=1>"
    "<svg onload=hacked=1></svg><a href='javascript:hacked=1'>x</a>"
    "]]>--></title></script></textarea></style>"
    "{{ 7191*7 }}{% raw %}${7191*7}<%= 7191*7 %>{#x#} {count} "
    "[y](javascript:hacked=1) &lt;b&gt; &#x22; \\"
)


MARKS = " ZSMARKCONTENT ZSMARKTITLE"
OUTSIDE = re.compile(r"(?i)^\s*(?!https:|tel:|mailto:)[a-z][a-z0-9+.-]*:")
WATCHED = ("script", "style", "iframe", "object", "embed", "base", "meta", "link", "form", "svg")


def poisoned(value: object, text: str) -> object:
    """Return a copy of a value whose every text is hostile."""
    if isinstance(value, Text):
        return type(value).model_construct(zh=f"县{text}", en=f"c{text}")
    if isinstance(value, tuple):
        return tuple(poisoned(item, text) for item in value)
    if isinstance(value, BaseModel):
        fields = {name: poisoned(getattr(value, name), text) for name in type(value).model_fields}
        return type(value).model_construct(**fields)
    return value


def hostile_catalog(root: Path) -> Catalog:
    """Return a county whose every text is hostile, as if no check had looked at it."""
    catalog, _ = read_catalog(root)

    def spoilt(entries: Mapping[str, Entry]) -> dict[str, Entry]:
        return {
            slug: replace(entry, record=poisoned(entry.record, HOSTILE + MARKS))
            for slug, entry in entries.items()
        }

    return replace(
        catalog,
        county=replace(catalog.county, record=poisoned(catalog.county.record, HOSTILE)),
        projects=spoilt(catalog.projects),
        industries=spoilt(catalog.industries),
        parks=spoilt(catalog.parks),
        policies=spoilt(catalog.policies),
    )


@pytest.fixture(scope="module")
def websites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Website]:
    """Return the website of the tiny county as it is, and with every text hostile."""
    county = publishable(tmp_path_factory.mktemp("hostile") / "county")
    tame = prepare(county.root, county.root / "theme")
    catalog = hostile_catalog(county.root)
    public = open_gate(catalog, terms_of(catalog.county))
    counties = {
        language: present_county(public, language, tame.theme.words(language))
        for language in LANGUAGES
    }
    found = {}
    for name, publication in (("tame", tame), ("hostile", replace(tame, counties=counties))):
        found[name] = Website(county.root / name)
        _build_with_host(publication, found[name].folder, brochures=False, report=silent)
    return found


def counted(page: html.HtmlElement) -> dict[str, int]:
    """Return how many of the elements that can do or load something a page has."""
    return {tag: len([*page.iter(tag)]) for tag in WATCHED}


def test_hostile_texts_make_no_elements(websites: dict[str, Website]) -> None:
    """A hostile county has as many scripts, frames, forms and drawings as a tame one."""
    tame, hostile = websites["tame"].everything(), websites["hostile"].everything()
    assert {path: counted(page) for path, page in tame.items()} == {
        path: counted(page) for path, page in hostile.items()
    }


def test_hostile_texts_make_no_handlers_and_no_active_links(websites: dict[str, Website]) -> None:
    """No attribute handles events, and no address has a scheme that runs something."""
    for path, page in websites["hostile"].everything().items():
        attributes = [(k, v) for element in page.iter() for k, v in element.attrib.items()]
        assert (path, []) == (path, [name for name, _ in attributes if name.startswith("on")])
        addresses = [v for k, v in attributes if k in {"href", "src", "action", "xlink:href"}]
        assert (path, []) == (path, [a for a in addresses if OUTSIDE.match(a)])


def test_hostile_texts_are_shown_as_they_are(websites: dict[str, Website]) -> None:
    """Titles show the hostile text to the letter; template syntax is not computed anywhere."""
    for folder, sign in (("", "县"), ("en/", "c")):
        for path in ("projects/cathode/", "industries/batteries/", "parks/hexi/"):
            page = websites["hostile"].pages[folder + path]
            assert sign + HOSTILE + MARKS == only(page, "h1").text_content()
    assert [] == [n for n, data in websites["hostile"].files().items() if b"50337" in data]


def test_hostile_texts_leave_machine_files_whole(websites: dict[str, Website]) -> None:
    """Sitemap, feeds, drawings, structured data and contact cards stay well-formed."""
    tame, hostile = websites["tame"], websites["hostile"]
    for name, data in hostile.files().items():
        if name.endswith((".xml", ".svg")):
            active = [*etree.fromstring(data).iter("{*}script", "{*}image", "{*}foreignObject")]
            assert (name, []) == (name, active)
        if name.endswith(".vcf"):
            lines = [line.split(b":")[0] for line in data.split(b"\r\n")]
            assert [line.split(b":")[0] for line in tame.files()[name].split(b"\r\n")] == lines
    for page in hostile.pages.values():
        data = json.loads(only(page, "script[type='application/ld+json']").text)
        assert only(page, "head title").text == data["name"]


def test_a_browser_runs_nothing_of_a_hostile_county(
    websites: dict[str, Website], context: BrowserContext
) -> None:
    """In Chromium no hostile text of any page is executed."""
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    with serving(websites["hostile"].folder) as url:
        for path in [*websites["hostile"].pages, "nowhere/"]:
            page.goto(url + path)
            assert (path, "undefined") == (path, page.evaluate("typeof window.hacked"))
    assert [] == errors


def test_text_that_claims_to_be_html_is_refused_in_prose(tiny: CountyCopy) -> None:
    """A build with a script in a paragraph is refused before anything is written."""
    tiny.edit(PROJECT, "需求逐年增长。", "需求<script>alert(1)</script>增长。")
    with pytest.raises(ContentErrors) as refused:
        built(tiny)
    assert ["raw-html"] == [finding.code for finding in refused.value.findings]
    assert not (tiny.root / "site").exists()
