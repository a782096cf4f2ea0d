"""In which language click speaks: usage, errors of usage, the frame around our own help.

click looks its words up through Python's gettext, which goes by the environment and by the
folder it is given: `locale/zh/LC_MESSAGES/messages.mo`. What is not found there stays English.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from gettext import bindtextdomain, textdomain
from itertools import pairwise, takewhile
from pathlib import Path

from site_builder.diagnostics.language import reader_language

_FOLDER = Path(__file__).parent / "locale"
_ASKED = "--lang"


def asked_language(arguments: Sequence[str] = sys.argv[1:]) -> str:
    """Return the language that arguments ask for, which nobody has read yet; else the reader's.

    >>> asked_language(["check", "--lng", "--lang=zh"])
    'zh'
    """
    options = list(takewhile(lambda one: one != "--", arguments))
    # In the order in which they stand, for the last one counts.
    values = [
        after if one == _ASKED else one.removeprefix(f"{_ASKED}=")
        for one, after in pairwise([*options, ""])
        if one.partition("=")[0] == _ASKED
    ]
    found = [value for value in values if value in ("zh", "en")]
    return found[-1] if found else reader_language()


@contextmanager
def framed(language: str) -> Iterator[None]:
    """Have click speak a language for as long as this goes on."""
    domain = textdomain()
    folder = bindtextdomain(domain)
    bindtextdomain(domain, str(_FOLDER))
    before = os.environ.get("LANGUAGE")
    os.environ["LANGUAGE"] = language
    try:
        yield
    finally:
        bindtextdomain(domain, folder)
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before
