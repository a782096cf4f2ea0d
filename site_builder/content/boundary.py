"""A county's own boundary: a GeoJSON file in `media/`, read into an outline."""

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from site_builder.content.county import Boundary, County
from site_builder.content.schema_errors import suggest
from site_builder.content.source import Source
from site_builder.diagnostics import Diagnostic, Rule, Words, both
from site_builder.geography.datums import Point, to_wgs84
from site_builder.geography.outline import Outline, Part, Ring, fault

MAX_BYTES = 5_000_000
MAX_POINTS = 100_000
_LOC = ("boundary", "file")
_NUMBERS = re.compile(r"\[\s*(-?[\d.eE+-]+)\s*,\s*(-?[\d.eE+-]+)")
_FAULTS = {
    "Self-intersection": Words("界线自相交", "the line crosses itself"),
    "Ring Self-intersection": Words("界线自相交", "the line touches itself"),
    "Hole lies outside shell": Words("内环不在外环之内", "a hole lies outside its edge"),
    "Holes are nested": Words("内环互相套叠", "holes lie inside each other"),
    "Interior is disconnected": Words("内环把区域切断", "holes cut the area in two"),
    "Too few points in geometry component": Words("界线的点太少", "a line has too few points"),
}


class _UnusableError(Exception):
    """What is wrong with the file, and at which sign of its text if that is known."""

    def __init__(self, zh: str, en: str, at: int | None = None) -> None:
        super().__init__(en)
        self.problem = Words(zh, en)
        self.at = at


def read_boundary(
    root: Path, county: County, source: Source, findings: list[Diagnostic]
) -> Outline | None:
    """Return the county's outline in WGS-84; None, with findings added, if there is none to use.

    It is not read at all unless the number and the source of its approval are given: see the
    rule boundary-without-approval.
    """
    boundary = county.boundary
    if boundary is None or boundary.approval is None:
        return None
    path = PurePosixPath("media", boundary.file)
    file = root.resolve() / path
    if not file.is_file() or file.resolve() != file:
        findings.append(_missing(file, boundary, source))
        return None
    text = ""
    try:
        text = _text(file)
        return _outline(text, boundary)
    except _UnusableError as error:
        facts = {"name": path, **both(problem=error.problem)}
        if error.at is None:
            findings.append(source.diagnostic(Rule.BOUNDARY_UNUSABLE, _LOC, **facts))
        else:
            line = text.count("\n", 0, error.at)
            column = error.at - (text.rfind("\n", 0, error.at) + 1)
            place = Source(path, text).at(line, column)
            findings.append(source.diagnostic_at(place, Rule.BOUNDARY_UNUSABLE, (), **facts))
        return None


def _missing(file: Path, boundary: Boundary, source: Source) -> Diagnostic:
    """Return the finding on a file that is not there, or is a link to somewhere else."""
    if file.is_symlink():
        return source.diagnostic(Rule.SYMBOLIC_LINK, _LOC, name=f"media/{boundary.file}")
    media = file.parents[len(PurePosixPath(boundary.file).parts) - 1]
    known = [str(other.relative_to(media)) for other in media.rglob("*.*json")]
    hint = suggest(
        boundary.file, known, zh="media/ 中的 GeoJSON 有", en="the GeoJSON files in media/ are"
    )
    problem = Words(f"找不到文件；{hint.zh}", f"there is no such file; {hint.en}")
    return source.diagnostic(
        Rule.BOUNDARY_UNUSABLE, _LOC, name=f"media/{boundary.file}", **both(problem=problem)
    )


def _text(file: Path) -> str:
    size = file.stat().st_size
    if size > MAX_BYTES:
        megabytes, most = f"{size / 1e6:.1f}", f"{MAX_BYTES / 1e6:g}"
        raise _UnusableError(
            f"文件 {megabytes} MB，超过 {most} MB；先用 GIS 软件抽稀",
            f"it has {megabytes} MB, more than {most} MB; simplify it in a GIS first",
        )
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _UnusableError("不是 UTF-8 文本", "it is not UTF-8 text") from None


