"""What machines read: sitemap, robots, feeds, structured data, contact cards, drawings."""

import json
import re
from datetime import date, datetime

import pytest
from lxml import etree, html
from PIL import Image

from site_builder.theme import Theme
from tests.site.website import (
    COUNTY,
    SITE_URL,
    Website,
    find,
    language_of,
    only,
    planned_paths,
    records,
    twin_of,
)

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
ATOM = "{http://www.w3.org/2005/Atom}"
SVG = "{http://www.w3.org/2000/svg}"


def sitemap(website: Website) -> dict[str, dict[str, str]]:
    """Return, for each address in the sitemap, its alternates."""
    root = etree.fromstring((website.folder / "sitemap.xml").read_bytes())
    entries = root.findall(f"{SITEMAP}url")
    found = {
        url.findtext(f"{SITEMAP}loc"): {
            link.get("hreflang"): link.get("href") for link in url.findall(f"{XHTML}link")
        }
        for url in entries
    }
    assert len(entries) == len(found)
    return found


def test_the_sitemap_lists_every_page_once(website: Website) -> None:
    """The sitemap has the planned pages, each once, and nothing else."""
    assert {SITE_URL + path for path in planned_paths()} == set(sitemap(website))


def test_the_sitemap_names_twins_both_ways(website: Website) -> None:
    """An entry names itself and its twin, and its twin's entry names the same two."""
    entries = sitemap(website)
    for address, alternates in entries.items():
        path = address.removeprefix(SITE_URL)
        tag, other = ("en", "zh-CN") if path.startswith("en/") else ("zh-CN", "en")
        assert {tag: address, other: SITE_URL + twin_of(path)} == alternates
        assert entries[alternates[other]] == alternates


def test_the_sitemap_gives_the_day_of_the_record(website: Website) -> None:
    """The last change of a project's page is the day its author wrote."""
    root = etree.fromstring((website.folder / "sitemap.xml").read_bytes())
    days = {url[0].text: url.findtext(f"{SITEMAP}lastmod") for url in root}
    for slug, record in records("projects").items():
        assert record["updated"] == days[f"{SITE_URL}projects/{slug}/"]
    assert all(date.fromisoformat(day) for day in days.values())


def test_robots_may_read_everything(website: Website) -> None:
    """robots.txt forbids nothing and names the sitemap."""
    lines = (website.folder / "robots.txt").read_text("utf-8").splitlines()
    assert ["User-agent: *", "Allow: /", f"Sitemap: {SITE_URL}sitemap.xml"] == lines


@pytest.mark.parametrize(("folder", "tag"), [("", "zh-CN"), ("en/", "en")])
def test_the_feed_lists_the_projects(website: Website, folder: str, tag: str) -> None:
    """The Atom feed has every project, the last updated first, with what RFC 4287 asks for."""
    feed = etree.fromstring((website.folder / folder / "feed.xml").read_bytes())
    assert f"{ATOM}feed" == feed.tag
    assert tag == feed.get("{http://www.w3.org/XML/1998/namespace}lang")
    entries = feed.findall(f"{ATOM}entry")
    slugs = set(records("projects"))
    wanted = {f"{SITE_URL}{folder}projects/{slug}/" for slug in slugs}
    assert wanted == {entry.findtext(f"{ATOM}id") for entry in entries}
    moments = [entry.findtext(f"{ATOM}updated") for entry in entries]
    assert sorted(moments, reverse=True) == moments
    for element in (feed, *entries):
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated"))
        assert element.findtext(f"{ATOM}title").strip() != ""
        assert element.find(f"{ATOM}link").get("href").startswith(SITE_URL)
    assert feed.findtext(f"{ATOM}author/{ATOM}name") != ""


def test_pages_name_their_feed(website: Website) -> None:
    """Each page names the feed of its own language."""
    for path, page in website.pages.items():
        link = only(page, "link[type='application/atom+xml']").get("href")
        folder = "en/" if path.startswith("en/") else ""
        assert ("../" * path.count("/") or "./") + f"{folder}feed.xml" == link


def structured(page: html.HtmlElement) -> dict[str, object]:
    """Return the structured data of a page."""
    return json.loads(only(page, "script[type='application/ld+json']").text)


def test_structured_data_describes_the_page(website: Website) -> None:
    """The JSON-LD of every page parses and says what its head says."""
    for path, page in website.pages.items():
        data = structured(page)
        assert "https://schema.org" == data["@context"]
        assert SITE_URL + path == data["url"]
        assert page.get("lang") == data["inLanguage"]
        assert only(page, "head title").text == data["name"]
        assert only(page, "meta[name=description]").get("content") == data["description"]


