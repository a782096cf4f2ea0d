"""What is asked for, and what was made."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from site_builder.brochure.making.edition import Copy, plan_edition
from site_builder.brochure.making.manifest import Listed
from site_builder.diagnostics import Words
from site_builder.preflight import Finding
from site_builder.present.event import EditionView

Report = Callable[[str, int, int], None]
"""Told of progress: what has just been made, how much is done, how much there is."""


@dataclass(frozen=True)
class Wanted:
    """Which edition is made, of it which part, and where."""

    edition: EditionView
    folder: Path
    """Where the edition goes; what was made there before is replaced."""
    products: Collection[str] = ()
    languages: Collection[str] = ()
    finishes: Collection[str] = ()
    freeze: bool = False
    """Whether the county remembers what was printed, as a new printing."""

    @property
    def whole(self) -> bool:
        """Whether all of the edition is made."""
        return not (self.products or self.languages or self.finishes)

    @property
    def copies(self) -> list[Copy]:
        """The files that are made."""
        return plan_edition(self.edition, self.products, self.languages, self.finishes)


@dataclass(frozen=True)
class Made:
    """What was made."""

    files: Sequence[Listed]
    """The files that were made now, without those that were carried over."""
    warnings: Sequence[Finding]
    carried: int = 0
    """How many files of the edition before were kept as they were."""
    notes: Sequence[Words] = ()
    """What else should be known of it."""
    made_with: Mapping[str, str] = field(default_factory=dict)
    """The versions of what the files were made with, by name."""
