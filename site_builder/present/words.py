"""Every word of the interface, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class MissingWordError(LookupError):
    """A word that the theme's locale file does not have."""


class Words:
    """A group of words from a locale file, read as attributes: `words.nav.projects`."""

    __slots__ = ("_path", "_words")

    def __init__(self, words: Mapping[str, object], path: str) -> None:
        self._words = words
        self._path = path

    # A word, a list of words or a group of words: the locale file decides, and a test holds
    # the two languages to the same shape.
    def __getattr__(self, name: str) -> Any:
        """Return a word or a group of words; raise `MissingWordError` for anything unknown."""
        return self[name]

    def __getitem__(self, name: str) -> Any:
        """Return a word or a group of words; raise `MissingWordError` for anything unknown."""
        word = self._words.get(name)
        if isinstance(word, Mapping):
            return Words(word, f"{self._path}.{name}")
        if isinstance(word, list):
            return tuple(str(item) for item in word)
        if word is None:
            raise MissingWordError(f"{self._path}.{name}")
        return str(word)

    def choice(self, member: StrEnum) -> str:
        """Return the word for a member of a choice, e.g. 新建 for `ProjectKind.NEW_BUILD`."""
        return str(self["choices"][type(member).__name__][member.value])


@dataclass(frozen=True)
class Choice:
    """One of several allowed values: the code for classes and filters, the word for people."""

    code: str
    word: str

    def __str__(self) -> str:
        """Return the word."""
        return self.word
