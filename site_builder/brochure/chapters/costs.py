"""What a county's parks cost: land, power, other supplies and pay side by side, freight by park."""

from collections.abc import Callable, Iterator, Sequence

from site_builder.brochure.chapters.power_prices import banded_table
from site_builder.brochure.chapters.prices import PriceRow, PriceTable, figures, unit_of
from site_builder.present.county_view import CountyView
from site_builder.present.views import ParkView
from site_builder.present.words import Words
from site_builder.quantities.speaking import Spoken

_Price = tuple[str, str, Spoken, str]
"""What is paid for, for whom or when, how much, and where that is laid down."""


def cost_tables(county: CountyView) -> tuple[PriceTable, ...]:
    """Return the tables of a county's parks; what no park has figures for is left out."""
    words, parks = county.voice.words, county.parks
    kinds = dict.fromkeys(str(t.kind) for park in parks for t in park.brief.tariffs)
    banded = [kind for kind in kinds if _is_banded(parks, kind)]
    said = words["brochure"]
    tables = [
        _beside(str(said.land), parks, lambda park: _land(park, words), words),
        *(banded_table(kind, parks, words) for kind in banded),
        _beside(str(said.supplies), parks, lambda park: _supplies(park, banded), words),
        _beside(str(words["park"].wages), parks, lambda park: _wages(park, words), words),
        *(_freight(park, words) for park in parks),
    ]
    return tuple(table for table in tables if table.rows)


def _is_banded(parks: Sequence[ParkView], kind: str) -> bool:
    return any(t.band for park in parks for t in park.brief.tariffs if str(t.kind) == kind)


def _beside(
    title: str,
    parks: Sequence[ParkView],
    prices: Callable[[ParkView], Iterator[_Price]],
    words: Words,
) -> PriceTable:
    """Return a table with a line for everything that any of the parks states."""
    stated = [list(prices(park)) for park in parks]
    named = dict.fromkeys((label, note) for park in stated for label, note, _, _ in park)
    found = [{(label, note): price for label, note, price, _ in park} for park in stated]
    lines = [(name, [prices.get(name) for prices in found]) for name in named]
    units = [unit_of([price for price in line if price]) for _, line in lines]
    notes = {note for _, note in named}
    one_unit = units[0] if len(set(units)) == 1 else ""
    # What all lines have in common is said once, over them.
    common = [one_unit, *notes] if len(notes) == 1 else [one_unit]
    rows = tuple(
        PriceRow(
            label,
            note if len(notes) > 1 else "",
            "" if one_unit else unit,
            figures(line, unit),
        )
        for ((label, note), line), unit in zip(lines, units, strict=True)
    )
    joint = str(words["brochure"].joint)
    return PriceTable(
        title=title,
        unit=str(words["brochure"].unit_joint).join(part for part in common if part),
        heads=tuple(str(park.brief.title) for park in parks),
        rows=rows,
        sources=joint.join(dict.fromkeys(s for park in stated for *_, s in park if s)),
    )


def _land(park: ParkView, words: Words) -> Iterator[_Price]:
    said, brief = words["park"], park.brief
    yield str(said.available), "", park.available, ""
    yield str(said.price), "", park.price, ""
    if park.rent is not None:
        yield str(words["gap"].rent), "", park.rent, ""
    asked = brief.threshold
    if asked is None:
        return
    source = str(asked.source)
    yield str(said.investment_per_area), "", asked.investment_per_area, source
    if asked.output_per_area is not None:
        yield str(said.output_per_area), "", asked.output_per_area, source
    yield str(said.tax_per_area), "", asked.tax_per_area, source


def _supplies(park: ParkView, banded: Sequence[str]) -> Iterator[_Price]:
    """Yield what has one price at all hours."""
    for tariff in park.brief.tariffs:
        if str(tariff.kind) not in banded:
            user = " ".join(str(part) for part in (tariff.user, tariff.voltage) if part)
            yield str(tariff.kind), user, tariff.price, str(tariff.source)


def _wages(park: ParkView, words: Words) -> Iterator[_Price]:
    for wage in park.brief.wages:
        year = str(words["brochure"].in_year).format(year=wage.year)
        yield str(wage.job), year, wage.pay, ""


def _freight(park: ParkView, words: Words) -> PriceTable:
    """Return what it costs to send goods from one park, and how long they are on the way."""
    ways = park.brief.freight
    return PriceTable(
        title=str(words["park"].freight),
        unit="",
        heads=(str(words["brochure"].freight_price), str(words["park"].time)),
        rows=tuple(
            PriceRow(str(way.to), str(way.mode), "", (way.price.short, way.time.short))
            for way in ways
        ),
        note_head=str(words["park"].mode),
        park=str(park.brief.title),
    )
