"""Where things are on the website: the only place where a slug becomes a URL.

Paths are relative to the website's root: Chinese at the root, English under `en/`.
"""

LANGUAGES = ("zh", "en")
TAGS = {"zh": "zh-CN", "en": "en"}
"""Language tags for HTML and sitemaps."""

FOLDERS = {
    "project": "projects",
    "industry": "industries",
    "park": "parks",
    "policy": "policies",
}


def prefix(language: str) -> str:
    """Return the folder of a language."""
    return "" if language == "zh" else f"{language}/"


def section_path(section: str, language: str) -> str:
    """Return the path of a section's page: `projects/`; the home page is the empty section."""
    return prefix(language) + (f"{section}/" if section else "")


def record_path(kind: str, slug: str, language: str) -> str:
    """Return the path of a record's page: `en/projects/battery-manganese/`."""
    return f"{prefix(language)}{FOLDERS[kind]}/{slug}/"


def leaflet_path(slug: str, language: str) -> str:
    """Return the path of a project's leaflet."""
    return record_path("project", slug, language) + "leaflet.pdf"


def handbook_path(language: str) -> str:
    """Return the path of the county handbook."""
    return prefix(language) + "handbook.pdf"


def landscape_path(kind: str, slug: str) -> str:
    """Return the path of a record's drawn landscape, the same in both languages."""
    return f"assets/landscapes/{FOLDERS.get(kind, kind)}-{slug}.svg"


def up(path: str) -> str:
    """Return the way from a page back to the root: `../../` for `projects/a/`."""
    return "../" * path.count("/") or "./"
