"""The JSON Schemas as editors get them: with the words of choices and the codes of rules."""

import json
from collections.abc import Mapping
from pathlib import Path

from site_builder.content.json_schema import MODELS, file_pattern, json_schema
from site_builder.diagnostics.rules import rule_texts
from site_builder.reference.choices import Meanings
from site_builder.reference.readable import readable


def schema_files(theme_root: Path) -> dict[str, str]:
    """Return the schema of every kind of file as JSON, by the name of its own file."""
    return {
        f"{kind}.schema.json": as_json(editor_schema(kind, Meanings(theme_root))) for kind in MODELS
    }


def editor_schema(kind: str, meanings: Meanings) -> dict[str, object]:
    """Return the schema of one kind of file, with all that an editor can explain."""
    schema = json_schema(kind, meanings.in_both_languages())
    if lowered := schema["$defs"].get("Lowered"):
        rules = {code: text for code, text in rule_texts().items() if text.lowerable}
        lowered["properties"]["rule"] |= {
            "enum": list(rules),
            "enumDescriptions": [
                f"{readable(text.zh)} / {readable(text.en)}" for text in rules.values()
            ],
        }
    return schema


def editor_settings(root: Path, folder: Path) -> dict[str, object]:
    """Return the settings that lead an editor from the county's files to the schemas."""
    here, there = root.resolve(), folder.resolve()
    shown = there.relative_to(here) if there.is_relative_to(here) else there
    return {"yaml.schemas": {f"{shown / kind}.schema.json": file_pattern(kind) for kind in MODELS}}


def as_json(value: Mapping[str, object]) -> str:
    """Write a value as people read it: indented, Chinese as Chinese."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
