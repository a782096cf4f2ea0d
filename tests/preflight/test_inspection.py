"""What cannot be read is a finding; the command line inspects every file and says how it ended."""

import io
import json
import os
import random
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result

from site_builder.cli import cli
from site_builder.diagnostics.rules import rule_texts
from site_builder.preflight import Finish, inspect
from site_builder.preflight.fault import CHAPTERS, Fault, chapters, fault_texts
from tests.preflight.conftest import broken, paint, saved, some_font


def run(*arguments: object, **environment: str) -> Result:
    return CliRunner().invoke(cli, ["preflight", *map(str, arguments)], env=environment)


def encrypted(good: bytes, **passwords: str) -> bytes:
    with pikepdf.open(io.BytesIO(good)) as pdf:
        file = io.BytesIO()
        pdf.save(file, encryption=pikepdf.Encryption(**passwords))
        return file.getvalue()


@pytest.fixture(scope="module")
def files(good: dict[Finish, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    def small(pdf: pikepdf.Pdf) -> None:
        font, code = some_font(pdf)
        paint(pdf, f".9 .4 .65 .4 k BT {font} 6 Tf 1 0 0 1 200 300 Tm {code} Tj ET")

    folder = tmp_path_factory.mktemp("files")
    written = {
        "book.pdf": good[Finish.PRESS],
        "warned.pdf": broken(good[Finish.PRESS], small),
        "leaves.pdf": good[Finish.SCREEN],
        "words.pdf": "不是 PDF".encode(),
        "empty.pdf": b"",
        "cut.pdf": good[Finish.PRESS][:3000],
        "locked.pdf": encrypted(good[Finish.SCREEN], user="a", owner="b"),
        "restricted.pdf": encrypted(good[Finish.SCREEN], user="", owner="b"),
        "no-pages.pdf": saved(pikepdf.new()),
    }
    for name, content in written.items():
        (folder / name).write_bytes(content)
    return folder


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("words.pdf", "pdf-unreadable"),
        ("empty.pdf", "pdf-unreadable"),
        ("cut.pdf", "pdf-unreadable"),
        ("locked.pdf", "pdf-encrypted"),
        ("restricted.pdf", "pdf-encrypted"),
        ("no-pages.pdf", "pdf-empty"),
    ],
)
@pytest.mark.parametrize("finish", Finish)
def test_what_cannot_be_read_is_a_finding(
    files: Path, name: str, code: str, finish: Finish
) -> None:
    (found,) = inspect((files / name).read_bytes(), name, finish)
    assert code == found.code
    assert () == found.pages


