"""What an author is told about a corner that says no place."""

from site_builder.content.ground.park_shapes import CornerError
from site_builder.diagnostics import Words
from site_builder.geography.country import EAST, NORTH, SOUTH, WEST
from site_builder.geography.gauss_kruger import zone_of

_TABLE = Words("对照界址点成果表改正", "correct it after the land office's table")


def doubt_words(error: CornerError, *, in_drawing: bool = False) -> tuple[Words, Words]:
    """Return what is wrong with a corner, and what to do about it.

    In a drawing figures have no names: GeoJSON has east first, then north.
    """
    north, east = _figure(error.north), _figure(error.east)
    metres = abs(error.north) > 180 or abs(error.east) > 180
    names = ("X", "Y") if metres else ("latitude", "longitude")
    if error.doubt == "incomplete":
        return (
            Words(
                "须写 x 和 y，或写 latitude 和 longitude，二者择一",
                "it needs `x` and `y`, or `latitude` and `longitude`, and not both",
            ),
            _TABLE,
        )
    if error.doubt == "exchanged":
        return (
            Words(
                f"{names[0]} {north} 与 {names[1]} {east} 写反了",
                f"{names[0]} {north} and {names[1]} {east} have been exchanged",
            ),
            _order(in_drawing=in_drawing, metres=metres),
        )
    if error.doubt == "outside":
        return (
            Words(f"（{north}，{east}）不在国内", f"({north}, {east}) lies outside the country"),
            _TABLE,
        )
    return _doubt_of_grid(error)


def _order(*, in_drawing: bool, metres: bool) -> Words:
    if in_drawing:
        return Words(
            "GeoJSON 每点先东（经度或 Y）后北（纬度或 X），重新导出",
            "in GeoJSON a point is east first (longitude or Y), then north (latitude or X)",
        )
    if metres:
        return Words(
            "X 向北、七位整数，Y 向东、六位整数或带两位带号；对调二者",
            "X is metres north and has seven digits, Y metres east and has six, or eight with the "
            "zone: exchange them",
        )
    return Words(
        f"纬度在前（{SOUTH}—{NORTH}），经度在后（{WEST}—{EAST}）；对调二者",
        "exchange the two figures",
    )


def _doubt_of_grid(error: CornerError) -> tuple[Words, Words]:
    """Return the same for X and Y in metres that leave open where they count from."""
    east = _figure(error.east)
    zone = zone_of(error.east)
    if error.doubt == "system":
        return (
            Words("以米为单位的 X、Y 只能是 cgcs2000", "X and Y in metres are cgcs2000 only"),
            Words("写 system: cgcs2000，或改用经纬度", "write `system: cgcs2000`, or use degrees"),
        )
    if error.doubt == "no-meridian":
        return (
            Words(f"Y {east} 没有带号，也没有中央子午线", f"Y {east} has no zone and no meridian"),
            Words(
                "写 meridian，如 108，见成果表表头",
                "write `meridian`, such as 108, as the table says",
            ),
        )
    if error.doubt == "unknown-zone":
        return (
            Words(f"Y {east} 的带号 {zone} 不存在", f"Y {east}: there is no zone {zone}"),
            Words(
                "三度带为 25—45，六度带为 13—23；核对 Y",
                "zones of three degrees are 25 to 45, of six degrees 13 to 23: check Y",
            ),
        )
    return (
        Words(
            f"Y {east} 的带号 {zone} 与 meridian 不符",
            f"Y {east}: its zone {zone} contradicts `meridian`",
        ),
        Words("删去 meridian，或核对带号", "leave `meridian` out, or check the zone"),
    )


def _figure(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")
