"""What a check makes of a record: its findings, and what other checks should reckon without."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Generic, TypeVar

from site_builder.diagnostics import Diagnostic

T = TypeVar("T")


@dataclass(frozen=True)
class Judgement(Generic[T]):
    """The findings of a check, and the figures that they put in doubt.

    Where one figure is wrong, all that follows from it is wrong too; it is left out of what
    comes after, so that a mistake is reported once.
    """

    findings: Sequence[Diagnostic]
    doubted: AbstractSet[T]
    """Names of figures, or their places."""
