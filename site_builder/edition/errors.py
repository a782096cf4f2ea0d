"""Why an edition is not made."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from site_builder.brochure.making.edition import Copy
from site_builder.brochure.rendering.fonts import FontsMissingError
from site_builder.brochure.rendering.renderer import BrochureError
from site_builder.diagnostics import Severity, Words
from site_builder.diagnostics.trouble import why
from site_builder.preflight import Finding

_NAMED = 5
"""Files that a message names; more would hide the remedy."""


class EditionError(Exception):
    """An edition that is not made, with the reason and what helps; the one before it stands."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


class UsageError(EditionError):
    """What was asked for cannot be, whatever the county's files say."""


class UnfitError(EditionError):
    """Files that cannot go out as they are."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        names = named({finding.file for finding in findings if stops(finding)}, most=len(findings))
        super().__init__(
            Words(
                f"没有写出：{names.zh} 不能交付；改正后重做",
                f"nothing was written: {names.en} cannot go out; mend what is said above, "
                "then make the edition again",
            )
        )
        self.findings = findings


def stops(finding: Finding) -> bool:
    """Whether a file with this finding cannot go out."""
    return finding.severity is Severity.ERROR


def named(paths: Iterable[str], most: int = _NAMED) -> Words:
    """Return some files by name, and how many more there are."""
    names = sorted(paths)
    shown, more = names[:most], len(names) - most
    return Words(
        "、".join(shown) + (f"等 {len(names)} 个" if more > 0 else ""),
        ", ".join(shown) + (f" and {more} more" if more > 0 else ""),
    )


def unset(error: BrochureError, copies: Iterable[Copy]) -> Words:
    """Return what could not be made, a line for each brochure or file, with its project's own."""
    made = list(copies)
    files = {
        path: f"projects/{copy.brochure.project.slug}.yml"
        for copy in made
        if copy.brochure.project is not None
        for path in (copy.brochure.path, copy.path)
    }
    # What is set once may go out as several files: the first of them is what readers know.
    outputs = {copy.brochure.path: copy.path for copy in reversed(made)}
    lines = [_line(one, files, outputs) for one in error.failures]
    zh, en = ("\n".join(f"  {line}" for line in side) for side in zip(*lines, strict=True))
    return Words(
        f"排版不成：\n{zh}\n处理：按所述改短文字或补上所缺，再做一次",
        f"it could not be set:\n{en}\nhelp: shorten the text or add what is missing, then make it "
        "again",
    )


def _line(error: BrochureError, files: Mapping[str, str], outputs: Mapping[str, str]) -> Words:
    file = files.get(error.name, "")
    words = BrochureError(outputs.get(error.name, error.name), error.reasons).words
    if not file or file in words.en:
        return words
    return Words(f"{words.zh}（{file}）", f"{words.en} ({file})")


def no_fonts(error: FontsMissingError) -> Words:
    """Return that the fonts are missing, and how they come."""
    return Words(f"没有所需字体：{error}", f"the fonts are missing: {error}")


def unusable(error: OSError, target: Path) -> Words:
    """Return that a file could not be read or written, and that what stands at `target` stands."""
    reason, file = why(error), error.filename or target
    return Words(
        f"无法读写 {file}：{reason.zh}。没有写出，{target} 中原有的未动",
        f"{file} cannot be used: {reason.en}. Nothing was made, and what stands in {target} is as "
        "it was",
    )
