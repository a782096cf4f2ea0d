"""The plans of all parks: corners and drawings read, and what is wrong with them told."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from site_builder.content.catalog import Entry
from site_builder.content.park import Park
from site_builder.content.park_shapes import (
    CornerError,
    Ground,
    SitePlan,
    corner_points,
    outline_points,
)
from site_builder.content.plan_doubts import doubt_words
from site_builder.content.plan_file import Outline, PlanFileError, read_outlines, read_text
from site_builder.content.schema_errors import suggest
from site_builder.content.site_plan import Plan
from site_builder.content.source import Loc, Source
from site_builder.diagnostics import Diagnostic, Place, Rule, Words, both
from site_builder.geography.datums import Point

_FILE: Loc = ("plan", "file")
_EXPORT = Words(
    "从制图软件导出 GeoJSON：地块为多边形，id 写地块编号；道路、水系、绿地、已建区写 kind",
    "export GeoJSON from the drawing program: plots as polygons with their `id`; roads, water, "
    "green and built land with their `kind`",
)


def read_plans(
    root: Path, parks: Mapping[str, Entry[Park]], findings: list[Diagnostic]
) -> Mapping[str, SitePlan]:
    """Return the plan of every park that says where its plots lie, by the park's slug.

    What cannot be read is added to `findings`, and left out of the plan.
    """
    plans = {slug: _Reading(root, entry, findings).plan() for slug, entry in parks.items()}
    return {slug: plan for slug, plan in plans.items() if plan is not None}


class _Reading:
    """Reads the plan of one park."""

    def __init__(self, root: Path, entry: Entry[Park], findings: list[Diagnostic]) -> None:
        self._media = root.resolve() / "media"
        self._park = entry.record
        self._source = entry.source
        self._findings = findings

    def plan(self) -> SitePlan | None:
        known = len(self._findings)
        shapes = dict(self._surveyed())
        surveyed = {plot.id for plot in self._park.plots if plot.corners is not None}
        drawn = SitePlan({})
        if self._park.plan is not None:
            drawn = self._drawn(self._park.plan, surveyed)
        shapes |= drawn.shapes
        if not shapes:
            return None
        in_order = {plot.id: shapes[plot.id] for plot in self._park.plots if plot.id in shapes}
        return replace(drawn, shapes=in_order, complete=len(self._findings) == known)

    def _surveyed(self) -> Iterator[tuple[str, tuple[Point, ...]]]:
        """Yield the plots whose corners stand in the park's own file."""
        for number, plot in enumerate(self._park.plots):
            if plot.corners is None:
                continue
            try:
                yield plot.id, corner_points(plot.corners)
            except CornerError as error:
                loc: Loc = ("plots", number, "corners", "points", error.index)
                problem, remedy = doubt_words(error)
                facts = both(problem=problem, remedy=remedy)
                self._findings.append(self._source.diagnostic(Rule.CORNER_UNCLEAR, loc, **facts))

    def _drawn(self, plan: Plan, surveyed: set[str]) -> SitePlan:
        """Return what the park's drawing shows, without the plots that are written elsewhere."""
        file = self._media / plan.file
        if not file.is_file():
            self._missing(plan.file)
            return SitePlan({})
        if file.resolve() != file:
            name = f"media/{plan.file}"
            self._findings.append(self._source.diagnostic(Rule.SYMBOLIC_LINK, _FILE, name=name))
            return SitePlan({})
        text = ""
        try:
            text = read_text(file)
            outlines = read_outlines(text)
        except PlanFileError as error:
            place = _place_of(Source(PurePosixPath("media", plan.file), text), error)
            facts = {"name": plan.file, **both(problem=error.problem, remedy=_EXPORT)}
            self._findings.append(
                self._source.diagnostic_at(place, Rule.PLAN_UNREADABLE, _FILE, **facts)
            )
            return SitePlan({})
        source = Source(PurePosixPath("media", plan.file), text)
        shapes = dict(self._outlines(plan, outlines, surveyed, source))
        ground = tuple(self._ground(plan, outlines, source))
        return SitePlan(shapes, ground, plan.source)

    def _missing(self, name: str) -> None:
        known = [str(other.relative_to(self._media)) for other in self._media.rglob("*.geojson")]
        hint = suggest(name, known, zh="media/ 中有", en="media/ holds")
        problem = Words("找不到文件", "it does not exist")
        facts = {"name": name, **both(problem=problem, remedy=hint)}
        self._findings.append(self._source.diagnostic(Rule.PLAN_UNREADABLE, _FILE, **facts))

    def _outlines(
        self, plan: Plan, outlines: tuple[Outline, ...], surveyed: set[str], source: Source
    ) -> Iterator[tuple[str, tuple[Point, ...]]]:
        """Yield the plots of the drawing."""
        known = {plot.id for plot in self._park.plots}
        seen: set[str] = set()
        for outline in outlines:
            if not outline.id:
                continue
            if problem := _not_a_plot(outline.id, known, surveyed, seen):
                place = _place_of_id(source, outline.id, last=outline.id in seen)
                facts = {"plot": outline.id, **both(problem=problem)}
                self._findings.append(
                    self._source.diagnostic_at(place, Rule.SHAPE_WITHOUT_PLOT, _FILE, **facts)
                )
            elif points := self._points(plan, outline, source):
                yield outline.id, points
            seen.add(outline.id)

    def _ground(
        self, plan: Plan, outlines: tuple[Outline, ...], source: Source
    ) -> Iterator[Ground]:
        for outline in outlines:
            if outline.kind and (points := self._points(plan, outline, source)):
                yield Ground(outline.kind, points, outline.closed, outline.name, outline.width)

    def _points(self, plan: Plan, outline: Outline, source: Source) -> tuple[Point, ...]:
        try:
            return outline_points(outline, plan)
        except CornerError as error:
            problem, remedy = doubt_words(error, in_drawing=True)
            place = _place_of_id(source, outline.id or outline.kind)
            facts = both(problem=problem, remedy=remedy)
            self._findings.append(
                self._source.diagnostic_at(place, Rule.CORNER_UNCLEAR, ("plan", "file"), **facts)
            )
            return ()


def _not_a_plot(name: str, known: set[str], surveyed: set[str], seen: set[str]) -> Words | None:
    """Say why an outline's id names no plot that still needs a shape."""
    if name not in known:
        hint = suggest(name, known, zh="本园区地块", en="the plots are")
        return Words(f"园区没有这个地块，{hint.zh}", f"the park has no such plot: {hint.en}")
    if name in seen:
        return Words("同一地块画了两次", "the plot is drawn twice")
    if name in surveyed:
        return Words(
            "该地块已写 corners，二者只留其一",
            "the plot has `corners` already: keep one of the two",
        )
    return None


def _place_of(source: Source, error: PlanFileError) -> Place:
    if error.line:
        return source.at(error.line - 1, error.column - 1)
    return _place_of_text(source, error.near)


def _place_of_id(source: Source, name: str, *, last: bool = False) -> Place:
    return _place_of_text(source, f'"{name}"', last=last)


def _place_of_text(source: Source, text: str, *, last: bool = False) -> Place:
    """Return the place of a text in a drawing; its first line where it is not found."""
    found = [
        (line, column)
        for line, words in enumerate(source.lines)
        if text and (column := words.find(text)) >= 0
    ]
    if not found:
        return source.at(0, 0)
    line, column = found[-1 if last else 0]
    return source.at(line, column, len(text))
