"""GeoJSON (RFC 7946) in, lines and polygons out, as written: a drawing or a boundary.

Nothing is converted here: a pair of figures stays the pair that the file has, east first. What
a file can do wrong is told with the spot of its text where it stands.
"""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NoReturn

from site_builder.diagnostics import NOTHING, Words

Pair = tuple[float, float]
"""Two figures as GeoJSON has them: east first, then north."""
# The widest figure that is meant is Y with its zone in millimetres; far longer ones cannot even
# be reckoned with.
_LONGEST = 40
_LINES, _POLYGONS = ("LineString", "MultiLineString"), ("Polygon", "MultiPolygon")


@dataclass(frozen=True)
class Limits:
    """How large a file may be."""

    megabytes: int
    points: int


@dataclass(frozen=True)
class Spot:
    """A spot in the text of a file, as far as it is known."""

    feature: int | None = None
    """Which feature of its collection, from 0."""
    key: str = ""
    """The key of the feature whose value is meant."""
    value: object = None
    """That value, as the key may stand in the feature twice; without a key, a piece of text."""
    pair: Pair | None = None
    """The point that is meant."""
    at: int | None = None
    """The sign of the text, from 0."""


class GeoJsonError(ValueError):
    """A file that cannot be used: what is wrong, what to do if more is known, and where."""

    def __init__(self, problem: Words, remedy: Words = NOTHING, spot: Spot | None = None) -> None:
        super().__init__(problem.en)
        self.problem = problem
        self.remedy = remedy
        """Empty where there is none but to export the file again."""
        self.spot = spot or Spot()

    def within(self, where: Words, spot: Spot) -> "GeoJsonError":
        """Return it as it is told of a feature; the closer spot of the two remains."""
        problem = Words(f"{where.zh}：{self.problem.zh}", f"{where.en}: {self.problem.en}")
        own = self.spot if self.spot != Spot() else spot
        return GeoJsonError(problem, self.remedy, replace(own, feature=spot.feature))


@dataclass(frozen=True)
class Shape:
    """A line, or a polygon with what is cut out of it."""

    edge: tuple[Pair, ...]
    """As the file has it: the last point of a polygon should be its first."""
    closed: bool
    holes: tuple[tuple[Pair, ...], ...] = ()

    @property
    def count(self) -> int:
        """How many points it has."""
        return len(self.edge) + sum(map(len, self.holes))


def read_text(file: Path, limits: Limits) -> str:
    """Return the text of a file; GeoJsonError if it is too large or no text."""
    size = file.stat().st_size
    if size > limits.megabytes * 1_000_000:
        said = f"{size / 1e6:.1f}"
        raise GeoJsonError(
            Words(
                f"文件 {said} MB，超过 {limits.megabytes} MB；先用 GIS 软件抽稀",
                f"it has {said} MB, more than {limits.megabytes} MB; simplify it in a GIS first",
            )
        )
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise GeoJsonError(Words("不是 UTF-8 文本", "it is not UTF-8 text")) from None


def parse(text: str) -> Any:
    """Return what stands in a file; GeoJsonError for one that is no JSON or has no real figures."""
    try:
        return json.loads(text, parse_constant=_no_number, parse_int=_integer, parse_float=_decimal)
    except json.JSONDecodeError as error:
        problem = Words("不是合格的 JSON", f"it is not valid JSON: {error.msg.lower()}")
        raise GeoJsonError(problem, spot=Spot(at=error.pos)) from None
    except RecursionError:
        raise GeoJsonError(Words("嵌套过深", "it is nested too deeply")) from None


def _integer(written: str) -> int:
    # Python refuses to read some thousands of digits, and to make a float of some hundreds.
    return int(written) if len(written) <= _LONGEST else _no_number(written)


def _decimal(written: str) -> float:
    value = float(written)
    return value if math.isfinite(value) else _no_number(written)


def _no_number(written: str) -> NoReturn:
    said = written if len(written) <= _LONGEST else f"{written[:12]}…"
    raise GeoJsonError(
        Words(f"{said} 不是可用的数字", f"{said} is no number to use"),
        spot=Spot(value=written),
    )


def is_number(value: object) -> bool:
    """Whether a value of a file is a number; parsed ones are all finite."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def geometries(tree: object) -> Iterator[Mapping[str, Any]]:
    """Yield the lines and polygons of a GeoJSON object, in their order, however wrapped."""
    # Not by recursion: collections may lie in collections deeper than functions may.
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, Mapping):
            raise GeoJsonError(Words("不是 GeoJSON 对象", "it is not a GeoJSON object"))
        kind = node.get("type")
        members: object = ()
        if kind == "FeatureCollection":
            members = node.get("features")
        elif kind == "GeometryCollection":
            members = node.get("geometries")
        elif kind == "Feature" and node.get("geometry") is not None:
            members = [node["geometry"]]
        elif kind in _LINES or kind in _POLYGONS:
            yield node
        if isinstance(members, list):
            waiting += reversed(members)


def shapes(geometry: Mapping[str, Any]) -> Iterator[Shape]:
    """Yield the lines or polygons of one geometry that is such."""
    kind, places = geometry["type"], geometry.get("coordinates")
    if kind in _POLYGONS:
        for polygon in _list(places) if kind == "MultiPolygon" else (places,):
            edge, *holes = (_line(ring) for ring in _list(polygon))
            yield Shape(edge, closed=True, holes=tuple(holes))
    else:
        for line in _list(places) if kind == "MultiLineString" else (places,):
            yield Shape(_line(line), closed=False)


def _list(places: object) -> Sequence[Any]:
    if isinstance(places, list) and places:
        return places
    raise GeoJsonError(Words("没有坐标", "it has no coordinates"))


def _line(places: object) -> tuple[Pair, ...]:
    return tuple(_pair(place) for place in _list(places))


def _pair(place: object) -> Pair:
    # What follows the second figure is a height; both drawings are flat.
    if isinstance(place, list) and len(place) > 1:
        east, north = place[:2]
        if is_number(east) and is_number(north):
            return float(east), float(north)
    raise GeoJsonError(Words("坐标不是一对数字", "a coordinate is no pair of numbers"))


def must_not_exceed(count: int, limits: Limits) -> None:
    """Raise GeoJsonError for more points than a file may have."""
    if count > limits.points:
        raise GeoJsonError(
            Words(
                f"有 {count} 个点，超过 {limits.points} 个；先用 GIS 软件抽稀",
                f"it has {count} points, more than {limits.points}; simplify it in a GIS first",
            )
        )
