"""The same county gives the same files; one changed brief gives its own files anew."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.brochure.proof.material import SLUG, fair_county
from tests.command_line import command, run
from tests.county_copy import CountyCopy
from tests.site.tiny import publishable

PLACES = (("1", "Asia/Shanghai"), ("2", "America/St_Johns"))
"""Seeds of hashes, and time zones on either side of a day's beginning."""
PRODUCTS = "products: [handbook, leaflet, tri-fold, roll-up, table-card, long-picture]"
BRIEF = "projects/castings-surface-treatment.yml"


def files(folder: Path) -> dict[str, bytes]:
    """Return everything in a folder by its path."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_another_process_on_another_day_makes_the_same_bytes(tmp_path: Path) -> None:
    """Book, leaflet and each piece, in every finish, imposed and as pictures, nothing kept."""
    first = publishable(tmp_path / "county")
    event = first.file("events/xiamen.yml")
    text = event.read_text("utf-8")
    event.write_text(f"{PRODUCTS}\nlanguages: [zh]\n{text}", "utf-8")
    made = []
    for seed, zone in PLACES:
        county = CountyCopy.of(first.root, tmp_path / f"county-{seed}")
        result = command("brochure", "xiamen", "--root", county.root, PYTHONHASHSEED=seed, TZ=zone)
        assert result.returncode == 0, result.stderr.decode()
        made.append(files(county.file("editions/xiamen")))
    one, two = made
    assert one.keys() == two.keys()
    assert [path for path in one if one[path] != two[path]] == []
    assert {path.partition("/")[2].partition("/")[0] for path in one if "/" in path} == {
        "screen",
        "office",
        "press",
    }
    named = {Path(path).stem for path in one}
    pieces = {"handbook", "handbook-imposed", "leaflet-cathode", "tri-fold", "roll-up"}
    assert pieces | {"table-card", "long-picture-cathode", "manifest"} == named


@pytest.fixture
def county(tmp_path: Path) -> CountyCopy:
    """Return the sample county with an event of two leaflets, in Chinese."""
    copy = CountyCopy(fair_county(tmp_path / "county"))
    copy.edit(f"events/{SLUG}.yml", "languages: [zh, en, both]", "languages: [zh]")
    event = copy.file(f"events/{SLUG}.yml")
    event.write_text(f"products: [leaflet]\n{event.read_text('utf-8')}", "utf-8")
    return copy


def kept(county: CountyCopy) -> Mapping[str, int]:
    """Return when each file that is kept for the next time was written."""
    folder = county.file(f".zhaoshang/cache/editions/{SLUG}")
    return {
        file.relative_to(folder).as_posix(): file.stat().st_mtime_ns
        for file in folder.rglob("*")
        if file.is_file() and file.suffix in {".pdf", ".json"}
    }


def test_after_one_brief_changes_only_its_files_are_made_again(county: CountyCopy) -> None:
    """What is kept of the other project is neither written again nor thrown away."""
    arguments = ("brochure", SLUG, "--root", county.root)
    assert run(*arguments).exit_code == 0
    first, before = files(county.file(f"editions/{SLUG}")), kept(county)
    county.edit(BRIEF, "zh: 铸锻与表面处理基地", "zh: 铸锻与表面处理中心")
    assert run(*arguments).exit_code == 0
    second, after = files(county.file(f"editions/{SLUG}")), kept(county)
    changed = {path for path in second if second[path] != first[path]}
    assert changed == {
        "manifest.json",
        *(
            f"zh/{finish}/leaflet-{Path(BRIEF).stem}.pdf"
            for finish in ("screen", "office", "press")
        ),
    }
    same = before.keys() & after.keys()
    assert {name: after[name] for name in same} == {name: before[name] for name in same}
    # Of each kind, as much is new as has gone: one leaflet is set, and three files are finished.
    new = [name for name in after if name not in same and name.endswith(".pdf")]
    gone = [name for name in before if name not in same and name.endswith(".pdf")]
    assert sorted(name.count("/") for name in new) == [0, 1, 1, 1]
    assert sorted(name.count("/") for name in gone) == [0, 1, 1, 1]
    assert sum(name.endswith(".pdf") for name in same) == 4
