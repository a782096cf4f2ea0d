"""A park's plan: corners and drawing read, and what is wrong with them told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from site_builder.content.ground.geojson import GeoJsonError, Spot, read_text
from site_builder.content.ground.geojson_text import GeoJsonText
from site_builder.content.ground.park_shapes import (
    CornerError,
    Drawing,
    Ground,
    SitePlan,
    corner_points,
    ring_points,
)
from site_builder.content.ground.plan_doubts import doubt_words
from site_builder.content.ground.plan_file import LIMITS, Outline, read_outlines
from site_builder.content.ground.written import Corners, Plan
from site_builder.content.schema_errors import suggest
from site_builder.content.source import Loc, Source
from site_builder.diagnostics import Diagnostic, Rule, Words, both
from site_builder.geography.datums import Point

_FILE: Loc = ("plan", "file")
_EXPORT = Words(
    "从制图软件导出 GeoJSON：地块为多边形，id 写地块编号；道路、水系、绿地、已建区写 kind",
    "export GeoJSON from the drawing program: plots as polygons with their `id`; roads, water, "
    "green and built land with their `kind`",
)


def read_plan(
    root: Path,
    plan: Plan | None,
    corners: Sequence[tuple[str, Corners | None]],
    source: Source,
    findings: list[Diagnostic],
) -> SitePlan | None:
    """Return the plan of a park; None for one that says of no plot where it lies.

    `plan` is the drawing that the park names, `corners` holds its plots in their order, by
    id, with the corners of those that have a table of them, and `source` is the park's file.
    What cannot be read is added to `findings`, and left out of the plan.
    """
    return _Reading(root, corners, source, findings).plan(plan)


class _Reading:
    """Reads the plan of one park."""

    def __init__(
        self,
        root: Path,
        corners: Sequence[tuple[str, Corners | None]],
        source: Source,
        findings: list[Diagnostic],
    ) -> None:
        self._media = root.resolve() / "media"
        self._corners = corners
        self._source = source
        self._findings = findings

    def plan(self, plan: Plan | None) -> SitePlan | None:
        known = len(self._findings)
        shapes = dict(self._surveyed())
        surveyed = {name for name, corners in self._corners if corners is not None}
        drawn = SitePlan({})
        if plan is not None:
            drawn = self._drawn(plan, surveyed)
        shapes |= drawn.shapes
        if not shapes:
            return None
        in_order = {name: shapes[name] for name, _corners in self._corners if name in shapes}
        return replace(drawn, shapes=in_order, complete=len(self._findings) == known)

    def _surveyed(self) -> Iterator[tuple[str, tuple[Point, ...]]]:
        """Yield the plots whose corners stand in the park's own file."""
        for number, (name, corners) in enumerate(self._corners):
            if corners is None:
                continue
            try:
                yield name, corner_points(corners)
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
        text = GeoJsonText(Source(PurePosixPath("media", plan.file)))
        try:
            text = GeoJsonText(Source(text.source.path, read_text(file, LIMITS)))
            outlines = read_outlines(text.source.text)
        except GeoJsonError as error:
            place = text.place(error.spot) or text.source.at(0, 0)
            remedy = error.remedy if any(error.remedy) else _EXPORT
            facts = {"name": plan.file, **both(problem=error.problem, remedy=remedy)}
            self._findings.append(
                self._source.diagnostic_at(place, Rule.PLAN_UNREADABLE, _FILE, **facts)
            )
            return SitePlan({})
        return self._placed(plan, outlines, surveyed, text)

    def _missing(self, name: str) -> None:
        known = [str(other.relative_to(self._media)) for other in self._media.rglob("*.geojson")]
        hint = suggest(name, known, zh="media/ 中有", en="media/ holds")
        problem = Words("找不到文件", "it does not exist")
        facts = {"name": name, **both(problem=problem, remedy=hint)}
        self._findings.append(self._source.diagnostic(Rule.PLAN_UNREADABLE, _FILE, **facts))

    def _placed(
        self, plan: Plan, outlines: tuple[Outline, ...], surveyed: set[str], text: GeoJsonText
    ) -> SitePlan:
        """Return what is drawn, brought to WGS-84."""
        plots = dict(self._plots(plan, outlines, surveyed, text))
        ground = list(self._ground(plan, outlines, text))
        return SitePlan(
            {name: points for name, (points, _) in plots.items()},
            tuple(one for one, _ in ground),
            plan.source,
            drawing=Drawing(
                text,
                {name: outline for name, (_, outline) in plots.items()},
                tuple(outline for _, outline in ground),
            ),
        )

    def _plots(
        self, plan: Plan, outlines: tuple[Outline, ...], surveyed: set[str], text: GeoJsonText
    ) -> Iterator[tuple[str, tuple[tuple[Point, ...], Outline]]]:
        """Yield the plots of the drawing by id: where they lie, and as they are written."""
        known = {name for name, _corners in self._corners}
        seen: set[str] = set()
        for outline in outlines:
            if not outline.id:
                continue
            if problem := _not_a_plot(outline.id, known, surveyed, seen):
                facts = {"plot": outline.id, **both(problem=problem)}
                self._tell(Rule.SHAPE_WITHOUT_PLOT, text, outline.spot, facts)
            elif rings := self._rings(plan, outline, text):
                yield outline.id, (rings[0], outline)
            seen.add(outline.id)

    def _ground(
        self, plan: Plan, outlines: tuple[Outline, ...], text: GeoJsonText
    ) -> Iterator[tuple[Ground, Outline]]:
        for one in outlines:
            if one.kind and (rings := self._rings(plan, one, text)):
                edge, *holes = rings
                ground = Ground(one.kind, edge, one.closed, tuple(holes), one.name, one.width)
                yield ground, one

    def _rings(
        self, plan: Plan, outline: Outline, text: GeoJsonText
    ) -> tuple[tuple[Point, ...], ...]:
        """Return the edge of an outline and its holes in WGS-84; nothing if one says no place."""
        found = []
        for ring in (outline.points, *outline.holes):
            try:
                found.append(ring_points(ring, plan))
            except CornerError as error:
                problem, remedy = doubt_words(error, in_drawing=True)
                spot = Spot(outline.spot.feature, outline.spot.key, pair=ring[error.index])
                self._tell(Rule.CORNER_UNCLEAR, text, spot, both(problem=problem, remedy=remedy))
                return ()
        return tuple(found)

    def _tell(self, rule: Rule, text: GeoJsonText, spot: Spot, facts: Mapping[str, object]) -> None:
        place = text.place(spot) or text.source.at(0, 0)
        self._findings.append(self._source.diagnostic_at(place, rule, _FILE, **facts))


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
