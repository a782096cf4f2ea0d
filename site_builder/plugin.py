"""MkDocs as host: it renders the frames and the prose; the records are poured in afterwards.

The only module that imports MkDocs, both to be run by it (`mkdocs build`, `mkdocs serve`)
and to run it (`zhaoshang build`, `zhaoshang serve`). It stands beside the command line
rather than inside `site/`, because what it starts prints brochures as well. A plugin is a
list of events that delegate.
"""

import gc
import logging
import os
import shutil
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal, cast

from jinja2 import Environment, TemplateError
from markupsafe import Markup
from mkdocs.commands.build import build as host_build
from mkdocs.commands.serve import serve as host_serve
from mkdocs.config import config_options, load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as HostPage
from mkdocs.utils.templates import TemplateContext

from site_builder.build import (
    BuildFailedError,
    BuildReport,
    ContentErrors,
    Publication,
    Report,
    Written,
    clear_away,
    prepare,
    publish,
    refuse_foreign,
    restore,
    silent,
    swap,
    verify,
)
from site_builder.diagnostics import Diagnostic
from site_builder.diagnostics.language import reader_language
from site_builder.diagnostics.printing import as_text
from site_builder.present.county_view import CountyView
from site_builder.present.links import TAGS, language_of
from site_builder.present.words import MissingWordError
from site_builder.site.error_page import error_page, show_errors
from site_builder.site.frame import MARKERS, Head, frame_context, frame_pages
from site_builder.site.host_log import listening
from site_builder.site.pages import Page
from site_builder.site.prose import PROSE, prose_head, prose_page

# Not one of the host's loggers: in strict mode it stops at whatever they say.
log = logging.getLogger("zhaoshang")

WATCHED = ("projects", "industries", "parks", "policies", "events", "media", "county.yml")


class Settings(Config):
    """The plugin's settings in mkdocs.yml."""

    brochures = config_options.Type(bool, default=True)


