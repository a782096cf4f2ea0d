"""The way from the first question to production: how long its steps take together."""

from collections.abc import Sequence

from site_builder.present.county_view import CountyView
from site_builder.quantities.names import SINGULAR_PLURAL
from site_builder.quantities.speaking import Spoken
from site_builder.quantities.units import BASES

_DAY = BASES["天"]
_DAYS = {
    word
    for symbol, unit in BASES.items()
    if (unit.dimension, unit.factor) == (_DAY.dimension, _DAY.factor)
    for word in (symbol, *SINGULAR_PLURAL[symbol])
}
"""How quantities say a day, in either language: their words, and none of its own."""


def whole_time(county: CountyView) -> str:
    """Return a sentence with the days of all steps that state them; empty if fewer than two do.

    Steps that state their time in anything but whole days are not added up.
    """
    stated: Sequence[Spoken] = [step.time for step in county.brief.steps if step.time]
    if len(stated) < 2 or any(not _is_days(time) for time in stated):
        return ""
    total = sum(int(time.number) for time in stated)
    return str(county.voice.words["brochure"].steps_total).format(count=len(stated), days=total)


def _is_days(time: Spoken) -> bool:
    return time.unit.strip() in _DAYS and time.number.isdecimal()
