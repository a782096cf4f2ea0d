"""The same sources give the same bytes in every finish, whatever the process."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PROGRAM = """
import json, sys
from datetime import date
from hashlib import sha256
from pathlib import Path

from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.finish import (
    PressSettings, imposed, installed_profile, office, press, read_inks, screen,
)
from site_builder.brochure.plan import plan_brochures
from site_builder.brochure.making.press import Press
from tests.brochure.pressing import pressed
from site_builder.build import prepare
from site_builder.site.photos import publish_photos

root, theme, folder, workers = *map(Path, sys.argv[1:4]), int(sys.argv[4])
county = prepare(root, theme)
publish_photos(root / "media", county.photos, folder)
profile = installed_profile()
assert profile is not None
inks = read_inks((theme / "assets/css/tokens.css").read_text("utf-8"))
digests = {}
printer = Press(Composer(county.theme, county.counties, county.site_url), folder)
for brochure, pdf in pressed(printer, list(plan_brochures(county.counties)), workers):
    book = brochure.project is None
    settings = PressSettings(profile, inks, date(2026, 10, 8), book)
    made = {"screen": screen(pdf), "office": office(pdf), "press": press(pdf, settings)}
    if book:
        made["imposed"] = imposed(made["press"])
    for finish, data in made.items():
        digests[f"{finish} {brochure.path}"] = sha256(data).hexdigest()
print(json.dumps(digests, sort_keys=True))
"""


def printed(folder: Path, *, seed: int, workers: int) -> Mapping[str, str]:
    arguments = [str(ROOT / "tests/county"), str(ROOT / "theme"), str(folder), str(workers)]
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        env={**os.environ, "PYTHONHASHSEED": str(seed)},
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode:
        pytest.fail(result.stderr)
    digests: dict[str, str] = json.loads(result.stdout)
    return digests


def test_two_processes_print_the_same_bytes(tmp_path: Path) -> None:
    one = printed(tmp_path / "one", seed=1, workers=1)
    two = printed(tmp_path / "two", seed=2, workers=2)
    assert one == two
    assert {name.partition(" ")[0] for name in one} == {"screen", "office", "press", "imposed"}
    assert any(name.endswith("leaflet.pdf") for name in one)
    assert any(name.endswith("handbook.pdf") for name in one)
