"""One language's reading of any public value.

`show` turns a frozen record into a view of the same shape: texts in one language, prose as
safe HTML, quantities and dates in words, choices with their word. Templates read it and
compute nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from pydantic import BaseModel

from site_builder.content.model import MonthOrYear, Prose, Text
from site_builder.content.quantities import Quantity
from site_builder.present.quantities import Speaker
from site_builder.present.text import render, spoken_day, spoken_moment
from site_builder.present.words import Choice, Words


class SpokenDay(str):
    """A date in words, with its ISO form for machines."""

    iso: str

    def __new__(cls, day: date, language: str) -> "SpokenDay":
        """Say `day` in `language`."""
        spoken = super().__new__(cls, spoken_day(day, language))
        spoken.iso = day.isoformat()
        return spoken


class Shown:
    """A record, or a part of one, as read in one language; fields are attributes."""

    __slots__ = ("_fields",)

    def __init__(self, fields: Mapping[str, object]) -> None:
        self._fields = fields

    def __getattr__(self, name: str) -> object:
        """Return a field; raise `AttributeError` for anything the record does not have."""
        try:
            return self._fields[name]
        except KeyError:
            raise AttributeError(name) from None


@dataclass(frozen=True)
class Voice:
    """A language with its words and its way of saying quantities."""

    language: str
    words: Words
    speaker: Speaker

    def text(self, text: Text) -> str:
        """Return a line in this language."""
        return text.zh if self.language == "zh" else text.en

    def show(self, value: object) -> object:
        """Return any public value as it is read in this language."""
        if isinstance(value, Prose):
            return render(self.text(value))
        if isinstance(value, Text):
            return self.text(value)
        if isinstance(value, Quantity):
            return self.speaker.say(value)
        if isinstance(value, StrEnum):
            return Choice(value.value, self.words.choice(value))
        if isinstance(value, date):
            return SpokenDay(value, self.language)
        if isinstance(value, MonthOrYear):
            return spoken_moment(value, self.language)
        if isinstance(value, Decimal):
            return self.speaker.number(value)
        if isinstance(value, tuple):
            return tuple(self.show(item) for item in value)
        if isinstance(value, BaseModel):
            return self.shown(value)
        return value

    def shown(self, record: BaseModel) -> Shown:
        """Return a record as it is read in this language."""
        return Shown({name: self.show(getattr(record, name)) for name in type(record).model_fields})
