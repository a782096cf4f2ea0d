"""The line as it should be written, for the commonest mistakes of YAML.

Goes in: the lines of a file that cannot be read, where that was noticed, and a way to ask
whether a text can be read. Comes out: what is wrong, and the mended line. A mended line is
only offered if the file can be read with it, at least as far as the lines below.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from site_builder.diagnostics import Words

FirstFault = Callable[[str], int | None]
"""Returns the line of the first syntax error of a text, counted from 0; None if it has none."""

_LONGEST = 2000
"""Characters of a line that is looked at: a longer one holds more than one mistake."""
_SHOWN, _SHOWN_BEFORE = 100, 30
_LINES_BACK = 2

_KEY = re.compile(r"(?P<before>\s*(?:- +)*[A-Za-z_][\w-]*\s*:[ \t]+)(?P<value>\S.*?)\s*$")
_ITEM = re.compile(r"(?P<before>\s*- +)(?P<value>\S.*?)\s*$")
_TEXTS = re.compile(
    r"(?P<before>.*?\{\s*zh:\s*)(?P<zh>.*?)(?P<between>\s*,\s*en:\s*)(?P<en>.*?)(?P<after>\s*\}+,?\s*)$"
)
_WIDE_COLON = re.compile(r"(?<![^\s{,，｛\-])([A-Za-z_][\w-]*)\s*：[ \u3000]*")
_WIDE_COMMA = re.compile(r"，\s*(?=(?:zh|en|[a-z_]+)\s*[:：])")
_FIELD = re.compile(r"\s*(?:- |[A-Za-z_][\w-]*\s*:)")
_NO_SPACE = re.compile(r"(?<![^\s{,\-])([A-Za-z_][\w-]*):(?=[^\s/])")
_STRANGE_SPACE = re.compile(r"(?<![^\s{,\-])([A-Za-z_][\w-]*:)[\u00a0\u2000-\u200a\u3000]+ *")
_STRANGE_DASH = re.compile(r"\A( *)(?:-(?=[^\s-])|[—–－‐−•·●]) *")
_SIGNS = "[]{}*&%@!|>`#?-,:"


class Remedy(NamedTuple):
    """What is wrong, on which line (counted from 0), and how that line reads when mended."""

    problem: Words
    line: int
    mended: str
    written: str
    is_sure: bool
    """Whether YAML takes the sign that is mended nowhere: the line is read on with it mended."""

    @property
    def is_indentation(self) -> bool:
        """Whether only the room before the line is at fault."""
        return self.mended.lstrip() == self.written.lstrip(" \t\u3000")

    @property
    def column(self) -> int:
        """Where the line first has to be changed, counted from 0."""
        signs = enumerate(zip(self.mended, self.written, strict=False))
        return next(
            (at for at, (a, b) in signs if a != b), min(len(self.mended), len(self.written))
        )


def remedy(lines: Sequence[str], noticed: int, first_fault: FirstFault) -> Remedy | None:
    """Return how a syntax error is mended; None where no common mistake explains it.

    It was `noticed` on a line counted from 0, and may stand on that line or a little before.
    """
    nearby = [
        number
        for number in range(noticed, max(-1, noticed - _LINES_BACK - 1), -1)
        if lines[number].strip() and len(lines[number]) <= _LONGEST
    ]
    better: Remedy | None = None
    # A sign that YAML never takes explains more than one that it takes elsewhere.
    for number, way in ((number, way) for way in (_wrong_signs, _misused) for number in nearby):
        line = lines[number]
        for problem, mended in way(lines, number):
            if mended == line:
                continue
            fault = first_fault("\n".join((*lines[:number], mended, *lines[number + 1 :])))
            found = Remedy(problem, number, mended, line, is_sure=way is _wrong_signs)
            if fault is None:
                return found
            if better is None and fault > noticed + mended.count("\n"):
                better = found
    return better


def told(found: Remedy) -> Words:
    """Return the remedy in words, with the mended line."""
    shown = _shown(found)
    if found.is_indentation:
        spaces = len(found.mended) - len(found.mended.lstrip(" "))
        return Words(
            f"第 {found.line + 1} 行前面空 {spaces} 个半角空格：{shown}",
            f"begin line {found.line + 1} with {spaces} spaces: {shown}",
        )
    return Words(f"这一行改为：{shown}", f"write this line as: {shown}")


def _shown(found: Remedy) -> str:
    """Return the mended line; of a long one, what is around the first change."""
    mended = found.mended.strip().replace("\n", " ⏎ ")
    if len(mended) <= _SHOWN:
        return mended
    written = found.written.strip()
    change = next((at for at, (a, b) in enumerate(zip(mended, written, strict=False)) if a != b), 0)
    start = max(0, change - _SHOWN_BEFORE)
    end = start + _SHOWN
    return f"{'…' * (start > 0)}{mended[start:end]}{'…' * (end < len(mended))}"


def _wrong_signs(lines: Sequence[str], number: int) -> Iterator[tuple[Words, str]]:
    """Yield how a line would read without signs that mean nothing to YAML where they stand."""
    line = lines[number]
    indent = line[: len(line) - len(line.lstrip(" \t\u3000"))]
    if "\t" in indent or "\u3000" in indent:
        problem = Words(
            "缩进用了制表符或全角空格，应用半角空格",
            "the indentation holds a tab or a full-width space; spaces are needed",
        )
        for spaces in _indents(lines, number):
            yield problem, " " * spaces + line.lstrip(" \t\u3000")
    yield _WIDE, _half_width(line)
    yield (
        Words("冒号后面要空一格", "a space is missing after the colon"),
        _NO_SPACE.sub(r"\1: ", line),
    )
    yield (
        Words("冒号后面要空一个半角空格", "an ordinary space is needed after the colon"),
        _STRANGE_SPACE.sub(r"\1 ", line),
    )
    yield (
        Words(
            "列表项以半角“-”加空格开头", "an item of a list begins with an ASCII hyphen and a space"
        ),
        _STRANGE_DASH.sub(r"\1- ", line),
    )
    yield from _straight_quotes(line)


def _misused(lines: Sequence[str], number: int) -> Iterator[tuple[Words, str]]:
    """Yield what else may be wrong with a line, and how it would read, the likeliest first."""
    line = lines[number]
    if match := re.fullmatch(r"(\s*)([\w-]+:) +(- .*)", line):
        yield (
            Words("列表应另起一行", "a list must begin on a line of its own"),
            f"{match[1]}{match[2]}\n{match[1]}  {match[3]}",
        )
    yield from _closed(line)
    yield from _quoted(line)
    if not _FIELD.match(line):
        return
    for spaces in _indents(lines, number):
        yield (
            Words("缩进与上下各行不一致", "the indentation is not that of the lines around it"),
            " " * spaces + line.lstrip(),
        )


_WIDE = Words(
    "字段名后的冒号、逗号和括号要用半角",
    "colons, commas and braces around fields must be ASCII ones",
)


def _half_width(line: str) -> str:
    """Return a line with full-width signs replaced where YAML needs its own."""
    braces = line.replace("｛", "{").replace("｝", "}")
    return _WIDE_COMMA.sub(", ", _WIDE_COLON.sub(r"\1: ", braces))


def _straight_quotes(line: str) -> Iterator[tuple[Words, str]]:
    """Yield a line whose values begin or end with Chinese quotation marks, with straight ones."""
    problem = Words(
        '引号要用半角的 "，不用“”',
        "values are quoted with straight quotation marks, not with “ ”",
    )
    if "“" in line or "”" in line:
        opened = re.sub(r"([:\[{,] *|- +)“", r'\1"', line)
        yield problem, re.sub(r"”(?=\s*(?:[,}\]]|$))", '"', opened)


def _quoted(line: str) -> Iterator[tuple[Words, str]]:
    """Yield a line with its values in quotes: one after a key, or both texts in braces."""
    if match := _TEXTS.fullmatch(line):
        parts = [in_quotes(match[name]) for name in ("zh", "en")]
        texts = (match["zh"], match["en"])
        yield (
            next((_why(text) for text in texts if _why(text) != _PLAIN), _PLAIN),
            f"{match['before']}{parts[0]}{match['between']}{parts[1]}{match['after']}",
        )
    elif match := _KEY.fullmatch(line) or _ITEM.fullmatch(line):
        yield _why(match["value"]), f"{match['before']}{in_quotes(match['value'])}"


_PLAIN = Words("文字要加引号", "the text needs quotes")


def _why(text: str) -> Words:
    """Return why a text cannot stand without quotes."""
    if text[:1] in ('"', "'"):
        return _PLAIN
    if text[:1] and text[0] in _SIGNS:
        return Words(
            f"以 {text[0]} 开头的文字要加引号", f"text that begins with {text[0]} needs quotes"
        )
    if ": " in text or text.endswith(":"):
        return Words("含“: ”的文字要加引号", "text with a colon and a space needs quotes")
    if " #" in text:
        return Words("含“ #”的文字要加引号", "text with a space and a # needs quotes")
    if "," in text:
        return Words(
            "花括号里含逗号的文字要加引号", "text with a comma needs quotes between braces"
        )
    return _PLAIN


def in_quotes(text: str) -> str:
    """Return a text in straight quotation marks, unless it stands in some already."""
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _closed(line: str) -> Iterator[tuple[Words, str]]:
    """Yield a line with a quotation mark, a brace or a bracket put at its end."""
    bare = line.rstrip()
    quotes = Words("引号没有成对", "a quotation mark is not closed")
    yield quotes, f'{bare}"'
    if bare.endswith("}"):
        inner = bare.rstrip("}")
        yield quotes, f'{inner.rstrip()}"{bare[len(inner) :]}'
    yield Words("花括号没有成对", "a brace is not closed"), f"{bare}}}"
    yield Words("花括号没有成对", "a brace is not closed"), f"{bare}}}}}"
    yield Words("方括号没有成对", "a bracket is not closed"), f"{bare}]"


def _indents(lines: Sequence[str], number: int) -> Iterator[int]:
    """Yield how far the lines around are indented, each once: before, after, further before."""
    before = [line for line in reversed(lines[max(0, number - 20) : number]) if line.strip()]
    after = [line for line in lines[number + 1 : number + 4] if line.strip()]
    around = (*before[:1], *after[:1], *before[1:])
    found = (
        len(line) - len(line.lstrip(" "))
        for line in around
        if not line.lstrip(" ").startswith("\t")
    )
    yield from dict.fromkeys(found)
