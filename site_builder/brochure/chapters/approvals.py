"""What papers a factory needs before it is built, and how far the county's projects are."""

from dataclasses import dataclass

from site_builder.present.county_view import CountyView


@dataclass(frozen=True)
class Permit:
    """A paper to be had, who gives it, and in how many projects it is there."""

    name: str
    authorities: str
    asked: int
    """How many projects need it."""
    given: int
    """How many of them have it."""


def papers(county: CountyView) -> tuple[Permit, ...]:
    """Return the papers that the county's projects need, the most needed first."""
    joint = str(county.voice.words["site"].list_joint)
    found: dict[str, list[tuple[str, str]]] = {}
    for project in county.projects:
        for step in project.brief.approvals:
            if step.status.code != "not-needed":
                found.setdefault(str(step.item), []).append(
                    (str(step.authority or ""), step.status.code)
                )
    rows = [
        Permit(
            name,
            joint.join(dict.fromkeys(authority for authority, _ in steps if authority)),
            len(steps),
            sum(status == "done" for _, status in steps),
        )
        for name, steps in found.items()
    ]
    return tuple(sorted(rows, key=lambda row: -row.asked))
