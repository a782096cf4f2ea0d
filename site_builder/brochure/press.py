"""Prints many brochures: several at a time, and only those that have changed."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

from site_builder.brochure.composer import Composer
from site_builder.brochure.editions import Edition, plan_editions
from site_builder.brochure.fit import Measured, fullest
from site_builder.brochure.fonts import fonts_identity
from site_builder.brochure.renderer import Renderer, engine
from site_builder.brochure.typesetter import LEAFLET, SPREAD, Typesetter
from site_builder.present.county_view import CountyView
from site_builder.theme import Theme

Report = Callable[[str, int, int], None]
"""Told of progress: the stage, how much of it is done, how much there is."""

STAGE = "brochures"
STYLES = ("tokens.css", "print.css")

# Below this many brochures a second process costs more than it saves.
_ENOUGH_FOR_TWO = 3
# Projects measured in one go: enough to share what a document costs, few enough to spread.
_BATCH = 5


def print_brochures(  # noqa: PLR0913 - the choices of one printing
    theme: Theme,
    counties: Mapping[str, CountyView],
    site_url: str,
    folder: Path,
    *,
    cache: Path | None = None,
    workers: int = 1,
    report: Report = lambda _stage, _done, _total: None,
) -> int:
    """Write every brochure into `folder`, where the website stands; return their number.

    Photographs are taken from `folder` as the website publishes them. Brochures whose
    sources are unchanged are copied from `cache`; whatever else is in there is deleted.
    Raises `BrochureError` naming the first brochure that does not come out right, and
    `FontsMissingError` without the fonts.
    """
    press = Press(Composer(theme, counties, site_url), folder)
    editions = list(plan_editions(counties))
    report(STAGE, 0, len(editions))
    keys = {edition.path: press.key(edition) for edition in editions} if cache else {}
    done = 0
    missing = []
    for edition in editions:
        kept = cache / keys[edition.path] if cache else None
        if kept is not None and kept.exists():
            _write(folder / edition.path, kept.read_bytes())
            done += 1
        else:
            missing.append(edition)
    report(STAGE, done, len(editions))
    for edition, pdf in press.print(missing, workers):
        _write(folder / edition.path, pdf)
        if cache:
            _write(cache / keys[edition.path], pdf)
        done += 1
        report(STAGE, done, len(editions))
    if cache:
        _forget(cache, set(keys.values()))
    return len(editions)


@dataclass(frozen=True)
class Press:
    """Prints the editions of one county."""

    composer: Composer
    folder: Path
    """Where the website stands: the photographs are there."""

    @cached_property
    def _styles(self) -> list[str]:
        folder = self.composer.theme.root / "assets/css"
        return [(folder / name).read_text("utf-8") for name in STYLES]

    @cached_property
    def typesetter(self) -> Typesetter:
        """What sets the pages; made once in every process."""
        folders = {"media": self.folder / "media", "theme": self.composer.theme.root}
        return Typesetter(self.composer, Renderer(folders, self._styles))

    def print(self, editions: Sequence[Edition], workers: int) -> Iterator[tuple[Edition, bytes]]:
        """Yield every edition with its PDF, as they come."""
        batches = _batches(editions)
        if workers < 2 or len(editions) < _ENOUGH_FOR_TWO:
            measured: dict[str, dict[str, Measured]] = {}
            for number, slugs in batches:
                found = self.typesetter.measures(editions[number], slugs)
                measured.setdefault(editions[number].language, {}).update(found)
            for edition in editions:
                yield edition, self.typesetter.pdf(edition, measured.get(edition.language, {}))
            return
        # Forked workers share the views and find their edition by its number.
        with ProcessPoolExecutor(
            workers,
            mp_context=get_context("fork"),
            initializer=_begin,
            initargs=(self, editions),
        ) as pool:
            try:
                yield from _in_parallel(pool, editions, batches)
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise

    def key(self, edition: Edition) -> str:
        """Return what names a brochure in the cache: a digest of everything that goes in."""
        digest = sha256(self._common)
        digest.update(self._fullest(edition).encode())
        for photo in self.composer.photos(edition):
            digest.update((self.folder / photo).read_bytes())
        return f"{digest.hexdigest()}.pdf"

    def _fullest(self, edition: Edition) -> str:
        if edition.project is not None:
            return self.composer.leaflet(edition, fullest(LEAFLET))
        return self.composer.handbook(
            edition, {project.slug: fullest(SPREAD) for project in edition.county.projects}
        )

    @cached_property
    def _common(self) -> bytes:
        """Everything that all brochures share: engine, fonts, styles, templates, program."""
        theme = self.composer.theme.root
        digest = sha256("\n".join([engine(), fonts_identity(), *self._styles]).encode())
        sources = [*Path(__file__).parent.glob("*.py")]
        for folder in ("brochures", "components"):
            sources += (theme / folder).rglob("*.html")
        for source in sorted(sources, key=lambda file: file.as_posix()):
            digest.update(source.read_bytes())
        return digest.digest()


def _batches(editions: Sequence[Edition]) -> list[tuple[int, list[str]]]:
    """Return which projects to measure together, each batch with the number of an edition.

    The edition is one in the language in which the projects are to be measured.
    """
    batches: list[tuple[int, list[str]]] = []
    for language in dict.fromkeys(edition.language for edition in editions):
        numbers = [n for n, edition in enumerate(editions) if edition.language == language]
        wanted = [editions[number].project for number in numbers]
        projects = editions[numbers[0]].county.projects
        # A handbook has no project of its own and needs them all.
        slugs = [p.slug for p in projects if None in wanted or p in wanted]
        batches += [
            (numbers[0], slugs[start : start + _BATCH]) for start in range(0, len(slugs), _BATCH)
        ]
    return batches


def _in_parallel(
    pool: ProcessPoolExecutor, editions: Sequence[Edition], batches: Sequence[tuple[int, list[str]]]
) -> Iterator[tuple[Edition, bytes]]:
    measured: dict[str, dict[str, Measured]] = {}
    measuring = [(number, pool.submit(_measure, number, slugs)) for number, slugs in batches]
    for number, found in measuring:
        measured.setdefault(editions[number].language, {}).update(found.result())
    tasks = {}
    for number, edition in enumerate(editions):
        known = measured.get(edition.language, {})
        if edition.project is not None:
            known = {edition.project.slug: known[edition.project.slug]}
        tasks[pool.submit(_print, number, known)] = edition
    for task in as_completed(tasks):
        yield tasks[task], task.result()


_running: tuple[Press, Sequence[Edition]]


def _begin(press: Press, editions: Sequence[Edition]) -> None:
    global _running  # noqa: PLW0603 - a worker process has one press
    _running = (press, editions)


def _measure(number: int, slugs: Sequence[str]) -> dict[str, Measured]:
    press, editions = _running
    return press.typesetter.measures(editions[number], slugs)


def _print(number: int, measured: Mapping[str, Measured]) -> bytes:
    press, editions = _running
    return press.typesetter.pdf(editions[number], measured)


def _write(file: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    part.write_bytes(data)
    part.replace(file)


def _forget(cache: Path, names: set[str]) -> None:
    for file in cache.iterdir():
        if file.name not in names:
            file.unlink()
