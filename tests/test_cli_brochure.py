"""`zhaoshang brochure`: an edition is made whole or not at all, and remembers what was printed."""

import json
import os
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest

from site_builder.brochure.manifest import manifest
from site_builder.build import prepare
from site_builder.edition.lock import alone
from tests.command_line import run
from tests.county_copy import CountyCopy
from tests.printings import FROZEN, keep, printing
from tests.site.tiny import publishable

PROJECT = "projects/cathode.yml"
EVENT = "events/xiamen.yml"
DAY = "2026-10-08"
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


def test_without_an_event_the_events_are_listed(tiny: CountyCopy) -> None:
    """Slug, name, days, number of projects, and whether it has gone to print."""
    line = "xiamen  Baixi Investment Meeting, Xiamen, 20–22 October 2026, projects: 1"
    for arguments in ((), ("--list",), ("xiamen", "--list")):
        result = run("brochure", *arguments, "--root", tiny.root, "--lang", "en")
        assert (result.exit_code, result.stdout.strip()) == (0, line)
    keep(tiny, printing(DAY, cathode={}))
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


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("xiamn", "did you mean xiamen?"),
        ("Baixi Investment Meeting, Xiamen", "zhaoshang brochure xiamen"),
        ("白溪县（厦门）推介会", "zhaoshang brochure xiamen"),
        ("wuhan", "the events are: xiamen"),
    ],
)
def test_an_event_there_is_not_is_wrong_usage(tiny: CountyCopy, asked: str, said: str) -> None:
    """What may have been meant is offered."""
    result = run("brochure", asked, "--root", tiny.root, "--lang", "en")
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())


def test_an_event_without_a_project_is_not_printed(leaflets: CountyCopy) -> None:
    """`check` says nothing of events that are over; a book without a project is none."""
    leaflets.edit(
        EVENT, "{start: 2026-10-20, end: 2026-10-22}", "{start: 2026-04-20, end: 2026-04-22}"
    )
    leaflets.edit(EVENT, f"printed: {DAY}", "printed: 2026-04-08")
    leaflets.edit(EVENT, "stages: [open, signed]", "stages: [negotiating]")
    result = run("brochure", "xiamen", "--root", leaflets.root, "--lang", "en")
    assert result.exit_code == 1
    assert "no public project meets what this event asks for" in " ".join(result.stderr.split())


@pytest.mark.parametrize("status", ["draft", "in-review", "withdrawn"])
def test_an_event_that_is_not_approved_is_said_to_be_so(tiny: CountyCopy, status: str) -> None:
    """It is there, and is not to be printed: that is another thing than a name misspelt."""
    tiny.edit(EVENT, "  status: approved", f"  status: {status}")
    result = run("brochure", "xiamen", "--root", tiny.root, "--lang", "en")
    assert result.exit_code == 2
    assert f"review.status is {status}" in " ".join(result.stderr.split())


