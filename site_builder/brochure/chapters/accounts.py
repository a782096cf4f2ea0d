"""Sums under each other: the unit said once in the head, all numbers with as many decimals.

A sum in another unit, as of foreign currency, keeps its unit beside its number.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from site_builder.present.views import ProjectView, Share
from site_builder.quantities.speaking import Spoken

_GAINS = ("revenue", "cost", "profit", "net_profit", "tax")
"""The sums of a usual year, in the order in which one leads to the next."""


@dataclass(frozen=True)
class Entry:
    """A line of an account."""

    name: str
    """What it is; of gains, the field that holds it."""
    amount: str
    apart: bool = False
    """Whether the amount has a unit of its own."""
    percent: str = ""


@dataclass(frozen=True)
class Account:
    """Sums that stand under each other."""

    unit: str
    """What they are said in, as `万元` or `RMB million`; empty if they have nothing in common."""
    entries: tuple[Entry, ...]
    total: str = ""

    @property
    def mixed(self) -> bool:
        """Whether some sum has a unit of its own."""
        return not self.unit or any(entry.apart for entry in self.entries)


def uses(project: ProjectView) -> Account:
    """Return what the money of a project goes into, with the total."""
    return _with_total(project.cost_shares, project.brief.investment.total)


def sources(project: ProjectView) -> Account:
    """Return where the money of a project comes from, with the total."""
    return _with_total(project.source_shares, project.brief.investment.total)


def gains(project: ProjectView) -> Account:
    """Return what a project brings in a usual year; entries are named by their fields."""
    benefits = project.brief.benefits
    found = [(name, getattr(benefits, name)) for name in _GAINS] if benefits is not None else []
    said = {name: value for name, value in found if value is not None}
    unit, entries = _entries(list(said), list(said.values()), [""] * len(said))
    return Account(unit, tuple(entries))


def _with_total(shares: Sequence[Share], total: Spoken) -> Account:
    names = [*(share.name for share in shares), ""]
    percents = [*(share.percent_shown for share in shares), ""]
    unit, entries = _entries(names, [*(share.value for share in shares), total], percents)
    return Account(unit, tuple(entries[:-1]), entries[-1].amount)


def _entries(
    names: Sequence[str], said: Sequence[Spoken], percents: Sequence[str]
) -> tuple[str, list[Entry]]:
    """Return the unit that most have in common, and how each stands in their column."""
    units = Counter(unit for value in said if (unit := _unit(value)))
    lead = next((unit for unit, count in units.most_common(1) if count * 2 > len(said)), None)
    places = max((_places(value) for value in said if _unit(value) == lead), default=0)
    entries = []
    for name, value, percent in zip(names, said, percents, strict=True):
        apart = lead is None or _unit(value) != lead
        amount = value.short if apart else _padded(value.number, places)
        entries.append(Entry(name, amount, apart, percent))
    return "".join(lead or ()).replace("  ", " ").strip(), entries


def _unit(value: Spoken) -> tuple[str, str] | None:
    """Return what a single number is said in; None for a range."""
    return (value.before, value.unit) if _is_number(value.number) else None


def _is_number(text: str) -> bool:
    """Return whether it is one number, not a range of two."""
    return text.replace(",", "").replace(".", "").isdigit()


def _places(value: Spoken) -> int:
    return len(value.number.partition(".")[2])


def _padded(number: str, places: int) -> str:
    whole, _, decimals = number.partition(".")
    return f"{whole}.{decimals:0<{places}}" if places else whole
