"""`zhaoshang brochure`: an edition is made whole or not at all."""

import json
import os
from hashlib import sha256

import pikepdf
import pytest

from site_builder.brochure.making.manifest import Manifest, as_text
from site_builder.edition.lock import alone
from tests.cli_brochure.editions import DAY, PROJECT, files
from tests.command_line import run
from tests.county_copy import CountyCopy
from tests.printings import FROZEN

WORDLESS = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"></svg>'
LEAFLET = ("--product", "leaflet", "--language", "zh")


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


def test_without_a_press_profile_all_else_is_made(
    leaflets: CountyCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is missed before anything is set, and the way without it is named."""
    monkeypatch.setattr("site_builder.brochure.finish.profile._FOLDERS", ())
    arguments = ("brochure", "xiamen", "--root", leaflets.root, "--lang", "en")
    refused = run(*arguments)
    assert refused.exit_code == 1
    assert "--finish screen --finish office" in refused.stderr
    assert not leaflets.file(".zhaoshang/cache/editions/xiamen").exists()
    made = run(*arguments, "--finish", "screen", "--finish", "office")
    assert made.exit_code == 0, made.stderr
    assert sorted(files(leaflets.file("editions/xiamen"))) == [
        "manifest.json", "zh/office/leaflet-cathode.pdf", "zh/screen/leaflet-cathode.pdf",
    ]  # fmt: skip


def test_a_missing_profile_of_the_print_shop_stops_press_files_only(
    leaflets: CountyCopy,
) -> None:
    """The line that names it is told; what needs no profile is made."""
    event = leaflets.file("events/xiamen.yml")
    named = "press: {profile: media/press.icc}\n"
    text = "# the shop sends media/press.icc\n" + event.read_text("utf-8") + named
    event.write_text(text, "utf-8")
    arguments = ("brochure", "xiamen", "--root", leaflets.root, "--lang", "en")
    refused = run(*arguments, "--finish", "press")
    assert refused.exit_code == 1
    assert f"events/xiamen.yml:{len(text.splitlines())}: media/press.icc" in refused.stderr
    assert "press.profile" in refused.stderr
    made = run(*arguments, "--finish", "screen", "--finish", "office")
    assert made.exit_code == 0, made.stderr


def test_two_runs_for_one_event_do_not_meet(leaflets: CountyCopy) -> None:
    """The second is told to wait; when the first is done it goes."""
    arguments = ("brochure", "xiamen", "--finish", "screen", "--root", leaflets.root)
    with alone(leaflets.file(".zhaoshang/cache/editions"), "xiamen"):
        for language, said in (("zh", "另一个命令"), ("en", "another command is making")):
            refused = run(*arguments, "--lang", language)
            assert (refused.exit_code, said in refused.stderr) == (1, True)
    assert run(*arguments).exit_code == 0
    assert [path.name for path in leaflets.file("editions").iterdir()] == ["xiamen"]


def test_what_others_leave_behind_does_not_stop_a_run(leaflets: CountyCopy) -> None:
    """Killed runs, which in a container all have one number, and those who look into folders."""
    editions = leaflets.file("editions")
    for name in (f".xiamen-{os.getpid()}", f".xiamen-{os.getpid()}-work", "xiamen"):
        (editions / name / "zh").mkdir(parents=True)
        (editions / name / ".DS_Store").write_bytes(b"how a folder is shown")
    (editions / "xiamen/manifest.json.4194304.part").write_text("half", "utf-8")
    (editions / "xiamen/manifest.json").write_text(as_text(Manifest("xiamen", DAY, ())), "utf-8")
    made = run("brochure", "xiamen", "--finish", "screen", "--root", leaflets.root, "--lang", "en")
    assert (made.exit_code, made.stderr.count("was left")) == (0, 0)
    assert [path.name for path in editions.iterdir()] == ["xiamen"]
    assert sorted(files(editions)) == [
        "xiamen/manifest.json",
        "xiamen/zh/screen/leaflet-cathode.pdf",
    ]


def test_what_does_not_fit_is_told_in_the_readers_language(leaflets: CountyCopy) -> None:
    """Which brochure, which file, and how much is too much; nothing is written."""
    text = "锰" * 3000
    seeks = leaflets.file(PROJECT).read_text("utf-8")
    assert "  seeks:" not in seeks
    leaflets.edit(PROJECT, "cooperation:\n", f"cooperation:\n  seeks: {{zh: {text}, en: One}}\n")
    for language, said in (("zh", "cooperation.seeks.zh 多了"), ("en", "cooperation.seeks.zh is")):
        result = run("brochure", "xiamen", "--root", leaflets.root, "--lang", language)
        assert result.exit_code == 1
        assert "projects/cathode.yml" in result.stderr
        assert said in result.stderr
    assert not leaflets.file("editions/xiamen").exists()


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


@pytest.mark.parametrize("held", ['{"event": "xia', '{"event": "xiamen", "files": 1}', ""])
def test_a_damaged_manifest_is_told(leaflets: CountyCopy, held: str) -> None:
    """Not that the files are somebody else's: what is damaged, and how to go on."""
    arguments = ("brochure", "xiamen", "--root", leaflets.root, "--finish", "screen")
    assert run(*arguments).exit_code == 0
    manifest = leaflets.file("editions/xiamen/manifest.json")
    manifest.write_text(held, "utf-8")
    before = files(leaflets.file("editions"))
    for language, said, remedy in (
        ("zh", "manifest.json 已损坏", "从备份恢复这个清单"),
        ("en", "manifest.json is damaged", "restore the list from a backup"),
    ):
        refused = run(*arguments, "--lang", language)
        assert (refused.exit_code, said in refused.stderr) == (1, True), refused.stderr
        assert remedy in refused.stderr
    assert files(leaflets.file("editions")) == before


def test_the_page_that_is_cut_is_the_one_listed(tiny: CountyCopy) -> None:
    """A press file is larger than its trim, by the bleed and more; the manifest has the trim."""
    result = run("brochure", "xiamen", *LEAFLET, "--root", tiny.root, "--out", tiny.file("out"))
    assert result.exit_code == 0, result.stderr
    with pikepdf.open(tiny.file("out/zh/press/leaflet-cathode.pdf")) as press:
        left, _, right, _ = (float(edge) for edge in press.pages[0].mediabox.as_list())
    assert right - left >= (210 + 2 * 3) * 72 / 25.4 - 0.1
