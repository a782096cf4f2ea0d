"""Dates in a file: they come from what is printed, never from the clock."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pikepdf

from site_builder.preflight.fault import Fault
from site_builder.preflight.finding import Found

_DATE = re.compile(
    r"(?:D:)?(\d{4})-?(\d\d)-?(\d\d)T?(\d\d)?:?(\d\d)?:?(\d\d)?(?:Z|([+-])(\d\d)[:']?(\d\d)?)?"
)
_XMP = "{http://ns.adobe.com/xap/1.0/}"
_FRESH = timedelta(hours=1)
"""A file is inspected when it is made: a moment so near to the inspection is the clock's."""


def check_dates(pdf: pikepdf.Pdf, xmp: Mapping[str, Any], now: datetime) -> Iterator[Found]:
    """Yield dates that say when the program ran, or a time to come.

    Midnight is let be, and what says no time: such a date was chosen.
    """
    info: Any = pdf.trailer.get("/Info", pikepdf.Dictionary())
    said = {key: str(info[f"/{key}"]) for key in ("CreationDate", "ModDate") if f"/{key}" in info}
    said |= {
        f"xmp:{key}": str(xmp[_XMP + key])
        for key in ("CreateDate", "ModifyDate", "MetadataDate")
        if xmp.get(_XMP + key)
    }
    for key, text in said.items():
        moment = _moment(text)
        if moment is not None and _is_chosen(moment):
            continue
        if moment is None or moment > now - _FRESH:
            yield Found(Fault.DATE_OF_NOW, facts={"key": key, "date": text})


def _is_chosen(moment: datetime) -> bool:
    return (moment.hour, moment.minute, moment.second) == (0, 0, 0)


def _moment(text: str) -> datetime | None:
    """Return the moment a PDF or XMP date means; None for what is no date."""
    match = _DATE.fullmatch(text.strip().rstrip("'"))
    if match is None:
        return None
    *parts, sign, hours, minutes = match.groups()
    year, month, day, hour, minute, second = (int(part or 0) for part in parts)
    offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    try:
        moment = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None
    return moment + offset if sign == "-" else moment - offset