def _outline(text: str, boundary: Boundary) -> Outline:
    try:
        tree = json.loads(text)
    except json.JSONDecodeError as error:
        raise _UnusableError("不是合格的 JSON", "it is not valid JSON", error.pos) from None
    except RecursionError:
        raise _UnusableError("嵌套过深", "it is nested too deeply") from None
    rings = [list(_rings(polygon, text)) for polygon in _polygons(tree)]
    if not rings:
        raise _UnusableError("其中没有面（Polygon）", "there is no polygon in it")
    if (count := sum(len(ring) for part in rings for ring in part)) > MAX_POINTS:
        raise _UnusableError(
            f"有 {count} 个点，超过 {MAX_POINTS} 个；先用 GIS 软件抽稀",
            f"it has {count} points, more than {MAX_POINTS}; simplify it in a GIS first",
        )
    for part in rings:
        _must_be_sound(Part(part[0], tuple(part[1:])), text)
    system = boundary.system.value
    return Outline(
        tuple(
            Part(_moved(part[0], system), tuple(_moved(hole, system) for hole in part[1:]))
            for part in rings
        )
    ).simplified()


def _moved(ring: Ring, system: str) -> Ring:
    return tuple(to_wgs84(point, system) for point in ring)


def _must_be_sound(part: Part, text: str) -> None:
    if found := fault(part):
        reason, point = found
        words = _FAULTS.get(reason, Words("面无效", reason))
        ring = (point for ring in (part.edge, *part.holes) for point in ring)
        near = min(ring, key=lambda p: math.dist(p, point))
        where = f"{near.longitude:g}, {near.latitude:g}"
        raise _UnusableError(
            f"{words.zh}，在 {where} 附近", f"{words.en}, near {where}", _at(near, text)
        )


def _polygons(node: object) -> Iterator[Sequence[Any]]:
    """Yield the coordinates of every polygon of a GeoJSON object (RFC 7946), however wrapped."""
    if not isinstance(node, Mapping):
        raise _UnusableError("不是 GeoJSON 对象", "it is not a GeoJSON object")
    kind, inside = node.get("type"), node.get("coordinates")
    if kind in ("FeatureCollection", "GeometryCollection"):
        members = node.get("features" if kind == "FeatureCollection" else "geometries")
        for member in members if isinstance(members, list) else ():
            yield from _polygons(member)
    elif kind == "Feature" and node.get("geometry") is not None:
        yield from _polygons(node["geometry"])
    elif kind == "Polygon" and isinstance(inside, list) and inside:
        yield inside
    elif kind == "MultiPolygon" and isinstance(inside, list):
        yield from (part for part in inside if isinstance(part, list) and part)


def _rings(polygon: Sequence[Any], text: str) -> Iterator[Ring]:
    for line in polygon:
        if not isinstance(line, list) or len(line) < 4:
            raise _UnusableError("界线的点太少", "a line has too few points")
        ring = tuple(_point(pair, text) for pair in line)
        if ring[0] != ring[-1]:
            raise _UnusableError(
                "界线没有闭合：末点应与首点相同",
                "a line is not closed: its last point must be its first",
                _at(ring[-1], text),
            )
        yield ring


def _point(pair: object, text: str) -> Point:
    match pair:
        case [int() | float() as east, int() | float() as north, *_]:
            point = Point(float(north), float(east))
        case _:
            raise _UnusableError("坐标不是数字", "a coordinate is not a number")
    if 73 <= point.longitude <= 136 and 3 <= point.latitude <= 54:
        return point
    where = f"{point.longitude:g}, {point.latitude:g}"
    zh, en = "不是中国境内的经纬度", "is not a longitude and latitude in China"
    if 73 <= point.latitude <= 136 and 3 <= point.longitude <= 54:
        zh, en = (
            "经纬度颠倒：GeoJSON 先经度、后纬度",
            "has latitude first: GeoJSON has longitude first",
        )
    raise _UnusableError(f"{where} {zh}", f"{where} {en}", _at(point, text))


def _at(point: Point, text: str) -> int | None:
    """Return where a point stands in the text of the file."""
    for found in _NUMBERS.finditer(text):
        try:
            if (float(found[2]), float(found[1])) == tuple(point):
                return found.start(1)
        except ValueError:
            continue
    return None
