"""Prints many brochures: several at a time, and only those that have changed."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from site_builder.brochure.composer import Composer
from site_builder.brochure.kept import Kept, write
from site_builder.brochure.plan import Brochure, plan_brochures
from site_builder.brochure.press import Press
from site_builder.brochure.run import at_work
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
