"""`zhaoshang brochure`: an edition is made whole or not at all, and remembers what was printed."""

import json
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest

from tests.command_line import run
from tests.county_copy import CountyCopy
from tests.site.tiny import publishable

PROJECT = "projects/cathode.yml"
FROZEN = "events/printed/xiamen.json"
WORDLESS = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"></svg>'
LEAFLET = ("--product", "leaflet", "--language", "zh")


@pytest.fixture
def tiny(tmp_path: Path) -> CountyCopy:
    """Return a copy of the tiny county, with the theme that its brochures need."""
    return publishable(tmp_path / "county")


@pytest.fixture
def leaflets(tiny: CountyCopy) -> CountyCopy:
    """Return the same county, whose event has leaflets in Chinese and nothing else."""
    event = tiny.file("events/xiamen.yml")
    text = event.read_text("utf-8")
    event.write_text(f"products: [leaflet]\nlanguages: [zh]\n{text}", "utf-8")
    return tiny


def files(folder: Path) -> dict[str, bytes]:
    """Return everything in a folder by its path."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def frozen(county: CountyCopy, investment: str) -> None:
    """Write what might have been printed: one fact of the project."""
    facts = {"zh": {"investment": investment}, "en": {"investment": "RMB 1"}}
    file = county.file(FROZEN)
    file.parent.mkdir(exist_ok=True)
    printed = {"printed": "2026-10-08", "projects": {"cathode": facts}}
    file.write_text(json.dumps(printed), "utf-8")


def test_without_an_event_the_events_are_listed(tiny: CountyCopy) -> None:
    """Slug, name, days, number of projects, and whether it has gone to print."""
    line = "xiamen  Baixi Investment Meeting, Xiamen, 20–22 October 2026, projects: 1"
    for arguments in ((), ("--list",), ("xiamen", "--list")):
        result = run("brochure", *arguments, "--root", tiny.root, "--lang", "en")
        assert (result.exit_code, result.stdout.strip()) == (0, line)
    frozen(tiny, "3亿元")
    result = run("brochure", "--root", tiny.root, "--lang", "zh")
    assert result.stdout.strip() == (
        "xiamen  白溪县（厦门）推介会，2026年10月20日至22日，1 个项目，已付印"
    )
    assert not tiny.file("editions").exists()


def test_a_county_without_events_says_how_to_begin(tiny: CountyCopy) -> None:
    """The way to a first event is named."""
    tiny.file("events/xiamen.yml").unlink()
    result = run("brochure", "--root", tiny.root, "--lang", "en")
    assert (result.exit_code, "zhaoshang new event SLUG" in result.stdout) == (0, True)


def test_an_event_there_is_not_is_wrong_usage(tiny: CountyCopy) -> None:
    """What may have been meant is offered; a draft is no event that can be printed."""
    result = run("brochure", "xiamn", "--root", tiny.root, "--lang", "en")
    assert result.exit_code == 2
    assert "did you mean xiamen?" in result.stderr
    tiny.edit("events/xiamen.yml", "  status: approved", "  status: draft")
    assert run("brochure", "xiamen", "--root", tiny.root).exit_code == 2


def test_files_that_do_not_hold_are_not_printed(tiny: CountyCopy) -> None:
    """The findings are listed as `check` lists them."""
    tiny.edit(PROJECT, "total: 3.2亿元", "total: 3.9亿元")
    result = run("brochure", "xiamen", "--root", tiny.root, "--lang", "en")
    assert result.exit_code == 1
    assert "[sum-mismatch]" in result.stderr
    assert "nothing was printed" in result.stderr
    assert not tiny.file("editions").exists()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", "projects/cathode.yml：总投资 3亿元 → 3.2亿元"),
        ("en", "projects/cathode.yml: Total investment RMB 1 → RMB 320 million"),
    ],
)
def test_a_frozen_edition_is_not_made_from_other_facts(
    tiny: CountyCopy, language: str, said: str
) -> None:
    """Each fact is told as it was printed and as it is, with the two remedies."""
    frozen(tiny, "3亿元")
    before = files(tiny.root)
    result = run("brochure", "xiamen", "--root", tiny.root, "--lang", language)
    assert result.exit_code == 1
    assert said in result.stderr
    assert "--freeze" in result.stderr
    assert files(tiny.root) == before


def test_an_edition_is_made_whole_with_its_manifest(tiny: CountyCopy) -> None:
    """Every file is listed with its hash; made again, every byte is the same."""
    result = run("brochure", "xiamen", *LEAFLET, "--root", tiny.root, "--lang", "en")
    assert result.exit_code == 0, result.stderr
    made = files(tiny.file("editions/xiamen"))
    finishes = ("screen", "office", "press")
    paths = [f"zh/{finish}/leaflet-cathode.pdf" for finish in sorted(finishes)]
    assert sorted(made) == ["manifest.json", *paths]
    manifest = json.loads(made["manifest.json"])
    assert (manifest["event"], manifest["printed"]) == ("xiamen", "2026-10-08")
    assert [entry["path"] for entry in manifest["files"]] == paths
    for entry in manifest["files"]:
        pdf = made[entry["path"]]
        assert entry["sha256"] == sha256(pdf).hexdigest()
        assert entry["bytes"] == len(pdf)
        assert (entry["pages"], entry["trim"]) == (2, [210, 297])
        assert bool(entry["profile"]) is (entry["finish"] == "press")
        assert entry["project"] == "cathode"
    assert "Made 3 files" in result.stderr
    again = run("brochure", "xiamen", *LEAFLET, "--root", tiny.root, "--lang", "en")
    assert again.exit_code == 0
    assert files(tiny.file("editions/xiamen")) == made
    assert [path.name for path in tiny.file("editions").iterdir()] == ["xiamen"]


def test_freezing_remembers_what_was_printed(leaflets: CountyCopy) -> None:
    """Facts and day are kept; the same edition can be made again, another only as a new one."""
    tiny = leaflets
    arguments = ("brochure", "xiamen", "--root", tiny.root, "--lang", "en")
    assert run(*arguments, "--freeze").exit_code == 0
    kept = json.loads(tiny.file(FROZEN).read_text("utf-8"))
    assert kept["printed"] == "2026-10-08"
    assert kept["projects"]["cathode"]["en"]["investment"] == "RMB 320 million"
    assert run(*arguments).exit_code == 0
    tiny.edit(PROJECT, "phone: 0800-5550111", "phone: 0800-5550199")
    refused = run(*arguments)
    assert refused.exit_code == 1
    assert "Telephone 0800-5550111 → 0800-5550199" in refused.stderr
    assert run(*arguments, "--freeze").exit_code == 0
    assert "0800-5550199" in tiny.file(FROZEN).read_text("utf-8")


@pytest.mark.parametrize("part", [("--product", "leaflet"), ("--language", "zh")])
def test_a_part_is_not_frozen_as_the_whole(tiny: CountyCopy, part: tuple[str, str]) -> None:
    """What was not made is not remembered as printed."""
    result = run("brochure", "xiamen", *part, "--freeze", "--root", tiny.root, "--lang", "en")
    assert result.exit_code == 1
    assert "does not go with --product or --language" in result.stderr
    assert not tiny.file(FROZEN).exists()
    assert not tiny.file("editions").exists()


def test_a_part_takes_nothing_of_the_edition_away(leaflets: CountyCopy) -> None:
    """Where more was made than is asked for now, everything stays as it was."""
    assert run("brochure", "xiamen", "--root", leaflets.root).exit_code == 0
    leaflets.edit("events/xiamen.yml", "products: [leaflet]", "products: [leaflet, table-card]")
    before = files(leaflets.file("editions"))
    part = ("brochure", "xiamen", "--product", "table-card", "--root", leaflets.root)
    refused = run(*part, "--lang", "en")
    assert refused.exit_code == 1
    assert "zh/screen/leaflet-cathode.pdf" in refused.stderr
    assert files(leaflets.file("editions")) == before
    assert run(*part, "--out", leaflets.file("cards")).exit_code == 0
    assert run("brochure", "xiamen", "--root", leaflets.root).exit_code == 0
    assert "zh/screen/table-card.pdf" in files(leaflets.file("editions/xiamen"))


def test_an_edition_that_cannot_go_out_leaves_the_one_before(leaflets: CountyCopy) -> None:
    """A file with errors is named, with what is wrong; nothing of the new edition is there."""
    tiny = leaflets
    arguments = ("brochure", "xiamen", "--root", tiny.root, "--lang", "en")
    assert run(*arguments).exit_code == 0
    before = files(tiny.file("editions"))
    tiny.edit("theme/brochures/leaflet.html", "{{ seal }}", WORDLESS)
    result = run(*arguments, "--freeze")
    assert result.exit_code == 1
    assert "zh/screen/leaflet-cathode.pdf: " in result.stderr
    assert "[figure-without-words]" in result.stderr
    assert files(tiny.file("editions")) == before
    assert not tiny.file(FROZEN).exists()


@pytest.mark.parametrize(
    "held",
    [
        {"letter.txt": "kept"},
        {"manifest.json": '{"name": "an application"}', "icon.txt": "kept"},
        {"manifest.json": '{"name": "an application"}'},
        {"manifest.json": '{"event": "xiamen", "files": []}', "notes.txt": "kept"},
    ],
    ids=["letters", "application", "manifest", "notes"],
)
def test_no_other_file_is_replaced(leaflets: CountyCopy, held: dict[str, str]) -> None:
    """A folder that holds anything but an edition is left alone, whatever it calls itself."""
    folder = leaflets.file("letters")
    folder.mkdir()
    for name, text in held.items():
        (folder / name).write_text(text, "utf-8")
    result = run("brochure", "xiamen", "--root", leaflets.root, "--out", folder)
    assert result.exit_code == 1
    assert "--out" in result.stderr
    assert files(folder) == {name: text.encode() for name, text in held.items()}


def test_the_page_that_is_cut_is_the_one_listed(tiny: CountyCopy) -> None:
    """A press file is larger than its trim, by the bleed and more; the manifest has the trim."""
    result = run("brochure", "xiamen", *LEAFLET, "--root", tiny.root, "--out", tiny.file("out"))
    assert result.exit_code == 0, result.stderr
    with pikepdf.open(tiny.file("out/zh/press/leaflet-cathode.pdf")) as press:
        left, _, right, _ = (float(edge) for edge in press.pages[0].mediabox.as_list())
    assert right - left >= (210 + 2 * 3) * 72 / 25.4 - 0.1
