"""What title, tagline and summary of a brief say of it is what its fields say.

Goes in: one project. Come out: the figures of those three texts that differ from the field they
speak of. Whoever corrects a field forgets the summary; the English follows the Chinese, which
`translation/` sees to.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from site_builder.checks.across.own_jobs import Jobs, jobs_in
from site_builder.checks.money.slips import is_slip
from site_builder.checks.scope import Terms
from site_builder.content.catalog import Entry
from site_builder.content.project import Project, ProjectKind
from site_builder.content.source import Loc
from site_builder.diagnostics import Diagnostic, Rule, Words, both
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.mentions import mentions_in
from site_builder.quantities.quantity import Bound, Quantity
from site_builder.quantities.reading import UnreadableError, read_quantity
from site_builder.quantities.writing import as_written

_TEXTS = ("title", "tagline", "summary")
_REACH = 10
_JOBS = Words("用工", "number of jobs")
_GROWS = {ProjectKind.EXPANSION, ProjectKind.UPGRADE}
# A summary rounds; `about` leaves more room.
_EXACT, _ABOUT = Fraction(1, 100), Fraction(5, 100)


class _Claim(NamedTuple):
    """What is spoken of where certain words stand before a figure."""

    words: re.Pattern[str]
    zh: str
    en: str
    against: str
    """The field that is spoken of, or whose sum shows that it is wrong."""
    fields: Callable[[Project], Sequence[Quantity]]
    """The quantities that the figure may be: one of them, or their sum."""


def _claim(
    words: str,
    zh: str,
    en: str,
    against: str,
    fields: Callable[[Project], Sequence[Quantity | None]],
) -> _Claim:
    def given(project: Project) -> Sequence[Quantity]:
        return [quantity for quantity in fields(project) if quantity is not None]

    # A part says so: 一期用地60亩, 其中用地60亩.
    pattern = re.compile(rf"(?<![期其中])(?:{words})(?:约|为|约为|达|共|共计)?\Z")
    return _Claim(pattern, zh, en, against, given)


_CLAIMS = (
    _claim(
        "(?:计划|估算|项目)?总投资额?",
        "总投资",
        "total investment",
        "investment.total",
        lambda p: [p.investment.total],
    ),
    _claim("(?:用地|占地)(?:面积)?", "用地", "land", "scale.land", lambda p: [p.scale.land]),
    _claim(
        "总?建筑面积", "建筑面积", "floor area", "scale.floor_area", lambda p: [p.scale.floor_area]
    ),
    _claim(
        "建设(?:工|周)?期限?",
        "建设期",
        "time to build",
        "scale.construction",
        lambda p: [p.scale.construction],
    ),
    _claim(
        "年产能?",
        "产能",
        "capacity",
        "scale.products",
        lambda p: [product.capacity for product in p.scale.products],
    ),
    _claim(
        "年(?:营业|销售)?收入",
        "年营业收入",
        "yearly revenue",
        "benefits.revenue",
        lambda p: [p.benefits.revenue if p.benefits is not None else None],
    ),
)


def check_own_figures(entry: Entry[Project], _terms: Terms) -> Iterator[Diagnostic]:
    """Yield the figures of title, tagline and summary that the brief's own fields contradict."""
    for name in _TEXTS:
        text = getattr(entry.record, name).zh
        yield from _figures(entry, (name, "zh"), text)
        yield from _jobs(entry, (name, "zh"), text)


def _figures(entry: Entry[Project], loc: Loc, text: str) -> Iterator[Diagnostic]:
    project = entry.record
    spoken = [
        (mention, claim)
        for mention in mentions_in(text, "zh")
        for claim in _CLAIMS
        if claim.words.search(text[max(0, mention.start - _REACH) : mention.start])
    ]
    for mention, claim in spoken:
        # Said twice of different things, it is not said of the whole.
        once = sum(other is claim for _, other in spoken) == 1
        fields = claim.fields(project)
        about = text[: mention.start].endswith("约")
        if once and fields and not _holds(mention.written, fields, about=about):
            yield entry.source.diagnostic_at(
                entry.source.stretch(loc, text, mention.start, mention.end),
                Rule.TEXT_CONTRADICTS_FIELD,
                loc,
                said=mention.written,
                against=claim.against,
                **both(what=claim),
                right="、".join(as_written(field) for field in fields),
            )


def _jobs(entry: Entry[Project], loc: Loc, text: str) -> Iterator[Diagnostic]:
    said, jobs = jobs_in(text), entry.record.scale.jobs
    # Said twice, it is said of different people.
    if jobs is None or len(said) != 1:
        return
    (claim,) = said
    if _holds(claim.written, [jobs], about=claim.is_about) or not _speaks_of(claim, entry, jobs):
        return
    yield entry.source.diagnostic_at(
        entry.source.stretch(loc, text, claim.start, claim.end),
        Rule.TEXT_CONTRADICTS_FIELD,
        loc,
        said=claim.written,
        against="scale.jobs",
        **both(what=_JOBS),
        right=as_written(jobs),
    )


def _speaks_of(claim: Jobs, entry: Entry[Project], jobs: Quantity) -> bool:
    """Whether a figure speaks of the people whom the field counts, whatever the number is.

    A firm that grows has others at work already. And 带动就业 may count those who work for
    others; only a slip of the hand within the same order shows that it does not.
    """
    if claim.is_loose:
        said = read_quantity(claim.written).reference()
        meant = jobs.reference()
        return is_slip(said, meant) and meant < 2 * said < 4 * meant
    return claim.is_added or entry.record.kind not in _GROWS


def _holds(written: str, fields: Sequence[Quantity], *, about: bool) -> bool:
    """Whether a figure is one of the quantities or their sum; True where that cannot be told."""
    try:
        said = read_quantity(written)
    except UnreadableError:
        return True
    alike = [q for q in fields if q.unit.base.dimension == said.unit.base.dimension]
    if not alike:
        return True
    is_rough = about or any(field.bound is not Bound.EXACT for field in (*alike, said))
    slack = _ABOUT if is_rough else _EXACT
    ends = [(_amount(q, q.low), _amount(q, q.high)) for q in alike]
    ends.append((sum((low for low, _ in ends), Fraction()), sum((h for _, h in ends), Fraction())))
    low, high = _amount(said, said.low), _amount(said, said.high)
    return any(a * (1 - slack) <= high and low <= b * (1 + slack) for a, b in ends)


def _amount(quantity: Quantity, end: object) -> Fraction:
    """Return one end in the reference unit of what is counted, by whatever time or area."""
    return Fraction(str(end)) * quantity.unit.base.factor
