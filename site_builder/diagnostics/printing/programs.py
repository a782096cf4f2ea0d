"""Findings as JSON, for other programs: a form that stays as it is."""

import json
from collections.abc import Sequence

from site_builder.diagnostics.finding import Diagnostic
from site_builder.diagnostics.lowered import Concessions


def as_json(diagnostics: Sequence[Diagnostic], lowered: Concessions, language: str) -> str:
    """Return findings, and what the county takes less strictly, as one JSON document.

    Lines and columns count from 1; `field` is the way inside the record, where lists count
    from 0.
    """
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
                    "field": d.field,
                    "message": d.message(language),
                    "help": d.help(language),
                }
                for d in diagnostics
            ],
            "lowered_rules": [
                {"rule": r.code, "to": r.to.value, "reason": r.reason, "count": r.count}
                for r in lowered.rules
            ],
            "relaxed_limits": [
                {"limit": r.name, "value": r.written, "default": r.usual(language)}
                for r in lowered.limits
            ],
        },
        ensure_ascii=False,
        indent=2,
    )
