"""A county's own boundary: a GeoJSON file in `media/`, read into an outline."""

import math
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from site_builder.content.ground.fault_words import fault_words
from site_builder.content.ground.geojson import (
    GeoJsonError,
    Limits,
    Pair,
    Shape,
    Spot,
    geometries,
    must_not_exceed,
    parse,
    read_text,
    shapes,
)
from site_builder.content.ground.geojson_text import GeoJsonText
from site_builder.content.ground.written import Boundary
from site_builder.content.schema_errors import suggest
from site_builder.content.source import Source
from site_builder.diagnostics import Diagnostic, Rule, Words, both
from site_builder.geography.country import lies_in_country
from site_builder.geography.datums import Point, to_wgs84
from site_builder.geography.outline import Outline, Part, Ring
from site_builder.geography.plane import Plane
from site_builder.geography.polygons import fault, polygon

LIMITS = Limits(megabytes=5, points=100_000)
_LEAST_AREA = 1e6
"""In square metres; no county is as small."""
_EXPORT = Words(
    "用 GIS 软件检查并重新导出：GeoJSON，经纬度，面（Polygon 或 MultiPolygon），不超过 5 MB",
    "check it in a GIS and export it again: GeoJSON, degrees, Polygon or MultiPolygon, at most "
    "5 MB",
)
_EXCHANGE = Words(
    "对调每个点的两个数字，先经度后纬度；GIS 软件多有“交换坐标”命令",
    "exchange the two figures of every point; a GIS has a command to swap coordinates",
)
_LOC = ("boundary", "file")


def read_boundary(
    root: Path, boundary: Boundary | None, source: Source, findings: list[Diagnostic]
) -> Outline | None:
    """Return the county's outline in WGS-84; None, with findings added, if there is none to use.

    It is not read at all unless the number and the source of its approval are given: see the
    rule boundary-without-approval.
    """
    if boundary is None or boundary.approval is None:
        return None
    path = PurePosixPath("media", boundary.file)
    file = root.resolve() / path
    if not file.is_file() or file.resolve() != file:
        findings.append(_missing(file, boundary, source))
        return None
    text = ""
    try:
        text = read_text(file, LIMITS)
        outline, shared = _outline(text, boundary)
    except GeoJsonError as error:
        remedy = error.remedy if any(error.remedy) else _EXPORT
        facts = {"name": path, **both(problem=error.problem, remedy=remedy)}
        place = GeoJsonText(Source(path, text)).place(error.spot)
        if place is None:
            findings.append(source.diagnostic(Rule.BOUNDARY_UNUSABLE, _LOC, **facts))
        else:
            findings.append(source.diagnostic_at(place, Rule.BOUNDARY_UNUSABLE, (), **facts))
        return None
    if shared:
        findings.append(source.diagnostic(Rule.BOUNDARY_OF_PARTS, _LOC, name=path))
    return outline


def _missing(file: Path, boundary: Boundary, source: Source) -> Diagnostic:
    """Return the finding on a file that is not there, or is a link to somewhere else."""
    if file.is_symlink():
        return source.diagnostic(Rule.SYMBOLIC_LINK, _LOC, name=f"media/{boundary.file}")
    media = file.parents[len(PurePosixPath(boundary.file).parts) - 1]
    known = [str(other.relative_to(media)) for other in media.rglob("*.*json")]
    hint = suggest(boundary.file, known, zh="media/ 中有", en="media/ holds")
    problem = Words("找不到文件", "there is no such file")
    return source.diagnostic(
        Rule.BOUNDARY_UNUSABLE,
        _LOC,
        name=f"media/{boundary.file}",
        **both(problem=problem, remedy=hint),
    )


def _outline(text: str, boundary: Boundary) -> tuple[Outline, bool]:
    """Return the outline, and whether lines between its parts were taken out."""
    found = [shape for one in geometries(parse(text)) for shape in shapes(one) if shape.closed]
    if not found:
        raise GeoJsonError(Words("其中没有面（Polygon）", "there is no polygon in it"))
    must_not_exceed(sum(shape.count for shape in found), LIMITS)
    for shape in found:
        _must_be_sound(shape)
    system = boundary.system.value
    outline = Outline(tuple(_part(shape, system) for shape in found))
    outline, shared = outline.united() if len(found) > 1 else (outline, False)
    if outline.area() < _LEAST_AREA:
        raise GeoJsonError(Words("围成的面积几乎为零", "it encloses almost nothing"))
    return outline.simplified(), shared


def _part(shape: Shape, system: str) -> Part:
    def moved(ring: Sequence[Pair]) -> Ring:
        return tuple(to_wgs84(Point(north, east), system) for east, north in ring)

    return Part(moved(shape.edge), tuple(moved(hole) for hole in shape.holes))


def _must_be_sound(shape: Shape) -> None:
    rings = [tuple(_point(pair) for pair in _closed(ring)) for ring in (shape.edge, *shape.holes)]
    plane = Plane(rings[0][0])
    land = polygon(rings[0], plane, rings[1:])
    if land is None:
        raise GeoJsonError(Words("界线围不成面", "its corners enclose nothing"))
    if found := fault(land, plane):
        reason, point = found
        corners = (corner for ring in rings for corner in ring)
        north, east = min(corners, key=lambda corner: math.dist(corner, point))
        raise GeoJsonError(fault_words(reason, east, north), spot=Spot(pair=(east, north)))


def _closed(ring: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """Return a line; it must have corners, and come back to where it began."""
    if len(ring) < 4:
        raise GeoJsonError(Words("界线的点太少", "a line has too few points"))
    if ring[0] != ring[-1]:
        problem = Words(
            "界线没有闭合：末点应与首点相同",
            "a line is not closed: its last point must be its first",
        )
        raise GeoJsonError(problem, spot=Spot(pair=ring[-1]))
    return ring


def _point(pair: Pair) -> Point:
    east, north = pair
    if lies_in_country(north, east):
        return Point(north, east)
    where, spot = f"{east:.10g}, {north:.10g}", Spot(pair=pair)
    if lies_in_country(east, north):
        problem = Words(
            f"{where} 经纬度颠倒：GeoJSON 先经度、后纬度",
            f"{where} has latitude first: GeoJSON has longitude first",
        )
        raise GeoJsonError(problem, _EXCHANGE, spot)
    problem = Words(
        f"{where} 不是中国境内的经纬度", f"{where} is not a longitude and latitude in China"
    )
    raise GeoJsonError(problem, spot=spot)
