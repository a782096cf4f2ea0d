"""Briefs of the tiny county with other money in them."""

import re
from collections.abc import Sequence

from site_builder.diagnostics import Diagnostic
from tests.county_copy import CountyCopy

PROJECT = "projects/cathode.yml"


def rewrite(county: CountyCopy, **chapters: str) -> None:
    """Replace whole chapters of the brief, e.g. `investment`, by other YAML."""
    text = county.file(PROJECT).read_text("utf-8")
    for name, body in chapters.items():
        indented = "".join(f"  {line}\n" for line in body.strip().splitlines())
        text, count = re.subn(rf"(?m)^{name}:\n(?:[ ].*\n)*", f"{name}:\n{indented}", text)
        assert count == 1
    county.file(PROJECT).write_text(text, "utf-8")


def about_money(county: CountyCopy) -> Sequence[Diagnostic]:
    """Return what is found wrong with sums and returns, and with nothing else."""
    subjects = {"sums", "returns"}
    return [found for found in county.findings() if found.rule.text.subject in subjects]


def codes(county: CountyCopy) -> list[str]:
    """Return the codes of what is found wrong with sums and returns."""
    return [found.code for found in about_money(county)]
