"""A document that hangs or grows is ended and named; the others come out."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.composing.fit import Fit
from site_builder.brochure.making.allowance import Allowance
from site_builder.brochure.making.press import Press
from site_builder.brochure.making.printing import print_list
from site_builder.brochure.making.workers import Ended, Limits, Task, crew
from site_builder.brochure.plan import Brochure, plan_brochures
from site_builder.brochure.rendering.renderer import BrochureError
from tests.brochure.conftest import Printed

# WeasyPrint's time doubles and more with every column of boxes inside a column: with so many it
# comes to no end on any machine, and whatever else the machine has to do.
ENDLESS = '<div style="display: flex; flex-direction: column"><p>深</p>' * 40 + "</div>" * 40
# A table of 300,000 cells is held in memory before a page of it is set.
HUGE = f"<table>{'<tr><td>大<td>大<td>大</tr>' * 100_000}</table>"


GENEROUS = Limits(seconds=3600, memory=3000)
"""More than anything here takes, on the busiest machine: only what has no end is ended."""
LITTLE = Limits(seconds=3600, memory=250)
"""Less than the huge table takes, and more than any leaflet."""


@dataclass(frozen=True)
class Laden(Composer):
    """Puts something more at the end of one leaflet, or of one project as it is measured."""

    path: str = ""
    slug: str = ""
    load: str = ""
    times: int = 1
    """How often it is put there; made in the process that sets it."""

    def leaflet(self, brochure: Brochure, fit: Fit) -> str:
        html = super().leaflet(brochure, fit)
        return (
            html.replace("</body>", f"{self.load}</body>") if brochure.path == self.path else html
        )

    def spreads(self, brochure: Brochure, fits: Mapping[str, Fit]) -> str:
        html = super().spreads(brochure, fits)
        load = self.load * self.times if self.slug in fits else ""
        return html.replace("</body>", f"{load}</body>")


@dataclass(frozen=True)
class ShortFor(Allowance):
    """Gives one brochure little, and all others as much as they could want."""

    path: str = ""
    short: Limits = GENEROUS

    def of(self, brochure: Brochure) -> Limits:
        return self.short if brochure.path == self.path else super().of(brochure)


def laden(brochures: Printed, allowance: Allowance, **load: Any) -> tuple[Press, list[Brochure]]:
    publication = brochures.publication
    composer = Laden(publication.theme, publication.counties, publication.site_url, **load)
    press = Press(composer, brochures.folder, allowance)
    return press, [one for one in plan_brochures(publication.counties) if one.project]


@pytest.mark.parametrize(
    ("load", "limits", "reason"),
    [
        (ENDLESS, Limits(seconds=2, memory=3000), "not done after 2 seconds"),
        (HUGE, LITTLE, "more than 250 MiB"),
    ],
    ids=["time", "memory"],
)
def test_one_is_ended_and_named_and_the_others_come_out(
    brochures: Printed, tmp_path: Path, load: str, limits: Limits, reason: str
) -> None:
    first = next(path for path in brochures.files if path.endswith("leaflet.pdf"))
    allowance = ShortFor(GENEROUS, GENEROUS, GENEROUS, path=first, short=limits)
    press, leaflets = laden(brochures, allowance, path=first, load=load)
    with pytest.raises(BrochureError, match=reason) as told:
        print_list(press, leaflets, tmp_path, workers=2)
    assert str(told.value).startswith(f"{first}: ")
    assert len(str(told.value).splitlines()) == 1
    made = {file.relative_to(tmp_path).as_posix(): file for file in tmp_path.rglob("*.pdf")}
    assert made.keys() == {one.path for one in leaflets} - {first}
    for path, file in made.items():
        assert file.read_bytes() == brochures.files[path].read_bytes()


def test_a_project_that_cannot_be_measured_stops_its_own_leaflets_only(
    brochures: Printed, tmp_path: Path
) -> None:
    slugs = [project.slug for project in brochures.publication.counties["zh"].projects]
    allowance = Allowance(LITTLE, LITTLE, LITTLE)
    press, leaflets = laden(brochures, allowance, slug=slugs[0], load="<p>深", times=100_000_000)
    with pytest.raises(BrochureError) as told:
        print_list(press, leaflets, tmp_path, workers=2)
    stopped = {one.path for one in leaflets if one.projects[0].slug == slugs[0]}
    assert {line.partition(": ")[0] for line in str(told.value).splitlines()} == stopped
    made = {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*.pdf")}
    assert made == {one.path for one in leaflets} - stopped


def test_all_that_failed_are_told_at_once(brochures: Printed, tmp_path: Path) -> None:
    """A character that no font has: it is told of both brochures that show it."""
    slugs = [project.slug for project in brochures.publication.counties["zh"].projects]
    load = "<p>\N{CAT FACE}</p>"
    allowance = Allowance(GENEROUS, GENEROUS, GENEROUS)
    press, leaflets = laden(brochures, allowance, slug=slugs[0], load=load)
    with pytest.raises(BrochureError, match="1F431") as told:
        print_list(press, leaflets, tmp_path, workers=2)
    assert len(str(told.value).splitlines()) == 2


def fails_without_a_word() -> None:
    """Fail as Python says it of a library in C that got no memory and did not say so."""
    raise SystemError("error return without exception set")


def test_a_library_that_gets_no_memory_and_does_not_say_so_is_ended() -> None:
    task = Task("a", fails_without_a_word, (), LITTLE)
    with crew(1, nothing) as hands:
        ((_, made),) = hands.results([task])
    assert isinstance(made, Ended)
    assert "more than 250 MiB" in made.reason.en


def nothing() -> None:
    """Begin with nothing."""
