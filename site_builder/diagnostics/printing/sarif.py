"""Findings as SARIF 2.1.0, the form that code hosts and editors read (an OASIS standard)."""

import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import PurePosixPath
from urllib.parse import quote

from site_builder.diagnostics.finding import Diagnostic
from site_builder.diagnostics.lowered import Concessions
from site_builder.diagnostics.printing.text import visible
from site_builder.diagnostics.rules import Rule, Severity, rule_texts, subjects

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LANGUAGES = {"zh": "zh-CN", "en": "en-GB"}
_FACT = re.compile(r"\{[^{}]*\}")


def as_sarif(
    diagnostics: Sequence[Diagnostic],
    lowered: Concessions,
    language: str,
    folder: str = "",
) -> str:
    """Return one SARIF log with one run; SARIF has one text for each thing, in `language`.

    `folder` leads from where the program runs, usually the repository's root, to the county.
    """
    reasons = {rule.code: rule.reason for rule in lowered.rules}
    codes = list(rule_texts())
    run = {
        "tool": {
            "driver": {
                "name": "zhaoshang",
                "version": version("zhaoshang"),
                "rules": [_rule(Rule(code), language) for code in codes],
            }
        },
        "language": _LANGUAGES[language],
        "columnKind": "unicodeCodePoints",
        "results": [
            {"ruleIndex": codes.index(finding.code), **_result(finding, reasons, language)}
            | _places(finding, turn, folder)
            for finding, turn in zip(diagnostics, _turns(diagnostics), strict=True)
        ],
        "properties": _conceded(lowered, language),
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _conceded(lowered: Concessions, language: str) -> dict[str, object]:
    return {
        "loweredRules": [
            {"rule": r.code, "to": r.to.value, "reason": r.reason, "count": r.count}
            for r in lowered.rules
        ],
        "relaxedLimits": [
            {"limit": r.name, "value": r.written, "default": r.usual(language)}
            for r in lowered.limits
        ],
    }


def _rule(rule: Rule, language: str) -> dict[str, object]:
    text, zh = rule.text, language == "zh"
    subject = subjects()[text.subject]
    return {
        "id": rule.code,
        "shortDescription": {"text": _without_facts(rule.message(language))},
        "fullDescription": {
            "text": (text.why_zh if zh else text.why_en) or _without_facts(rule.message(language))
        },
        "help": {"text": _without_facts(rule.help(language))},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {
            "subject": subject.zh if zh else subject.en,
            "source": text.source_zh if zh else text.source_en,
            "tags": [text.subject],
        },
    }


def _result(finding: Diagnostic, reasons: Mapping[str, str], language: str) -> dict[str, object]:
    said = (visible(finding.message(language)), visible(finding.help(language)))
    result: dict[str, object] = {
        "ruleId": finding.code,
        "level": finding.severity.value,
        "message": {"text": "\n".join(said)},
    }
    if finding.lowered_to is Severity.NOTE:
        reason = visible(reasons.get(finding.code, ""))
        result["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": reason}
        ]
    return result


def _places(finding: Diagnostic, turn: int, folder: str) -> dict[str, object]:
    """Return where a finding is, and what it is known by when the lines above it change."""
    place = finding.place
    location: dict[str, object] = {
        "physicalLocation": {
            "artifactLocation": {
                "uri": quote(os.fsencode(PurePosixPath(folder, place.path))),
                "uriBaseId": "%SRCROOT%",
            },
            "region": {
                "startLine": place.line,
                "startColumn": place.column,
                "endColumn": place.column + place.length,
            },
        }
    }
    if finding.field:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.field, "kind": "member"}]
    known_by = "\0".join((*_identity(finding), str(turn)))
    fingerprint = hashlib.sha256(known_by.encode(errors="surrogateescape")).hexdigest()[:32]
    return {"locations": [location], "partialFingerprints": {"placeInRecord/v1": fingerprint}}


def _turns(diagnostics: Sequence[Diagnostic]) -> Iterator[int]:
    """Yield, for each finding, how many of the same rule in the same field came before it."""
    seen: Counter[tuple[str, ...]] = Counter()
    for finding in diagnostics:
        yield seen[_identity(finding)]
        seen[_identity(finding)] += 1


def _identity(finding: Diagnostic) -> tuple[str, str, str]:
    return (str(finding.place.path), finding.code, finding.field)


def _without_facts(template: str) -> str:
    """Return the text of a rule as it reads before any file was looked at."""
    return _FACT.sub("…", template)
