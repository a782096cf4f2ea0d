"""What machines read: sitemap, robots, feed, structured data, contact cards."""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from site_builder.present.county_view import CountyView
from site_builder.present.links import TAGS, feed_path, section_path
from site_builder.present.views import ProjectView
from site_builder.present.voice import Shown
from site_builder.site.pages import Page

Json = dict[str, "str | int | float | Json | list[Json]"]


def sitemap(pages: Iterable[Page], site_url: str) -> str:
    """Return the sitemap of what is listed; each page names its twin in the other language."""
    entries = [_sitemap_entry(page, site_url) for page in pages if page.listed]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n' + "\n".join(entries) + "\n</urlset>\n"
    )


def _sitemap_entry(page: Page, site_url: str) -> str:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{tag}" href="{escape(site_url + path)}"/>'
        for tag, path in page.alternates
    )
    updated = f"<lastmod>{page.updated}</lastmod>" if page.updated else ""
    return f"<url><loc>{escape(site_url + page.path)}</loc>{updated}{links}</url>"


def robots(site_url: str) -> str:
    """Return robots.txt: everything may be read."""
    return f"User-agent: *\nAllow: /\nSitemap: {site_url}sitemap.xml\n"


def feed(county: CountyView, site_url: str) -> str:
    """Return an Atom feed of the projects, the last updated first (RFC 4287)."""
    projects = sorted(county.projects, key=lambda p: (-p.sort["updated"], p.slug))
    words = county.voice.words["brochure"]
    home = site_url + section_path("", county.language)
    newest = projects[0].brief.updated.iso if projects else county.brief.updated.iso
    entries = "\n".join(_feed_entry(project, site_url) for project in projects[:30])
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{TAGS[county.language]}">\n'
        f"<title>{escape(f'{county.brief.site_title} · {words.feed}')}</title>\n"
        f'<id>{escape(home)}</id><link href="{escape(home)}"/>'
        f'<link rel="self" href="{escape(site_url + feed_path(county.language))}"/>\n'
        f"<updated>{newest}T00:00:00Z</updated>\n"
        f"<author><name>{escape(str(county.brief.bureau.unit))}</name></author>\n"
        f"{entries}\n</feed>\n"
    )


def _feed_entry(project: ProjectView, site_url: str) -> str:
    url = escape(site_url + project.path)
    return (
        f"<entry><title>{escape(str(project.brief.title))}</title><id>{url}</id>"
        f'<link href="{url}"/><updated>{project.brief.updated.iso}T00:00:00Z</updated>'
        f"<summary>{escape(str(project.brief.summary))}</summary></entry>"
    )


def vcard(contact: Shown) -> str:
    """Return a contact card (RFC 6350, version 3.0 as phones read it)."""
    name = _line(contact.person or contact.unit)
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"FN:{name}",
        f"N:{name};;;;",
        f"ORG:{_line(contact.unit)}",
        f"TITLE:{_line(contact.title)}" if contact.title else "",
        f"TEL;TYPE=WORK,VOICE:{_line(contact.phone)}",
        f"EMAIL;TYPE=WORK:{_line(contact.email)}" if contact.email else "",
        f"ADR;TYPE=WORK:;;{_line(contact.address)};;;;" if contact.address else "",
        "END:VCARD",
    ]
    return "\r\n".join(line for line in lines if line) + "\r\n"


def _line(value: object) -> str:
    text = str(value).replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return " ".join(text.split())


def structured_data(page: Page, county: CountyView, site_url: str) -> Json:
    """Return what schema.org has words for: the bureau, the way to the page, the page."""
    bureau = county.brief.bureau
    publisher: Json = {
        "@type": "GovernmentOrganization",
        "name": str(bureau.unit),
        "telephone": str(bureau.phone),
        "url": site_url,
    }
    data: Json = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": page.title,
        "description": page.description,
        "inLanguage": TAGS[page.language],
        "url": site_url + page.path,
        "publisher": publisher,
        "breadcrumb": _breadcrumb(page, county, site_url),
    }
    if page.updated:
        data["dateModified"] = page.updated
    return data


def _breadcrumb(page: Page, county: CountyView, site_url: str) -> Json:
    words = county.voice.words
    steps: Sequence[tuple[str, str]] = [
        (str(words["site"]["home"]), section_path("", page.language))
    ]
    if page.section:
        name = str(words["nav"][page.section])
        steps = [*steps, (name, section_path(page.section, page.language))]
    if page.path not in {path for _, path in steps}:
        steps = [*steps, (page.title, page.path)]
    items: list[Json] = [
        {"@type": "ListItem", "position": number, "name": name, "item": site_url + path}
        for number, (name, path) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
