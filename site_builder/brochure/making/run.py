"""One printing: what worker processes are given to do, and what comes of it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from site_builder.brochure.composing.fit import Measured, Room
from site_builder.brochure.making.kept import Kept
from site_builder.brochure.making.measuring import Measuring, room_of
from site_builder.brochure.making.press import Press
from site_builder.brochure.making.workers import Crew, Ended, Task, crew, settle
from site_builder.brochure.plan import Brochure
from site_builder.brochure.rendering.renderer import BrochureError
from site_builder.brochure.setting.typesetter import Known, Typesetter
from site_builder.diagnostics.bilingual import Words

# Leaflets whose keys are worked out in one go; a book takes as long as many of them.
_KEYS = 16

_MEASURES = "measures"
"""The folder in the cache with what projects take."""

_Measures = dict[tuple[str, str], Measured]


class FailedError(BrochureError):
    """Brochures that did not come out right, all that there are; the others were printed."""

    def __init__(self, failures: Sequence[BrochureError]) -> None:
        names = ", ".join(failure.name for failure in failures)
        super().__init__(names, [reason for failure in failures for reason in failure.reasons])
        self.args = ("\n".join(map(str, failures)),)
        self.failures = tuple(failures)


class Run:
    """One printing: brochures, and the processes that print them."""

    def __init__(
        self, press: Press, brochures: Sequence[Brochure], hands: Crew, measures: Kept
    ) -> None:
        """Print some of `brochures`."""
        self._press, self._hands, self._measures = press, hands, measures
        self._brochures = brochures
        self._numbers = {brochure.path: number for number, brochure in enumerate(brochures)}
        self._places = _places(brochures)
        self._rooms = _rooms(brochures)
        self._asked: set[tuple[str, str]] = set()
        self._used: set[str] = set()

    def keys(self) -> dict[str, str]:
        """Return what names every brochure in the cache."""
        books = [n for n, brochure in enumerate(self._brochures) if brochure.project is None]
        leaflets = [n for n, brochure in enumerate(self._brochures) if brochure.project]
        batches = [[book] for book in books]
        batches += [leaflets[start : start + _KEYS] for start in range(0, len(leaflets), _KEYS)]
        found: dict[str, str] = {}
        most = self._press.allowance.book
        for task, keys in self._hands.results(Task(b, _keys, (b,), most) for b in batches):
            if isinstance(keys, Ended):
                raise BrochureError(self._brochures[task.key[0]].path, [keys.reason])
            found.update(keys)
        return found

    def forget_measures(self) -> None:
        """Drop the measures of projects that are no more: if all were asked for, the rest."""
        if len(self._asked) == len(self._places):
            self._measures.forget(self._used)

    def print(
        self, brochures: Sequence[Brochure], measuring: Callable[[str], None] = lambda _slug: None
    ) -> Iterator[tuple[Brochure, bytes]]:
        """Yield brochures with their PDFs, as they come.

        `measuring` is told the slug of each project that is measured before. Raises
        `BrochureError` naming those that do not come out right, when all others have.
        """
        known, unmeasured = self._measured(brochures, measuring)
        failures, tasks = [], []
        for brochure in brochures:
            wanted = _projects(brochure)
            reasons = [reason for one in wanted for reason in unmeasured.get(one, ())]
            if reasons:
                failures.append(BrochureError(brochure.path, list(dict.fromkeys(reasons))))
                continue
            own = {one: known[one] for one in wanted}
            arguments = (self._numbers[brochure.path], own)
            tasks.append(Task(brochure, _print, arguments, self._press.allowance.of(brochure)))
        for task, pdf in self._hands.results(tasks):
            if isinstance(pdf, bytes):
                yield task.key, pdf
            else:
                failures.append(_failure(task.key.path, pdf))
        if failures:
            raise FailedError(sorted(failures, key=lambda failure: failure.name))

    def _measured(
        self, brochures: Sequence[Brochure], measuring: Callable[[str], None]
    ) -> tuple[_Measures, dict[tuple[str, str], tuple[Words, ...]]]:
        """Return what the projects of brochures take, and why some could not be measured."""
        found: _Measures = {}
        failed: dict[tuple[str, str], tuple[Words, ...]] = {}
        most = self._press.allowance.leaflet
        wanted = dict.fromkeys(one for brochure in brochures for one in _projects(brochure))
        tasks = [
            Task(one, _measure, (*self._places[one], one[1], self._rooms[one]), most)
            for one in wanted
        ]
        for task, result in self._hands.results(tasks):
            measuring(task.key[1])
            if isinstance(result, tuple):
                found[task.key] = result[0]
                self._asked.add(task.key)
                self._used.update(result[1])
            else:
                failed[task.key] = _failure(task.key[1], result).reasons
        return found, failed


@contextmanager
def at_work(
    press: Press, brochures: Sequence[Brochure], workers: int, cache: Path | None = None
) -> Iterator[Run]:
    """Have processes at work on some brochures; measures of projects are kept in `cache`."""
    # Once, before the processes part.
    _ = press.common
    measures = Kept(cache / _MEASURES if cache else None)
    with crew(min(workers, _at_once(brochures)), _begin, press, brochures, measures) as hands:
        yield Run(press, brochures, hands, measures)


def _at_once(brochures: Sequence[Brochure]) -> int:
    """Return how many processes have work: the projects of one book are measured by several."""
    return max(len(brochures), len(_places(brochures)), 1)


def _projects(brochure: Brochure) -> list[tuple[str, str]]:
    """Return the language and slug of every project that is fitted to two sides of a brochure."""
    if not brochure.is_fitted:
        return []
    return [(side.tongue, project.slug) for side in brochure.sides for project in side.projects]


def _places(brochures: Sequence[Brochure]) -> dict[tuple[str, str], tuple[int, int]]:
    """Return by language and slug where each project is found: a brochure and a side of it."""
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for number, brochure in enumerate(brochures):
        for side, shown in enumerate(brochure.sides if brochure.is_fitted else ()):
            for project in shown.projects:
                found.setdefault((shown.tongue, project.slug), (number, side))
    return found


def _rooms(brochures: Sequence[Brochure]) -> dict[tuple[str, str], tuple[Room, ...]]:
    """Return by language and slug the rooms that each project is fitted to."""
    found: dict[tuple[str, str], dict[Room, None]] = {}
    for brochure in brochures:
        for one in _projects(brochure):
            found.setdefault(one, {})[room_of(brochure)] = None
    return {one: tuple(rooms) for one, rooms in found.items()}


def _failure(name: str, result: Ended | BrochureError) -> BrochureError:
    return BrochureError(name, [result.reason]) if isinstance(result, Ended) else result


_running: tuple[Press, Sequence[Brochure], Kept]


def _begin(press: Press, brochures: Sequence[Brochure], measures: Kept) -> None:
    """Begin a worker process. It shares the views, and finds brochures by their numbers."""
    global _running  # noqa: PLW0603 - a worker process has one press
    _running = (press, brochures, measures)


def _typesetter() -> Typesetter:
    """Return what sets the pages, made when this process first needs it."""
    press, _, _ = _running
    if "typesetter" not in vars(press):
        _ = press.typesetter
        settle()
    return press.typesetter


def _keys(numbers: Sequence[int]) -> dict[str, str]:
    press, brochures, _ = _running
    return {brochures[number].path: press.key(brochures[number]) for number in numbers}


def _measure(
    number: int, side: int, slug: str, rooms: Sequence[Room]
) -> tuple[Measured, tuple[str, ...]] | BrochureError:
    press, brochures, kept = _running
    measuring = Measuring(_typesetter(), kept, press.common)
    try:
        return measuring.measured(brochures[number].sides[side], slug, rooms)
    except BrochureError as error:
        return error


def _print(number: int, known: Known) -> bytes | BrochureError:
    _, brochures, _ = _running
    try:
        return _typesetter().pdf(brochures[number], known)
    except BrochureError as error:
        return error
