"""What the members of choices mean, for messages: a code, and its words in brackets.

The words are those of the website, in `choices.yml` beside this module.
"""

import difflib
import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache

from site_builder.diagnostics import Words
from site_builder.sheets import read_sheet

# Long enough for every choice there is; a test says so.
MOST_LISTED = 24


@cache
def choice_words() -> Mapping[str, Mapping[str, Words]]:
    """Return the words of every choice, by its name and then by member."""
    sheet = read_sheet("site_builder.content", "choices.yml")
    return {
        choice: {member: Words(**words) for member, words in members.items()}
        for choice, members in sheet.items()
    }


def words_of(member: StrEnum) -> Words:
    """Return what a member means."""
    return choice_words()[type(member).__name__][member.value]


def hint(value: str, members: Sequence[StrEnum]) -> Words:
    """Say which member was meant by `value`, a code or a word, or list them all."""
    meant = _meant(value, members)
    if meant:
        return Words(
            f"是否应为 {'、'.join(_zh(member) for member in meant)}？",
            f"did you mean {' or '.join(_en(member) for member in meant)}?",
        )
    listed = members[:MOST_LISTED]
    return Words(
        f"可选值：{'、'.join(_zh(member) for member in listed)}",
        f"one of: {', '.join(_en(member) for member in listed)}",
    )


def _meant(value: str, members: Sequence[StrEnum]) -> list[StrEnum]:
    """Return the members whose code or words come close: the same words first, two at most."""
    known: dict[str, StrEnum] = {}
    for member in members:
        words = words_of(member)
        for name in (member.value, words.zh, words.en):
            known.setdefault(name.lower(), member)
    if exact := known.get(value.lower()):
        return [exact]
    # 已审定 for 已审定，可以发布: the words up to the first stop are what people remember.
    heads = {re.split("[，,（(]", name)[0].strip(): member for name, member in known.items()}
    if head := heads.get(value.lower()):
        return [head]
    close = difflib.get_close_matches(value.lower(), known, n=2, cutoff=0.6)
    return list(dict.fromkeys(known[name] for name in close))


def _zh(member: StrEnum) -> str:
    return f"{member.value}（{words_of(member).zh}）"


def _en(member: StrEnum) -> str:
    return f"{member.value} ({words_of(member).en})"
