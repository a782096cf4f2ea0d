"""Prices that change with the hour, by voltage: what one supply costs, park under park."""

from collections.abc import Iterator, Sequence

from site_builder.brochure.chapters.prices import PriceRow, PriceTable, figures, unit_of
from site_builder.content.park import Band
from site_builder.present.views import ParkView
from site_builder.present.voice import Shown
from site_builder.present.words import Words

_DEAREST_FIRST = (Band.SHARP, Band.PEAK, Band.FLAT, Band.VALLEY)


def banded_table(kind: str, parks: Sequence[ParkView], words: Words) -> PriceTable:
    """Return the prices of a kind of supply that is priced by time bands, a column for each band.

    Only supplies of one class of user at one voltage stand under one name; what different
    voltages cost is not comparable.
    """
    tariffs = [(park, tariff) for park in parks for tariff in _of(park, kind)]
    unit = unit_of([tariff.price for _, tariff in tariffs])
    named = {tariff.band.code: str(tariff.band) for _, tariff in tariffs if tariff.band}
    bands = tuple(named[code] for code in sorted(named, key=_DEAREST_FIRST.index))
    supplies = dict.fromkeys(_supply(tariff) for _, tariff in tariffs)
    rows = [row for supply in supplies for row in _rows(supply, tariffs, bands, unit)]
    joint = str(words["brochure"].joint)
    sources = dict.fromkeys(str(tariff.source) for _, tariff in tariffs)
    return PriceTable(
        title=kind,
        unit=unit,
        heads=bands,
        rows=tuple(rows),
        note_head=str(words["brochure"].park),
        remark=joint.join(_hours(bands, tariffs, str(words["site"].list_joint))),
        sources=joint.join(sources),
    )


def _of(park: ParkView, kind: str) -> list[Shown]:
    return [tariff for tariff in park.brief.tariffs if str(tariff.kind) == kind]


def _supply(tariff: Shown) -> str:
    """Return what is supplied: to whom, and at which voltage."""
    return " ".join(str(part) for part in (tariff.user or tariff.kind, tariff.voltage) if part)


def _rows(
    supply: str, tariffs: Sequence[tuple[ParkView, Shown]], bands: Sequence[str], unit: str
) -> Iterator[PriceRow]:
    """Yield what a supply costs, park under park; its name stands at the first line."""
    found: dict[str, list[Shown]] = {}
    for park, tariff in tariffs:
        if _supply(tariff) == supply:
            found.setdefault(str(park.brief.title), []).append(tariff)
    lines = [(park, cells) for park, own in found.items() for cells in _cells(own, bands, unit)]
    for place, (name, (cells, all_hours)) in enumerate(lines):
        yield PriceRow(supply, name, "", cells, 0 if place else len(lines), all_hours)


def _cells(
    found: Sequence[Shown], bands: Sequence[str], unit: str
) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Yield each price of all hours by itself, then those of the bands side by side.

    With the figures goes whether they hold at all hours. A park may let its users choose, and
    then has both.
    """
    for tariff in found:
        if not tariff.band:
            yield figures([tariff.price], unit), True
    stated = {str(tariff.band): tariff.price for tariff in found if tariff.band}
    if stated:
        yield figures([stated.get(band) for band in bands], unit), False


def _hours(
    bands: Sequence[str], tariffs: Sequence[tuple[ParkView, Shown]], comma: str
) -> Iterator[str]:
    """Yield the hours of every band; where they differ from park to park, those of each."""
    for band in bands:
        found: dict[str, list[str]] = {}
        for park, tariff in tariffs:
            if str(tariff.band) == band and tariff.hours:
                found.setdefault(str(tariff.hours), []).append(str(park.brief.title))
        for hours, parks in found.items():
            whose = f" {comma.join(dict.fromkeys(parks))}" if len(found) > 1 else ""
            yield f"{band}{whose} {hours}"
