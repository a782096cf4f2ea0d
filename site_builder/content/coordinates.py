"""Latitude and longitude as authors write them: told apart where they were exchanged."""

import re

from site_builder.content.scalars import fail

_DEGREES = re.compile(r"\d{1,3}(?:\.\d+)?")
# China, with its seas: 3° to 54° N, 73° to 136° E. No latitude of it is also a longitude.
_NORTH = (3, 54)
_EAST = (73, 136)


def refuse_swapped(value: object) -> None:
    """Raise the error of `position-swapped` for a position whose degrees were exchanged.

    `value` is what an author wrote; anything but a group of keys is left to others to judge.
    """
    if not isinstance(value, dict):
        return
    north, east = value.get("latitude"), value.get("longitude")
    if _within(north, _EAST) and _within(east, _NORTH):
        fail("position-swapped", latitude=str(east), longitude=str(north))


def _within(value: object, bounds: tuple[int, int]) -> bool:
    if not isinstance(value, str) or not _DEGREES.fullmatch(value):
        return False
    return bounds[0] <= float(value) <= bounds[1]
