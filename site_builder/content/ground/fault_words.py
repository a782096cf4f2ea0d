"""What an author is told about a polygon that is no area."""

from site_builder.diagnostics import Words

_FAULTS = {
    "Self-intersection": Words("界线自相交", "the line crosses itself"),
    "Ring Self-intersection": Words("界线自相交", "the line touches itself"),
    "Hole lies outside shell": Words("内环不在外环之内", "a hole lies outside its edge"),
    "Holes are nested": Words("内环互相套叠", "holes lie inside each other"),
    "Interior is disconnected": Words("内环把区域切断", "holes cut the area in two"),
    "Too few points in geometry component": Words("界线的点太少", "a line has too few points"),
}


def fault_words(reason: str, east: float, north: float) -> Words:
    """Return what is wrong, from what GEOS says of it, near a corner as the file has it."""
    words = _FAULTS.get(reason, Words("面无效", reason.lower()))
    where = f"{_figure(east)}, {_figure(north)}"
    return Words(f"{words.zh}，在 {where} 附近", f"{words.en}, near {where}")


def _figure(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")
