"""What is divided up is divided up whole: the shares of the parties, the land by use and phase."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from site_builder.checks.money.judgement import Judgement
from site_builder.checks.money.land_slips import Slip, land_slip
from site_builder.checks.money.rounding import Span, allowance, in_percent, span, total
from site_builder.checks.money.sums import listed
from site_builder.content.catalog import Entry
from site_builder.content.project import Project
from site_builder.content.source import Loc
from site_builder.diagnostics import Diagnostic, InBoth, Rule, Words, both
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.land import area_as_written
from site_builder.quantities.quantity import Quantity
from site_builder.quantities.writing import as_written

_WHOLE = Fraction(1)


class Blame(Enum):
    """Where the mistake lies, as far as the other figures tell."""

    LAND = 1
    PARTS = 2
    EITHER = 3


_HINTS = {
    Blame.LAND: Words(
        "各期与各用途合计一致，应改 scale.land", "uses and phases agree: correct scale.land"
    ),
    Blame.PARTS: Words(
        "另一种划分与总面积相符，应改这里", "the other division agrees: correct these"
    ),
    Blame.EITHER: Words(
        "改正其中一项、补上漏列的部分，或改正 scale.land",
        "correct a part, add what is missing, or correct scale.land",
    ),
}


def _share_allowance(spans: Sequence[Span]) -> Fraction:
    """Return by how much shares may miss 100%: thirds cannot be written in whole per cent."""
    if len(set(spans)) == 1:
        return spans[0].digit * len(spans) / 2
    return allowance(spans)


@dataclass(frozen=True)
class Division:
    """The land of a project by some division of it: what it is called, and its areas."""

    title: Words
    loc: Loc
    field: str
    """The field of each part that holds its area."""
    parts: Sequence[tuple[InBoth, Quantity]]
    spans: Sequence[Span]

    @property
    def sum(self) -> Span:
        """All of the areas together."""
        return total(self.spans)


def check_shares(entry: Entry[Project]) -> Iterator[Diagnostic]:
    """Yield the shares of the parties, if they do not make 100%."""
    parties = entry.record.cooperation.parties
    given = [(party.who, party.share) for party in parties if party.share is not None]
    spans = [found for _, share in given if (found := span(share)) is not None]
    if len(given) < 2 or len(spans) < len(given):
        return
    added, whole = total(spans), Span(_WHOLE, _WHOLE)
    # A party without a share may hold the rest, but not less than nothing.
    lacks_some = len(given) < len(parties) and added.middle < _WHOLE
    if lacks_some or added.gap(whole) <= _share_allowance(spans):
        return
    off = in_percent(abs(added.middle - _WHOLE), 2)
    short = added.middle < _WHOLE
    yield entry.source.diagnostic(
        Rule.SHARE_MISMATCH,
        ("cooperation", "parties"),
        on_key=True,
        sum=in_percent(added.middle, 2),
        off_zh=f"{'少' if short else '多'} {off}",
        off_en=f"{off} {'short' if short else 'too much'}",
        **both(parts=listed((who, as_written(share)) for who, share in given)),
    )


def judge_land(entry: Entry[Project]) -> Judgement[str]:
    """Find land whose parts are not the whole."""
    findings = list(_land(entry))
    return Judgement(findings, {"land"} if findings else frozenset())


def _land(entry: Entry[Project]) -> Iterator[Diagnostic]:
    written = entry.record.scale.land
    land = span(written)
    if land is None or written is None:
        return
    divisions = _divisions(entry.record)
    wrong = [division for division in divisions if not _adds_up(land, division)]
    if not wrong:
        return
    # Where two divisions agree with each other, it is the land itself that is wrong.
    agree = len(wrong) > 1 and wrong[0].sum.gap(wrong[1].sum) == 0
    borne_out = len(wrong) < len(divisions)
    for division in wrong[:1] if agree else wrong:
        blame = Blame.LAND if agree else Blame.PARTS if borne_out else Blame.EITHER
        slip = land_slip(written, [area for _, area in division.parts])
        if slip is not None and _may_be(slip, blame):
            yield _slipped(entry, division, written, slip)
        else:
            yield _mismatch(entry, division, written, blame)


def _adds_up(land: Span, division: Division) -> bool:
    # Areas in other units do not add up to the last digit of the whole.
    allowed = min(land.digit / 2, land.middle / 200) if _mixed(land, division) else Fraction(0)
    return division.sum.gap(land) <= allowance(division.spans, allowed)


def _mixed(land: Span, division: Division) -> bool:
    return any((part.digit / land.digit).denominator > 1 for part in division.spans)


def _divisions(project: Project) -> list[Division]:
    uses = [(use.use, use.area) for use in project.scale.land_uses]
    phases = [(phase.name, phase.land) for phase in project.investment.phases]
    found = [
        _division(Words(zh="各用途", en="uses"), ("scale", "land_uses"), "area", uses),
        _division(Words(zh="各期", en="phases"), ("investment", "phases"), "land", phases),
    ]
    return [each for each in found if each is not None]


def _division(
    title: Words, loc: Loc, field: str, parts: Sequence[tuple[InBoth, Quantity | None]]
) -> Division | None:
    given = [(name, area) for name, area in parts if area is not None]
    spans = [found for _, area in given if (found := span(area)) is not None]
    # Land that some phase does not state is not divided up.
    if not spans or len(spans) < len(parts):
        return None
    return Division(title, loc, field, given, spans)


def _may_be(slip: Slip, blame: Blame) -> bool:
    """Whether an area may be a slip: what another division bears out is not."""
    return blame is Blame.EITHER or (blame is Blame.LAND) == (slip.part is None)


def _slipped(entry: Entry[Project], division: Division, land: Quantity, slip: Slip) -> Diagnostic:
    loc: Loc = ("scale", "land")
    name = Words("用地总面积", "scale.land")
    if slip.part is not None:
        loc = (*division.loc, slip.part, division.field)
        named = division.parts[slip.part][0]
        name = Words(f"“{named.zh}”", f"“{named.en}”")
    hint = Words(
        f"{name.zh}改为 {slip.right} 即相符，是否笔误？",
        f"with {slip.right} for {name.en} they agree: a slip of the hand?",
    )
    return entry.source.diagnostic(Rule.LAND_MISMATCH, loc, **_facts(division, land, hint))


def _mismatch(
    entry: Entry[Project], division: Division, land: Quantity, blame: Blame
) -> Diagnostic:
    return entry.source.diagnostic(
        Rule.LAND_MISMATCH,
        ("scale", "land") if blame is Blame.LAND else division.loc,
        on_key=blame is not Blame.LAND,
        **_facts(division, land, _HINTS[blame]),
    )


def _facts(division: Division, land: Quantity, hint: Words) -> dict[str, Any]:
    added, whole = division.sum.middle, land.reference()
    off = area_as_written(abs(added - whole), land)
    short = added < whole
    return {
        "land": as_written(land),
        "sum": area_as_written(added, land),
        "off_zh": f"{'少' if short else '多'} {off}",
        "off_en": f"{off} {'less' if short else 'more'} than",
        **both(
            hint=hint,
            title=division.title,
            parts=listed((name, as_written(area)) for name, area in division.parts),
        ),
    }
