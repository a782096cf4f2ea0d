"""Whatever stands in a file, the reader and the rules give findings and never an exception.

`python -m tests.fuzz --minutes 5` does the same for as long as one likes.
"""

import random
import tempfile
from pathlib import Path

from click.testing import CliRunner
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from site_builder.cli import cli
from site_builder.diagnostics import Severity
from tests.fuzz.spoiling import FILES, REPOSITORY, fitting_entry, spoilt_bytes
from tests.fuzz.spoiling_folders import county_to_spoil, spoil_folder
from tests.fuzz.telling import findings_in, findings_of, findings_on
from tests.site.tiny import publishable

FILE = st.sampled_from(FILES)
CHANCE = st.randoms(use_true_random=False)
MANY = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@MANY
@given(file=FILE, chance=CHANCE)
def test_spoilt_files_give_findings_only(tmp_path: Path, file: Path, chance: random.Random) -> None:
    data = spoilt_bytes(file.read_bytes(), chance)
    for finding in findings_on(data, file.relative_to(REPOSITORY), tmp_path):
        assert finding.place.line >= 1
        assert finding.place.column >= 1


@MANY
@given(file=FILE, data=st.binary(max_size=300))
def test_random_bytes_give_findings_only(tmp_path: Path, file: Path, data: bytes) -> None:
    assert findings_on(data, file.relative_to(REPOSITORY), tmp_path)


@settings(MANY, max_examples=400)
@given(file=FILE, chance=CHANCE)
def test_no_rule_raises_on_values_that_fit(file: Path, chance: random.Random) -> None:
    entry, _ = fitting_entry(file, chance)
    assume(entry is not None)
    findings_of(entry, entry.source.path)


@MANY
@given(chance=CHANCE)
def test_spoilt_folders_give_findings_only(chance: random.Random) -> None:
    with tempfile.TemporaryDirectory() as folder:
        county = county_to_spoil(Path(folder, "county"))
        spoil_folder(county, chance)
        for finding in findings_in(county, drafts=chance.random() < 0.3):
            assert finding.place.line >= 1
            assert finding.place.column >= 1


@settings(MANY, max_examples=20)
@given(chance=CHANCE)
def test_a_spoilt_county_is_refused_and_nothing_published(chance: random.Random) -> None:
    """A sentence and an exit code; no website, and nothing half done beside it."""
    with tempfile.TemporaryDirectory() as folder:
        county = publishable(Path(folder, "county")).root
        spoil_folder(county, chance)
        assume(any(finding.severity is Severity.ERROR for finding in findings_in(county)))
        result = CliRunner().invoke(cli, ["build", "--no-pdf", "--root", str(county)])
        assert isinstance(result.exception, SystemExit)
        assert 1 == result.exit_code
        assert [] == [path.name for path in county.iterdir() if "site" in path.name]
