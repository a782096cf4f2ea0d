"""What a county writes of where its land lies: corners, a drawing, its own boundary."""

from typing import Annotated

from pydantic import AfterValidator, Field

from site_builder.content.model import Datum, Frozen, Text
from site_builder.content.picture import MapApproval
from site_builder.content.scalars import Degrees, Number, matching
from site_builder.geography.country import EAST, WEST

Meridian = Annotated[Number, Field(ge=WEST, le=EAST)]


class Corner(Frozen):
    """A corner of a plot: X and Y as the land office gives them, or latitude and longitude."""

    point: str | None = None
    """界址点号，如 J1。The number of the boundary point."""
    x: Number | None = None
    """X（纵坐标，向北，米），如 3105872.416。Metres north, X of the land office."""
    y: Number | None = None
    """Y（横坐标，向东，米），可带带号，如 36559871.203。Metres east, with or without the zone."""
    latitude: Degrees | None = None
    """纬度（度，十进制），与 longitude 同写，不填 X、Y。Latitude, instead of X and Y."""
    longitude: Degrees | None = None
    """经度（度，十进制）。Longitude in decimal degrees."""


class Corners(Frozen):
    """A plot's table of corners, in order around it, as in the land office's survey."""

    system: Datum
    """坐标系；填 X、Y 的只能是 cgcs2000。The coordinate system; X and Y are cgcs2000."""
    meridian: Meridian | None = None
    """中央子午线（度），如 108；Y 带带号的不写。Central meridian, unless Y has its zone."""
    points: tuple[Corner, ...]
    """界址点，按顺序，至少三个，末点不重复首点。The corners in order, three at least."""


class Plan(Frozen):
    """A drawing of the park in `media/`: plots by id, and the ground they lie on."""

    file: Annotated[
        str,
        AfterValidator(matching(r"[a-z0-9][a-z0-9_/-]*\.geojson", "geojson", "jinhe.geojson")),
    ]
    """media/ 下的 GeoJSON 文件名，如 jinhe.geojson。A GeoJSON file in media/ with the plots."""
    system: Datum
    """文件的坐标系。The coordinate system of the file."""
    meridian: Meridian | None = None
    """投影坐标的中央子午线（度），经纬度不写。Central meridian, for a file in metres."""
    source: Text
    """来源，如 县自然资源局宗地界址成果，2026年9月。Where the drawing is from, and when."""


class Boundary(Frozen):
    """The county's own boundary, drawn on its map under the number of its approval."""

    file: Annotated[
        str,
        AfterValidator(matching(r"[a-z0-9][a-z0-9_/-]*\.geojson", "geojson", "qinglan.geojson")),
    ]
    """media/ 下的 GeoJSON 文件名，如 qinglan.geojson。A GeoJSON file in media/: polygons."""
    system: Datum
    """文件的坐标系；天地图、标准地图为 cgcs2000。The coordinate system of the file."""
    approval: MapApproval | None = None
    """审图号与底图来源；没有的不画界线。The approval; without one no boundary may be drawn."""
