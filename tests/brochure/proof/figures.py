"""Which figures a project has, in the words of one language, and which numbers a page shows."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass

from site_builder.brochure.chapters.accounts import gains, sources, uses
from site_builder.present.views import ProjectView
from site_builder.present.voice import Shown
from tests.brochure.proof.lines import MM, Line, Page

_NUMBER = re.compile(r"\d+(?:,\d{3}(?!\d))*(?:\.\d+)*")
_APART = 0.3
"""A gap of so many ems parts two numbers."""


def figures_of(project: ProjectView) -> Iterator[tuple[str, str]]:
    """Yield what every full version of a project says: what it is, and the words."""
    brief = project.brief
    for figure in project.figures:
        yield "label", figure.label
        yield figure.label, figure.value.short
        yield figure.label, figure.note
    yield "place", str(brief.place)
    yield "jobs", str(brief.scale.jobs)
    yield "construction", str(brief.scale.construction)
    yield "stage", str(brief.stage)
    yield "floor area", brief.scale.floor_area.short if brief.scale.floor_area else ""
    for product in brief.scale.products:
        yield "product", str(product.name)
        yield "capacity", product.capacity.short
        yield "price", product.price.short if product.price else ""
    for account in (uses(project), sources(project), gains(project)):
        yield "unit of an account", account.unit
        yield "sum of an account", account.total
        for entry in account.entries:
            yield entry.name, entry.amount
    yield from _benefits(brief.benefits)
    for plot in project.plots:
        yield "plot", str(plot.id).upper()
        yield "area of a plot", str(plot.area)
        yield "price of a plot", plot.price.short
    for item in brief.approvals:
        yield "approval", str(item.item)
    for mode in brief.cooperation.modes:
        yield "mode", str(mode)
    contact = brief.contacts[0]
    yield "telephone", contact.phone
    yield "office", str(contact.unit)
    yield "person", str(contact.person or "")
    yield "address", str(contact.email or "")


def _benefits(benefits: Shown | None) -> Iterator[tuple[str, str]]:
    if benefits is None:
        return
    yield "tax an area", benefits.tax_per_area.short if benefits.tax_per_area else ""
    yield "break-even", str(benefits.break_even or "")
    for rate in benefits.returns:
        yield "return", str(rate.value)
        yield "basis", str(rate.basis)
    for payback in benefits.paybacks:
        yield "payback", payback.value.short
        yield "method", str(payback.method)


def numbers_on(pages: Iterable[Page]) -> Iterator[tuple[str, str]]:
    """Yield every number of the pages with the line it stands in."""
    for page in pages:
        for line in page.lines:
            for run in _runs(line):
                for number in _NUMBER.findall(run):
                    yield number, line.text


def _runs(line: Line) -> Iterator[str]:
    """Yield the parts of a line between which face or size changes, or a gap stands."""
    run = ""
    before = None
    for letter in line.letters:
        if before is not None and (
            (before.font, before.size) != (letter.font, letter.size)
            or letter.left - before.right > _APART * letter.size / MM
        ):
            yield run
            run = ""
        run += letter.sign
        before = letter
    yield run


def numbers_in(*sources_: object) -> set[str]:
    """Return every number that is said anywhere in views, records and words."""
    found: set[str] = set()
    for text in _texts(sources_, set()):
        found.update(_NUMBER.findall(text))
    return found


def _texts(item: object, seen: set[int]) -> Iterator[str]:
    if isinstance(item, str | int | float):
        yield str(item)
    elif id(item) not in seen:
        seen.add(id(item))
        for part in _parts(item):
            yield from _texts(part, seen)


def _parts(item: object) -> Iterable[object]:
    if isinstance(item, Shown):
        return [getattr(item, name) for name in type(item._record).model_fields]
    if isinstance(item, Mapping):
        return item.values()
    if isinstance(item, Sequence):
        return list(item)
    if is_dataclass(item):
        return [getattr(item, one.name) for one in fields(item)]
    return ()
