"""Spoils the county's files and values at random, so that nothing an author writes surprises.

Two ways: bytes, for the reader; and values that still validate, for the rules.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from pathlib import Path, PurePosixPath

from pydantic import ValidationError

from site_builder.content.catalog import AnyEntry, Entry
from site_builder.content.yaml_text.strict_yaml import Plain, parse
from site_builder.quantities.units import BASES, MULTIPLIERS
from tests.planting.field import MODELS

REPOSITORY = Path(__file__).resolve().parents[2]
FILES: Sequence[Path] = sorted(
    [
        REPOSITORY / "county.yml",
        *(
            file
            for folder in ("projects", "industries", "parks", "policies")
            for file in (REPOSITORY / folder).glob("*.yml")
        ),
    ]
)
# Marks that turn the line around or sit on a letter, digits of other scripts, a picture.
_ODD_CHARACTERS = (
    *("\u202e", "\u200f", "\u200b", "\ufeff", "\u2029", "e\u0301", "\u0489" * 9, "\U0001f69c"),
    *("１２３", "①", "٣", "Ⅷ", "½", "²", "㎡", "〇", "卅", "\x7f", "\ufffd", "\U00020000"),
)
_PIECES = (
    *(b"- ", b": ", b"\n", b"  ", b"\t", b"{", b"}", b"[", b"]", b"&a ", b"*a", b"!!x ", b"<<: "),
    *(b"---\n", b"...\n", b"#", b'"', b"'", b"|\n", b">\n", b"? ", b"%", b"\xff", b"\x00"),
    *(b"\xef\xbb\xbf", "，".encode(), "：".encode(), "亿元".encode(), "\u2028".encode()),
    *(b"-1", b"0", b"9" * 40, b"1e999", "１２".encode(), "3至1万元".encode(), b"~", b"null"),
    *(b"\r", b"\r\n", b"\x85", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x1b[31m", b"[" * 40),
    *(b"0001-01-01", b"9999-12-31", b"0000", b"99999", b"2026-02-30", b"1000001%", b"a" * 300),
    *(text.encode() for text in _ODD_CHARACTERS),
)


def spoilt_bytes(text: bytes, chance: random.Random) -> bytes:
    """Return a file's bytes with a few pieces cut, doubled, moved or put in."""
    data = bytearray(text)
    for _ in range(chance.randint(1, 8)):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.choice((0, 1, 3, 20, 400)))
        match chance.randrange(4):
            case 0:
                del data[start:end]
            case 1:
                data[start:end] = chance.choice(_PIECES)
            case 2:
                data[start:start] = data[start:end]
            case 3:
                data[start:start] = chance.choice(_PIECES) * chance.choice((1, 2, 30))
    return bytes(data)


_AMOUNT = re.compile(r"(\d[\d.]*)(\D*)")
_NUMBERS = (
    *("0", "1", "0.0001", "3.3333", "999999999999999", "5至6", "0至0", "12345.6789"),
    *("0.000000001", "999999999999999.999999999", "6至5", "1000001", "1e999", "-3", "１２.５"),
    *("999,999,999,999,999", "0.000000001至999999999999999", "9" * 40, "00000000000000.1"),
)
_BEFORE = ("", "约", "不低于", "不超过", "人民币")
_DAYS = ("1999-01-01", "2026-11-21", "2099-12-31", "0001-01-01", "9999-12-31")
_YEARS = ("1900", "1999", "2026", "2099", "2199", "0000", "99999")
_MANY = 1500
"""How many figures a text holds that holds too many."""


def spoilt_values(tree: Plain, chance: random.Random) -> Plain:
    """Return a record with some values changed or left out, in ways that often still fit."""
    changes: list[Callable[[], None]] = list(_changes(tree, chance))
    for change in chance.sample(changes, min(len(changes), chance.randint(1, 12))):
        change()
    return tree


def _changes(tree: Plain, chance: random.Random) -> Iterator[Callable[[], None]]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield lambda key=key: tree.pop(key, None)
            if isinstance(value, str):
                yield lambda key=key: tree.__setitem__(key, _another(tree.get(key, ""), chance))
            else:
                yield from _changes(value, chance)
    elif isinstance(tree, list):
        yield lambda: tree.extend(tree[:1])
        yield lambda: tree.extend(tree[:3] * 30)
        yield tree.reverse
        yield tree.clear
        yield lambda: tree.__delitem__(slice(1, None))
        for value in tree:
            yield from _changes(value, chance)


