"""Names of a few letters for records, so that a list of them fits into a QR code."""

import hashlib
from base64 import b32encode

_LENGTH = 8
"""Forty bits: among 2,000 records two share a name in one county of 500,000."""


def short_id(kind: str, key: str) -> str:
    """Return eight lower-case letters and digits that stand for a record.

    It depends on the record's kind and key alone: a list that was sent on paper still opens
    when records were added, and in the other language.
    """
    digest = hashlib.sha256(f"{kind}/{key}".encode()).digest()
    return b32encode(digest).decode("ascii")[:_LENGTH].lower()
