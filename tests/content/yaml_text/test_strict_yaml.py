import re
import time
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.content.lines import split_lines
from site_builder.content.policy import Policy
from site_builder.content.reader import read_record
from site_builder.content.source import Loc
from site_builder.content.yaml_text.strict_yaml import MAX_BYTES, Plain, parse
from site_builder.diagnostics import Diagnostic, Rule
from site_builder.diagnostics.printing import as_text
from tests.county_copy import COUNTY, CountyCopy

PATH = PurePosixPath("policies/test.yml")
RECORDS = sorted(COUNTY.rglob("*.yml"))
PIECES = st.sampled_from(
    [
        *["\n", "\n  ", "\n    ", ": ", "- ", ", ", "&a", "*a", "!t", "---", "...", "<<"],
        *" :{}[]#|>'\"?%~\t\r\u2028\ufeff\0茶𬭎🍵",
        *["title", "zh", "en", "issued", "2026-01-01", "Tea"],
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join))


def parsed(text: str) -> tuple[Plain | None, list[Diagnostic]]:
    tree, _, problems = parse(text, PATH)
    return tree, problems


def scalars(tree: object) -> Iterator[object]:
    if isinstance(tree, dict):
        for value in tree.values():
            yield from scalars(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from scalars(value)
    else:
        yield tree


@pytest.mark.parametrize(
    "written",
    ["no", "yes", "on", "012", "0x1F", "12:30", "1_000", "1e3", "2026-01-01", ".inf", "=", "3.10"],
)
def test_a_scalar_is_the_text_that_was_written(written: str) -> None:
    """None of YAML's own conversions happens."""
    assert ({"a": written}, []) == parsed(f"a: {written}\n")


@pytest.mark.parametrize("written", ["~", "null", "Null", "NULL", ""])
def test_nothing_is_told(written: str) -> None:
    """YAML's ways to write nothing are told as an empty field."""
    _, problems = parsed(f"a: {written}\n")
    assert [(problem.rule, problem.field) for problem in problems] == [(Rule.EMPTY_VALUE, "a")]


@pytest.mark.parametrize("written", ['"~"', "'null'"])
def test_quotes_make_it_a_text(written: str) -> None:
    """In quotes, the same words are text."""
    assert ({"a": written[1:-1]}, []) == parsed(f"a: {written}\n")


def test_a_number_in_a_key_is_a_text() -> None:
    """The keys of a mapping are texts as well."""
    assert parsed("{2025: 53, no: 1}\n") == ({"2025": "53", "no": "1"}, [])


@pytest.mark.parametrize(
    ("text", "loc", "line", "column", "length"),
    [
        ("名称: 茶\n投资: 3.2亿元\n", ("投资",), 2, 5, 5),
        ("a: {zh: 锰矿, en: Ore}\n", ("a", "en"), 1, 17, 3),
        ("- 茶\n- 竹笋\n", (1,), 2, 3, 2),
        ("a: 𬭎🍵\nb: {zh: 𬭎🍵, en: Tea}\n", ("b", "en"), 2, 17, 3),
        ("a: 茶\r\nb: 竹\r\n", ("b",), 2, 4, 1),
        ("a: 茶\rb: 竹\r", ("b",), 2, 4, 1),
        ("a: 茶\u2028b: 竹\n", ("b",), 2, 4, 1),
        ('a: "含“引号”: 的字"\n', ("a",), 1, 4, 11),
    ],
)
def test_a_value_has_its_place(text: str, loc: Loc, line: int, column: int, length: int) -> None:
    """Places count characters, whatever script and whatever line ends the file has."""
    _, source, problems = parse(text, PATH)
    place = source.place(loc)
    assert ([], line, column, length) == (problems, place.line, place.column, place.length)


@pytest.mark.parametrize("again", ["level：b", "level:b"])
def test_a_line_written_twice_and_the_second_time_wrongly(again: str) -> None:
    """The mended line would repeat a key: that, too, is looked at without a traceback."""
    _, _, problems = parse(f"title: a\nlevel: a\n{again}\n", PATH)
    assert [Rule.YAML_SYNTAX] == [problem.rule for problem in problems]


def test_a_part_of_a_paragraph_has_its_own_place() -> None:
    """What is wrong far down in a block of text is found on its own line."""
    _, source, _ = parse("a: |\n  Tea.\n\n  More 茶.\nb: 茶\n", PATH)
    place = source.find(("a",), "茶")
    assert (place.line, place.column, place.length) == (4, 8, 1)


def test_a_part_that_is_not_there_has_the_place_of_the_value() -> None:
    """A text that the parser has unfolded may not stand in the file as it is."""
    _, source, _ = parse('a: "\\u8336"\n', PATH)
    assert source.place(("a",)) == source.find(("a",), "茶")


@given(TEXTS)
def test_lines_end_where_the_parser_ends_them(text: str) -> None:
    """Where every line ends with a line feed, and where other ends are among them."""
    assert tuple(re.split("\r\n|[\n\r\x85\u2028\u2029]", text)) == split_lines(text)


@given(TEXTS)
def test_any_text_is_read_or_explained(text: str) -> None:
    """Every text gives a tree of texts, or findings with a place inside the file."""
    tree, source, problems = parse(text, PATH)
    assert {str} >= {type(value) for value in scalars(tree)} or tree is None
    for problem in problems:
        assert 1 <= problem.place.line <= len(source.lines)
        assert 1 <= problem.place.column <= len(source.lines[problem.place.line - 1]) + 1
        assert as_text(problem, "zh")
        assert as_text(problem, "en")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("county")
    (root / "policies").mkdir()
    return root


@settings(deadline=None)  # it writes files
@given(content=st.one_of(st.binary(), TEXTS.map(lambda text: text.encode())))
def test_any_bytes_are_read_or_explained(folder: Path, content: bytes) -> None:
    """Whatever a file holds, the reader returns a record or says what is wrong."""
    (folder / PATH).write_bytes(content)
    findings: list[Diagnostic] = []
    entry = read_record(folder, PATH, Policy, findings)
    assert (entry is None) == bool(findings)
    for finding in findings:
        assert as_text(finding, "zh")


@settings(deadline=None)  # it writes files
@given(
    record=st.sampled_from(RECORDS),
    at=st.floats(0, 1, exclude_max=True),
    cut=st.integers(0, 3),
    piece=st.one_of(PIECES, st.just("")),
)
def test_a_slip_of_the_pen_never_breaks_the_reader(
    tmp_path_factory: pytest.TempPathFactory, record: Path, at: float, cut: int, piece: str
) -> None:
    """A record with a few characters lost or added is read, or its findings have both texts."""
    county = CountyCopy.of(COUNTY, tmp_path_factory.mktemp("slip") / "county")
    text = record.read_text("utf-8")
    start = int(at * len(text))
    spoilt = text[:start] + piece + text[start + cut :]
    county.file(str(record.relative_to(COUNTY))).write_text(spoilt, "utf-8", newline="")
    for finding in county.findings():
        assert as_text(finding, "zh")
        assert finding.help("en")


def test_the_limit_is_a_number_of_bytes(tmp_path: Path) -> None:
    """A file of exactly the limit is read, one byte more is not."""
    (tmp_path / "policies").mkdir()
    for size, rule in ((MAX_BYTES, Rule.NOT_A_MAPPING), (MAX_BYTES + 1, Rule.FILE_TOO_LARGE)):
        (tmp_path / PATH).write_bytes(b"#" * size)
        findings: list[Diagnostic] = []
        read_record(tmp_path, PATH, Policy, findings)
        assert [rule] == [finding.rule for finding in findings]


def test_what_many_nested_braces_hold_is_not_read() -> None:
    """A hundred thousand brackets are told as too deep, not followed."""
    _, problems = parsed("a: " + "[" * 900 + "]" * 900)
    assert [problem.rule for problem in problems] == [Rule.TOO_DEEP]


@pytest.mark.parametrize("opened", ["{", "[", "a: [\n", "{zh: "])
def test_brackets_without_end_are_told_at_once(opened: str) -> None:
    """The parser would look at each of them again and again, for more than a minute."""
    start = time.monotonic()
    _, (problem,) = parsed("title: " + opened * (MAX_BYTES // len(opened)))
    assert Rule.YAML_SYNTAX is problem.rule
    assert time.monotonic() - start < 5


def test_many_brackets_that_are_closed_are_no_mistake() -> None:
    """A long list of texts in both languages is nested once."""
    tree, problems = parsed("notes:\n" + "  - {zh: 茶, en: [tea]}\n" * 5000)
    assert [] == problems
    assert isinstance(tree, dict)
    assert 5000 == len(tree["notes"])


def test_a_byte_order_mark_is_no_part_of_the_first_key(county: CountyCopy) -> None:
    """Files saved by Windows begin with a mark that nobody sees."""
    file = county.file("policies/standard-land.yml")
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert county.findings() == []


def test_line_ends_of_windows_are_no_mistake(county: CountyCopy) -> None:
    """A county written on Windows is the same county."""
    before = county.catalog()
    for file in sorted(county.root.rglob("*.yml")):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    after = county.catalog()
    assert county.findings() == []
    assert [entry.record for entry in before.entries()] == [
        entry.record for entry in after.entries()
    ]