@pytest.mark.parametrize("step", [7, 13])
def test_no_damage_ends_in_a_traceback(good: dict[Finish, bytes], step: int) -> None:
    """A file cut short anywhere has findings, or none if what is left can be mended."""
    whole = good[Finish.SCREEN]
    for end in range(0, len(whole), len(whole) // step):
        assert inspect(whole[:end], "a.pdf", Finish.PRESS)


@pytest.mark.parametrize("seed", range(12))
def test_scrambled_content_is_a_finding(good: dict[Finish, bytes], seed: int) -> None:
    """Operators and operands in any order end in findings, whichever they are."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret

    def scrambled(pdf: pikepdf.Pdf) -> None:
        words = pdf.pages[0].Contents.read_bytes().split()
        chance.shuffle(words)
        pdf.pages[0].Contents.write(b" ".join(words))

    assert inspect(broken(good[Finish.SCREEN], scrambled), "a.pdf", Finish.PRESS)


def test_the_file_says_what_it_is_made_for(files: Path) -> None:
    assert 0 == run(files / "book.pdf", files / "leaves.pdf").exit_code
    assert 1 == run(files / "leaves.pdf", "--finish", "press").exit_code
    assert 1 == run(files / "book.pdf", "--finish", "screen").exit_code


def test_every_file_is_inspected_in_one_run(files: Path) -> None:
    result = run(files / "words.pdf", files / "book.pdf", files / "locked.pdf", "--lang", "en")
    assert 1 == result.exit_code
    lines = result.stdout.splitlines()
    assert lines[0].startswith(f"{files / 'words.pdf'}: this is no PDF")
    assert lines[2].startswith(f"{files / 'locked.pdf'}: ")
    assert "3 files, 2 errors, 0 warnings" == lines[-1]
    assert "Traceback" not in result.output


def test_a_wrong_name_keeps_no_other_file_from_a_look(files: Path) -> None:
    result = run(files / "gone.pdf", files, files / "warned.pdf", "--lang", "zh")
    assert 1 == result.exit_code
    told = [line for line in result.stdout.splitlines() if line.startswith(str(files))]
    assert told[0].startswith(f"{files / 'gone.pdf'}: 没有读到这个文件：没有这个文件或目录")
    assert told[1].startswith(f"{files}: 没有读到这个文件：那是目录，不是文件")
    assert "[small-text-inks]" in result.stdout


def test_warnings_fail_under_strict_only(files: Path) -> None:
    warned = files / "warned.pdf"
    assert 0 == run(warned).exit_code
    result = run(warned, "--strict", "--lang", "zh")
    assert 3 == result.exit_code
    assert "第1页" in result.stdout
    assert "警告" in result.stdout
    assert "[small-text-inks]" in result.stdout
    assert "处理: " in result.stdout


def test_findings_for_programs(files: Path) -> None:
    result = run(files / "book.pdf", files / "warned.pdf", "--format", "json", "--lang", "en")
    said = json.loads(result.stdout)
    (found,) = said["findings"]
    assert [str(files / "book.pdf"), str(files / "warned.pdf")] == said["files"]
    assert ("small-text-inks", "warning", [1]) == (
        found["code"],
        found["severity"],
        found["pages"],
    )
    assert {"left", "top", "width", "height"} == set(found["place"])


def test_that_verapdf_is_missing_is_said_when_asked(files: Path, tmp_path: Path) -> None:
    quiet = run(files / "leaves.pdf", "--lang", "en", PATH=str(tmp_path))
    asked = run(files / "leaves.pdf", "--lang", "en", "--verbose", PATH=str(tmp_path))
    assert 0 == quiet.exit_code == asked.exit_code
    assert "veraPDF" not in quiet.output
    assert "veraPDF is not installed" in asked.output
    assert os.environ["PATH"] != str(tmp_path)


def test_every_fault_has_its_texts() -> None:
    """In both languages, with a source, under a code that no rule of records has."""
    assert sorted(fault.code for fault in Fault) == sorted(fault_texts())
    assert list(CHAPTERS) == list(chapters())
    assert set() == set(fault_texts()) & set(rule_texts())
    for code, text in fault_texts().items():
        assert all(text._replace(lowerable=True)), code


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("code", [fault.code for fault in Fault])
def test_every_fault_can_be_explained(code: str, language: str) -> None:
    result = CliRunner().invoke(cli, ["explain", code, "--lang", language])
    text = fault_texts()[code]
    assert 0 == result.exit_code
    assert (text.source_zh if language == "zh" else text.source_en) in result.stdout
    assert "{" not in result.stdout


def test_a_file_for_screens_is_told_to_be_none_for_a_press(good: dict[Finish, bytes]) -> None:
    """Once and first, with what to do; behind it each kind of fault once, with its pages."""
    found = inspect(good[Finish.SCREEN], "leaves.pdf", Finish.PRESS)
    assert found[0].fault is Fault.NOT_FOR_PRESS
    assert len({one.fault for one in found}) == len(found)
    told = next(one for one in found if one.fault is Fault.PRESS_KEY_MISSING)
    assert told.more > 0
    assert told.message("zh").endswith(f"（同类另有 {told.more} 处）")
    named = {one.fault for one in inspect(good[Finish.PRESS], "book.pdf", Finish.PRESS)}
    assert Fault.NOT_FOR_PRESS not in named


@pytest.mark.parametrize(
    ("content", "zh", "en"),
    [
        (b"", "文件是空的", "the file is empty"),
        (b"PK no PDF", "别的格式", "of another kind"),
        (b"%PDF-1.7\n1 0 obj", "文件不全", "cut short"),
    ],
)
def test_what_is_no_pdf_is_told_in_plain_words(content: bytes, zh: str, en: str) -> None:
    (found,) = inspect(content, "a.pdf")
    assert zh in found.message("zh")
    assert en in found.message("en")
    assert "trailer" not in found.message("en")
