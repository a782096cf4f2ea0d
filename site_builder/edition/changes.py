"""What of an edition's facts is not as it was: a line for each, with file, line and both values."""

from collections.abc import Mapping
from pathlib import Path

from site_builder.content.printed_facts import Facts
from site_builder.diagnostics import Words
from site_builder.edition.places import Places
from site_builder.present.event import EditionView
from site_builder.present.printed import differences


def changed(root: Path, edition: EditionView, before: Mapping[str, Facts]) -> Words | None:
    """Return what differs from the facts of its projects as they were; None if nothing does."""
    voices = {language: county.voice for language, county in edition.counties.items()}
    lines = list(differences(before, edition.facts, voices, Places(root).of_fact))
    if not lines:
        return None
    zh, en = ("\n".join(f"  {line}" for line in side) for side in zip(*lines, strict=True))
    return Words(zh, en)
