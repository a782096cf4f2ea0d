"""A park that asks for something, and what is said of land in the tiny county."""

from site_builder.diagnostics import Rule
from tests.county_copy import CountyCopy

PROJECT = "projects/cathode.yml"
PARK = "parks/hexi.yml"


def ask(county: CountyCopy, **table: str) -> None:
    """Give the park of the tiny county a table that asks for little, but for `table`."""
    asked = {
        "investment_per_area": "1万元/亩",
        "tax_per_area": "1万元/亩",
        "plot_ratio": "0.1",
        "coverage": "1%",
    }
    lines = "".join(f"  {name}: {value}\n" for name, value in (asked | table).items())
    threshold = f"threshold:\n{lines}  source: {{zh: 准入标准, en: Standard}}\n"
    county.edit(PARK, "policies: [standard-land]\n", f"{threshold}policies: [standard-land]\n")


def land_findings(county: CountyCopy) -> list[tuple[Rule, str]]:
    """Return rule and place of the findings about land."""
    rules = (Rule.BELOW_PARK_THRESHOLD, Rule.BELOW_LAND_STANDARD, Rule.OFFICE_SHARE_HIGH)
    return [(each.rule, each.field) for each in county.breaches(*rules)]


def land_facts(county: CountyCopy) -> dict[str, str]:
    """Return the facts of the only finding about land."""
    (facts,) = [each.facts for each in county.breaches(Rule.BELOW_PARK_THRESHOLD)]
    return dict(facts)
