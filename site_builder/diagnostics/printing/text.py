"""Findings as a person reads them: place, fact, the line with the value underlined, remedy."""

import unicodedata
from collections import Counter
from collections.abc import Sequence

from site_builder.diagnostics.finding import Diagnostic, Place
from site_builder.diagnostics.rules import Severity

_HELP = {"zh": "处理", "en": "help"}
_LABELS = {
    Severity.ERROR: {"zh": "", "en": ""},
    Severity.WARNING: {"zh": "警告: ", "en": "warning: "},
    Severity.NOTE: {"zh": "备注: ", "en": "note: "},
}

# A longer line is cut around the value, so that the mark below stays under it.
_LINE_WIDTH = 100
_CHARACTERS_BEFORE = 30
_UNSEEN = {"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"}


def as_text(diagnostic: Diagnostic, language: str) -> str:
    """Return a finding as the lines a person reads, without colour.

    projects/a.yml:14:9: investment.total: 3.2亿元 is not the sum … [sum-mismatch]
    """
    place = diagnostic.place
    subject = f"{diagnostic.subject(language)}: " if diagnostic.field else ""
    label = _LABELS[diagnostic.severity][language]
    where = f"{place.path}:{place.line}:{place.column}"
    lines = [f"{where}: {label}{subject}{diagnostic.message(language)} [{diagnostic.code}]"]
    if place.excerpt.strip():
        number = str(place.line)
        lines += (
            f"  {margin} | {line}"
            for margin, line in zip((number, " " * len(number)), _underlined(place), strict=True)
        )
    lines.append(f"  {_HELP[language]}: {diagnostic.help(language)}")
    return "\n".join(visible(line) for line in lines)


def _underlined(place: Place) -> tuple[str, str]:
    """Return the line of a place, cut if it is long, and the line that marks the value in it."""
    line, begin = place.excerpt, place.column - 1
    start = 0 if _width(line) <= _LINE_WIDTH else max(0, begin - _CHARACTERS_BEFORE)
    end = start
    while end < len(line) and _width(line[start : end + 1]) <= _LINE_WIDTH:
        end += 1
    before = ("…" if start else "") + line[start:begin]
    marked = line[begin : min(begin + place.length, end)]
    # A tab stays a tab, for the reader's terminal alone knows how wide it is.
    space = "".join("\t" if character == "\t" else " " * _width(character) for character in before)
    shown = before + line[begin:end] + ("…" if end < len(line) else "")
    return shown, space + "^" * max(1, _width(marked))


def visible(line: str) -> str:
    """Show what a terminal would obey or hide as a replacement character; join broken lines."""
    return "".join(
        "\N{REPLACEMENT CHARACTER}"
        if unicodedata.category(character) in _UNSEEN and character != "\t"
        else character
        for character in line.replace("\n", " ")
    )


def summary(diagnostics: Sequence[Diagnostic], language: str) -> str:
    """Return one line that counts errors and warnings."""
    counts = Counter(d.severity for d in diagnostics)
    errors, warnings = counts[Severity.ERROR], counts[Severity.WARNING]
    if language == "zh":
        return f"错误 {errors} 处，警告 {warnings} 处"
    return ", ".join(
        f"{count} {word}{'' if count == 1 else 's'}"
        for count, word in ((errors, "error"), (warnings, "warning"))
    )


def _width(text: str) -> int:
    """Columns a terminal gives to a text: two for each wide character, none for an accent."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )
