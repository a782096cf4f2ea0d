"""Worked examples, made from the cases of the rules."""

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import yaml

from site_builder.diagnostics import Words
from site_builder.reference.examples import Example
from tests.case_files import Case, all_cases
from tests.county_copy import COUNTY, CountyCopy

MOST_LINES, MOST_SIGNS = 3, 96
_FOUND = re.compile(r"(?P<path>[^\s:]+):(?P<line>\d+):\d+: (?:警告: |warning: )?(?P<said>.*) \[")


def all_examples(folder: Path) -> dict[str, Example]:
    """Return the best example of each rule; the counties are spoilt in `folder`."""
    best: dict[str, tuple[tuple[int, ...], Example]] = {}
    for number, case in enumerate(all_cases()):
        if case.is_fine or not case.is_example or not case.expected.get("zh"):
            continue
        county = CountyCopy.of(COUNTY, folder / str(number))
        case.spoil(county)
        rated = _rated(case, county)
        if rated is not None and (case.code not in best or rated[0] < best[case.code][0]):
            best[case.code] = rated
    return {code: example for code, (_, example) in sorted(best.items())}


def as_yaml(examples: Mapping[str, Example]) -> str:
    """Return the text of the file that holds the examples."""
    head = (
        "# A worked example for each rule, from the cases that the rules are tested with.\n"
        "# Written anew by: ZS_REGENERATE=1 .venv/bin/pytest tests/reference/test_examples.py\n\n"
    )
    plain = {
        code: {
            "path": each.path,
            "written": list(each.written),
            "zh": each.fact.zh,
            "en": each.fact.en,
            "help_zh": each.help.zh,
            "help_en": each.help.en,
            "mended": list(each.mended),
        }
        for code, each in examples.items()
    }
    return head + yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=1000)


def _rated(case: Case, county: CountyCopy) -> tuple[tuple[int, ...], Example] | None:
    """Return an example with what speaks against it: the least is the best."""
    found = {
        language: match
        for language, text in case.expected.items()
        if (match := _FOUND.match(text.splitlines()[0]))
    }
    if len(found) < len(case.expected):
        return None
    path, line = found["zh"]["path"], int(found["zh"]["line"])
    on_line, written, mended, changed = _change(case, county, path, line)
    example = Example(
        changed,
        tuple(_cut(text) for text in written[:MOST_LINES]),
        Words(found["zh"]["said"], found["en"]["said"]),
        Words(_help(case, "zh"), _help(case, "en")),
        tuple(_cut(text) for text in mended[:MOST_LINES]),
    )
    shown = "".join((*written, *mended, example.fact.zh))
    against = (
        int("CANARY" in shown),
        int(not on_line),
        int(not mended),
        int(len(case.expected["zh"].splitlines()) > 4),
        max(0, len(written) + len(mended) - 2),
        len(shown),
    )
    return against, example


def _help(case: Case, language: str) -> str:
    """Return the remedy of the first finding of a case."""
    sign = {"zh": "  处理: ", "en": "  help: "}[language]
    lines = case.expected[language].splitlines()
    return next(line.removeprefix(sign) for line in lines if line.startswith(sign))


def _change(
    case: Case, county: CountyCopy, path: str, line: int
) -> tuple[bool, Sequence[str], Sequence[str], str]:
    """Return whether the finding is on a changed line, the lines before and after, and the file."""
    for name in dict.fromkeys((path, *(change["file"] for change in case.changes))):
        spoilt, sound = _lines(county.file(name)), _lines(COUNTY / name)
        if spoilt and sound:
            hunks = list(_hunks(spoilt, sound))
            for start, end, written, mended in hunks:
                if name == path and start <= line - 1 < max(end, start + 1):
                    return start < end, written or [spoilt[line - 1]], mended, name
            if hunks:
                _, _, written, mended = hunks[0]
                place = _lines(county.file(path))[line - 1 : line] if name == path else []
                return False, written or place, mended, name
    # A file that is not where it should be, or not what it should be: its name is the mistake.
    (change, *_) = case.changes
    right = change["file"] if (COUNTY / change["file"]).is_file() else ""
    return False, [path], [right] if right and right != path else [], path


def _hunks(
    spoilt: Sequence[str], sound: Sequence[str]
) -> Iterator[tuple[int, int, Sequence[str], Sequence[str]]]:
    matcher = difflib.SequenceMatcher(None, spoilt, sound, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind != "equal":
            yield start, end, spoilt[start:end], sound[first:last]


def _lines(file: Path) -> list[str]:
    if not file.is_file() or file.is_symlink():
        return []
    return file.read_bytes().decode("utf-8", errors="replace").splitlines()[:2000]


def _cut(text: str) -> str:
    shown = text.rstrip().replace("\t", "→")
    return shown if len(shown) <= MOST_SIGNS else f"{shown[:MOST_SIGNS]}…"
