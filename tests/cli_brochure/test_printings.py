"""`zhaoshang brochure`: what was printed is remembered, and a part goes into what stands."""

import json
import shutil
from hashlib import sha256

import pytest

from site_builder.build import prepare
from tests.cli_brochure.editions import DAY, EVENT, PROJECT, files
from tests.command_line import run
from tests.county_copy import CountyCopy
from tests.printings import FROZEN, keep, printing


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", "projects/cathode.yml:61：总投资 3亿元 → 3.2亿元"),
        ("en", "projects/cathode.yml:61: Total investment RMB 300 million → RMB 320 million"),
    ],
)
def test_a_frozen_edition_is_not_made_from_other_facts(
    tiny: CountyCopy, language: str, said: str
) -> None:
    """Each fact is told as it was printed and as it is, with the two remedies; of a part, too."""
    keep(tiny, printing(DAY, cathode={"investment": "3亿元"}))
    before = files(tiny.root)
    for part in ((), ("--product", "leaflet")):
        result = run("brochure", "xiamen", *part, "--root", tiny.root, "--lang", language)
        assert result.exit_code == 1
        assert said in result.stderr
        assert "events/xiamen.yml:5" in result.stderr
        assert "--freeze" in result.stderr
    assert files(tiny.root) == before


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
    assert json.loads(leaflets.file("editions/xiamen/manifest.json").read_text("utf-8"))["frozen"]
    leaflets.file(FROZEN).unlink()
    for language, said in (("zh", "却没有这次付印的存档"), ("en", "keeps nothing of it")):
        forgotten = run("brochure", "xiamen", "--root", leaflets.root, "--lang", language)
        assert (forgotten.exit_code, said in forgotten.stderr) == (1, True), forgotten.stderr
        assert "[printed-missing]" in forgotten.stderr


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
    assert "if projects/cathode.yml changed, put back what was printed" in refused.stderr
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
    assert result.exit_code == 2
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
    for language, said, fact, remedy in (
        ("zh", "一版之内说法不一", "cathode.yml:110：电话 0800-5550111 → ", "重做整版"),
        ("en", "other things than the rest", "cathode.yml:110: Telephone 0800-5550111 → ", "whole"),
    ):
        refused = run(*part, "--lang", language)
        assert refused.exit_code == 1
        for words in (said, f"  projects/{fact}0800-5550199", remedy):
            assert words in refused.stderr
    assert files(leaflets.file("editions")) == before
    assert run("brochure", "xiamen", "--root", leaflets.root).exit_code == 0


def test_what_is_lost_of_a_frozen_edition_is_told(leaflets: CountyCopy) -> None:
    """Whoever makes one part of it anew does not take it for the whole."""
    arguments = ("brochure", "xiamen", "--root", leaflets.root, "--lang")
    assert run(*arguments, "en", "--freeze").exit_code == 0
    shutil.rmtree(leaflets.file("editions/xiamen"))
    for language, said in (
        ("zh", "付印的另有 2 个文件不在（zh/office/leaflet-cathode.pdf、zh/press/"),
        ("en", f"2 more of what went to print on {DAY} are not there (zh/office/leaflet-cathode."),
    ):
        made = run(*arguments, language, "--finish", "screen")
        assert (made.exit_code, said in made.stderr) == (0, True), made.stderr
    whole = run(*arguments, "en")
    assert (whole.exit_code, "not there" in whole.stderr) == (0, False)


def test_what_is_lost_of_a_printing_without_hashes_is_told(leaflets: CountyCopy) -> None:
    """Which files were printed is known from the event; a second part joins the first."""
    keep(leaflets, printing(DAY, cathode={}))
    arguments = ("brochure", "xiamen", "--root", leaflets.root, "--lang", "en", "--finish")
    assert "2 more of what went to print" in run(*arguments, "screen").stderr
    second = run(*arguments, "office")
    assert second.exit_code == 0, second.stderr
    assert "1 more of what went to print" in second.stderr
    assert "every byte" not in second.stderr
