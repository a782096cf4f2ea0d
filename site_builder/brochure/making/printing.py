"""Prints many brochures: several at a time, and only those that have changed."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.making.kept import Kept, write
from site_builder.brochure.making.press import Press
from site_builder.brochure.making.run import at_work
from site_builder.brochure.plan import Brochure, plan_brochures
from site_builder.present.county_view import CountyView
from site_builder.theme import Theme

Report = Callable[[str, int, int], None]
"""Told of progress: what is being made, how much is done, how much there is."""
StageReport = Callable[[str, int, int, str], None]
"""Told of progress: the stage, how much of it is done, how much there is, what is being made."""

STAGE = "brochures"


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
    press: Press,
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
    measured for them. Brochures whose sources are unchanged are copied from `cache`; with
    `forget`, whatever else is in there is deleted. Raises as `print_brochures` does.
    """
    kept = Kept(cache)
    report("", 0, len(brochures))
    with at_work(press, brochures, workers, cache) as run:
        keys = run.keys() if cache else {}
        missing = [
            one for one in brochures if not _taken(kept, keys.get(one.path), folder / one.path)
        ]
        progress = _Progress(missing, len(brochures), report)
        for brochure, pdf in run.print(missing, measuring=progress.tell):
            write(folder / brochure.path, pdf)
            if cache:
                kept.put(keys[brochure.path], pdf)
            progress.done(brochure.path)
        if forget:
            kept.forget(set(keys.values()))
            run.forget_measures()
    return len(brochures)


def _taken(kept: Kept, key: str | None, file: Path) -> bool:
    """Copy what was printed before to its place; return whether it is there."""
    pdf = kept.get(key) if key is not None else None
    if pdf is not None:
        write(file, pdf)
    return pdf is not None


class _Progress:
    """Tells what is being made: brochures are begun in their order, so the first that is left."""

    def __init__(self, missing: Sequence[Brochure], total: int, report: Report) -> None:
        self._left = {brochure.path: None for brochure in missing}
        self._total, self._report = total, report
        self.tell(next(iter(self._left), ""))

    def tell(self, name: str) -> None:
        """Tell that something is being made."""
        self._report(name, self._total - len(self._left), self._total)

    def done(self, path: str) -> None:
        """Tell that a brochure is there."""
        del self._left[path]
        self.tell(next(iter(self._left), ""))
