"""What the members of every choice mean: the theme's words, in both languages."""

import typing
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path

from pydantic import BaseModel

from site_builder.content.json_schema import MODELS
from site_builder.content.model import ReviewStatus
from site_builder.content.settings import LoweredTo
from site_builder.present.words import MissingWordError, Words
from site_builder.theme import Theme

# Readers of the website never meet these, so the theme has no words for them.
_AUTHORS_ONLY: Mapping[StrEnum, Mapping[str, str]] = {
    ReviewStatus.DRAFT: {"zh": "草稿", "en": "Draft"},
    ReviewStatus.IN_REVIEW: {"zh": "审核中", "en": "In review"},
    ReviewStatus.APPROVED: {"zh": "已审定，可以发布", "en": "Approved, to be published"},
    ReviewStatus.WITHDRAWN: {"zh": "已撤回", "en": "Withdrawn"},
    LoweredTo.WARNING: {"zh": "警告，不影响发布", "en": "A warning, does not stop publication"},
    LoweredTo.NOTE: {"zh": "仅列出", "en": "Only listed"},
}


class Meanings:
    """The words of choices; a folder without a theme, or without some words, has none there."""

    def __init__(self, theme_root: Path) -> None:
        self._words = {
            language: Theme(theme_root).words(language)
            if (theme_root / "locales" / f"{language}.yml").is_file()
            else Words({}, f"locales/{language}.yml")
            for language in ("zh", "en")
        }

    def of(self, member: StrEnum, language: str) -> str:
        """Return what a member means, in `zh` or `en`; empty if nobody has said it."""
        if member in _AUTHORS_ONLY:
            return _AUTHORS_ONLY[member][language]
        try:
            return self._words[language].choice(member)
        except MissingWordError:
            return ""

    def in_both_languages(self) -> dict[str, dict[str, str]]:
        """Return the words of every choice of every record, as an editor shows them."""
        return {
            choice.__name__: {
                member.value: " / ".join(
                    # A name such as WGS-84 is the same in both.
                    dict.fromkeys(filter(None, (self.of(member, lang) for lang in ("zh", "en"))))
                )
                for member in choice
            }
            for choice in all_choices()
        }


@cache
def all_choices() -> tuple[type[StrEnum], ...]:
    """Return every choice that an author may have to make, in the order of the records."""
    found = (
        part
        for model in all_models()
        for hint in typing.get_type_hints(model).values()
        for part in named_in(hint)
    )
    return tuple(
        dict.fromkeys(
            part for part in found if isinstance(part, type) and issubclass(part, StrEnum)
        )
    )


@cache
def all_models() -> tuple[type[BaseModel], ...]:
    """Return every kind of record and every part of one, each part after what it is a part of."""
    found: dict[type[BaseModel], None] = {}
    pending: list[type[BaseModel]] = list(MODELS.values())
    while pending:
        model = pending.pop(0)
        if model not in found:
            found[model] = None
            pending += models_in(model)
    return tuple(found)


def models_in(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield the groups of fields that stand directly in a group of fields."""
    for hint in typing.get_type_hints(model).values():
        for part in named_in(hint):
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield part


def named_in(hint: object) -> Iterator[object]:
    """Yield a type, and everything named in it, however deep."""
    yield hint
    for argument in typing.get_args(hint):
        yield from named_in(argument)
