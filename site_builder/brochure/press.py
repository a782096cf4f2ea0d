"""Prints many brochures: several at a time, and only those that have changed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from site_builder.brochure.allowance import Allowance
from site_builder.brochure.composer import Composer
from site_builder.brochure.fit import fullest, leaflet_room, spread_room
from site_builder.brochure.fonts import STANDARD, Fonts, cut_fonts, fonts_folder
from site_builder.brochure.kept import Kept, write
from site_builder.brochure.piece_setter import SHAPES, fullest_piece
from site_builder.brochure.plan import Brochure, Product, plan_brochures
from site_builder.brochure.renderer import Renderer, engine
from site_builder.brochure.run import Run, begin
from site_builder.brochure.typesetter import Typesetter
from site_builder.brochure.workers import crew
from site_builder.present.county_view import CountyView
from site_builder.theme import Theme

Report = Callable[[str, int, int], None]
"""Told of progress: what is being made, how much is done, how much there is."""
StageReport = Callable[[str, int, int, str], None]
"""Told of progress: the stage, how much of it is done, how much there is, what is being made."""

STAGE = "brochures"
STYLES = ("tokens.css", "print.css", "leaflet.css", "book.css", "chapters.css", "type.css")

_MEASURES = "measures"
"""The folder in the cache with what projects take."""


def print_brochures(  # noqa: PLR0913 - the choices of one printing
    theme: Theme,
    counties: Mapping[str, CountyView],
    site_url: str,
    folder: Path,
    *,
    cache: Path | None = None,
    workers: int = 1,
    report: StageReport = lambda _stage, _done, _total, _name: None,
) -> int:
    """Write every brochure into `folder`, where the website stands; return their number.

    Photographs are taken from `folder` as the website publishes them. Brochures whose
    sources are unchanged are copied from `cache`; whatever else is in there is deleted.
    Raises `BrochureError` naming every brochure that does not come out right, when all
    others are printed, and `FontsMissingError` without the fonts.
    """
    return print_list(
        Press(Composer(theme, counties, site_url), folder),
        list(plan_brochures(counties)),
        folder,
        cache=cache,
        workers=workers,
        report=lambda name, done, total: report(STAGE, done, total, name),
    )


def print_list(  # noqa: PLR0913 - the choices of one printing
    press: "Press",
    brochures: Sequence[Brochure],
    folder: Path,
    *,
    cache: Path | None = None,
    workers: int = 1,
    report: Report = lambda _path, _done, _total: None,
    forget: bool = True,
) -> int:
    """Write these brochures under their paths in `folder`; return their number.

    `report` is told the path of the one that is being made, or the slug of the project that is
    measured for them. Brochures whose sources are
    unchanged are copied from `cache`; with `forget`, whatever else is in there is deleted.
    Raises as `print_brochures` does.
    """
    kept = Kept(cache)
    report("", 0, len(brochures))
    with press.at_work(brochures, workers, cache) as run:
        keys = run.keys() if cache else {}
        missing = []
        for brochure in brochures:
            pdf = kept.get(keys[brochure.path]) if cache else None
            if pdf is None:
                missing.append(brochure)
            else:
                write(folder / brochure.path, pdf)
        left = {brochure.path: None for brochure in missing}

        def tell(name: str) -> None:
            report(name, len(brochures) - len(left), len(brochures))

        # They are begun in their order: the first that is left is being made.
        tell(next(iter(left), ""))
        for brochure, pdf in run.print(missing, measuring=tell):
            write(folder / brochure.path, pdf)
            if cache:
                kept.put(keys[brochure.path], pdf)
            del left[brochure.path]
            tell(next(iter(left), ""))
        if forget:
            kept.forget(set(keys.values()))
            run.forget_measures()
    return len(brochures)


@dataclass(frozen=True)
class Press:
    """Prints the brochures of one county."""

    composer: Composer
    folder: Path
    """Where the website stands: the photographs are there."""
    allowance: Allowance = field(default_factory=Allowance)
    """What each document may take before it is ended."""

    @cached_property
    def _styles(self) -> list[str]:
        folder = self.composer.theme.root / "assets/css"
        return [(folder / name).read_text("utf-8") for name in STYLES]

    @cached_property
    def fonts(self) -> Fonts:
        """The fonts of all brochures; made before the processes part."""
        return cut_fonts(STANDARD, fonts_folder())

    @cached_property
    def typesetter(self) -> Typesetter:
        """What sets the pages; made once in every process."""
        folders = {"media": self.folder / "media", "theme": self.composer.theme.root}
        return Typesetter(self.composer, Renderer(folders, self._styles, self.fonts))

    def print(
        self, brochures: Sequence[Brochure], workers: int
    ) -> Iterator[tuple[Brochure, bytes]]:
        """Yield every brochure with its PDF, as they come.

        Raises `BrochureError` naming those that do not come out right, when all others have.
        """
        with self.at_work(brochures, workers) as run:
            yield from run.print(brochures)

    @contextmanager
    def at_work(
        self, brochures: Sequence[Brochure], workers: int, cache: Path | None = None
    ) -> Iterator[Run]:
        """Have processes at work on some brochures; measures of projects are kept in `cache`."""
        _ = self.common
        measures = Kept(cache / _MEASURES if cache else None)
        with crew(min(workers, max(len(brochures), 1)), begin, self, brochures, measures) as hands:
            yield Run(self, brochures, hands, measures)

    def key(self, brochure: Brochure) -> str:
        """Return what names a brochure in the cache: a digest of everything that goes in."""
        digest = sha256(self.common)
        digest.update(f"{brochure.product} {brochure.paper}".encode())
        digest.update(self._fullest(brochure).encode())
        for photo in self.composer.photos(brochure):
            digest.update((self.folder / photo).read_bytes())
        return f"{digest.hexdigest()}.pdf"

    def _fullest(self, brochure: Brochure) -> str:
        if brochure.product in SHAPES:
            return self.composer.piece(brochure, fullest_piece(brochure))
        if brochure.product is Product.LONG_PICTURE:
            return self.composer.long_picture(brochure, 0)
        if brochure.project is not None:
            fit = fullest(leaflet_room(brochure.paper))
            return "".join(self.composer.leaflet(side, fit) for side in brochure.sides)
        fit = fullest(spread_room(brochure.paper))
        fits = {project.slug: fit for project in brochure.projects}
        return "".join(self.composer.book(side, fits, {}) for side in brochure.sides)

    @cached_property
    def common(self) -> bytes:
        """Everything that all brochures share: engine, fonts, styles, templates, program."""
        theme = self.composer.theme.root
        digest = sha256("\n".join([engine(), self.fonts.identity, *self._styles]).encode())
        program = Path(__file__).parent
        sources = [*program.glob("*.py"), *program.glob("fonts/*.py")]
        for folder in ("brochures", "components"):
            sources += (theme / folder).rglob("*.html")
        for source in sorted(sources, key=lambda file: file.as_posix()):
            digest.update(source.read_bytes())
        return digest.digest()
