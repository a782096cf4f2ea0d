"""The prose pages of `docs/`: the host renders their Markdown, this gives them their head."""

import re

from jinja2 import Environment
from markupsafe import Markup

from site_builder.present.county_view import CountyView
from site_builder.present.links import LANGUAGES, prefix
from site_builder.site.frame import SECTIONS, Head, head
from site_builder.site.pages import Page
from site_builder.site.prose_tables import with_ready_tables
from site_builder.site.render import page_meta

_POLICY = re.compile(r'<a href="[^":]*policies/([a-z0-9-]+)/"[^>]*>(.*?)</a>', re.DOTALL)


PROSE = tuple(
    f"{prefix(language)}{name}.md"
    for language in LANGUAGES
    for name in ("why", "invest", "services", "about")
)
"""The prose pages that the frame's links lead to."""


def prose_page(county: CountyView, path: str, title: str, description: str) -> Page:
    """Return the plan of a prose page at `path`."""
    section = path.removeprefix(prefix(county.language)).strip("/")
    return Page(
        path=path,
        language=county.language,
        section=section if section in SECTIONS else "",
        template="prose.html",
        title=f"{title} · {county.brief.name}",
        description=description,
        updated=county.brief.updated.iso,
        view=county,
    )


def prose_head(  # noqa: PLR0913 - what the host knows of a page
    environment: Environment,
    county: CountyView,
    page: Page,
    site_url: str,
    *,
    title: str,
    lead: str,
    body: Markup,
) -> Head:
    """Return what the frame says of a prose page; `body` is its rendered Markdown."""
    content = environment.get_template("templates/prose.html").render(
        page=page,
        county=county,
        w=county.voice.words,
        root=page.root,
        title=title,
        lead=lead,
        body=with_ready_tables(_without_ended(body, county.ended), title),
    )
    return head(
        title=page.title,
        description=page.description,
        canonical=site_url + page.path,
        twin=page.root + page.twin,
        meta=page_meta(environment, county, page, site_url),
        section=page.section,
        content=Markup(content),  # noqa: S704 - escaped by the template
    )


def _without_ended(body: Markup, ended: frozenset[str]) -> Markup:
    """Leave the words of a link to a policy that is over, since its page is gone."""
    return Markup(  # noqa: S704 - prose is written by the site's owner
        _POLICY.sub(lambda match: match[2] if match[1] in ended else match[0], body)
    )
