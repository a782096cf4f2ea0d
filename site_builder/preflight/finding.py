"""What is wrong with a printed file: which rule, on which pages, where on them, the facts."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from site_builder.diagnostics import NOTHING, Severity, Words
from site_builder.preflight.fault import Fault


class Finish(StrEnum):
    """What a file is made for; it says which rules it is held to."""

    SCREEN = "screen"
    """Read on a screen: tagged, with links."""
    OFFICE = "office"
    """Printed on an office printer, which leaves the edge of the paper white."""
    PRESS = "press"
    """Printed by a print shop: inks, bleed, PDF/X-4."""


@dataclass(frozen=True)
class Spot:
    """A place on a page; millimetres from the left and the top of the trimmed page."""

    left: float
    top: float
    width: float = 0
    height: float = 0


@dataclass(frozen=True)
class Found:
    """What a check says: a fault, the page it is on and the facts; no file as yet."""

    fault: Fault
    page: int | None = None
    """From 1; None for what concerns the whole file."""
    spot: Spot | None = None
    facts: Mapping[str, Any] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Finding:
    """A fault of a file. The same on several pages is one finding."""

    fault: Fault
    file: str
    pages: tuple[int, ...] = ()
    """From 1; empty for what concerns the whole file."""
    spot: Spot | None = None
    """Where it is on the first of the pages."""
    facts: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    more: int = 0
    """How many others of its kind it stands for, each with other facts."""

    @property
    def code(self) -> str:
        """The stable code, e.g. `rgb-in-press`."""
        return self.fault.code

    @property
    def severity(self) -> Severity:
        """Whether the file may go out."""
        return self.fault.severity

    @property
    def page(self) -> int | None:
        """The first page it is on, from 1."""
        return self.pages[0] if self.pages else None

    def message(self, language: str) -> str:
        """Return the fact, in `zh` or `en`."""
        said = self.fault.message(language).format_map(self.facts)
        if not self.more:
            return said
        others = f"（同类另有 {self.more} 处）" if language == "zh" else f" (and {self.more} more)"
        return said + others

    def help(self, language: str) -> str:
        """Return the remedy, in `zh` or `en`."""
        return self.fault.help(language).format_map(self.facts)

    def where(self, language: str) -> str:
        """Return pages and place as a person reads them; empty for the whole file."""
        words = NOTHING if not self.pages else _where(self.pages, self.spot)
        return words.zh if language == "zh" else words.en


_LISTED = 8
"""How many pages are named."""


def _where(pages: tuple[int, ...], spot: Spot | None) -> Words:
    listed = _runs(pages)
    more = len(listed) > _LISTED
    zh = f"第{'、'.join(listed[:_LISTED])}{'……' if more else ''}页"
    if len(pages) > 1:
        zh += f"（共{len(pages)}页）"
    en = f"{'page' if len(pages) == 1 else 'pages'} {', '.join(listed[:_LISTED])}"
    if more:
        en += f" … ({len(pages)} in all)"
    if spot is not None and len(pages) == 1:
        at = f"{spot.left:.0f}, {spot.top:.0f} mm"
        zh, en = f"{zh}（距左、上 {at}）", f"{en} ({at} from left and top)"
    return Words(zh, en)


def _runs(pages: tuple[int, ...]) -> list[str]:
    """Return pages with neighbours drawn together: 1, 3–5."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
