"""Latitude and longitude as authors write them: told apart where they were exchanged."""

import re
from typing import TypeGuard

from site_builder.content.scalars import fail
from site_builder.geography.country import lies_in_country

_DEGREES = re.compile(r"\d{1,3}(?:\.\d+)?")


def refuse_swapped(value: object) -> None:
    """Raise the error of `position-swapped` for a position whose degrees were exchanged.

    `value` is what an author wrote; anything but a group of keys is left to others to judge.
    """
    if not isinstance(value, dict):
        return
    north, east = value.get("latitude"), value.get("longitude")
    if _is_degrees(north) and _is_degrees(east) and lies_in_country(float(east), float(north)):
        fail("position-swapped", latitude=str(east), longitude=str(north))


def _is_degrees(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and _DEGREES.fullmatch(value) is not None
