"""Two languages facing each other: Chinese on the left-hand pages, English on the right.

Both are set as documents of their own. What begins together in both - a chapter, a project -
is a stretch; the shorter one of every two is filled up with quiet pages, so that the two run
level, and then their pages are taken in turn.
"""

import re
from collections.abc import Mapping, Sequence
from io import BytesIO

import pikepdf

from site_builder.brochure.rendering.renderer import Place

PREFIX = "en-"
"""What the ids of the second language begin with: one document has one set of names."""

_END = re.compile(r"<!-- end of (\S+) -->")
_NAMED = re.compile(r'(\s(?:id|aria-labelledby|aria-describedby|headers)=")([^"]+)"')
_LED = re.compile(r'((?:href|xlink:href)="#|url\(#)([^")]+)')
_QUIET = '<section class="quiet-page">{picture}</section>'


def stretches(html: str) -> tuple[str, ...]:
    """Return the ids at which the stretches of a document begin, in their order."""
    return tuple(_END.findall(html))


def padded(html: str, pads: Mapping[str, int], picture: str) -> str:
    """Return a document with quiet pages at the end of its stretches, as many as `pads` says."""
    page = _QUIET.format(picture=picture)
    return _END.sub(lambda end: page * pads.get(end[1], 0), html)


def prefixed(html: str) -> str:
    """Return a document all of whose ids, and links to them, begin with `PREFIX`."""
    html = _NAMED.sub(lambda m: m[1] + " ".join(PREFIX + name for name in m[2].split()) + '"', html)
    return _LED.sub(rf"\g<1>{PREFIX}\g<2>", html)


def unprefixed(places: Mapping[str, Place]) -> dict[str, Place]:
    """Return the places of such a document by the names the ids had."""
    return {name.removeprefix(PREFIX): place for name, place in places.items()}


def lengths(names: Sequence[str], places: Mapping[str, Place], end: int) -> dict[str, int]:
    """Return how many pages every stretch has; `end` is the page after the last one's."""
    starts = [places[name].page for name in names]
    return {
        name: after - start
        for name, start, after in zip(names, starts, [*starts[1:], end], strict=True)
    }


def missing(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    """Return how many pages each stretch of `one` lacks to be as long as the other's."""
    return {name: other[name] - length for name, length in one.items() if other[name] > length}


def with_languages(pdf: bytes, tags: Sequence[str]) -> bytes:
    """Return a tagged document whose pages say in which language each of them is.

    `tags` holds a language for every page; the document's own needs no saying.
    """
    with pikepdf.open(BytesIO(pdf)) as document:
        own = str(document.Root.Lang)
        spoken = {page.obj.objgen: tag for page, tag in zip(document.pages, tags, strict=True)}
        for element in document.Root.StructTreeRoot.K[0].K:
            page = element.get("/Pg")
            if page is not None and spoken[page.objgen] != own:
                element["/Lang"] = pikepdf.String(spoken[page.objgen])
        written = BytesIO()
        document.save(written, deterministic_id=True)
    return written.getvalue()
