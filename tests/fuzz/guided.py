"""Coverage-guided: `python -m tests.fuzz.guided -max_total_time=300 -max_len=2000`.

Needs atheris. What it thinks up is thrown at the reader, as a file of its own and put into
a small sound one, and at the rules if it can be read; anything but findings ends the run.
"""

import sys
import tempfile
from datetime import date
from pathlib import Path, PurePosixPath

import atheris

_ROOMS = ["site_builder.checks", "site_builder.content", "site_builder.quantities"]
with atheris.instrument_imports(include=_ROOMS):
    from site_builder.checks.run import check_record
    from site_builder.checks.scope import terms_of
    from site_builder.content.policy import Policy
    from site_builder.content.reader import read_record
    from site_builder.diagnostics import Diagnostic
    from site_builder.diagnostics.printing import as_text
    from tests.fuzz.spoiling import FILES

_FOLDER = Path(tempfile.mkdtemp(prefix="zhaoshang-fuzz-"))
_PATH = PurePosixPath("policies", "fuzz.yml")
_TERMS = terms_of(None, date(2026, 11, 22))
_SOUND = min((file.read_bytes() for file in FILES if file.parent.name == "policies"), key=len)


def one_input(data: bytes) -> None:
    """Read one input as a file of its own, and put into the middle of a sound one."""
    provider = atheris.FuzzedDataProvider(data)
    start = provider.ConsumeIntInRange(0, len(_SOUND))
    piece = provider.ConsumeBytes(len(data))
    for text in (piece, _SOUND[:start] + piece + _SOUND[start:]):
        _read(text)


def _read(text: bytes) -> None:
    (_FOLDER / _PATH).write_bytes(text)
    findings: list[Diagnostic] = []
    entry = read_record(_FOLDER, _PATH, Policy, findings)
    if entry is not None:
        findings += check_record(entry, _TERMS)
    for finding in findings:
        for language in ("zh", "en"):
            as_text(finding, language)


if __name__ == "__main__":
    (_FOLDER / "policies").mkdir()
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
