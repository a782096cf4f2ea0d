"""Where things are on the website: the only place where a slug becomes a URL.

Paths are relative to the website's root: Chinese at the root, English under `en/`.
"""

from site_builder.content.catalog import FOLDERS

LANGUAGES = ("zh", "en")
TAGS = {"zh": "zh-CN", "en": "en"}
"""Language tags for HTML and sitemaps."""

SECTIONS = (
    "projects",
    "industries",
    "parks",
    "policies",
    "invest",
    "about",
    "contact",
    "find",
    "why",
    "services",
    "map",
)
"""The pages below the home page that are not records."""


def prefix(language: str) -> str:
    """Return the folder of a language."""
    return "" if language == "zh" else f"{language}/"


def section_path(section: str, language: str) -> str:
    """Return the path of a section's page: `projects/`; the home page is the empty section."""
    return prefix(language) + (f"{section}/" if section else "")


def language_of(path: str) -> str:
    """Return the language of the page at `path`."""
    return "en" if path.startswith(prefix("en")) else "zh"


def twin(path: str) -> str:
    """Return the path of the same page in the other language."""
    english = prefix("en")
    return path.removeprefix(english) if path.startswith(english) else english + path


def paths(language: str) -> dict[str, str]:
    """Return where a language's own pages and files stand, by the names templates use."""
    sections = {name: section_path(name, language) for name in SECTIONS}
    return {
        "home": section_path("", language),
        "handbook": handbook_path(language),
        "feed": feed_path(language),
        **sections,
    }


def record_path(kind: str, slug: str, language: str) -> str:
    """Return the path of a record's page: `en/projects/battery-manganese/`."""
    return f"{prefix(language)}{FOLDERS[kind]}/{slug}/"


def event_address(site_url: str, path: str, event: str) -> str:
    """Return the address that a printed code opens: a page, told for which event it was printed.

    `site_url` ends in a slash, `path` is that of the page: `…/projects/a/?event=xiamen-2026`.
    """
    return f"{site_url}{path}?event={event}"


def gap_path(industry: str, segment: str, language: str) -> str:
    """Return the path of a gap's page: `en/industries/manganese-materials/battery-cells/`."""
    return f"{record_path('industry', industry, language)}{segment}/"


def leaflet_path(slug: str, language: str) -> str:
    """Return the path of a project's leaflet."""
    return record_path("project", slug, language) + "leaflet.pdf"


def handbook_path(language: str) -> str:
    """Return the path of the county handbook."""
    return prefix(language) + "handbook.pdf"


def feed_path(language: str) -> str:
    """Return the path of the feed of projects."""
    return prefix(language) + "feed.xml"


def landscape_path(kind: str, slug: str) -> str:
    """Return the path of a record's drawn landscape, the same in both languages."""
    return f"assets/landscapes/{FOLDERS.get(kind, kind)}-{slug}.svg"


def up(path: str) -> str:
    """Return the way from a page back to the root: `../../` for `projects/a/`."""
    return "../" * path.count("/") or "./"
