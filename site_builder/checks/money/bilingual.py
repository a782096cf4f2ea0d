"""Words of a message in both languages; unlike a record's text, they may quote Chinese units."""

from typing import NamedTuple


class Words(NamedTuple):
    """The same in Chinese and in English."""

    zh: str
    en: str
