"""Drawings: landscapes are lines of hundreds of points, which need not be read one by one."""

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from site_builder.brochure.rendering.quicker.known import digest

_KNOWN = "c73523671870cd62a8c46e2566096997103c59a87c8c269d6f71285861e76588"
"""Digest of the source of what is replaced, and of what the replacement relies on."""

_STEP = re.compile(r"([MLmlHVhvZz])([^MLmlHVhvZz]*)")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)")
_STRAIGHT = re.compile(r"[MLmlHVhvZz0-9 .,+\-\n]*")


def replace() -> bool:
    """Replace how paths are drawn; return whether they are."""
    paths = _paths()
    if getattr(paths, "is_quicker", False):
        return True
    if source_digest() != _KNOWN:
        return False
    paths.is_quicker = True
    _replace(paths)
    return True


def source_digest() -> str:
    """Return a digest of the source of WeasyPrint that this module replaces or relies on."""
    from weasyprint.svg import utils

    return digest(_paths(), utils)


def _paths() -> Any:
    # In the package, a function has the module's name.
    return import_module("weasyprint.svg.path")


def _replace(paths: Any) -> None:
    from weasyprint import svg

    slow = paths.path

    def path(drawing: Any, node: Any, font_size: float) -> None:
        steps = _steps(node.get("d", ""))
        # Only markers are set where lines meet.
        if steps is None or any(name.startswith("marker") for name in node.attrib):
            slow(drawing, node, font_size)
        else:
            _draw(drawing.stream, steps)

    paths.path = path
    svg.TAGS["path"] = path


def _steps(written: str) -> list[tuple[str, list[float]]] | None:
    """Return the steps of a path of straight lines; None for one with curves."""
    if not written.startswith(("M", "m")) or not _STRAIGHT.fullmatch(written):
        return None
    steps = []
    for letter, rest in _STEP.findall(written):
        numbers = [float(number) for number in _NUMBER.findall(rest)]
        if not numbers and letter not in "zZ":
            return None
        if letter in "MLml" and len(numbers) % 2:
            return None
        steps.append((letter, numbers))
    return steps


def _draw(stream: Any, steps: list[tuple[str, list[float]]]) -> None:
    x: float = 0
    y: float = 0
    start: tuple[float, float] | None = None
    stream.move_to(x, y)
    for letter, numbers in steps:
        if letter in "zZ":
            if start is not None:
                stream.close()
                x, y = start
            start = None
            continue
        for place, (across, down) in enumerate(_moves(letter, numbers, (x, y))):
            if letter in "mM" and place == 0:
                stream.move_to(across, down)
                start = None
            else:
                start = start or (x, y)
                stream.line_to(across, down)
            x, y = across, down


def _moves(
    letter: str, numbers: list[float], point: tuple[float, float]
) -> Iterator[tuple[float, float]]:
    """Yield the points that a step leads to, one after the other."""
    x, y = point
    relative = letter.islower()
    if letter in "hH":
        for number in numbers:
            x = number + x if relative else number
            yield x, y
    elif letter in "vV":
        for number in numbers:
            y = number + y if relative else number
            yield x, y
    else:
        for across, down in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = (across + x, down + y) if relative else (across, down)
            yield x, y
