"""The JSON Schemas that editors use, against the files of the sample county."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from site_builder.content.json_schema import MODELS, examples_in, file_pattern, json_schema
from site_builder.content.yaml_text.strict_yaml import parse

COUNTY = Path(__file__).parents[2]
FILES = [
    pytest.param(kind, file, id=str(file.relative_to(COUNTY)))
    for kind in MODELS
    for file in sorted(COUNTY.glob(file_pattern(kind)))
]


def problems(kind: str, record: object) -> list[str]:
    errors = Draft202012Validator(json_schema(kind)).iter_errors(record)
    return [f"{error.json_path}: {error.message}" for error in errors]


def all_fields(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for model in (schema, *schema["$defs"].values()):
        yield from model.get("properties", {}).items()


@pytest.mark.parametrize("kind", MODELS)
def test_schemas_are_schemas(kind: str) -> None:
    """Each is a valid schema of draft 2020-12 and says so."""
    schema = json_schema(kind)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("kind", MODELS)
def test_every_field_has_a_title_and_a_sentence(kind: str) -> None:
    """What an editor shows of a field is never empty."""
    for name, field in all_fields(json_schema(kind)):
        assert field.get("description"), name
        assert field.get("title"), name


@pytest.mark.parametrize("kind", MODELS)
def test_no_model_takes_unknown_keys_or_null(kind: str) -> None:
    """Every group of fields is closed, and no field offers null."""
    schema = json_schema(kind)
    for model in (schema, *schema["$defs"].values()):
        if "properties" in model:
            assert model["additionalProperties"] is False
    assert "'null'" not in str(schema)


@pytest.mark.parametrize("kind", MODELS)
def test_review_and_internal_are_in(kind: str) -> None:
    """Editors help with the review and with what stays inside."""
    assert {"review", "internal"} <= json_schema(kind)["properties"].keys()


@pytest.mark.parametrize(("kind", "file"), FILES)
def test_the_sample_county_validates(kind: str, file: Path) -> None:
    """Each file of the sample county holds, read as the program reads it."""
    tree, _, _ = parse(file.read_text("utf-8"), PurePosixPath(file.name))
    assert problems(kind, tree) == []


class _CoreLoader(yaml.SafeLoader):
    """Reads scalars as YAML 1.2 editors do: numbers and true/false; dates stay strings."""


_CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?[0-9]+\.[0-9]*$", "-+0123456789"),
):
    _CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)


def with_string_keys(value: object) -> object:
    """JSON has no keys but strings; editors write a year as one."""
    if isinstance(value, dict):
        return {str(key): with_string_keys(item) for key, item in value.items()}
    return [with_string_keys(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize(("kind", "file"), FILES)
def test_the_sample_county_validates_in_an_editor(kind: str, file: Path) -> None:
    """Each file holds as well when numbers are read as numbers, as editors do."""
    tree = yaml.load(file.read_text("utf-8"), Loader=_CoreLoader)  # noqa: S506 - a SafeLoader
    assert problems(kind, with_string_keys(tree)) == []


def test_what_the_schema_refuses() -> None:
    """A bare number for a sum, a wrong choice, a wrong slug, a missing language, a typo."""
    file = COUNTY / "projects/battery-manganese-sulphate.yml"
    tree, _, _ = parse(file.read_text("utf-8"), PurePosixPath(file.name))
    assert isinstance(tree, dict)
    for key, value in (
        ("kind", "newbuild"),
        ("industry", "Manganese Materials"),
        ("title", {"zh": "只有中文"}),
        ("titel", "x"),
        ("investment", {"total": 3.2, "basis_year": 2026, "margin": "30%"}),
    ):
        assert len(problems("project", {**tree, key: value})) == 1, key


def test_examples_come_from_the_sentence() -> None:
    """What a sentence gives after 如 is an example; without one there is none."""
    assert examples_in("用工，如 320人。People employed.") == ["320人"]
    assert examples_in("规模，如 1.2万平方米、2条。Its size.") == ["1.2万平方米", "2条"]
    assert examples_in("若为估算，说明怎样得出。How it was made.") == []
