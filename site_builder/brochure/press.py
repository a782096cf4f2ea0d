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
from site_builder.brochure.fit import Measured, fullest
from site_builder.brochure.fonts import fonts_identity
from site_builder.brochure.plan import Brochure, plan_brochures
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
    brochures = list(plan_brochures(counties))
    report(STAGE, 0, len(brochures))
    keys = {brochure.path: press.key(brochure) for brochure in brochures} if cache else {}
    done = 0
    missing = []
    for brochure in brochures:
        kept = cache / keys[brochure.path] if cache else None
        if kept is not None and kept.exists():
            _write(folder / brochure.path, kept.read_bytes())
            done += 1
        else:
            missing.append(brochure)
    report(STAGE, done, len(brochures))
    for brochure, pdf in press.print(missing, workers):
        _write(folder / brochure.path, pdf)
        if cache:
            _write(cache / keys[brochure.path], pdf)
        done += 1
        report(STAGE, done, len(brochures))
    if cache:
        _forget(cache, set(keys.values()))
    return len(brochures)


@dataclass(frozen=True)
class Press:
    """Prints the brochures of one county."""

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

    def print(
        self, brochures: Sequence[Brochure], workers: int
    ) -> Iterator[tuple[Brochure, bytes]]:
        """Yield every brochure with its PDF, as they come."""
        batches = _batches(brochures)
        if workers < 2 or len(brochures) < _ENOUGH_FOR_TWO:
            measured: dict[str, dict[str, Measured]] = {}
            for number, slugs in batches:
                found = self.typesetter.measures(brochures[number], slugs)
                measured.setdefault(brochures[number].language, {}).update(found)
            for brochure in brochures:
                yield brochure, self.typesetter.pdf(brochure, measured.get(brochure.language, {}))
            return
        # Forked workers share the views and find their brochure by its number.
        with ProcessPoolExecutor(
            workers,
            mp_context=get_context("fork"),
            initializer=_begin,
            initargs=(self, brochures),
        ) as pool:
            try:
                yield from _in_parallel(pool, brochures, batches)
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise

    def key(self, brochure: Brochure) -> str:
        """Return what names a brochure in the cache: a digest of everything that goes in."""
        digest = sha256(self._common)
        digest.update(self._fullest(brochure).encode())
        for photo in self.composer.photos(brochure):
            digest.update((self.folder / photo).read_bytes())
        return f"{digest.hexdigest()}.pdf"

    def _fullest(self, brochure: Brochure) -> str:
        if brochure.project is not None:
            return self.composer.leaflet(brochure, fullest(LEAFLET))
        return self.composer.handbook(
            brochure, {project.slug: fullest(SPREAD) for project in brochure.county.projects}
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


def _batches(brochures: Sequence[Brochure]) -> list[tuple[int, list[str]]]:
    """Return which projects to measure together, each batch with the number of a brochure.

    The brochure is one in the language in which the projects are to be measured.
    """
    batches: list[tuple[int, list[str]]] = []
    for language in dict.fromkeys(brochure.language for brochure in brochures):
        numbers = [n for n, brochure in enumerate(brochures) if brochure.language == language]
        wanted = [brochures[number].project for number in numbers]
        projects = brochures[numbers[0]].county.projects
        # A handbook has no project of its own and needs them all.
        slugs = [p.slug for p in projects if None in wanted or p in wanted]
        batches += [
            (numbers[0], slugs[start : start + _BATCH]) for start in range(0, len(slugs), _BATCH)
        ]
    return batches


def _in_parallel(
    pool: ProcessPoolExecutor,
    brochures: Sequence[Brochure],
    batches: Sequence[tuple[int, list[str]]],
) -> Iterator[tuple[Brochure, bytes]]:
    measured: dict[str, dict[str, Measured]] = {}
    measuring = [(number, pool.submit(_measure, number, slugs)) for number, slugs in batches]
    for number, found in measuring:
        measured.setdefault(brochures[number].language, {}).update(found.result())
    tasks = {}
    for number, brochure in enumerate(brochures):
        known = measured.get(brochure.language, {})
        if brochure.project is not None:
            known = {brochure.project.slug: known[brochure.project.slug]}
        tasks[pool.submit(_print, number, known)] = brochure
    for task in as_completed(tasks):
        yield tasks[task], task.result()


_running: tuple[Press, Sequence[Brochure]]


def _begin(press: Press, brochures: Sequence[Brochure]) -> None:
    global _running  # noqa: PLW0603 - a worker process has one press
    _running = (press, brochures)


def _measure(number: int, slugs: Sequence[str]) -> dict[str, Measured]:
    press, brochures = _running
    return press.typesetter.measures(brochures[number], slugs)


def _print(number: int, measured: Mapping[str, Measured]) -> bytes:
    press, brochures = _running
    return press.typesetter.pdf(brochures[number], measured)


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
