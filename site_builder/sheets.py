"""Reads the tables that come with the program: texts of rules, standards, lists of words.

Like the county's own files they are strings throughout: `no` is a word and `0.8` two digits.
"""

from importlib.resources import files
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
