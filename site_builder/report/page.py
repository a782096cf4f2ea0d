"""A checked county as one HTML file in both languages, for the county's own use.

It holds its styles and pictures itself, asks nothing of any host, and can be printed.
"""

import re
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from markupsafe import Markup

from site_builder.checks.run import Checked
from site_builder.content.catalog import FOLDERS, Entry
from site_builder.content.county import County
from site_builder.diagnostics import Severity
from site_builder.diagnostics.lowered import LoweredRule
from site_builder.diagnostics.printing import visible
from site_builder.diagnostics.rules import rule_texts, subjects
from site_builder.draw.ridges import ridges
from site_builder.draw.seal import seal
from site_builder.present.links import LANGUAGES, TAGS
from site_builder.present.text import spoken_day
from site_builder.report.survey import Survey, mean_depth, survey, tally
from site_builder.report.telling import Teller, coded
from site_builder.report.views import (
    BasisRow,
    LoweredView,
    OtherFile,
    RelaxedView,
    ReportView,
    Total,
    Verdict,
)
from site_builder.theme import Theme

_STYLES = ("assets/css/tokens.css", "report/report.css")
_HAN = re.compile(r"[\u3400-\u9fff]")
_SEAL_ROOM = 4
"""How many characters a seal takes."""


def report_page(
    root: Path,
    checked: Checked,
    wanted: Sequence[PurePosixPath],
    language: str,
    *,
    strict: bool = False,
) -> str:
    """Return the report on a county, opened in `language`.

    `wanted` limits what is listed; the verdict is always that of the whole county, and with
    `strict` warnings count as errors.
    """
    theme = Theme(root / "theme")
    seen = survey(root, checked, wanted)
    tellers = {
        code: Teller(code, theme.words(code).report, checked.terms.today) for code in LANGUAGES
    }
    tongues = [
        {
            "code": code,
            "tag": TAGS[code],
            "name": str(theme.words(_other(code)).language.other),
            "w": teller.words,
            "view": _view(teller, checked, seen, wanted, strict=strict),
        }
        for code, teller in tellers.items()
    ]
    return theme.environment.get_template("report/report.html").render(
        language=language,
        tongues=tongues,
        opened=next(tongue for tongue in tongues if tongue["code"] == language),
        styles=_safe("\n".join((theme.root / path).read_text("utf-8") for path in _STYLES)),
        **_pictures(theme, checked.catalog.county),
    )


def _pictures(theme: Theme, county: Entry[County] | None) -> dict[str, Markup]:
    """Return the county's seal, empty without a county, and its landscape."""
    name = county.record.short_name.zh[:_SEAL_ROOM] if county else ""
    landscape = ridges(
        name or "county", theme.palette, sky="mist", width=1440, height=320, layers=5, detail=6
    )
    return {
        "seal": _safe(seal(name, theme.palette, size=72)) if name else Markup(),
        "landscape": _safe(landscape),
    }


def _view(
    teller: Teller,
    checked: Checked,
    seen: Survey,
    wanted: Sequence[PurePosixPath],
    *,
    strict: bool,
) -> ReportView:
    county, words = checked.catalog.county, teller.words
    name = county.record.name if county else None
    joint = str(words.list_joint)
    lowered = checked.concessions
    return ReportView(
        county=(name.zh if teller.language == "zh" else name.en) if name else words.county,
        day=spoken_day(checked.terms.today, teller.language),
        limited_to=visible(joint.join(str(path) for path in wanted)),
        verdict=_verdict(teller, checked, strict=strict),
        totals=_totals(teller, seen),
        departments=tuple(teller.departments(seen)),
        projects=tuple(teller.project(project) for project in seen.projects),
        others=tuple(
            OtherFile(visible(str(path)), teller.findings(found))
            for path, found in seen.others.items()
        ),
        lowered=tuple(_lowered(teller, rule) for rule in lowered.rules),
        relaxed=tuple(
            RelaxedView(limit.name, limit.written, limit.usual(teller.language))
            for limit in lowered.limits
        ),
        read=_read(teller, checked),
        basis=tuple(_basis(teller)),
    )


def _verdict(teller: Teller, checked: Checked, *, strict: bool) -> Verdict:
    """Return whether the whole county can be published, whatever is listed."""
    words = teller.words.verdict
    severities = [finding.severity for finding in checked.findings]
    errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    said = teller.count(warnings, "warning")
    if errors:
        sentence = str(words.errors).format(errors=teller.count(errors, "error"))
        note = str(words.errors_note).format(warnings=said) if warnings else words.errors_only
        return Verdict(good=False, sentence=sentence, note=note)
    if warnings and strict:
        sentence = str(words.strict).format(warnings=said)
        return Verdict(good=False, sentence=sentence, note=words.strict_note)
    note = str(words.good_note).format(warnings=said) if warnings else words.good_only
    return Verdict(good=True, sentence=words.good, note=note)


def _totals(teller: Teller, seen: Survey) -> tuple[Total, ...]:
    words, counts, depth = teller.words.totals, seen.counts, mean_depth(seen.projects)
    scored = sum(project.depth is not None for project in seen.projects)
    unread = len(seen.projects) - scored
    return (
        Total(
            words.projects,
            str(len(seen.projects)),
            str(words.unread).format(unread=unread) if unread else "",
        ),
        Total(words.errors, str(counts.errors)),
        Total(words.warnings, str(counts.warnings)),
        Total(
            words.depth,
            "–" if depth is None else str(depth),
            str(words.depth_note).format(count=scored) if scored else words.depth_none,
        ),
        Total(words.stale, str(counts.stale)),
        Total(words.overdue, str(counts.overdue)),
    )


def _lowered(teller: Teller, rule: LoweredRule) -> LoweredView:
    subject = subjects()[rule_texts()[rule.code].subject]
    return LoweredView(
        code=rule.code,
        fact=subject.zh if teller.language == "zh" else subject.en,
        to=str(teller.words.severity[rule.to.value]),
        count=str(rule.count),
        reason=visible(rule.reason),
        reason_tag=TAGS["zh" if _HAN.search(rule.reason) else "en"],
    )


def _read(teller: Teller, checked: Checked) -> tuple[Total, ...]:
    """Return how many files of each kind were checked, and how many had no record in them."""
    words = teller.words
    return tuple(
        Total(
            words.kinds[folder],
            str(found.files),
            str(words.totals.unread).format(unread=found.unread) if found.unread else "",
        )
        for kind, folder in FOLDERS.items()
        for found in (tally(checked, kind),)
    )


def _basis(teller: Teller) -> list[BasisRow]:
    zh, rows = teller.language == "zh", []
    for code, subject in subjects().items():
        texts = [text for text in rule_texts().values() if text.subject == code]
        sources = dict.fromkeys(text.source_zh if zh else text.source_en for text in texts)
        if texts:
            title = subject.zh if zh else subject.en
            rows.append(BasisRow(title, str(len(texts)), tuple(map(coded, sources))))
    return rows


def _other(language: str) -> str:
    return next(code for code in LANGUAGES if code != language)


def _safe(text: str) -> Markup:
    return Markup(text)  # noqa: S704 - style sheets of the theme, and drawings of our own
