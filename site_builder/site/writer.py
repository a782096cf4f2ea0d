"""The website as files: pages, landscapes, and what machines read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from site_builder.draw.chains.png import chain_png
from site_builder.draw.pictures import Pictures
from site_builder.lifeline import Lifeline, lifeline
from site_builder.present.county_view import CountyView
from site_builder.present.links import feed_path
from site_builder.present.views import IndustryView, ProjectView
from site_builder.site.find_data import find_script
from site_builder.site.leaflet import copy_leaflet
from site_builder.site.machines import feed, robots, sitemap, vcard
from site_builder.site.pages import Page, plan_pages
from site_builder.site.render import Frames, Renderer
from site_builder.theme import Theme

Landscape = tuple[str, str, str, int]
"""A landscape to draw: its path, its seed, the tint of its sky, its height in pixels."""

# Below this many pages a second process costs more than it saves.
_ENOUGH_FOR_TWO = 120


@dataclass(frozen=True)
class Website:
    """A county's website, ready to be written."""

    theme: Theme
    counties: Mapping[str, CountyView]
    """The county in each language."""
    site_url: str
    brochures: bool = True

    def write(
        self, folder: Path, frames: Frames, prose: Sequence[Page] = (), *, workers: int = 1
    ) -> int:
        """Write everything but the prose pages into `folder`; return the number of pages.

        `prose` are the pages that the host has written itself; the sitemap names them too.
        """
        pages = [page for county in self.counties.values() for page in plan_pages(county)]
        if workers > 1 and len(pages) >= _ENOUGH_FOR_TWO:
            self._write_in_parallel(folder, frames, pages, workers)
        else:
            self._write_share(folder, frames, pages, self._landscapes(), self._chains())
        self._write_machine_files(folder, frames, [*pages, *prose])
        return len(pages)

    def _write_in_parallel(
        self, folder: Path, frames: Frames, pages: Sequence[Page], workers: int
    ) -> None:
        # A forked process has the views already: nothing is copied, nothing sent. Each writes
        # every n-th page; a record's two languages fall to the same process or not, as it comes.
        fork = get_context("fork")
        landscapes = self._landscapes()
        chains = self._chains()
        shares = [
            (pages[n::workers], landscapes[n::workers], chains[n::workers]) for n in range(workers)
        ]
        writers = [
            fork.Process(target=self._write_elsewhere, args=(lifeline(), folder, frames, *share))
            for share in shares
        ]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        if any(writer.exitcode for writer in writers):
            raise RuntimeError("a process that writes pages has failed; its report stands above")

    def _write_elsewhere(self, line: Lifeline, *share: Any) -> None:
        """Write a share in a process that ends with the one it was made by."""
        line.follow()
        self._write_share(*share)

    def _write_share(
        self,
        folder: Path,
        frames: Frames,
        pages: Iterable[Page],
        landscapes: Iterable[Landscape],
        chains: Iterable[tuple[str, IndustryView]],
    ) -> None:
        renderers = {language: self._renderer(language, frames) for language in self.counties}
        for page in pages:
            _write(folder / page.path / "index.html", renderers[page.language].page(page))
        pictures = renderers["zh"].pictures
        for path, seed, tint, height in landscapes:
            _write(folder / path, pictures.landscape(seed, tint, height=height))
        for language, industry in chains:
            drawn = renderers[language].pictures.chain_file(industry, self.counties[language])
            _write(folder / industry.path / "chain.svg", drawn)
            (folder / industry.path / "chain.png").write_bytes(chain_png(drawn))

    def _renderer(self, language: str, frames: Frames) -> Renderer:
        county = self.counties[language]
        return Renderer(
            self.theme.environment,
            county,
            Pictures(self.theme.palette, county.voice.words),
            frames,
            self.site_url,
            self.brochures,
        )

    def _chains(self) -> list[tuple[str, IndustryView]]:
        """Return the industries whose chain maps can be taken away, with their language."""
        return [
            (language, industry)
            for language, county in self.counties.items()
            for industry in county.industries
            if industry.segments
        ]

    def _landscapes(self) -> list[Landscape]:
        county = self.counties["zh"]
        views: list[ProjectView | IndustryView] = [*county.projects, *county.industries]
        return [
            (county.landscape, str(county.brief.name), "mist", 720),
            *((view.landscape, view.slug, view.tint, 560) for view in views),
            *((park.landscape, park.slug, "mist", 560) for park in county.parks),
        ]

    def _write_machine_files(self, folder: Path, frames: Frames, pages: Sequence[Page]) -> None:
        _write(folder / "sitemap.xml", sitemap(pages, self.site_url))
        (folder / "sitemap.xml.gz").unlink(missing_ok=True)
        zh = self.counties["zh"]
        if zh.map.online:
            copy_leaflet(folder / "assets/leaflet")
        pictures = Pictures(self.theme.palette, zh.voice.words)
        _write(folder / "assets/seal.svg", pictures.seal(zh.brief.short_name[:4]))
        _write(folder / "robots.txt", robots(self.site_url))
        base = urlsplit(self.site_url).path or "/"
        not_found = self._renderer("zh", frames).not_found(base, self.counties["en"])
        _write(folder / "404.html", not_found)
        for language, county in self.counties.items():
            _write(folder / feed_path(language), feed(county, self.site_url))
            _write(folder / county.paths["find"] / "data.js", find_script(county))
            for project in county.projects:
                card = vcard(project.brief.contacts[0])
                _write(folder / project.path / "contact.vcf", card)
            _write(folder / county.paths["contact"] / "contact.vcf", vcard(county.brief.bureau))


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8", newline="")
