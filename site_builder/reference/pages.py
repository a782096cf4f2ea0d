"""All that `zhaoshang reference` writes: pages on rules and fields, and the schemas."""

from pathlib import Path

from site_builder.reference.choices import Meanings
from site_builder.reference.fields_page import fields_page
from site_builder.reference.preflight_page import preflight_page
from site_builder.reference.rules_page import rules_page
from site_builder.reference.schemas import schema_files

_SUFFIXES = {"zh": ".zh-CN", "en": ""}


def pages(theme_root: Path) -> dict[str, str]:
    """Return the text of every file of the reference, by its path in the folder."""
    meanings = Meanings(theme_root)
    written = {
        f"{name}{suffix}.md": text
        for language, suffix in _SUFFIXES.items()
        for name, text in (
            ("rules", rules_page(language)),
            ("fields", fields_page(language, meanings)),
            ("preflight", preflight_page(language)),
        )
    }
    return written | {f"schema/{name}": text for name, text in schema_files(theme_root).items()}
