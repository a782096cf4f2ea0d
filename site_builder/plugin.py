"""MkDocs as host: it renders the frames and the prose; the records are poured in afterwards.

The only module that imports MkDocs. A plugin is a list of events that delegate.
"""

import logging
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as HostPage

from site_builder.build import ContentErrors, Publication, cores, prepare
from site_builder.diagnostics.printing import as_text
from site_builder.present.links import prefix
from site_builder.present.views import CountyView
from site_builder.site.frame import MARKERS, SECTIONS, Head, frame_pages, head
from site_builder.site.pages import Page, twin_path
from site_builder.site.writer import Website

log = logging.getLogger("mkdocs.plugins.zhaoshang")

class Settings(Config):
    """The plugin's settings in mkdocs.yml."""

    brochures = config_options.Type(bool, default=True)


class ZhaoshangPlugin(BasePlugin[Settings]):
    """Publishes a county's records inside a MkDocs site."""

    publication: Publication
    frames: dict[tuple[str, int], str]
    prose: list[Page]

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check everything before a single file is written."""
        root = Path(config.config_file_path).parent
        try:
            self.publication = prepare(root, Path(config.theme.dirs[0]))
        except ContentErrors as errors:
            text = "\n".join(as_text(finding, "zh") for finding in errors.findings)
            raise Abort(text) from errors
        self.frames, self.prose = {}, []
        # The 404 page and the sitemap know both languages; the website writes them itself.
        config.theme.static_templates -= {"404.html", "sitemap.xml"}
        config.site_url = self.publication.site_url
        config.site_name = str(self.publication.counties["zh"].brief.site_title)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the pages that are rendered as frames; keep the theme's sources unpublished."""
        own = (Path(config.docs_dir), Path(config.theme.dirs[0]) / "assets")
        for file in list(files):
            # Material's styles and scripts are not used, the theme's sources not published.
            if not any(Path(str(file.abs_src_path)).is_relative_to(folder) for folder in own):
                files.remove(file)
        for source in frame_pages().values():
            files.append(
                File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            )
        return files

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Escape everything that templates show; MkDocs does not by itself."""
        env.autoescape = True
        return env

    def on_page_context(
        self, context: dict[str, object], page: HostPage, config: MkDocsConfig, nav: Navigation
    ) -> Mapping[str, object]:
        """Give the frame its words, and what it says of this page."""
        language = "en" if page.url.startswith("en/") else "zh"
        # Pages are rendered one after another, so the theme's language can follow the page.
        config.theme["language"] = language
        county = self.publication.counties[language]
        context |= _frame_context(county)
        context["head"] = MARKERS if self._is_frame(page) else self._prose_head(page, county)
        return context

    def _is_frame(self, page: HostPage) -> bool:
        return page.file.src_uri in frame_pages().values()

    def _prose_head(self, page: HostPage, county: CountyView) -> Head:
        path = page.url.removeprefix("./")
        section = path.removeprefix(prefix(county.language)).strip("/")
        title = f"{page.title} · {county.brief.name}"
        description = str(page.meta.get("description", county.brief.summary))
        record = Page(
            path=path,
            twin=twin_path(path),
            language=county.language,
            section=section if section in SECTIONS else "",
            template="prose.html",
            title=title,
            description=description,
            updated=str(getattr(county.brief.updated, "iso", "")),
            view=county,
        )
        self.prose.append(record)
        template = self.publication.theme.environment.get_template("templates/prose.html")
        content = template.render(
            page=record,
            county=county,
            w=county.voice.words,
            root=record.root,
            title=page.title,
            lead=page.meta.get("lead", ""),
            body=Markup(page.content),  # noqa: S704 - prose is written by the site's owner
        )
        return head(
            title=title,
            description=description,
            canonical=self.publication.site_url + path,
            twin=record.root + record.twin,
            meta=Markup(""),
            section=record.section,
            content=Markup(content),  # noqa: S704 - escaped by the template
        )

    def on_post_page(self, output: str, page: HostPage, config: MkDocsConfig) -> str:
        """Keep the frames; they are not pages of the website."""
        for key, source in frame_pages().items():
            if page.file.src_uri == source:
                self.frames[key] = output
                return ""
        return output

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Pour every record into its frame."""
        publication, folder = self.publication, Path(config.site_dir)
        website = Website(publication.theme, publication.counties, publication.site_url)
        website.write(folder, self.frames, self.prose, workers=cores())

    def on_serve(
        self, server: LiveReloadServer, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Watch the records and the theme as well as the prose."""
        root = Path(config.config_file_path).parent
        for name in ("projects", "industries", "parks", "policies", "media", "county.yml"):
            if (root / name).exists():
                server.watch(str(root / name))
        server.watch(config.theme.dirs[0])
        return server


def _frame_context(county: CountyView) -> dict[str, object]:
    words = county.voice.words
    exchange = county.brief.exchange
    note = str(words["site"]["exchange"]).format(  # type: ignore[index]
        rate=exchange.rate,  # type: ignore[attr-defined]
        date=exchange.date,  # type: ignore[attr-defined]
        source=exchange.source,  # type: ignore[attr-defined]
    )
    folder = prefix(county.language)
    return {
        "w": words,
        "county": county,
        "sections": SECTIONS,
        "folder": folder,
        "home": folder or "./",
        "other_tag": "zh-CN" if county.language == "en" else "en",
        "exchange_note": note if county.language == "en" else "",
    }


__all__ = ["ZhaoshangPlugin"]
