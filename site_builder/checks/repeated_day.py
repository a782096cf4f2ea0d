"""The day of a build that is repeated: SOURCE_DATE_EPOCH (reproducible-builds.org) in, a date out.

Knows nothing of records, so that the command line can load it before anything else.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime


class UnreadableDayError(ValueError):
    """SOURCE_DATE_EPOCH is no number of seconds that lies on the calendar; it holds the text."""


def repeated_day(environment: Mapping[str, str]) -> date | None:
    """Return the day that the environment sets, in UTC; None if it sets none.

    Raises `UnreadableDayError` for a value that is no number of seconds since 1970.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return None
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise UnreadableDayError(epoch[:40]) from None
