"""A park's drawing in `media/`: GeoJSON in, named outlines out, as written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from site_builder.content.ground.geojson import (
    GeoJsonError,
    Limits,
    Pair,
    Shape,
    Spot,
    geometries,
    is_number,
    must_not_exceed,
    parse,
    shapes,
)
from site_builder.content.model import Text
from site_builder.diagnostics import Words

LIMITS = Limits(megabytes=2, points=20_000)
"""More than a park's drawing has; a survey of every kerb does not fit on a page."""
KINDS = ("road", "water", "green", "built")
"""What may lie around the plots: on these the drawing keeps quiet."""
_WIDEST = 500


@dataclass(frozen=True)
class Outline:
    """One line or one polygon of the drawing."""

    id: str
    """The plot's id; empty for the ground."""
    kind: str
    """One of KINDS; empty for a plot."""
    points: tuple[Pair, ...]
    """The corners in their order, the first not repeated at the end."""
    closed: bool
    holes: tuple[tuple[Pair, ...], ...] = ()
    """What is cut out of it, as an island of a river is; a plot has none."""
    name: Text | None = None
    """With what is missing in one language left empty."""
    width: float | None = None
    """Of a road or a stream that is drawn as a line, in metres."""
    spot: Spot = field(default=Spot(), compare=False)
    """Where its id or its kind stands in the file."""
    where: Words = field(default=Words("", ""), compare=False)
    """What it is called to those who look for it in the file."""


def read_outlines(text: str) -> tuple[Outline, ...]:
    """Return what a GeoJSON file draws, in its order; GeoJsonError for one that cannot be used."""
    data = parse(text)
    features = data.get("features") if isinstance(data, dict) else None
    if not isinstance(features, list) or data.get("type") != "FeatureCollection":
        raise GeoJsonError(
            Words("不是 GeoJSON 的 FeatureCollection", "it is no GeoJSON FeatureCollection")
        )
    outlines = tuple(
        outline for number, one in enumerate(features) for outline in _feature(one, number)
    )
    rings = (ring for outline in outlines for ring in (outline.points, *outline.holes))
    must_not_exceed(sum(map(len, rings)), LIMITS)
    return outlines


def _feature(feature: Any, number: int) -> Iterator[Outline]:
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    properties = feature.get("properties") or {} if isinstance(feature, dict) else None
    if not isinstance(properties, dict) or not isinstance(geometry, dict):
        raise GeoJsonError(
            Words(
                f"第 {number + 1} 个要素没有 properties 或 geometry",
                f"feature {number + 1} has no `properties` or no `geometry`",
            ),
            spot=Spot(number),
        )
    plot, kind, spot = _named(feature, properties, number)
    where = _where(number, plot or kind)
    try:
        parts = list(_parts(geometry))
    except GeoJsonError as error:
        raise error.within(where, spot) from None
    if plot and (len(parts) != 1 or not parts[0].closed or parts[0].holes):
        raise GeoJsonError(
            Words(
                f"{where.zh}须是一个不带洞的多边形（Polygon）",
                f"{where.en} must be one Polygon without holes",
            ),
            spot=spot,
        )
    if not plot:
        _must_extend(parts, where, spot)
    for part in parts:
        yield Outline(
            id=plot,
            kind="" if plot else kind,
            points=part.edge,
            closed=part.closed,
            holes=part.holes,
            name=_name(properties),
            width=_width(properties, where, number),
            spot=spot,
            where=where,
        )


def _where(number: int, named: str) -> Words:
    return Words(f"第 {number + 1} 个要素（{named}）", f"feature {number + 1} ({named})")


def _named(
    feature: Mapping[str, Any], properties: dict[str, Any], number: int
) -> tuple[str, str, Spot]:
    """Return the plot or the kind of ground that a feature is, and where it says so.

    The id of a plot stands among the properties or, as RFC 7946 has it, beside them. That
    beside them may also be a number that a program gives to whatever it exports.
    """
    kind = _said(properties.get("kind"))
    own = properties.get("id")
    if not _said(own) and kind not in KINDS:
        own = feature.get("id")
    if plot := _said(own):
        return plot, kind, Spot(number, key="id", value=own)
    if kind not in KINDS:
        listed = "、".join(KINDS)
        raise GeoJsonError(
            Words(
                f"第 {number + 1} 个要素既无地块编号 id，kind 也不是 {listed}",
                f"feature {number + 1} has no plot's `id`, nor a `kind` of {', '.join(KINDS)}",
            ),
            spot=Spot(number, key="kind"),
        )
    return "", kind, Spot(number, key="kind", value=kind)


def _said(value: object) -> str:
    """Return a value as words; signs that cannot be printed, which JSON may hide, are spaces."""
    signs = "" if value is None else str(value)
    return "".join(sign if sign.isprintable() else " " for sign in signs).strip()


def _parts(geometry: Mapping[str, Any]) -> Iterator[Shape]:
    """Yield the lines and polygons of a geometry, their corners each once."""
    found = False
    for one in geometries(geometry):
        for shape in shapes(one):
            found = True
            if not shape.closed:
                yield shape
            else:
                yield Shape(_open(shape.edge), closed=True, holes=tuple(map(_open, shape.holes)))
    if not found:
        kind = geometry.get("type")
        problem = Words(f"不是线或多边形：{kind}", f"it is no line and no polygon: {kind}")
        raise GeoJsonError(problem)


def _open(ring: tuple[Pair, ...]) -> tuple[Pair, ...]:
    return ring[:-1] if len(ring) > 1 and ring[0] == ring[-1] else ring


def _must_extend(parts: Sequence[Shape], where: Words, spot: Spot) -> None:
    """Refuse a road of one point and an area of two: nothing can be drawn of them."""
    for part in parts:
        for ring in (part.edge, *part.holes):
            least = 3 if part.closed else 2
            if (count := len(set(ring))) < least:
                raise GeoJsonError(
                    Words(
                        f"{where.zh}只有 {count} 个不同的点",
                        f"{where.en} is "
                        + ("a single point" if count == 1 else "no area: it has two points"),
                    ),
                    Words(
                        f"{'面' if part.closed else '线'}至少要 {least} 个点；补画，或删去这个要素",
                        f"{'an area' if part.closed else 'a line'} has {least} points at least: "
                        "draw it whole, or remove the feature",
                    ),
                    spot,
                )


def _name(properties: Mapping[str, Any]) -> Text | None:
    """Return the name of a road or a river in both languages: `name` and `name_en`."""
    zh, en = _said(properties.get("name")), _said(properties.get("name_en"))
    return Text.model_construct(zh=zh, en=en) if zh or en else None


def _width(properties: Mapping[str, Any], where: Words, number: int) -> float | None:
    width = properties.get("width")
    if width is None:
        return None
    if not is_number(width) or not 0 < width <= _WIDEST:
        raise GeoJsonError(
            Words(
                f"{where.zh}的 width 不是米数：{width}",
                f"{where.en}: its `width` is no number of metres: {width}",
            ),
            Words(
                f"只写数字，单位为米，不加引号，如 24，不超过 {_WIDEST}",
                f"write a number alone, without quotes: metres, such as 24; at most {_WIDEST}",
            ),
            Spot(number, key="width", value=width),
        )
    return float(width)
