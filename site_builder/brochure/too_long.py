"""Which text of a project is too long for its two sides, and by how many characters."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.present.text import first_paragraph
from site_builder.present.views import ProjectView

_LINE = 5.4
"""Millimetres from one line to the next, in the usual type."""
_A_LINE = {"zh": 40, "en": 84}
"""Characters of a line beside the margin's headings."""
_CUT = 0.5
"""What part of one text can be asked to go before the next one is named."""


@dataclass(frozen=True)
class _Written:
    field: str
    characters: int


def too_long(project: ProjectView, over: tuple[float, float], language: str) -> str:
    """Return what to shorten so that a project fits on its two sides.

    `over` is by how many millimetres the two sides run over. Of each side that does, the
    longest texts are named by file and field, with the characters that are too many: whole
    lines, so that the page is sure to come out.
    """
    told = []
    for number, (length, texts) in enumerate(
        zip(over, (_front(project), _back(project)), strict=True), 1
    ):
        if length:
            told += [f"page {number}: {said}" for said in _cuts(length, list(texts), language)]
    return f"projects/{project.slug}.yml does not fit on two pages: " + "; ".join(told)


def _cuts(length: float, texts: list[_Written], language: str) -> Iterator[str]:
    left = math.ceil(length / _LINE) * _A_LINE[language]
    for text in sorted(texts, key=lambda text: -text.characters):
        cut = min(left, max(math.ceil(text.characters * _CUT), 1))
        yield f"{text.field}.{language} is {cut} characters too long (it has {text.characters})"
        left -= cut
        if left <= 0:
            return


def _front(project: ProjectView) -> Iterator[_Written]:
    brief = project.brief
    yield from _written("tagline", brief.tagline)
    yield from _written("summary", brief.summary)
    if brief.conditions:
        yield from _written("conditions.advantages", "".join(map(str, brief.conditions.advantages)))
    if brief.market:
        yield from _written("market.outlook", brief.market.outlook, first=True)


def _back(project: ProjectView) -> Iterator[_Written]:
    brief = project.brief
    if brief.content:
        yield from _written("content.summary", brief.content.summary)
    yield from _written("cooperation.seeks", brief.cooperation.seeks)
    notes = "".join(str(step.note or "") for step in brief.approvals or ())
    yield from _written("approvals.note", notes)


def _written(field: str, text: object, *, first: bool = False) -> Iterator[_Written]:
    if not text:
        return
    shown = first_paragraph(text) if first and isinstance(text, Markup) else text
    plain = Markup(str(shown)).striptags()  # noqa: S704 - only counted
    if plain:
        yield _Written(field, len(plain))
