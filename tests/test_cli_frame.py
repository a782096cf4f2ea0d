"""What click says around our words is Chinese for whoever reads Chinese."""

import re
from gettext import bindtextdomain, textdomain
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from site_builder.cli import cli
from site_builder.cli_frame import asked_language, framed
from tests.command_line import command, run

FOLDER = Path(__file__).parents[1] / "site_builder/locale/zh/LC_MESSAGES"
COMMANDS = sorted(cli.commands)
SENTENCE = re.compile(r"[A-Z]?[a-z]+(?: [a-z]+)+|Usage|Error|Try|Options|Commands")
"""Two English words beside each other, or one of a frame."""


def said(*arguments: object, lang: str = "zh") -> str:
    """Return what is said of wrong usage, without what the user has written."""
    result = run(*arguments, "--lang", lang)
    assert result.exit_code == 2, result.output
    assert "Traceback" not in result.stderr
    return re.sub(
        r"^用法：.*(\n +.*)*|cli [a-z]+ --help|(?<=可选：)[\s\S]*|'[^']*'|\[[A-Z.\]]+",
        "",
        result.stderr,
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_an_unknown_option_is_told_in_chinese(name: str) -> None:
    """Usage, where help is, and what is wrong: of every command."""
    found = run(name, "--lang", "zh", "--zzz")
    assert found.exit_code == 2
    assert found.stderr.startswith(f"用法： cli {name} ")
    assert f"说明见：cli {name} --help" in found.stderr
    assert "错误：没有选项 '--zzz'。" in found.stderr
    assert SENTENCE.search(said(name, "--zzz")) is None


@pytest.mark.parametrize(
    "arguments",
    [
        ("new",),
        ("new", "projct", "x"),
        ("new", "project"),
        ("new", "project", "x", "y"),
        ("preflight",),
        ("preflight", "--finish", "x", "a.pdf"),
        ("serve", "--port", "x"),
        ("serve", "--port", "99999"),
        ("brochure", "--product"),
        ("brochure", "--product", "poster"),
        ("brochure", "--freeze=1"),
        ("brochure", "--freez"),
        ("check", "--root", "no-such"),
        ("check", "--root", "pyproject.toml"),
        ("explain", "a", "b"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_told_in_chinese(arguments: tuple[str, ...]) -> None:
    """Nothing of it stays English; with `--lang en` it is as click has it."""
    found = said(*arguments)
    assert "错误：" in found
    assert SENTENCE.search(found) is None, found
    english = said(*arguments, lang="en")
    assert ("Error: " in english, "错误" in english) == (True, False)


def test_a_command_there_is_not_is_told_in_chinese() -> None:
    """Before any command is known, the language is that of the system."""
    result = command("brochur", LC_ALL="zh_CN.UTF-8")
    told = result.stderr.decode()
    assert (result.returncode, "错误：没有命令 'brochur'。" in told) == (2, True)
    english = command("brochur", LC_ALL="C.UTF-8").stderr.decode()
    assert "Error: No such command 'brochur'." in english


@pytest.mark.parametrize("name", ["", "brochure", "new"])
def test_help_is_in_one_language(name: str) -> None:
    """Frame and text are both in the language that was asked for."""
    arguments = [name] if name else []
    chinese = command(*arguments, "--help", LC_ALL="zh_CN.UTF-8").stdout.decode()
    assert "用法：" in chinese
    assert "选项:" in chinese
    assert re.search("Usage|Options:|Show this|Commands|Show the", chinese) is None
    english = command(*arguments, "--help", LC_ALL="C.UTF-8").stdout.decode()
    assert "Usage:" in english
    assert re.search("[一-鿿]", english) is None


def test_what_is_read_is_what_was_written() -> None:
    """The compiled words are those of the text beside them."""
    with (FOLDER / "messages.po").open("rb") as text, (FOLDER / "messages.mo").open("rb") as read:
        written, compiled = read_po(text), BytesIO()
        write_mo(compiled, written)
        assert len(written) > 25
        assert {str(one.id): one.string for one in read_mo(read) if one.id} == {
            str(one.id): one.string for one in read_mo(BytesIO(compiled.getvalue())) if one.id
        }


@pytest.mark.parametrize("asked", ["zh", "en"])
def test_the_last_language_that_is_asked_for_counts(asked: str) -> None:
    """However it is written; and what stands behind `--` is no option."""
    other = {"zh": "en", "en": "zh"}[asked]
    assert asked_language(["check", "--lang", other, f"--lang={asked}"]) == asked
    assert asked_language(["check", f"--lang={other}", "--lang", asked]) == asked
    assert asked_language(["check", "--lang", asked, "--", "--lang", other]) == asked
    assert asked_language(["check", "--lang", asked, "--", f"--lang={other}"]) == asked


def test_the_folder_of_words_is_left_as_it_was() -> None:
    """Who else uses gettext in this process finds their own words again."""
    before = bindtextdomain(textdomain())
    with framed("zh"):
        assert bindtextdomain(textdomain()) != before
    assert bindtextdomain(textdomain()) == before
