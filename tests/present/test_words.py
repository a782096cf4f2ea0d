import typing
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from site_builder.present.words import MissingWordError, Words
from site_builder.publish.public import (
    PublicCounty,
    PublicEvent,
    PublicIndustry,
    PublicPark,
    PublicPolicy,
    PublicProject,
)

LOCALES = Path(__file__).parents[2] / "theme" / "locales"
RECORDS = (PublicCounty, PublicEvent, PublicIndustry, PublicPark, PublicPolicy, PublicProject)


def locale(language: str) -> dict[str, object]:
    words: dict[str, object] = yaml.safe_load((LOCALES / f"{language}.yml").read_text("utf-8"))
    return words


def paths(words: Mapping[str, object], above: str = "") -> Iterator[str]:
    for name, word in words.items():
        if isinstance(word, Mapping):
            yield from paths(word, f"{above}{name}.")
        else:
            yield f"{above}{name}" + (f"[{len(word)}]" if isinstance(word, list) else "")


def leaves(words: Mapping[str, object]) -> Iterator[object]:
    for word in words.values():
        if isinstance(word, Mapping):
            yield from leaves(word)
        elif isinstance(word, list):
            yield from word
        else:
            yield word


def choices(model: type, seen: set[type]) -> Iterator[type[StrEnum]]:
    """Yield every choice that a reader may meet in a record."""
    for annotation in (field.annotation for field in model.model_fields.values()):  # type: ignore[attr-defined]
        pending: list[object] = [annotation]
        while pending:
            part = pending.pop()
            pending += typing.get_args(part)
            if not isinstance(part, type) or part in seen:
                continue
            seen.add(part)
            if issubclass(part, StrEnum):
                yield part
            elif issubclass(part, BaseModel):
                yield from choices(part, seen)


CHOICES = sorted(
    {choice for record in RECORDS for choice in choices(record, set())}, key=lambda c: c.__name__
)


def test_both_languages_have_the_same_words() -> None:
    """No word of the interface is missing in one language, and no list is shorter."""
    assert sorted(paths(locale("zh"))) == sorted(paths(locale("en")))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_word_is_written(language: str) -> None:
    """A word is a text, and not an empty one."""
    assert [
        word for word in leaves(locale(language)) if not isinstance(word, str) or not word
    ] == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.__name__)
def test_every_choice_has_its_word(choice: type[StrEnum], language: str) -> None:
    """Every value that an author may choose can be read in both languages."""
    words = Words(locale(language), language)
    assert "" not in {words.choice(member) for member in choice}


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.__name__)
def test_two_choices_have_two_words(choice: type[StrEnum]) -> None:
    """Readers can tell any two values of a choice apart."""
    for language in ("zh", "en"):
        words = Words(locale(language), language)
        assert len(choice) == len({words.choice(member) for member in choice})


def test_words_that_are_not_there_stop_the_build() -> None:
    """An unknown word is an error that names it, never an empty place on a page."""
    words = Words({"nav": {"home": "首页"}}, "locales/zh.yml")
    with pytest.raises(MissingWordError, match=r"locales/zh\.yml\.nav\.hom$"):
        _ = words.nav.hom  # type: ignore[union-attr]
