"""veraPDF, the reference checker of PDF/UA, where it is installed; nothing depends on it."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

from site_builder.preflight.fault import Fault
from site_builder.preflight.finding import Found

_SECONDS = 120
"""It takes some seconds to start, and a few for a handbook."""


def is_installed() -> bool:
    """Whether `verapdf` can be run."""
    return shutil.which("verapdf") is not None


@cache
def version_of_verapdf() -> str:
    """Return what veraPDF says of its version; empty if it is not installed."""
    program = shutil.which("verapdf")
    if program is None:
        return ""
    try:
        # The program is the one that the reader installed.
        done = subprocess.run(  # noqa: S603
            [program, "--version"], capture_output=True, timeout=_SECONDS, check=False
        )
    except (subprocess.TimeoutExpired, OSError):
        return program
    return f"{program} {done.stdout.decode(errors='replace')}"


def check_with_verapdf(pdf: bytes) -> Iterator[Found]:
    """Yield the clauses of PDF/UA-1 that veraPDF finds broken; nothing if it is not installed.

    If it came to no end, or said nothing that can be read, that is found as well.
    """
    program = shutil.which("verapdf")
    if program is None:
        return
    report = _report(program, pdf)
    if report is None:
        yield Found(Fault.VERAPDF_UNFINISHED, facts={"seconds": _SECONDS})
        return
    for rule in report.iter("rule"):
        if rule.get("status") == "failed":
            facts = {
                "clause": rule.get("clause", ""),
                "said": (rule.findtext("description") or "").strip(),
                "count": rule.get("failedChecks", ""),
            }
            yield Found(Fault.VERAPDF, facts=facts)


def _report(program: str, pdf: bytes) -> ET.Element | None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "file.pdf"
        file.write_bytes(pdf)
        command = [program, "--flavour", "ua1", "--format", "xml", str(file)]
        try:
            # The program is the one that the reader installed, and the file is ours.
            done = subprocess.run(  # noqa: S603
                command, capture_output=True, timeout=_SECONDS, check=False
            )
            report = ET.fromstring(done.stdout)  # noqa: S314 - veraPDF's own report
        except (subprocess.TimeoutExpired, ET.ParseError, OSError):
            return None
    # What it could not look through has no such part.
    return report if report.find(".//validationReport") is not None else None
