import pytest

from site_builder.diagnostics import Rule
from tests.county_copy import CountyCopy

PROJECT, OTHER, PARK = "projects/cathode.yml", "projects/other.yml", "parks/hexi.yml"
PLOTS = (
    Rule.PLOT_PROMISED_TWICE,
    Rule.PLOT_NOT_AVAILABLE,
    Rule.PLOTS_TOO_SMALL,
    Rule.PARK_OVERCOMMITTED,
)


def plot_rules(county: CountyCopy) -> list[Rule]:
    """Return the rules about plots that are broken."""
    return [finding.rule for finding in county.breaches(*PLOTS)]


def add_project(county: CountyCopy, plots: str, land: str, stage: str = "open") -> None:
    """Add an approved project of another name to the tiny county."""
    text = county.file(PROJECT).read_text("utf-8")
    text = text.replace(
        'zh: 年产2万吨正极材料, en: "Cathode material, 20,', 'zh: 另一个, en: "Other, 20,'
    )
    text = text.replace("plots: [hx-01]\n", plots).replace("land: 50亩", f"land: {land}")
    text = text.replace("stage: open", f"stage: {stage}")
    county.file(OTHER).write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("land", "found"),
    [
        ("52.5亩", []),
        ("52.51亩", [Rule.PLOTS_TOO_SMALL]),
        ("20亩", []),
        ("40至60亩", []),
        ("3.5公顷", []),
        ("3.51公顷", [Rule.PLOTS_TOO_SMALL]),
    ],
)
def test_land_may_exceed_its_plots_by_a_twentieth(
    county: CountyCopy, land: str, found: list[Rule]
) -> None:
    """Plots are rounded; a plot may be sold in parts; a range may still fit."""
    county.edit(PROJECT, "land: 50亩", f"land: {land}")
    assert found == plot_rules(county)


def test_an_unknown_plot_is_not_too_small_as_well(county: CountyCopy) -> None:
    """A misspelt plot is one mistake."""
    county.edit(PROJECT, "plots: [hx-01]", "plots: [hx-1]")
    assert plot_rules(county) == []


def test_plots_named_twice_count_once(county: CountyCopy) -> None:
    """Writing a plot twice does not make it larger."""
    county.edit(PROJECT, "plots: [hx-01]", "plots: [hx-01, hx-01]")
    county.edit(PROJECT, "land: 50亩", "land: 90亩")
    assert [Rule.PLOTS_TOO_SMALL] == plot_rules(county)


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("30亩", "22亩", []),
        ("30亩", "23亩", [Rule.PLOT_PROMISED_TWICE]),
        ("50亩", "50亩", [Rule.PLOT_PROMISED_TWICE]),
    ],
)
def test_a_plot_is_shared_by_those_who_fit(
    county: CountyCopy, first: str, second: str, found: list[Rule]
) -> None:
    """Two projects on one plot are one too many where they need more than there is."""
    county.edit(PROJECT, "land: 50亩", f"land: {first}")
    add_project_on_shared_plot(county, first, second)
    assert found == plot_rules(county)


def add_project_on_shared_plot(county: CountyCopy, first: str, second: str) -> None:
    """Add a project on the plot of the first."""
    add_project(county, "plots: [hx-01]\n", first)
    county.edit(OTHER, f"land: {first}", f"land: {second}")


def test_a_project_on_two_plots_shares_neither(county: CountyCopy) -> None:
    """How much of it stands on which plot nobody can tell."""
    county.edit(PROJECT, "land: 50亩", "land: 20亩")
    add_project(county, "plots: [hx-01, hx-02]\n", "50亩")
    county.edit(OTHER, "land: 20亩", "land: 50亩")
    (finding,) = county.breaches(*PLOTS)
    assert (Rule.PLOT_PROMISED_TWICE, "plots.0") == (finding.rule, finding.field)
    assert "该园区已无空余的可供地块" in finding.help("zh")


def test_a_plot_that_is_taken_and_promised_twice_is_one_mistake(county: CountyCopy) -> None:
    """Who of the two has taken it is what must be found out."""
    plot = "area: 50亩\n    use: industrial-2\n    status: "
    county.edit(PARK, f"{plot}available", f"{plot}taken")
    add_project(county, "plots: [hx-01]\n", "50亩", stage="under-construction")
    assert [Rule.PLOT_PROMISED_TWICE] == plot_rules(county)


@pytest.mark.parametrize(
    ("stage", "found"),
    [
        ("open", [Rule.PARK_OVERCOMMITTED]),
        ("negotiating", [Rule.PARK_OVERCOMMITTED]),
        ("signed", [Rule.PARK_OVERCOMMITTED]),
        ("under-construction", []),
    ],
)
def test_what_is_being_built_asks_for_no_more_land(
    county: CountyCopy, stage: str, found: list[Rule]
) -> None:
    """80 mu are on offer: 50 and 35 are too much unless the second is under construction."""
    add_project(county, "", "35亩", stage)
    assert found == plot_rules(county)


def test_a_signed_project_may_have_taken_its_plot(county: CountyCopy) -> None:
    """Its land is then set against the plot that is taken."""
    plot = "area: 50亩\n    use: industrial-2\n    status: "
    county.edit(PARK, f"{plot}available", f"{plot}taken")
    county.edit(PROJECT, "stage: open", "stage: signed")
    assert plot_rules(county) == []


def test_a_park_that_is_not_approved_is_not_added_up(county: CountyCopy) -> None:
    """That its projects refer to it is what must be mended first."""
    county.edit(PARK, "status: approved", "status: draft")
    county.edit(PROJECT, "land: 50亩", "land: 500亩")
    assert plot_rules(county) == []


def test_of_two_claims_to_a_plot_the_earlier_stands(county: CountyCopy) -> None:
    """The finding is placed where a record was brought up to date later, whatever its name."""
    text = county.file("projects/cathode.yml").read_text("utf-8")
    county.file("projects/zinc.yml").write_text(
        text.replace("updated: 2026-09-01", "updated: 2026-08-01"), "utf-8"
    )
    (finding,) = county.breaches(Rule.PLOT_PROMISED_TWICE, Rule.DUPLICATE_TITLE)
    assert ("projects/cathode.yml", "projects/zinc.yml") == (
        str(finding.place.path),
        finding.facts["path"],
    )
