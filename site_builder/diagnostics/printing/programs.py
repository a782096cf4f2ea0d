"""Findings as JSON, for other programs: a form that stays as it is."""

import json
from collections.abc import Sequence

from site_builder.diagnostics.finding import Diagnostic


def as_json(diagnostics: Sequence[Diagnostic], language: str) -> str:
    """Return all findings as one JSON document; lines and columns count from 1."""
    return json.dumps(
        {
            "schema_version": 1,
            "diagnostics": [
                {
                    "code": d.code,
                    "severity": d.severity.value,
                    "path": str(d.place.path),
                    "line": d.place.line,
                    "column": d.place.column,
                    "message": d.message(language),
                    "help": d.help(language),
                }
                for d in diagnostics
            ],
        },
        ensure_ascii=False,
        indent=2,
    )
