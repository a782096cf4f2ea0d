"""The frame around every page, and how a page is poured into it.

The host (MkDocs with Material) renders one frame for each language and depth, with markers
where a page's own title, content and links go. Markers are letters only, so that neither
escaping nor URL encoding changes them. A poured page is byte for byte what the host would
have rendered for it, at the cost of a few replacements.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from site_builder.present.county_view import CountyView
from site_builder.present.links import LANGUAGES, TAGS, prefix
from site_builder.present.unbroken import unbroken

SECTIONS = ("projects", "find", "industries", "parks", "policies", "invest", "about", "contact")
"""The sections of the main navigation, in order."""

DEPTHS = {"zh": (0, 1, 2, 3), "en": (1, 2, 3, 4)}
"""How deep pages lie below the root: home, section, record, gap of an industry."""

FRAME_FOLDER = "zsframe"
_CURRENT = ' aria-current="page"'


@dataclass(frozen=True)
class Head:
    """What the frame says of one page. Every value is already safe to stand in HTML."""

    title: str
    description: str
    canonical: str
    twin: str
    """The same page in the other language, relative to this page."""
    meta: Markup
    """Open Graph, JSON-LD and the like."""
    current: Mapping[str, str]
    """For every section, what marks its link as current."""
    content: Markup


def head(  # noqa: PLR0913 - these are the seven things a frame says of a page
    *,
    title: str,
    description: str,
    canonical: str,
    twin: str,
    meta: Markup,
    section: str,
    content: Markup,
) -> Head:
    """Build the head of a page; plain strings are escaped, figures of the content kept whole."""
    return Head(
        title=str(escape(title)),
        description=str(escape(description)),
        canonical=str(escape(canonical)),
        twin=str(escape(twin)),
        meta=meta,
        current={name: _CURRENT if name == section else "" for name in SECTIONS},
        content=Markup(unbroken(content)),  # noqa: S704 - spans are all that is added
    )


MARKERS = Head(
    title="ZSMARKTITLE",
    description="ZSMARKDESCRIPTION",
    canonical="ZSMARKCANONICAL",
    twin="ZSMARKTWIN",
    meta=Markup("ZSMARKMETA"),
    current={name: f" ZSMARKCURRENT{name.upper()}" for name in SECTIONS},
    content=Markup("ZSMARKCONTENT"),
)

_MARKER = re.compile(r" ?ZSMARK[A-Z]+")


def frame_pages() -> Mapping[tuple[str, int], str]:
    """Return the source path of the page that the host renders as each frame."""
    pages = {}
    for language in LANGUAGES:
        for level, depth in enumerate(DEPTHS[language]):
            folder = prefix(language) + f"{FRAME_FOLDER}/" * level
            pages[language, depth] = f"{folder}index.md"
    return pages


def pour(frame: str, page: Head) -> str:
    """Return the frame with its markers replaced by what `page` says."""
    values = {
        "ZSMARKTITLE": page.title,
        "ZSMARKDESCRIPTION": page.description,
        "ZSMARKCANONICAL": page.canonical,
        "ZSMARKTWIN": page.twin,
        "ZSMARKMETA": str(page.meta),
        "ZSMARKCONTENT": str(page.content),
        **{f" ZSMARKCURRENT{name.upper()}": page.current[name] for name in SECTIONS},
    }

    def value(match: re.Match[str]) -> str:
        marker = match.group()
        if marker in values:
            return values[marker]
        return " " + values[marker.strip()]

    return _MARKER.sub(value, frame)


def frame_context(county: CountyView) -> dict[str, object]:
    """Return what the frame's own templates read: words, county, navigation."""
    words = county.voice.words
    exchange = county.brief.exchange
    note = words.site.exchange.format(
        rate=exchange.rate, date=exchange.date, source=exchange.source
    )
    other = "zh" if county.language == "en" else "en"
    return {
        "w": words,
        "county": county,
        "sections": SECTIONS,
        "home": county.paths["home"] or "./",
        "other_tag": TAGS[other],
        # Only the English pages give sums in dollars.
        "exchange_note": note if county.language == "en" else "",
    }
