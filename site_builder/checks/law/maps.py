"""Every map that is published carries the number under which it was approved."""

import re
from collections.abc import Iterator

from site_builder.checks.scope import Terms
from site_builder.content.catalog import AnyEntry
from site_builder.content.picture import Picture, PictureKind
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
# 《地图管理条例》第十五条: simple maps of a scenic area, of a block, of metro and bus lines
# need no approval. What shows more than that area, as a location plan does, is none of these.
_SIMPLE = re.compile(
    r"(?:景区|景点|街区)(?:内部|商业|全景|导览|导游|游览|旅游|步道|手绘|平面|示意){0,3}地?图"
    r"|(?:地铁|轻轨|轨道交通|公交|公交车)(?:运营|线网|线路|站点|换乘|示意){0,3}地?图"
    r"|(?:度假区|公园|山|湖|洞|寺|古镇|古城)(?:导览|导游|游览)(?:示意)?地?图"
)
_SATELLITE = re.compile(r"\bsatellite\b|\badministrative\b|\bboundar(?:y|ies)\b", re.IGNORECASE)
_FILE = re.compile(r"(?:^|[-_/])(?:map|maps|satellite|ditu|quhua)(?=[-_./0-9])")


def check_maps(entry: AnyEntry, _terms: Terms) -> Iterator[Diagnostic]:
    """Yield the maps among a record's pictures that name no approval."""
    pictures: tuple[Picture, ...] = getattr(entry.record, "pictures", ())
    for index, picture in enumerate(pictures):
        if picture.map is None and (sign := sign_of_map(picture)):
            field, found = sign
            yield entry.source.diagnostic(
                Rule.MAP_WITHOUT_APPROVAL, ("pictures", index, *field), part=found, found=found
            )


def sign_of_map(picture: Picture) -> tuple[tuple[str, ...], str] | None:
    """Return the field that shows that a picture is a map, and the words that say so."""
    if _is_simple(picture):
        return None
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


def _is_simple(picture: Picture) -> bool:
    """Whether a picture says that it is a map of a kind that the law exempts, and no other."""
    rest, found = _SIMPLE.subn("", picture.alt.zh)
    return bool(found) and not _MAP.search(rest) and not _SATELLITE.search(picture.alt.en)