def test_an_event_is_found_by_its_file(leaflets: CountyCopy) -> None:
    """Whoever gives the file's path means the event."""
    keep(leaflets, printing(DAY, cathode={"investment": "3亿元"}))
    result = run("brochure", EVENT, "--root", leaflets.root, "--lang", "en")
    assert "went to print" in result.stderr


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (1_792_368_000, "`printed` in events/xiamen.yml is 2026-10-08, which has passed"),
        (1_793_000_000, "the event xiamen ended on 2026-10-22"),
    ],
    ids=["printed", "over"],
)
def test_a_day_that_has_passed_is_told(
    leaflets: CountyCopy, monkeypatch: pytest.MonkeyPatch, day: int, said: str
) -> None:
    """It would stand on what is printed; once that has gone to print, nothing is said."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(day))
    nothing = ("brochure", "xiamen", "--product", "roll-up", "--root", leaflets.root)
    result = run(*nothing, "--lang", "en")
    assert said in " ".join(result.stderr.split())
    keep(leaflets, printing(DAY, cathode={}))
    assert "note:" not in run(*nothing, "--lang", "en").stderr


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
        ("en", "projects/cathode.yml: Total investment RMB 300 million → RMB 320 million"),
    ],
)
def test_a_frozen_edition_is_not_made_from_other_facts(
    tiny: CountyCopy, language: str, said: str
) -> None:
    """Each fact is told as it was printed and as it is, with the two remedies."""
    keep(tiny, printing(DAY, cathode={"investment": "3亿元"}))
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
    """Facts, files and day are kept; the same edition can be made again, another on a later day."""
    arguments = ("brochure", "xiamen", "--root", leaflets.root, "--lang", "en")
    assert run(*arguments, "--freeze").exit_code == 0
    (kept,) = json.loads(leaflets.file(FROZEN).read_text("utf-8"))["printings"]
    assert (kept["printed"], kept["event"]["en"]) == (DAY, "Baixi Investment Meeting, Xiamen")
    assert kept["projects"]["cathode"]["investment"] == "3.2亿元"
    made = files(leaflets.file("editions/xiamen"))
    assert kept["files"] == {
        path: sha256(made[path]).hexdigest() for path in made if path.endswith(".pdf")
    }
    assert {"weasyprint", "pikepdf", "fonts", "ICC profile"} <= kept["made_with"].keys()
    again = run(*arguments)
    assert (again.exit_code, "every byte is as it went to print" in again.stderr) == (0, True)
    leaflets.edit(PROJECT, "phone: 0800-5550111", "phone: 0800-5550199")
    refused = run(*arguments)
    assert refused.exit_code == 1
    assert "Telephone 0800-5550111 → 0800-5550199" in refused.stderr


def test_a_new_printing_needs_a_later_day(leaflets: CountyCopy) -> None:
    """On paper only the day tells two printings apart; the one before it stays remembered."""
    keep(leaflets, printing(DAY, cathode={"phone": "0800-5550100"}))
    before = leaflets.file(FROZEN).read_bytes()
    arguments = ("brochure", "xiamen", "--root", leaflets.root, "--lang", "en")
    refused = run(*arguments, "--freeze")
    assert refused.exit_code == 1
    assert f"the last printing was on {DAY}" in refused.stderr
    leaflets.edit(EVENT, f"printed: {DAY}", "printed: 2026-10-07")
    earlier = run(*arguments)
    assert (earlier.exit_code, "before the last printing" in earlier.stderr) == (1, True)
    assert leaflets.file(FROZEN).read_bytes() == before
    leaflets.edit(EVENT, "printed: 2026-10-07", "printed: 2026-10-09")
    assert run(*arguments, "--freeze").exit_code == 0
    kept = json.loads(leaflets.file(FROZEN).read_text("utf-8"))["printings"]
    assert [one["printed"] for one in kept] == [DAY, "2026-10-09"]
    assert kept[0]["projects"]["cathode"]["phone"] == "0800-5550100"


def test_other_bytes_than_went_to_print_are_told(leaflets: CountyCopy) -> None:
    """With what may be the cause; a part of such an edition does not come beside the rest."""
    other = {"files": {"zh/screen/leaflet-cathode.pdf": "0" * 64, "zh/screen/handbook.pdf": "1"}}
    keep(leaflets, {**printing(DAY, cathode={}), **other, "made_with": {"weasyprint": "1.0"}})
    part = ("brochure", "xiamen", "--finish", "screen", "--root", leaflets.root, "--lang", "en")
    refused = run(*part)
    assert refused.exit_code == 1
    assert "it cannot stand beside the rest" in refused.stderr
    assert not leaflets.file("editions/xiamen").exists()
    leaflets.edit(EVENT, "languages: [zh]", "languages: [zh, en]")
    told = run("brochure", "xiamen", "--root", leaflets.root, "--lang", "en")
    assert told.exit_code == 0
    assert "not the same bytes as went to print on 2026-10-08: en/" in told.stderr
    assert "weasyprint 1.0 → " in told.stderr
    assert "printed on 2026-10-08 and not made now: zh/screen/handbook.pdf" in told.stderr


def test_a_frozen_edition_shows_what_held_on_its_day(leaflets: CountyCopy) -> None:
    """A policy that has ended since is in it, though not on the website any more."""
    leaflets.edit(EVENT, f"printed: {DAY}", "printed: 2026-09-20")
    policy = "policies/standard-land.yml"
    leaflets.edit(policy, "expires: 2029-04-30", "expires: 2026-09-20")
    leaflets.edit("county.yml", "updated: 2026-09-18", "updated: 2026-09-25")
    arguments = (leaflets.root, leaflets.root / "theme")
    assert prepare(*arguments).counties["zh"].policies == ()
    (shown,) = prepare(*arguments, event="xiamen").counties["zh"].policies
    assert shown.slug == "standard-land"


@pytest.mark.parametrize(
    "part", [("--product", "leaflet"), ("--language", "zh"), ("--finish", "screen")]
)
def test_a_part_is_not_frozen_as_the_whole(tiny: CountyCopy, part: tuple[str, str]) -> None:
    """What was not made is not remembered as printed."""
    result = run("brochure", "xiamen", *part, "--freeze", "--root", tiny.root, "--lang", "en")
    assert result.exit_code == 1
    assert "does not go with --product, --language or --finish" in " ".join(result.stderr.split())
    assert not tiny.file(FROZEN).exists()
    assert not tiny.file("editions").exists()


def test_a_part_is_made_into_the_edition_that_stands(leaflets: CountyCopy) -> None:
    """The other files stay as they were, and the manifest lists all."""
    arguments = ("brochure", "xiamen", "--root", leaflets.root, "--lang", "en")
    assert run(*arguments).exit_code == 0
    before = files(leaflets.file("editions/xiamen"))
    leaflets.edit(EVENT, "products: [leaflet]", "products: [leaflet, table-card]")
    leaflets.edit(PROJECT, "建设烧结车间和仓库。", "建设烧结车间、仓库。")
    made = run(*arguments, "--product", "table-card", "--finish", "screen")
    assert made.exit_code == 0, made.stderr
    assert "The rest of the edition stands as it was: 3 files" in made.stderr
    after = files(leaflets.file("editions/xiamen"))
    assert set(after) - set(before) == {"zh/screen/table-card.pdf"}
    assert {path: after[path] for path in before if path != "manifest.json"} == {
        path: before[path] for path in before if path != "manifest.json"
    }
    listed = {one["path"]: one["sha256"] for one in json.loads(after["manifest.json"])["files"]}
    assert listed == {
        path: sha256(after[path]).hexdigest() for path in after if path.endswith(".pdf")
    }
    assert run(*arguments, "--product", "leaflet", "--finish", "screen").exit_code == 0
    anew = files(leaflets.file("editions/xiamen"))
    changed = {path for path in after if anew[path] != after[path]}
    assert changed == {"manifest.json", "zh/screen/leaflet-cathode.pdf"}


@pytest.mark.parametrize("fate", ["changed", "lost", "linked"])
def test_a_part_does_not_come_beside_what_is_not_listed_so(leaflets: CountyCopy, fate: str) -> None:
    """A file of the edition that was changed, lost or linked elsewhere stops it at once."""
    part = ("brochure", "xiamen", "--root", leaflets.root, "--lang", "en", "--finish")
    assert run(*part, "office", "--finish", "screen").exit_code == 0
    file = leaflets.file("editions/xiamen/zh/office/leaflet-cathode.pdf")
    kept = file.read_bytes()
    file.unlink()
    if fate == "changed":
        file.write_bytes(kept + b" ")
    elif fate == "linked":
        leaflets.file("elsewhere.pdf").write_bytes(kept)
        file.symlink_to(leaflets.file("elsewhere.pdf"))
    before = files(leaflets.file("editions"))
    refused = run(*part, "screen")
    assert refused.exit_code == 1
    assert "zh/office/leaflet-cathode.pdf" in refused.stderr
    assert "make the whole edition" in " ".join(refused.stderr.split())
    assert files(leaflets.file("editions")) == before


def test_a_part_is_not_mixed_with_another_printing(leaflets: CountyCopy) -> None:
    """The day that stands on paper is one for the whole edition."""
    part = ("brochure", "xiamen", "--root", leaflets.root, "--lang", "en", "--finish", "screen")
    assert run(*part).exit_code == 0
    leaflets.edit(EVENT, f"printed: {DAY}", "printed: 2026-10-09")
    refused = run(*part)
    assert refused.exit_code == 1
    assert f"holds the edition of {DAY}" in refused.stderr


def test_a_part_does_not_say_other_things_than_the_rest(leaflets: CountyCopy) -> None:
    """A telephone has changed: leaflets with it do not come beside cards without."""
    part = ("brochure", "xiamen", "--root", leaflets.root, "--finish", "screen")
    assert run(*part).exit_code == 0
    before = files(leaflets.file("editions"))
    leaflets.edit(PROJECT, "phone: 0800-5550111", "phone: 0800-5550199")
    for language, said in (("zh", "一版之内说法不一"), ("en", "say other things than the rest")):
        refused = run(*part, "--lang", language)
        assert (refused.exit_code, said in "".join(refused.stderr.split("\n  "))) == (1, True)
    assert files(leaflets.file("editions")) == before
    assert run("brochure", "xiamen", "--root", leaflets.root).exit_code == 0


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
    (editions / "xiamen/manifest.json").write_text(manifest("xiamen", DAY, "", []), "utf-8")
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


def test_the_page_that_is_cut_is_the_one_listed(tiny: CountyCopy) -> None:
    """A press file is larger than its trim, by the bleed and more; the manifest has the trim."""
    result = run("brochure", "xiamen", *LEAFLET, "--root", tiny.root, "--out", tiny.file("out"))
    assert result.exit_code == 0, result.stderr
    with pikepdf.open(tiny.file("out/zh/press/leaflet-cathode.pdf")) as press:
        left, _, right, _ = (float(edge) for edge in press.pages[0].mediabox.as_list())
    assert right - left >= (210 + 2 * 3) * 72 / 25.4 - 0.1
