"""The structure of a tagged file: its figures, where they stand, what is said for them."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pikepdf


class Figure(NamedTuple):
    """A picture or drawing in the structure."""

    words: str
    """What is read in its place."""
    page: int | None
    """The page it begins on, from 1."""
    sequences: tuple[tuple[int, int], ...]
    """Page and number (MCID) of the tagged sequences that it is made of."""


def is_tagged(pdf: pikepdf.Pdf) -> bool:
    """Whether a file says that it is tagged, and has a structure."""
    root: Any = pdf.Root
    marked = bool(root.get("/MarkInfo", {}).get("/Marked", False))
    return marked and "/K" in root.get("/StructTreeRoot", {})


def figures(pdf: pikepdf.Pdf) -> tuple[Figure, ...]:
    """Return all figures in reading order; none for a file that is not tagged."""
    root: Any = pdf.Root.get("/StructTreeRoot")
    if root is None:
        return ()
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    return tuple(_figures(root, numbers))


def _figures(root: Any, numbers: dict[tuple[int, int], int]) -> Iterator[Figure]:
    roles = {str(role): str(meant) for role, meant in root.get("/RoleMap", {}).items()}
    waiting = _kids(root)[::-1]
    seen: set[tuple[int, int]] = set()
    while waiting:
        node = waiting.pop()
        # A damaged tree may lead back to itself.
        if not isinstance(node, pikepdf.Dictionary) or node.objgen in seen:
            continue
        if node.objgen != (0, 0):
            seen.add(node.objgen)
        kids = _kids(node)
        waiting += kids[::-1]
        role = str(node.get("/S", ""))
        if roles.get(role, role) == "/Figure":
            words = str(node.get("/Alt", node.get("/ActualText", ""))).strip()
            page = numbers.get(node["/Pg"].objgen) if "/Pg" in node else None
            yield Figure(words, page, tuple(_sequences(kids, page, numbers)))


def _kids(node: Any) -> list[Any]:
    kids = node.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _sequences(
    kids: Sequence[Any], page: int | None, numbers: dict[tuple[int, int], int]
) -> Iterator[tuple[int, int]]:
    for kid in kids:
        if isinstance(kid, int) and page is not None:
            yield page, kid
        elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR":
            on = numbers.get(kid["/Pg"].objgen) if "/Pg" in kid else page
            if on is not None:
                yield on, int(kid["/MCID"])
