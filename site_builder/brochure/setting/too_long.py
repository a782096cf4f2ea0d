"""Which text of a project is too long for its two sides, and by how many characters."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.content.leaflet_texts import BACK, FRONT, LeafletText, stated
from site_builder.content.source import Loc
from site_builder.diagnostics.bilingual import Words
from site_builder.present.text import first_paragraph
from site_builder.present.views import ProjectView

_LINE = 4.1
"""Millimetres from one line to the next, in the smaller type: no line is lower."""
_A_LINE = {"zh": 50, "en": 116}
"""Characters of a full line of the smaller type, of which some are narrow."""
_CUT = 0.5
"""What part of one text can be asked to go before the next one is named."""
_LEAST = 10
"""Characters that any text keeps."""


@dataclass(frozen=True)
class _Written:
    field: Words
    characters: int


def too_long(project: ProjectView, over: tuple[float, float], language: str) -> Words:
    """Return what to shorten so that a project fits on its two sides, in both languages.

    `over` is by how many millimetres the two sides run over. Of each side that does, the
    longest of the texts that stand on every version are named by file and field, with the
    characters that are too many: whole lines, so that the page is sure to come out. Where all
    of these texts together are not long enough for that, it is said that something else has to
    go.
    """
    told = [
        said
        for number, (length, texts) in enumerate(zip(over, (FRONT, BACK), strict=True), 1)
        if length
        for said in _side(number, length, list(_texts(project, texts)), language)
    ]
    zh, en = (side for side in zip(*told, strict=True))
    file = f"projects/{project.slug}.yml"
    return Words(
        f"{file} 两面排不下：{'；'.join(zh)}",
        f"{file} does not fit on two pages: {'; '.join(en)}",
    )


def _side(number: int, length: float, texts: Sequence[_Written], language: str) -> Iterator[Words]:
    """Yield what is too long on a side that runs over by some millimetres."""
    lines = math.ceil(length / _LINE)
    cuts, left = _cuts(texts, lines, _A_LINE[language])
    for text, cut in cuts:
        zh, en = (f"{field}.{language}" for field in text.field)
        yield Words(
            f"第 {number} 面 {zh} 多了 {cut} 字（现有 {text.characters} 字）",
            f"page {number}: {en} is {cut} characters too long (it has {text.characters})",
        )
    if left > 0:
        yield Words(
            f"第 {number} 面还高出约 {math.ceil(left * _LINE)} 毫米：减少表格的行数或条目",
            f"page {number}: about {math.ceil(left * _LINE)} mm more: fewer rows in its tables or "
            "items in its lists",
        )


def _cuts(
    texts: Sequence[_Written], lines: int, a_line: int
) -> tuple[list[tuple[_Written, int]], int]:
    """Return by how much each text is cut, and how many lines that is short.

    A text that loses n lines' characters loses n lines. The longest go first: no more than half
    of each, as long as that is enough.
    """
    longest = sorted(texts, key=lambda text: -text.characters)
    cuts = dict.fromkeys(range(len(longest)), 0)
    for part in (_CUT, 1.0):
        for number, text in enumerate(longest):
            most = min(text.characters * part, text.characters - _LEAST)
            free = max(int(most) // a_line - cuts[number], 0)
            cuts[number] += min(lines, free)
            lines -= min(lines, free)
    return [(longest[n], cut * a_line) for n, cut in cuts.items() if cut], lines


def _texts(project: ProjectView, texts: Sequence[LeafletText]) -> Iterator[_Written]:
    """Yield what a project's texts say, without their marks, and what its file calls them."""
    for kind, loc, text in stated(project.brief, texts):
        said = Markup(str(text))  # noqa: S704 - only counted
        plain = (first_paragraph(said) if kind.is_begun else said).striptags()
        if plain:
            yield _Written(_field(loc), len(plain))


def _field(loc: Loc) -> Words:
    """Return the name of a field, as `offers[no. 2]` where it is an item of a list."""
    *names, last = loc
    if isinstance(last, str):
        return Words(zh := ".".join(map(str, loc)), zh)
    field = ".".join(map(str, names))
    return Words(f"{field}[第{last + 1}项]", f"{field}[no. {last + 1}]")
