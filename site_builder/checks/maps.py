"""Every map that is published carries the number under which it was approved."""

import re
from collections.abc import Iterator

from site_builder.checks.scope import Terms
from site_builder.content.catalog import AnyEntry
from site_builder.content.model import Picture, PictureKind, ReviewStatus
from site_builder.diagnostics import Diagnostic, Rule

# Whatever the author calls the picture, this is a map.
_MAP = re.compile(
    r"(?<!思维)(?<!产业)(?<!产业链)地图(?!册?柜|室|馆)|区划图|卫星图|卫星影像|卫片|遥感影像|政区图|行政图|界线图|"
    r"(?<!chain )(?<!mind )(?<!heat )(?<!road )(?<!industry )\bmaps?\b(?! (?:room|case|cabinet))|"
    r"\bsatellite (?:image|imagery|picture|view|photo)",
    re.IGNORECASE,
)
# This may be a plain sketch, which needs no approval as long as it shows no boundaries.
_SKETCH = re.compile(r"区位图|位置图|交通图|区位示意|位置示意|\blocation plan\b|\bsketch\b", re.I)
_FILE = re.compile(r"(?:^|[-_/])(?:map|maps|satellite|ditu|quhua)(?=[-_./0-9])")


def check_maps(entry: AnyEntry, _terms: Terms) -> Iterator[Diagnostic]:
    """Yield the maps among a record's pictures that name no approval."""
    if entry.record.review.status is not ReviewStatus.APPROVED:
        return
    pictures: tuple[Picture, ...] = getattr(entry.record, "pictures", ())
    for index, picture in enumerate(pictures):
        if picture.map is None and (sign := sign_of_map(picture)):
            field, found = sign
            yield entry.source.diagnostic(
                Rule.MAP_WITHOUT_APPROVAL, ("pictures", index, *field), part=found, found=found
            )


def sign_of_map(picture: Picture) -> tuple[tuple[str, ...], str] | None:
    """Return the field that shows that a picture is a map, and the words that say so."""
    if picture.kind is PictureKind.MAP:
        return ("kind",), "map"
    for language in ("zh", "en"):
        alt = getattr(picture.alt, language)
        found = _MAP.search(alt) or (picture.kind is PictureKind.PHOTO and _SKETCH.search(alt))
        if found:
            return ("alt", language), found.group()
    if picture.kind is PictureKind.PHOTO and (found := _FILE.search(picture.file)):
        return ("file",), found.group().lstrip("-_/")
    return None