def test_the_breadcrumb_ends_at_the_page(website: Website) -> None:
    """The steps of the breadcrumb are numbered, are pages of the site, and end at this page."""
    for path, page in website.pages.items():
        steps = structured(page)["breadcrumb"]["itemListElement"]
        assert list(range(1, len(steps) + 1)) == [step["position"] for step in steps]
        assert SITE_URL + path == steps[-1]["item"]
        assert {step["item"].removeprefix(SITE_URL) for step in steps} <= set(website.pages)


def test_open_graph_says_what_the_head_says(website: Website) -> None:
    """Each page has the Open Graph properties, equal to its title, description and address."""
    for path, page in website.pages.items():
        found = {
            meta.get("property").removeprefix("og:"): meta.get("content")
            for meta in find(page, "meta[property^='og:']")
        }
        english = path.startswith("en/")
        assert {
            "type": "website",
            "site_name": "Invest in Qinglan" if english else "青岚县投资促进网",
            "title": only(page, "head title").text,
            "description": only(page, "meta[name=description]").get("content"),
            "url": SITE_URL + path,
            "locale": "en_GB" if english else "zh_CN",
        } == found


def contact_card(data: bytes) -> dict[str, str]:
    """Return the properties of a contact card without their parameters."""
    text = data.decode("utf-8")
    assert text.endswith("\r\n")
    lines = text.removesuffix("\r\n").split("\r\n")
    assert ["BEGIN:VCARD", "VERSION:3.0", "END:VCARD"] == [*lines[:2], lines[-1]]
    assert "\n" not in "".join(lines)
    pairs = [line.split(":", 1) for line in lines[2:-1]]
    return {name.split(";")[0]: value for name, value in pairs}


@pytest.mark.parametrize(("folder", "language"), [("", "zh"), ("en/", "en")])
def test_contact_cards_hold_the_first_contact(website: Website, folder: str, language: str) -> None:
    """A project's contact card has the office and the number of its first contact."""
    for slug, record in records("projects").items():
        contact = record["contacts"][0]
        card = contact_card((website.folder / folder / f"projects/{slug}/contact.vcf").read_bytes())
        plain = re.sub(r"\\(.)", r"\1", card["ORG"])
        assert (contact["unit"][language], contact["phone"]) == (plain, card["TEL"])
        assert card["FN"] != ""
        assert f"{card['FN']};;;;" == card["N"]


def test_chain_maps_are_drawings_of_their_own(website: Website) -> None:
    """Each industry with segments has a map to take away, well-formed, titled and alone."""
    for slug, record in records("industries").items():
        for folder in ("", "en/"):
            file = website.folder / folder / f"industries/{slug}/chain.svg"
            assert bool(record.get("segments")) == file.exists()
            if file.exists():
                svg = etree.fromstring(file.read_bytes())
                assert f"{SVG}svg" == svg.tag
                assert svg.findtext(f"{SVG}title") != ""
                assert [] == svg.findall(f".//{SVG}script") + svg.findall(f".//{SVG}a")
                drawn = [node.text for node in svg.iter(f"{SVG}text")]
                assert svg.findtext(f"{SVG}title") == drawn[0]
                with Image.open(file.with_suffix(".png")) as picture:
                    assert (picture.format, picture.width) == ("PNG", 1920)


def test_drawings_are_well_formed(website: Website) -> None:
    """Every published SVG parses as XML and loads nothing."""
    for name, data in website.files().items():
        if name.endswith(".svg"):
            svg = etree.fromstring(data)
            assert (name, f"{SVG}svg") == (name, svg.tag)
            assert (name, []) == (name, [*svg.iter(f"{SVG}image", f"{SVG}use", f"{SVG}script")])


def test_the_lost_page_is_not_indexed(website: Website) -> None:
    """404.html asks not to be indexed, starts its links at the root, and speaks English as well."""
    page = website.not_found
    assert "noindex" == only(page, "meta[name=robots]").get("content")
    assert "/" == only(page, "head base").get("href")
    assert "en" == language_of(only(page, "div[lang=en] h2"))


def test_the_lost_page_takes_its_words_from_the_locales(website: Website) -> None:
    """Both languages say the same, and lead to their own home page and projects."""
    page = website.not_found
    en = Theme(COUNTY / "theme").words("en")["error"]
    other = only(page, "div[lang=en]")
    said = [element.text_content().strip() for element in other.iter("h2", "p", "a")]
    assert [en.title, en.text, f"{en.home} {en.projects}", en.home, en.projects] == said
    links = [link.get("href") for link in find(page, ".wrap.section .button")]
    assert ["./", "projects/", "en/", "en/projects/"] == links