def _another(value: Plain, chance: random.Random) -> str:
    """Return a value of the same kind: another number, another day, another text."""
    text = str(value)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return chance.choice(_DAYS)
    if re.fullmatch(r"(19|20)\d\d", text):
        return chance.choice(_YEARS)
    if match := _AMOUNT.fullmatch(text):
        unit = chance.choice((match[2], match[2], _unit(chance)))
        return f"{chance.choice(_BEFORE)}{chance.choice(_NUMBERS)}{unit}"
    if chance.randrange(2):
        return _with_a_piece(text, chance)
    return chance.choice((text[: len(text) // 2], text * 2, text[::-1], "0", "约3.2亿元", "a"))


def _unit(chance: random.Random) -> str:
    """Return one of all units, with a counting word and over another unit or not."""
    word, unit = chance.choice(tuple(MULTIPLIERS)), chance.choice(tuple(BASES))
    return (
        word + unit + chance.choice(("", "", "/年", "/平方米·月", f"/{chance.choice(list(BASES))}"))
    )


def _with_a_piece(text: str, chance: random.Random) -> str:
    """Put something into a text that a reader of figures or of words may stumble over."""
    start = chance.randrange(len(text) + 1)
    return text[:start] + chance.choice(_TEXT_PIECES)(chance) + text[start:]


def _figure(chance: random.Random) -> str:
    """Return a figure as Chinese or as English prose has it, however senseless."""
    number = chance.choice(_NUMBERS)
    return chance.choice(
        (
            f"{chance.choice(_BEFORE)}{number}{_unit(chance)}",
            f" RMB {number} {chance.choice(('million', 'billion', 'trillion', 'yuan'))} ",
            f" {number}-{chance.choice(_NUMBERS)}{chance.choice(('%', ' mu', ' tonnes', ' t/a'))} ",
            f" {chance.choice(_CURRENCIES_BEFORE)}{number}bn ",
            f"{chance.choice(_YEARS)}年{number}月至{chance.choice(_DAYS)}",
            f"{number}分之{number}",
            f"{chance.choice('一二三两十百千万亿零〇') * chance.choice((1, 2, 40))}{_unit(chance)}",
        )
    )


_CURRENCIES_BEFORE = ("$", "US$", "€", "HK$", "¥", "EUR ", "JPY ")
_TEXT_PIECES: Sequence[Callable[[random.Random], str]] = (
    *(_figure for _ in range(8)),
    lambda chance: chance.choice(_ODD_CHARACTERS) * chance.choice((1, 2, 200)),
    lambda chance: "".join(_figure(chance) for _ in range(chance.choice((2, 9, 30)))),
    lambda chance: chance.choice("*_`[(!#>|~1（“，。- ") * chance.choice((1, 3, 400)),
    lambda chance: "".join(chance.choice("0123456789,.%-至年月万亿 \n") for _ in range(60)),
    lambda chance: (
        "、".join(f"{n}万元" for n in range(_MANY)) if chance.randrange(9) == 0 else "9" * 5000
    ),
)


def fitting_entry(file: Path, chance: random.Random) -> tuple[AnyEntry | None, Plain]:
    """Return a record with spoilt values that still fits its model, or None, and its values.

    What does not fit is put back as it was, some times over.
    """
    path = PurePosixPath(file.relative_to(REPOSITORY))
    sound, source, _ = parse(file.read_text("utf-8"), path)
    tree = spoilt_values(deepcopy(sound or ""), chance)
    for _ in range(6):
        try:
            record = MODELS[path.parts[0]].model_validate(tree)
        except ValidationError as error:
            for detail in error.errors():
                restore(tree, sound or "", detail["loc"])
        else:
            return Entry(path.stem, record, source), tree
    return None, tree


def restore(tree: Plain, sound: Plain, loc: tuple[str | int, ...]) -> None:
    """Put back the value that stood at a place before the record was spoilt, if one did."""
    for part in loc[:-1]:
        tree, sound = _at(tree, part), _at(sound, part)
    last = loc[-1] if loc else ""
    value = _at(sound, last)
    if isinstance(tree, dict) and value:
        tree[str(last)] = value
    elif isinstance(tree, list) and value and int(last) < len(tree):
        tree[int(last)] = value


def _at(tree: Plain, part: str | int) -> Plain:
    if isinstance(tree, dict) and isinstance(part, str):
        return tree.get(part, "")
    if isinstance(tree, list) and isinstance(part, int) and part < len(tree):
        return tree[part]
    return ""
