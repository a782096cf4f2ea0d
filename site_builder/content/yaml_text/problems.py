"""What the YAML parser stumbles over, said for the person who wrote the file."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import yaml

from site_builder.content.lines import split_lines
from site_builder.diagnostics import Words

_EXCLAMATION = ("以 ! 开头的文字要加引号", "text that begins with ! needs quotes")
# What libyaml says, in the words of both languages.
_SAID = {
    "mapping values are not allowed in this context": (
        "此处多出一个冒号，或缩进不对",
        "a colon or an indentation is not expected here",
    ),
    "found character that cannot start any token": (
        "值不能以此字符开头",
        "a value cannot begin with this character",
    ),
    "found a tab character that violates indentation": (
        "缩进用了制表符",
        "a tab is used for indentation",
    ),
    "could not find expected ':'": ("缺少冒号", "a colon is missing"),
    "did not find expected key": ("此处应是字段名", "the name of a field is expected here"),
    "did not find expected '-' indicator": (
        "此处应是以“- ”开头的列表项",
        "a list item that begins with `- ` is expected here",
    ),
    "did not find expected ',' or '}'": (
        "花括号没有成对，或其中的值需加引号",
        "a brace is not closed, or a value inside it needs quotes",
    ),
    "did not find expected ',' or ']'": (
        "方括号没有成对，或其中的值需加引号",
        "a bracket is not closed, or a value inside it needs quotes",
    ),
    "found unexpected end of stream": ("引号没有成对", "a quotation mark is not closed"),
    "block sequence entries are not allowed in this context": (
        "列表应另起一行",
        "a list must begin on a line of its own",
    ),
    "did not find expected alphabetic or numeric character": (
        "以 * 或 & 开头的文字要加引号",
        "text that begins with * or & needs quotes",
    ),
    "did not find expected tag URI": _EXCLAMATION,
    "did not find expected whitespace or line break": _EXCLAMATION,
}
# These are noticed long after the place that has to be put right.
_NOTICED_LATE = (
    "while scanning a simple key",
    "while scanning a quoted scalar",
    "while scanning an alias",
    "while scanning an anchor",
    "while parsing a tag",
    "while scanning a tag",
)
_UNSPACED = re.compile(r"\s*(?:- +)*[A-Za-z_][\w-]*(?P<colon>：|:(?=[^\s]))")
_BRACKET = re.compile(r"[\[\]{}]")
_MOST_OPEN = 1000
_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


ANY_SYNTAX = Words(
    "检查这一行及上一行：缩进用空格不用制表符；冒号用半角，后面空一格；"
    "含逗号、冒号的文字加引号；引号和括号成对",
    "check this line and the one above: indent with spaces, not tabs; an ASCII colon with a "
    "space after it; quotes around text with a comma or a colon; paired quotes and brackets",
)
"""The remedy where no mended line is known."""


class Problem(NamedTuple):
    """What is wrong and where; line and column count from 0."""

    line: int
    column: int
    zh: str
    en: str


def unparsable(text: str) -> Problem | None:
    """Return what keeps a text from being given to the parser; None if nothing does."""
    return _unprintable(text) or _overfull(text)


def _unprintable(text: str) -> Problem | None:
    """Return the first character that YAML does not allow, e.g. one that came by pasting."""
    found = _UNPRINTABLE.search(text)
    if found is None:
        return None
    before = split_lines(text[: found.start()])
    name = f"U+{ord(found.group()):04X}"
    return Problem(
        len(before) - 1,
        len(before[-1]),
        f"此处有不可见的控制字符 {name}",
        f"there is an invisible control character here, {name}",
    )


def _overfull(text: str) -> Problem | None:
    """Return the bracket with which far too many are open, quotes not looked at.

    The parser looks at every open bracket again at each further one: a file full of them
    would keep it busy for minutes.
    """
    if text.count("[") + text.count("{") <= _MOST_OPEN:
        return None
    opened = 0
    for bracket in _BRACKET.finditer(text):
        opened = opened + 1 if bracket.group() in "[{" else max(0, opened - 1)
        if opened > _MOST_OPEN:
            before = split_lines(text[: bracket.start()])
            told = f"{_MOST_OPEN} 个括号没有成对", f"{_MOST_OPEN} brackets are not closed"
            return Problem(len(before) - 1, len(before[-1]), *told)
    return None


def explain(error: yaml.YAMLError, lines: Sequence[str]) -> Problem:
    """Say what the parser's error means, at the place that has to be put right."""
    said = str(getattr(error, "problem", None) or error).splitlines()[0]
    zh, en = _SAID.get(said, (said, said))
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    late = getattr(error, "context", None) in _NOTICED_LATE
    if context is not None and mark is not None and "expected ','" in said:
        # A bracket that is not closed is noticed on a later line.
        late = context.line != mark.line
    if late or mark is None:
        mark = context or mark
    line = min(getattr(mark, "line", 0), len(lines) - 1)
    column = getattr(mark, "column", 0)
    for number in (line, line - 1):
        colon = _UNSPACED.match(lines[number]) if number >= 0 else None
        if colon is not None and said.startswith(("could not find", "mapping values")):
            zh = "冒号要用半角，后面空一格"
            en = "a colon must be an ASCII colon with a space after it"
            return Problem(number, colon.start("colon"), zh, en)
    if lines[line][column : column + 1] == "\t":
        zh, en = _SAID["found a tab character that violates indentation"]
    return Problem(line, column, zh, en)
