"""Reads the tables that come with the program: texts of rules, standards, lists of words.

Like the county's own files they are strings throughout: `no` is a word and `0.8` two digits.
A list of words is looked for in a text by the expression that `any_of` makes of it.
"""

import re
from collections.abc import Iterable
from importlib.resources import files
from itertools import groupby
from typing import Any

import yaml

_Loader: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


# A table is whatever its reader expects; each makes typed values of it at once.
def read_sheet(package: str, path: str) -> Any:
    """Return a YAML table of the program: mappings, lists and strings.

    `package` is the room it lies in, e.g. `site_builder.checks`, `path` the way from there.
    """
    text = files(package).joinpath(path).read_text("utf-8")
    return yaml.load(text, Loader=_Loader)  # noqa: S506 - our own file, and strings only


def any_of(words: Iterable[str]) -> str:
    """Return an expression for any of some words, the longest first, grouped by the first sign.

    A text is searched for all of them in about the time it takes to look for one.
    """
    ordered = sorted(words, key=lambda word: (word[0], -len(word), word))
    return "|".join(
        f"{re.escape(first)}(?:{'|'.join(re.escape(word[1:]) for word in group)})"
        for first, group in groupby(ordered, key=lambda word: word[0])
    )
