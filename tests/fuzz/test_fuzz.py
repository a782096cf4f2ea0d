"""Whatever stands in a file, the reader and the rules give findings and never an exception.

`python -m tests.fuzz --minutes 5` does the same for as long as one likes.
"""

import random
from copy import deepcopy
from pathlib import Path, PurePosixPath

from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from site_builder.content.catalog import Entry
from site_builder.content.strict_yaml import parse
from tests.fuzz.spoiling import FILES, REPOSITORY, restore, spoilt_bytes, spoilt_values
from tests.fuzz.telling import findings_of, findings_on
from tests.planting.field import MODELS

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
    path = PurePosixPath(file.relative_to(REPOSITORY))
    sound, source, _ = parse(file.read_text("utf-8"), path)
    tree = spoilt_values(deepcopy(sound), chance)
    for _ in range(6):
        try:
            record = MODELS[path.parts[0]].model_validate(tree)
        except ValidationError as error:
            for detail in error.errors():
                restore(tree, sound, detail["loc"])
        else:
            findings_of(Entry(path.stem, record, source), path)
            return
    reject()
