"""What a kind of mistake is: the rule it breaks, and where in the county it can be planted."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from site_builder.diagnostics import Rule
from tests.planting.field import Planted

Sower = Callable[[], Iterator[Planted | None]]


@dataclass(frozen=True)
class Kind:
    """One kind of mistake."""

    rule: Rule
    name: str
    sow: Sower

    def __str__(self) -> str:
        """Return the kind's name in a test report."""
        return f"{self.rule.code}/{self.name}"


KINDS: list[Kind] = []


def kind(rule: Rule) -> Callable[[Sower], Sower]:
    """Register a function that plants one kind of mistake in as many places as there are."""

    def register(sow: Sower) -> Sower:
        KINDS.append(Kind(rule, sow.__name__, sow))
        return sow

    return register
