"""The website as files: pages, landscapes, and what machines read."""

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from urllib.parse import urlsplit

from site_builder.draw.pictures import Pictures
from site_builder.present.links import prefix
from site_builder.present.views import CountyView, IndustryView, ProjectView
from site_builder.site.machines import feed, robots, sitemap, vcard
from site_builder.site.pages import Page, plan_pages
from site_builder.site.render import Frames, Renderer
from site_builder.theme import Theme

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
        plans = {language: list(plan_pages(county)) for language, county in self.counties.items()}
        pages = [page for plan in plans.values() for page in plan]
        if workers > 1 and len(pages) >= _ENOUGH_FOR_TWO:
            self._write_in_parallel(folder, frames, pages, workers)
        else:
            self._write_pages(folder, frames, pages)
        self._write_landscapes(folder)
        self._write_machine_files(folder, frames, [*pages, *prose])
        return len(pages)

    def _write_in_parallel(
        self, folder: Path, frames: Frames, pages: Sequence[Page], workers: int
    ) -> None:
        # Forked workers share the views; each writes every n-th page.
        with ProcessPoolExecutor(workers, mp_context=get_context("fork")) as pool:
            shares = [pages[start::workers] for start in range(workers)]
            for done in [pool.submit(self._write_pages, folder, frames, share) for share in shares]:
                done.result()

    def _write_pages(self, folder: Path, frames: Frames, pages: Iterable[Page]) -> None:
        renderers = {language: self._renderer(language, frames) for language in self.counties}
        for page in pages:
            _write(folder / page.path / "index.html", renderers[page.language].page(page))

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

    def _write_landscapes(self, folder: Path) -> None:
        county = self.counties["zh"]
        pictures = Pictures(self.theme.palette, county.voice.words)
        home = folder / "assets/landscapes/county-home.svg"
        _write(home, pictures.landscape(str(county.brief.name), "mist", height=720))
        views: list[ProjectView | IndustryView] = [*county.projects, *county.industries]
        for view in views:
            _write(folder / view.landscape, pictures.landscape(view.slug, view.tint))
        for park in county.parks:
            _write(folder / park.landscape, pictures.landscape(park.slug, "mist"))
        seal = str(pictures.seal(str(county.brief.short_name)[:4]))
        _write(folder / "assets/seal.svg", seal)

    def _write_machine_files(self, folder: Path, frames: Frames, pages: Sequence[Page]) -> None:
        _write(folder / "sitemap.xml", sitemap(pages, self.site_url))
        (folder / "sitemap.xml.gz").unlink(missing_ok=True)
        _write(folder / "robots.txt", robots(self.site_url))
        base = urlsplit(self.site_url).path or "/"
        _write(folder / "404.html", self._renderer("zh", frames).not_found(base))
        for language, county in self.counties.items():
            _write(folder / prefix(language) / "feed.xml", feed(county, self.site_url))
            pictures = Pictures(self.theme.palette, county.voice.words)
            for industry in county.industries:
                if industry.segments:
                    drawn = pictures.chain(industry, county, links=False)
                    _write(folder / industry.path / "chain.svg", drawn)
            for project in county.projects:
                card = vcard(project.brief.contacts[0])
                _write(folder / project.path / "contact.vcf", card)
            _write(folder / prefix(language) / "contact/contact.vcf", vcard(county.brief.bureau))


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8", newline="")
