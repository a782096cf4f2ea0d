"""`zhaoshang brochure`: which event it is asked for, and whether that can be printed."""

import pytest

from tests.cli_brochure.editions import DAY, EVENT, PROJECT
from tests.command_line import run
from tests.county_copy import CountyCopy
from tests.printings import keep, printing


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
    assert result.exit_code == 1
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
