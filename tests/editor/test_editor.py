"""An editor explains every field, offers every choice and underlines what does not belong."""

import json
import typing
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from pydantic import BaseModel

from site_builder.cli import cli
from site_builder.content.field_sentences import about, sentence_of
from site_builder.content.json_schema import MODELS, file_pattern, record_path
from site_builder.content.project import Project
from site_builder.content.project_money import Investment
from site_builder.content.schema_errors import model_at
from site_builder.content.source import Loc
from site_builder.diagnostics.rules import rule_texts
from tests.editor.server import SCRIPT, LanguageServer

COUNTY = Path(__file__).parents[2]
SAMPLES = {
    "project": "projects/battery-manganese-sulphate.yml",
    "industry": "industries/manganese-materials.yml",
    "park": "parks/jinhe.yml",
    "policy": "policies/standard-land.yml",
    "event": "events/xiamen-2026.yml",
    "county": "county.yml",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a county's folder for which `zhaoshang schema` has been run."""
    root = tmp_path_factory.mktemp("county")
    (root / "theme").symlink_to(COUNTY / "theme")
    assert CliRunner().invoke(cli, ["schema", "--root", str(root)]).exit_code == 0
    return root


@pytest.fixture(scope="module")
def editor(folder: Path) -> Iterator[LanguageServer]:
    """Start the language server with the settings that `zhaoshang schema` has written."""
    assert SCRIPT.is_file(), "missing; run scripts/setup.sh test"
    settings = json.loads((folder / ".vscode/settings.json").read_text("utf-8"))
    with LanguageServer(folder, settings) as server:
        yield server


def keys(text: str) -> Iterator[tuple[Loc, int]]:
    """Yield every field of a YAML text with the place of its key."""
    pending: list[tuple[Loc, yaml.Node]] = [((), yaml.compose(text, Loader=yaml.BaseLoader))]
    while pending:
        loc, node = pending.pop()
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                yield (*loc, key.value), key.start_mark.index
                pending.append(((*loc, key.value), value))
        elif isinstance(node, yaml.SequenceNode):
            pending += [((*loc, index), item) for index, item in enumerate(node.value)]


def choices(model: type[BaseModel], loc: Loc = ()) -> Iterator[tuple[Loc, type[StrEnum]]]:
    """Yield the choices of a kind of file with their ways; a list is `0` in a way."""
    for name, hint in typing.get_type_hints(model).items():
        pending: list[tuple[Loc, object]] = [((*loc, name), hint)]
        while pending:
            way, part = pending.pop()
            inner = (*way, 0) if typing.get_origin(part) is tuple else way
            pending += [(inner, argument) for argument in typing.get_args(part)]
            if isinstance(part, type) and issubclass(part, StrEnum):
                yield way, part
            elif isinstance(part, type) and issubclass(part, BaseModel):
                yield from choices(part, way)


def unfinished(loc: Loc) -> str:
    """Return a file in which the value at `loc` is about to be written."""
    lines, indent = [], ""
    for part, after in zip(loc, [*loc[1:], None], strict=True):
        if part == 0:
            continue
        lead = f"{indent}{part}:"
        # The first field of an item stands behind its hyphen.
        indent = " " * (len(lead) - len(lead.lstrip(" -"))) + "  "
        lines.append(lead)
        if after == 0:
            indent += "- "
    last = f"{indent}‸" if loc[-1] == 0 else f"{lines.pop()} ‸"
    return "\n".join([*lines, last]) + "\n"


@pytest.mark.parametrize("kind", MODELS)
def test_every_field_is_explained_in_both_languages(editor: LanguageServer, kind: str) -> None:
    """The mouse over a field shows the sentence that stands under it in the model."""
    path = SAMPLES[kind]
    text = (COUNTY / path).read_text("utf-8")
    # A year of a series is a key, and no field.
    fields = {
        at + 1: (loc, parent)
        for loc, at in keys(text)
        if (parent := model_at(MODELS[kind], loc[:-1])) and loc[-1] in parent.model_fields
    }
    assert len(fields) > 20
    for (loc, parent), shown in zip(
        fields.values(), editor.hovers(path, text, fields), strict=True
    ):
        # Signs that Markdown would take for its own come with a stroke before them.
        shown_plainly = shown.replace("\\", "")
        sentences = about(parent, str(loc[-1]))
        assert sentences.zh, loc
        assert sentences.zh in shown_plainly, loc
        assert sentences.en in shown_plainly, loc


def test_the_fields_of_a_group_are_offered(editor: LanguageServer) -> None:
    """Inside `investment:` stand its fields, with what each is for, and no others."""
    offered = editor.completions("projects/new.yml", "investment:\n  ‸\n")
    fields = Investment.model_fields
    assert set(fields) == {label for label, item in offered.items() if item["kind"] == 10} & set(
        fields
    )
    assert not (set(Project.model_fields) & set(offered))
    for name in fields:
        assert sentence_of(Investment, name) == offered[name]["documentation"]


def test_both_languages_are_offered_inside_a_text(editor: LanguageServer) -> None:
    """Inside a title stand zh and en."""
    assert {"zh", "en"} <= set(editor.completions("projects/new.yml", "title:\n  ‸\n"))


@pytest.mark.parametrize("kind", MODELS)
def test_every_choice_is_offered_with_its_words(editor: LanguageServer, kind: str) -> None:
    """Wherever an author has to choose, every member is offered and says what it means."""
    path = str(record_path(kind, "county" if kind == "county" else "new"))
    for loc, choice in choices(MODELS[kind]):
        offered = editor.completions(path, unfinished(loc))
        assert {member.value for member in choice} == set(offered), loc
        for item in offered.values():
            assert item["documentation"].strip(" /"), loc


def test_the_rules_that_may_be_lowered_are_offered(editor: LanguageServer) -> None:
    """An author who lowers a rule need not know its code by heart."""
    text = "checks:\n  lowered:\n    - rule: ‸\n"
    lowerable = {code for code, rule in rule_texts().items() if rule.lowerable}
    assert lowerable == set(editor.completions("county.yml", text))


def test_nothing_is_underlined_in_the_sample_county(editor: LanguageServer) -> None:
    """An editor finds no fault with files in which the program finds none."""
    files = [file for kind in MODELS for file in sorted(COUNTY.glob(file_pattern(kind)))]
    texts = {str(file.relative_to(COUNTY)): file.read_text("utf-8") for file in files}
    assert {path: [] for path in texts} == editor.problems(texts)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("kind: new-build", "budget: 8000万元\nkind: new-build", "Property budget is not allowed."),
        ("kind: new-build", "kind: newbuild", "Value is not accepted."),
        ("  basis_year: 2026\n", "", 'Missing property "basis_year".'),
    ],
    ids=["unknown-field", "bad-choice", "missing-field"],
)
def test_a_mistake_is_underlined_once(
    editor: LanguageServer, old: str, new: str, problem: str
) -> None:
    """An unknown field, a wrong choice and a missing field give one problem each."""
    path = SAMPLES["project"]
    text = (COUNTY / path).read_text("utf-8").replace(old, new)
    (found,) = editor.problems({path: text})[path]
    assert problem in found


def test_the_server_is_the_same_everywhere() -> None:
    """The lock names versions and check sums, and no registry: each computer has its own."""
    lock = json.loads((SCRIPT.parents[3] / "package-lock.json").read_text("utf-8"))
    wanted = json.loads((SCRIPT.parents[3] / "package.json").read_text("utf-8"))["dependencies"]
    packages = lock["packages"]
    assert wanted == packages[""]["dependencies"]
    for path, package in packages.items():
        assert not path or package["integrity"], path
        assert "resolved" not in package, path


def test_a_new_file_finds_its_schema_by_itself(folder: Path) -> None:
    """Without any settings, the first line of a skeleton leads the editor to its schema."""
    assert CliRunner().invoke(cli, ["new", "park", "east", "--root", str(folder)]).exit_code == 0
    text = (folder / "parks/east.yml").read_text("utf-8")
    with LanguageServer(folder, {}) as server:
        (shown,) = server.hovers("parks/east.yml", text, [text.index("\nlevel:") + 2])
    assert about(MODELS["park"], "level").zh in shown
