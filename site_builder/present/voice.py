"""One language's reading of any public value.

`show` turns a frozen record into a view of the same shape: texts in one language, prose as
safe HTML, quantities and dates in words, choices with their word. Templates read it and
compute nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Self

from markupsafe import Markup
from pydantic import BaseModel

from site_builder.content.model import Figure, Prose, Text
from site_builder.content.project_money import Benefits, Investment
from site_builder.content.scalars import MonthOrYear
from site_builder.present.text import render, spoken_day, spoken_moment
from site_builder.present.words import Choice, Words
from site_builder.quantities.quantity import Quantity
from site_builder.quantities.speaking import Speaker


class SpokenDay(str):
    """A date in words, with its ISO form for machines."""

    iso: str

    def __new__(cls, day: date, language: str) -> Self:
        """Say `day` in `language`."""
        spoken = super().__new__(cls, spoken_day(day, language))
        spoken.iso = day.isoformat()
        return spoken


class OldYear(str):
    """The year of a figure that is due for renewal: says so, and is marked wherever it stands."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return it with its mark, as templates write it."""
        return Markup('<span class="stale">{}</span>').format(str(self))


class Shown:
    """A record, or a part of one, as read in one language; fields are attributes.

    A field is put into words when it is first read: a list of a thousand projects needs
    the titles of all of them and the risks of none.
    """

    __slots__ = ("_record", "_said", "_voice")

    def __init__(self, record: BaseModel, voice: "Voice") -> None:
        self._record = record
        self._voice = voice
        self._said: dict[str, object] = {}

    # A view has the fields of whatever record it shows, so no one type fits; the templates
    # that read it are strict about names instead (StrictUndefined).
    def __getattr__(self, name: str) -> Any:
        """Return a field; raise `AttributeError` for anything the record does not have."""
        said = self._said.get(name)
        if said is None:
            if name not in type(self._record).model_fields:
                raise AttributeError(name)
            value = getattr(self._record, name)
            said = self._voice.year(value) if name == "year" else self._voice.show(value)
            self._said[name] = said
        return said


@dataclass(frozen=True)
class Voice:
    """A language with its words and its way of saying quantities."""

    language: str
    words: Words
    speaker: Speaker
    last_stale_year: int = 0
    """Figures of this year and of those before it are marked as old."""

    def text(self, text: Text) -> str:
        """Return a line in this language."""
        return text.zh if self.language == "zh" else text.en

    def year(self, year: int) -> str:
        """Return the year of a figure; one that is old says that it is being updated."""
        if year <= self.last_stale_year:
            return OldYear(str(self.words["figures"].stale).format(year=year))
        return str(year)

    def show(self, value: object) -> object:
        """Return any public value as it is read in this language."""
        shown: object = value
        match value:
            case Prose():
                shown = render(self.text(value))
            case Text():
                shown = self.text(value)
            case Quantity():
                shown = self.speaker.say(value)
            case StrEnum():
                shown = Choice(value.value, self.words.choice(value))
            case date():
                shown = SpokenDay(value, self.language)
            case MonthOrYear():
                shown = spoken_moment(value, self.language)
            case Decimal():
                shown = self.speaker.number(value)
            case tuple():
                rows = self.alike(_of_rows(value))
                shown = tuple(rows.show(item) for item in value)
            case BaseModel():
                account = isinstance(value, Investment | Benefits)
                shown = (self.within(value) if account else self).shown(value)
        return shown

    def alike(self, quantities: Iterable[Quantity], *, rough: bool = False) -> "Voice":
        """Return the voice in which quantities that stand under each other are said."""
        speaker = self.speaker.alike(quantities, rough=rough)
        return self if speaker is self.speaker else replace(self, speaker=speaker)

    def within(self, part: BaseModel) -> "Voice":
        """Return the voice of a part of a record whose quantities make up one account."""
        return self.alike(_of_part(part))

    def shown(self, record: BaseModel) -> Shown:
        """Return a record as it is read in this language."""
        return Shown(record, self)


def _of_rows(items: tuple[object, ...]) -> Iterator[Quantity]:
    """Yield what stands in the columns of a table: the quantities of each of several items.

    Figures have nothing in common but their form: each measures something else.
    """
    for item in items:
        if isinstance(item, BaseModel) and not isinstance(item, Figure):
            yield from (value for _, value in item if isinstance(value, Quantity))


def _of_part(value: object) -> Iterator[Quantity]:
    match value:
        case Quantity():
            yield value
        case tuple():
            for item in value:
                yield from _of_part(item)
        case BaseModel():
            for _, item in value:
                yield from _of_part(item)
