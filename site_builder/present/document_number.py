"""The number of a Chinese official document, as it is cited in either language."""

import re

_NUMBER = re.compile(r"〔(?P<year>\d{4})〕第?(?P<serial>\d+)号$")


def cited(number: str, pattern: str) -> str:
    """Return a document's number as a language cites it.

    `pattern` may name `{serial}` and `{year}` beside `{number}`, which is the number as it was
    issued and as the document is found. A number that is not of the usual form (GB/T 9704:
    issuer's sign, year in 〔〕, serial and 号) is returned as it is.
    """
    parts = _NUMBER.search(number)
    return pattern.format(number=number, **parts.groupdict()) if parts else number
