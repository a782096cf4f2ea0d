"""veraPDF, where it is installed: what it finds is told, and what it did not look through."""

from pathlib import Path

import pytest

from site_builder.preflight import Finish, verapdf
from tests.preflight.conftest import inspected

REPORT = """<report><jobs><job><item><name>file.pdf</name></item>
<validationReport isCompliant="{compliant}"><details>{rules}</details></validationReport>
</job></jobs></report>"""
RULE = """<rule specification="ISO 14289-1:2014" clause="7.1" testNumber="8" status="failed"
failedChecks="2"><description>Metadata shall contain a title</description></rule>"""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Return what installs a program that stands in for veraPDF: it says a given text."""

    def put(script: str) -> None:
        program = tmp_path / "verapdf"
        program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
        verapdf.version_of_verapdf.cache_clear()

    yield put
    verapdf.version_of_verapdf.cache_clear()


def says(text: str) -> str:
    return f"cat <<'END'\n{text}\nEND"


def test_what_verapdf_finds_is_told(good: dict[Finish, bytes], install) -> None:  # type: ignore[no-untyped-def]
    install(says(REPORT.format(compliant="false", rules=RULE)))
    (found,) = inspected(good[Finish.SCREEN], Finish.SCREEN)
    assert "verapdf" == found.code
    assert "clause 7.1 does not hold (2 times)" in found.message("en")


def test_what_verapdf_finds_clean_is_clean(good: dict[Finish, bytes], install) -> None:  # type: ignore[no-untyped-def]
    install(says(REPORT.format(compliant="true", rules="")))
    assert [] == inspected(good[Finish.SCREEN], Finish.SCREEN)


@pytest.mark.parametrize(
    "script",
    [
        "exec sleep 600",
        "echo broken",
        says("<report><jobs><job><taskException/></job></jobs></report>"),
    ],
)
def test_no_result_is_not_called_clean(
    good: dict[Finish, bytes],
    install,  # type: ignore[no-untyped-def]
    monkeypatch: pytest.MonkeyPatch,
    script: str,
) -> None:
    monkeypatch.setattr(verapdf, "_SECONDS", 0.5)
    install(script)
    (found,) = inspected(good[Finish.SCREEN], Finish.SCREEN)
    assert "verapdf-unfinished" == found.code


def test_another_version_is_another_checker(install) -> None:  # type: ignore[no-untyped-def]
    said = []
    for version in ("1.26.2", "1.28.1"):
        install(f"echo veraPDF {version}")
        said.append(verapdf.version_of_verapdf())
    assert "1.26.2" in said[0]
    assert "1.28.1" in said[1]