class ZhaoshangPlugin(BasePlugin[Settings]):
    """Publishes a county's records inside a MkDocs site."""

    language = reader_language()
    """What findings are printed in; the host makes the plugin, so it is set on the class."""

    def __init__(self) -> None:
        self.serving = False
        self.report: Report = silent
        self.publication: Publication | None = None
        self.prepared = False
        self.errors: Sequence[Diagnostic] = ()
        self.written = Written(0, 0)
        self.frames: dict[tuple[str, int], str] = {}
        self.prose: list[Page] = []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview; having this event also keeps the plugin alive."""
        del dirty
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check everything before a single file is written."""
        if not self.prepared:
            self._prepare(config)
        self.frames, self.prose = {}, []
        # The 404 page and the sitemap know both languages; the website writes them itself.
        config.theme.static_templates -= {"404.html", "sitemap.xml"}
        if self.publication is not None and not self.serving:
            config.site_url = self.publication.site_url
        return config

    def _prepare(self, config: MkDocsConfig) -> None:
        root = Path(config.config_file_path).parent
        self.errors = ()
        try:
            self.publication = prepare(root, Path(config.theme.dirs[0]))
        except ContentErrors as errors:
            self.errors = errors.findings
            if not self.serving:
                raise Abort(self._listed(errors.findings)) from errors
        if self.errors:
            # A preview goes on with what was last whole, and shows the errors in the page.
            log.error(self._listed(self.errors))

    def _listed(self, findings: Sequence[Diagnostic]) -> str:
        return "\n\n".join(as_text(finding, self.language) for finding in findings)

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the pages that are rendered as frames; keep the theme's sources unpublished."""
        if self.publication is None:
            return Files([])
        missing = [page for page in PROSE if files.get_file_from_path(page) is None]
        if missing:
            raise Abort(f"docs/ lacks {', '.join(missing)}: every page leads there")
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
        del config, files
        env.autoescape = True
        return env

    def on_page_context(
        self, context: TemplateContext, page: HostPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the frame its words, and what it says of this page."""
        del nav
        language = language_of(page.url)
        # Pages are rendered one after another, so the theme's language can follow the page.
        config.theme["language"] = TAGS[language]
        publication = self._published()
        county = publication.counties[language]
        own = cast("dict[str, object]", context)
        own.update(frame_context(county))
        if page.file.src_uri in frame_pages().values():
            own["head"] = MARKERS
        else:
            own["head"] = self._prose_head(publication, county, page)
        return context

    def _prose_head(self, publication: Publication, county: CountyView, page: HostPage) -> Head:
        description = str(page.meta.get("description", county.brief.summary))
        planned = prose_page(county, page.url.removeprefix("./"), str(page.title), description)
        self.prose.append(planned)
        return prose_head(
            publication.theme.environment,
            county,
            planned,
            publication.site_url,
            title=str(page.title),
            lead=str(page.meta.get("lead", "")),
            body=Markup(page.content),  # noqa: S704 - prose is written by the site's owner
        )

    def on_post_page(self, output: str, page: HostPage, config: MkDocsConfig) -> str:
        """Keep the frames; they are not pages of the website."""
        del config
        for key, source in frame_pages().items():
            if page.file.src_uri == source:
                self.frames[key] = output
                return ""
        return output

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Pour every record into its frame, and print the brochures."""
        folder = Path(config.site_dir)
        if self.publication is not None:
            self.written = publish(
                self.publication,
                folder,
                self.frames,
                self.prose,
                brochures=self.config.brochures and not self.serving,
                report=self.report,
            )
        if self.errors and self.publication is not None:
            show_errors(folder, self.errors)
        elif self.errors:
            error_page(folder, self.errors)

    def on_serve(
        self,
        server: LiveReloadServer,
        config: MkDocsConfig,
        builder: Callable[..., object],
    ) -> LiveReloadServer:
        """Watch the records and the theme as well as the prose."""
        del builder
        root = Path(config.config_file_path).parent
        for name in WATCHED:
            if (root / name).exists():
                server.watch(str(root / name))
        server.watch(config.theme.dirs[0])
        return server

    def _published(self) -> Publication:
        if self.publication is None:
            raise BuildFailedError("a page was rendered before anything was published")
        return self.publication


def build_site(
    root: Path,
    site_dir: Path | None = None,
    *,
    strict: bool = False,
    brochures: bool = True,
    report: Report = silent,
) -> BuildReport:
    """Build a county's website and brochures, and put them in the place of the old ones.

    `strict` makes warnings stop the build; `report` is told of progress. Raises
    `ContentErrors` for what an author can mend and `BuildFailedError` for the rest; in
    both cases the website that was there before stays as it was.
    """
    started = time.monotonic()
    target = (site_dir or root / "site").resolve()
    refuse_foreign(target, root)
    restore(target)
    clear_away(target)
    # A build makes many values and drops few: looking for cycles among them all would take
    # a third of its time.
    gc.disable()
    staging = target.with_name(f".{target.name}-{os.getpid()}")
    try:
        publication = prepare(root, root / "theme", strict=strict)
        written = _build_with_host(publication, staging, brochures=brochures, report=report)
        verify(staging)
        swap(staging, target)
    finally:
        gc.enable()
        shutil.rmtree(staging, ignore_errors=True)
    seconds = time.monotonic() - started
    return BuildReport(
        written.pages,
        written.documents,
        seconds,
        target,
        publication.findings,
        publication.lowered,
    )


def _build_with_host(
    publication: Publication, staging: Path, *, brochures: bool, report: Report
) -> Written:
    warnings: list[str] = []
    try:
        config = load_config(str(publication.root / "mkdocs.yml"), site_dir=str(staging))
        plugin = config.plugins.get("zhaoshang")
        if not isinstance(plugin, ZhaoshangPlugin):
            raise BuildFailedError("mkdocs.yml does not name the plugin zhaoshang")
        plugin.publication, plugin.prepared, plugin.report = publication, True, report
        plugin.config.brochures = plugin.config.brochures and brochures
        with listening() as warnings:
            host_build(config)
    except MkDocsException as error:
        raise BuildFailedError("\n".join([*warnings, str(error)])) from error
    except (TemplateError, MissingWordError) as error:
        raise BuildFailedError(f"theme: {type(error).__name__}: {error}") from error
    return plugin.written


def serve_site(root: Path, address: str = "127.0.0.1:8000", language: str = "") -> None:
    """Show the county's website at `address`, rebuilt whenever a file changes.

    Findings are printed in `language`, or in the reader's own; the page shows both.
    """
    ZhaoshangPlugin.language = language or reader_language()
    # A preview shows what is wrong; it does not stop at it.
    host_serve(str(root / "mkdocs.yml"), dev_addr=address, livereload=True, strict=False)


__all__ = ["ZhaoshangPlugin", "build_site", "serve_site"]
