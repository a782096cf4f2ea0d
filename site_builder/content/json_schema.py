"""JSON Schema of every record kind, from the models: what an editor checks and shows.

The reader stays the judge. The schema knows shapes, choices and patterns; what it lets
pass, `zhaoshang check` still reports.
"""

import inspect
import re
import typing
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from site_builder.content.catalog import FOLDERS, KINDS
from site_builder.content.county import County
from site_builder.content.model import Frozen, Written

MODELS: Mapping[str, type[Frozen]] = {**KINDS, "county": County}
"""The model of every kind of file, by the word authors use for it."""

_EXAMPLES = re.compile(r"[如写] ((?:[^，。；（）]|（[^）]*）)+)")
_TITLE = re.compile(r"[^，。；：（]+")
_NOT_EMPTY = typing.get_args(Written)[1].func
# Written without quotes, YAML editors take these for numbers.
_LIKE_NUMBERS = {"slug", "phone", "month"}


ChoiceWords = Mapping[str, Mapping[str, str]]
"""What the members of choices mean, by the name of the choice: `ProjectKind`, `new-build`."""


def json_schema(kind: str, choice_words: ChoiceWords | None = None) -> JsonSchemaValue:
    """Return the schema of one kind of file: project, industry, park, policy, event or county.

    `choice_words` is what an editor shows beside the members of each choice.
    """
    schema = MODELS[kind].model_json_schema(schema_generator=_Generator)
    for properties in _all_properties(schema):
        for name, field in properties.items():
            _introduce(name, field)
    for name, words in (choice_words or {}).items():
        if choice := schema.get("$defs", {}).get(name):
            choice["enumDescriptions"] = [words.get(member, "") for member in choice["enum"]]
    return {"$schema": GenerateJsonSchema.schema_dialect, **schema}


def file_pattern(kind: str) -> str:
    """Return the files of the county that one schema holds for, e.g. `projects/*.yml`."""
    return "county.yml" if kind == "county" else f"{FOLDERS[kind]}/*.yml"


def record_path(kind: str, slug: str) -> PurePosixPath:
    """Return where the record of that kind and slug stands in the county's folder."""
    return PurePosixPath(file_pattern(kind).replace("*", slug))


def examples_in(sentence: str) -> Sequence[str]:
    """Return the examples that a field's sentence gives.

    >>> examples_in("年产能，如 5万吨/年、300床。Yearly capacity.")
    ['5万吨/年', '300床']
    """
    match = _EXAMPLES.search(sentence)
    return match[1].strip().split("、") if match else []


class _Generator(GenerateJsonSchema):
    """Pydantic's generator, told what our own checks of scalars ask for."""

    def function_after_schema(
        self, schema: core_schema.AfterValidatorFunctionSchema
    ) -> JsonSchemaValue:
        """Add the pattern, the example or the length that a check on a string holds."""
        inner = super().function_after_schema(schema)
        check = schema["function"]["function"]
        if check is _NOT_EMPTY:
            return inner | {"minLength": 1}
        if not inspect.isfunction(check):
            return inner
        # The checks are closures over what they compare with. Reading it there keeps the
        # pattern of a slug or a telephone number in one place.
        facts = inspect.getclosurevars(check).nonlocals
        if "limit" in facts:
            return inner | {"maxLength": facts["limit"]}
        if "pattern" in facts:
            kind = ["string", "integer"] if facts["expected"] in _LIKE_NUMBERS else "string"
            field = inner | {"type": kind, "pattern": f"^(?:{facts['pattern'].pattern})$"}
            # Editors insert examples, and a made-up name leads nowhere.
            return (
                field if facts["expected"] == "slug" else field | {"examples": [facts["example"]]}
            )
        return inner

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Never offer null: a field without a value is left out of the file."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Drop defaults that only say that a field may be left out."""
        inner = super().default_schema(schema)
        return {key: value for key, value in inner.items() if key != "default" or value}


def _all_properties(schema: JsonSchemaValue) -> Iterator[dict[str, JsonSchemaValue]]:
    """Yield the properties of the record and of every part of it."""
    for model in (schema, *schema.get("$defs", {}).values()):
        if "properties" in model:
            yield model["properties"]


def _introduce(name: str, field: JsonSchemaValue) -> None:
    """Give a field the title that its sentence begins with, and the examples it holds."""
    sentence = str(field.get("description", ""))
    title = _TITLE.match(sentence)
    field["title"] = title[0].strip() if title else name
    examples = examples_in(sentence)
    if examples and field.get("type") in ("string", ["string", "integer"]):
        field["examples"] = examples
