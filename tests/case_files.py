"""The cases in `tests/cases`: one mistake each, and what an author is told about it.

A case is a YAML file in the folder of its rule; one whose name begins with `fine-` comes
close to the mistake and makes none. `about` says what happened, `changes` how the
tiny county is spoilt, `expected` what is printed in each language. A change names a `file` and
one of: `replace` with `by`; `write` or `append` (`times` repeats it); `save_as`, another
encoding; `write_bytes`, in hexadecimal; `rename_to`; `copy_to`; `link_to`; `remove`. With
`example: no` it is not shown as the worked example of its rule: its first line misleads alone.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from site_builder.diagnostics.printing import as_text
from tests.county_copy import CountyCopy

CASES = Path(__file__).parent / "cases"
LANGUAGES = ("zh", "en")
_EXPECTED = "expected:\n"

Change = Mapping[str, str]


@dataclass(frozen=True)
class Case:
    """One mistake."""

    path: Path
    changes: tuple[Change, ...]
    expected: Mapping[str, str]
    is_example: bool = True

    @property
    def code(self) -> str:
        """The rule that the mistake breaks."""
        return self.path.parent.name

    @property
    def is_fine(self) -> bool:
        """Whether nothing is wrong: a near miss, which shows where the rule ends."""
        return self.path.stem.startswith("fine-")

    @property
    def name(self) -> str:
        """The case's path, for the test report."""
        return f"{self.code}/{self.path.stem}"

    def spoil(self, county: CountyCopy) -> None:
        """Make the mistake."""
        for change in self.changes:
            kind = next(iter(set(change) & set(_CHANGES)))
            _CHANGES[kind](county, change)


def all_cases() -> list[Case]:
    """Read every case."""
    return [_read(path) for path in sorted(CASES.glob("*/*.yml"))]


def printed(county: CountyCopy) -> dict[str, str]:
    """Return what is said about a county, in each language."""
    findings = county.findings()
    return {
        language: "\n".join(as_text(finding, language) for finding in findings)
        for language in LANGUAGES
    }


def rewrite(case: Case, texts: Mapping[str, str]) -> None:
    """Write what is now printed into the file of a case, as what is expected."""
    written = case.path.read_text("utf-8").partition(_EXPECTED)[0]
    blocks = (
        f"  {language}: |\n" + "".join(f"    {line}\n" for line in texts[language].splitlines())
        for language in LANGUAGES
    )
    case.path.write_text(written + _EXPECTED + "".join(blocks), "utf-8")


def _read(path: Path) -> Case:
    case = yaml.safe_load(path.read_text("utf-8"))
    # A case that is being written has no expectations yet.
    kept = case.get("expected") or {}
    expected = {language: text.rstrip("\n") for language, text in kept.items()}
    return Case(path, tuple(case["changes"]), expected, case.get("example", True))


def _replace(county: CountyCopy, change: Change) -> None:
    county.edit(change["file"], change["replace"], change["by"])


def _write(county: CountyCopy, change: Change) -> None:
    text = change["write"] * int(change.get("times", 1))
    file = county.file(change["file"])
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8", newline="")


def _append(county: CountyCopy, change: Change) -> None:
    with county.file(change["file"]).open("a", encoding="utf-8", newline="") as file:
        file.write(change["append"] * int(change.get("times", 1)))


def _write_bytes(county: CountyCopy, change: Change) -> None:
    county.file(change["file"]).write_bytes(bytes.fromhex(change["write_bytes"]))


def _save_as(county: CountyCopy, change: Change) -> None:
    file = county.file(change["file"])
    file.write_bytes(file.read_text("utf-8").encode(change["save_as"]))


def _rename(county: CountyCopy, change: Change) -> None:
    county.file(change["file"]).rename(county.file(change["rename_to"]))


def _copy(county: CountyCopy, change: Change) -> None:
    county.file(change["copy_to"]).write_bytes(county.file(change["file"]).read_bytes())


def _link(county: CountyCopy, change: Change) -> None:
    county.file(change["file"]).symlink_to(county.file(change["link_to"]))


def _remove(county: CountyCopy, change: Change) -> None:
    county.file(change["file"]).unlink()


_CHANGES: Mapping[str, Callable[[CountyCopy, Change], None]] = {
    "replace": _replace,
    "write": _write,
    "append": _append,
    "write_bytes": _write_bytes,
    "save_as": _save_as,
    "rename_to": _rename,
    "copy_to": _copy,
    "link_to": _link,
    "remove": _remove,
}
