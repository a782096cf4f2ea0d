"""Where in the text of a GeoJSON file a feature, a value of it or a point stands."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from site_builder.content.ground.geojson import Spot
from site_builder.content.lines import split_lines
from site_builder.content.source import Source
from site_builder.diagnostics import Place

_STRING = r'"(?:[^"\\]|\\.)*"'
_SIGNS = re.compile(rf"({_STRING})|[{{}}\[\]]", re.DOTALL)
_FIGURES = re.compile(r"\[\s*(-?[\d.eE+-]+)\s*,\s*(-?[\d.eE+-]+)")


@dataclass(frozen=True)
class GeoJsonText:
    """The text of a file, to be pointed into; it is searched when something is to be told."""

    source: Source

    def place(self, spot: Spot) -> Place | None:
        """Return the place of a spot, as near as it is found; None if nothing is known of it."""
        found = self._sign(spot) or self._point(spot) or self._value(spot) or self._feature(spot)
        if found is None:
            return None
        start, length = found
        before = split_lines(self.source.text[:start])
        return self.source.at(len(before) - 1, len(before[-1]), length)

    @cached_property
    def _features(self) -> list[tuple[int, int]]:
        """From where to where each feature of the collection runs."""
        return list(_members(self.source.text, "features"))

    def _sign(self, spot: Spot) -> tuple[int, int] | None:
        return (spot.at, 1) if spot.at is not None else None

    def _feature(self, spot: Spot) -> tuple[int, int] | None:
        if spot.feature is not None and spot.feature < len(self._features):
            return self._features[spot.feature][0], 1
        return None

    def _stretch(self, feature: int | None) -> tuple[int, int]:
        if feature is not None and feature < len(self._features):
            return self._features[feature]
        return 0, len(self.source.text)

    def _value(self, spot: Spot) -> tuple[int, int] | None:
        """Return where the value of a key begins in a feature, and how long it is."""
        if not spot.key:
            start = self.source.text.find(spot.value) if isinstance(spot.value, str) else -1
            return (start, len(str(spot.value))) if start >= 0 else None
        key = re.compile(rf'"{re.escape(spot.key)}"\s*:\s*({_STRING}|[^\s,\]}}]+)', re.DOTALL)
        found = list(key.finditer(self.source.text, *self._stretch(spot.feature)))
        same = [one for one in found if spot.value is None or _said(one[1]) == spot.value]
        for one in (*same, *found):
            return one.start(1), len(one[1])
        return None

    def _point(self, spot: Spot) -> tuple[int, int] | None:
        if spot.pair is None:
            return None
        for found in _FIGURES.finditer(self.source.text, *self._stretch(spot.feature)):
            try:
                if (float(found[1]), float(found[2])) == spot.pair:
                    return found.start(1), 1
            except ValueError:
                continue
        return None


def _said(written: str) -> object:
    try:
        return json.loads(written)
    except ValueError:
        return None


def _members(text: str, key: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where the objects run that stand in a list under a key of the whole."""
    depth, last, inside, start = 0, "", False, 0
    for found in _SIGNS.finditer(text):
        sign = found[0]
        if sign in "{[":
            depth += 1
            if depth == 2 and sign == "[":
                inside = last == f'"{key}"'
            elif depth == 3 and inside:
                start = found.start()
        elif sign in "}]":
            if depth == 3 and inside:
                yield start, found.end()
            depth -= 1
            inside = inside and depth >= 2
        elif depth == 1:
            last = sign
