"""What a county's parks cost, side by side: a table for land, each utility, pay and freight."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_builder.present.county_view import CountyView
from site_builder.present.views import ParkView
from site_builder.present.words import Words

_NONE = "—"
"""Where a park states nothing."""


@dataclass(frozen=True)
class CostLine:
    """One thing, and what it costs in each park."""

    label: str
    note: str
    """For whom and when it holds."""
    cells: tuple[str, ...]
    """A price for each park, in the order of the columns; a dash where none is stated."""


@dataclass(frozen=True)
class CostTable:
    """Prices of one kind; the columns are the county's parks."""

    title: str
    lines: tuple[CostLine, ...]
    sources: str
    """Where the prices are laid down."""


_Price = tuple[str, str, str, str]
"""What is paid for, for whom and when, how much, and where that is laid down."""


def cost_tables(county: CountyView) -> tuple[CostTable, ...]:
    """Return the tables of a county's parks; what no park has figures for is left out."""
    words, parks = county.voice.words, county.parks
    kinds = dict.fromkeys(str(t.kind) for park in parks for t in park.brief.tariffs)
    joint = str(words["brochure"].joint)
    tables = [
        _table(str(words["brochure"].land), [list(_land(park, words)) for park in parks], joint),
        *(_table(kind, [list(_tariffs(park, kind)) for park in parks], joint) for kind in kinds),
        _table(str(words["park"].wages), [list(_wages(park)) for park in parks], joint),
        _table(str(words["park"].freight), [list(_freight(park)) for park in parks], joint),
    ]
    return tuple(table for table in tables if table.lines)


def _table(title: str, parks: Sequence[Sequence[_Price]], joint: str) -> CostTable:
    """Return a table with a line for everything that any of the parks states."""
    named = dict.fromkeys((label, note) for park in parks for label, note, _, _ in park)
    stated = [{(label, note): price for label, note, price, _ in park} for park in parks]
    lines = tuple(
        CostLine(*name, tuple(prices.get(name, _NONE) for prices in stated)) for name in named
    )
    sources = dict.fromkeys(source for park in parks for *_, source in park if source)
    return CostTable(title, lines, joint.join(sources))


def _land(park: ParkView, words: Words) -> Iterator[_Price]:
    said, brief = words["park"], park.brief
    yield str(said.available), "", park.available.short, ""
    yield str(said.price), "", park.price.short, ""
    if park.rent is not None:
        yield str(words["gap"].rent), "", park.rent.short, ""
    asked = brief.threshold
    if asked is None:
        return
    source = str(asked.source)
    yield str(said.investment_per_area), "", asked.investment_per_area.short, source
    if asked.output_per_area is not None:
        yield str(said.output_per_area), "", asked.output_per_area.short, source
    yield str(said.tax_per_area), "", asked.tax_per_area.short, source


def _tariffs(park: ParkView, kind: str) -> Iterator[_Price]:
    for tariff in park.brief.tariffs:
        if str(tariff.kind) == kind:
            label = " ".join(str(part) for part in (tariff.user or kind, tariff.voltage) if part)
            hours = " ".join(str(part) for part in (tariff.band, tariff.hours) if part)
            yield label, hours, tariff.price.short, str(tariff.source)


def _wages(park: ParkView) -> Iterator[_Price]:
    for wage in park.brief.wages:
        yield str(wage.job), str(wage.year), wage.pay.short, ""


def _freight(park: ParkView) -> Iterator[_Price]:
    for way in park.brief.freight:
        yield str(way.to), str(way.mode), f"{way.price.short} · {way.time.short}", ""
