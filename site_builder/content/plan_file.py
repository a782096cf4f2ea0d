"""A park's drawing in `media/`: GeoJSON (RFC 7946) in, named outlines out, as written.

Nothing is converted here: a pair of figures stays the pair that the file has. What a file
can do wrong is told with the line it stands in.
"""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from site_builder.content.model import Text
from site_builder.diagnostics import Words

MAX_BYTES = 2_000_000
MAX_POINTS = 20_000
"""More than a park's drawing has; a survey of every kerb does not fit on a page."""
KINDS = ("road", "water", "green", "built")
"""What may lie around the plots: on these the drawing keeps quiet."""

Pair = tuple[float, float]
"""Two figures as GeoJSON has them: east first, then north."""


class PlanFileError(ValueError):
    """A file that no plan can be drawn from: what is wrong, and what to look for in its text."""

    def __init__(self, problem: Words, near: str = "", line: int = 0, column: int = 0) -> None:
        super().__init__(problem.en)
        self.problem = problem
        self.near = near
        """A piece of the text beside which the fault lies; empty where there is none."""
        self.line = line
        self.column = column
        """Where the fault lies, counted from 1; 0 where that is not known."""


@dataclass(frozen=True)
class Outline:
    """One line or one ring of the drawing."""

    id: str
    """The plot's id; empty for the ground."""
    kind: str
    """One of KINDS; empty for a plot."""
    points: tuple[Pair, ...]
    closed: bool
    name: Text | None = None
    width: float | None = None
    """Of a road or a stream that is drawn as a line, in metres."""


def read_outlines(text: str) -> tuple[Outline, ...]:
    """Return what a GeoJSON file draws, in its order; PlanFileError for one that cannot be used."""
    data = _parsed(text)
    features = data.get("features") if isinstance(data, dict) else None
    if not isinstance(features, list) or data.get("type") != "FeatureCollection":
        raise PlanFileError(
            Words("不是 GeoJSON 的 FeatureCollection", "it is no GeoJSON FeatureCollection")
        )
    outlines = [
        outline for number, one in enumerate(features, 1) for outline in _feature(one, number)
    ]
    if sum(len(outline.points) for outline in outlines) > MAX_POINTS:
        raise PlanFileError(
            Words(f"点数超过 {MAX_POINTS}", f"it has more than {MAX_POINTS:,} points")
        )
    return tuple(outlines)


def read_text(file: Path) -> str:
    """Return the text of a drawing; PlanFileError if it is too large or no text."""
    size = file.stat().st_size
    if size > MAX_BYTES:
        limit = MAX_BYTES // 1_000_000
        raise PlanFileError(Words(f"文件大于 {limit} MB", f"it is larger than {limit} MB"))
    try:
        return file.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PlanFileError(Words("编码不是 UTF-8", "it is not in UTF-8")) from error


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        problem = Words("JSON 语法有误", f"its JSON is broken: {error.msg.lower()}")
        raise PlanFileError(problem, line=error.lineno, column=error.colno) from error
    except RecursionError as error:
        raise PlanFileError(Words("嵌套过深", "it is nested too deeply")) from error


def _no_number(name: str) -> NoReturn:
    raise PlanFileError(Words(f"{name} 不是数字", f"{name} is no number"), near=name)


def _feature(feature: Any, number: int) -> Iterator[Outline]:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    if not isinstance(properties, dict) or not isinstance(geometry, dict):
        raise PlanFileError(
            Words(
                f"第 {number} 个要素没有 properties 或 geometry",
                f"feature {number} has no `properties` or no `geometry`",
            )
        )
    plot, kind = str(properties.get("id") or ""), str(properties.get("kind") or "")
    named = plot or kind
    if not plot and kind not in KINDS:
        listed = "、".join(KINDS)
        raise PlanFileError(
            Words(
                f"第 {number} 个要素既无地块编号 id，kind 也不是 {listed}",
                f"feature {number} has no plot's `id`, nor a `kind` of {', '.join(KINDS)}",
            ),
            near=f'"{kind}"' if kind else "",
        )
    where = Words(f"第 {number} 个要素（{named}）", f"feature {number} ({named})")
    parts = list(_parts(geometry, where, near=f'"{named}"'))
    if plot and (len(parts) != 1 or not parts[0][1]):
        raise PlanFileError(
            Words(
                f"{where.zh}须是一个不带洞的多边形（Polygon）",
                f"{where.en} must be one Polygon without holes",
            ),
            near=f'"{plot}"',
        )
    for points, closed in parts:
        yield Outline(
            id=plot,
            kind="" if plot else kind,
            points=points,
            closed=closed,
            name=_name(properties),
            width=_width(properties, where),
        )


def _parts(
    geometry: Mapping[str, Any], where: Words, near: str
) -> Iterator[tuple[tuple[Pair, ...], bool]]:
    """Yield the lines and rings of a geometry, and whether each is closed."""
    places = geometry.get("coordinates")
    kind = geometry.get("type")
    wrapped: Mapping[Any, tuple[int, bool]] = {
        "LineString": (0, False),
        "MultiLineString": (1, False),
        "Polygon": (1, True),
        "MultiPolygon": (2, True),
    }
    if kind not in wrapped:
        raise PlanFileError(
            Words(
                f"{where.zh}不是线或多边形：{kind}", f"{where.en} is no line and no polygon: {kind}"
            ),
            near,
        )
    depth, closed = wrapped[kind]
    for ring in _unwrapped(places, depth, where, near):
        points = tuple(_pair(place, where, near) for place in ring)
        yield (
            (points[:-1] if closed and len(points) > 1 and points[0] == points[-1] else points),
            closed,
        )


def _unwrapped(places: Any, depth: int, where: Words, near: str) -> Iterator[Sequence[Any]]:
    if not isinstance(places, list) or not places:
        raise PlanFileError(Words(f"{where.zh}没有坐标", f"{where.en} has no coordinates"), near)
    if depth == 0:
        yield places
        return
    for place in places:
        yield from _unwrapped(place, depth - 1, where, near)


def _pair(place: Any, where: Words, near: str) -> Pair:
    # A third figure is a height; a plan is flat.
    if isinstance(place, list) and len(place) in (2, 3):
        east, north = place[:2]
        if _is_number(east) and _is_number(north):
            return float(east), float(north)
    raise PlanFileError(
        Words(
            f"{where.zh}的坐标不是一对数字",
            f"{where.en} has a coordinate that is no pair of numbers",
        ),
        near,
    )


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _name(properties: Mapping[str, Any]) -> Text | None:
    """Return the name of a road or a river in both languages: `name` and `name_en`."""
    zh, en = properties.get("name"), properties.get("name_en")
    return Text.model_construct(zh=str(zh), en=str(en or "")) if zh else None


def _width(properties: Mapping[str, Any], where: Words) -> float | None:
    width = properties.get("width")
    if width is None:
        return None
    if not _is_number(width) or not 0 < width <= 500:
        raise PlanFileError(
            Words(f"{where.zh}的 width 应为米数", f"{where.en}: `width` is a number of metres"),
            near=f'"{properties.get("name") or properties.get("kind")}"',
        )
    return float(width)
