"""Spoils the county's files and values at random, so that nothing an author writes surprises.

Two ways: bytes, for the reader; and values that still validate, for the rules.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from site_builder.content.strict_yaml import Plain

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
_PIECES = (
    *(b"- ", b": ", b"\n", b"  ", b"\t", b"{", b"}", b"[", b"]", b"&a ", b"*a", b"!!x ", b"<<: "),
    *(b"---\n", b"...\n", b"#", b'"', b"'", b"|\n", b">\n", b"? ", b"%", b"\xff", b"\x00"),
    *(b"\xef\xbb\xbf", "，".encode(), "：".encode(), "亿元".encode(), "\u2028".encode()),
    *(b"-1", b"0", b"9" * 40, b"1e999", "１２".encode(), "3至1万元".encode(), b"~", b"null"),
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
_NUMBERS = ("0", "1", "0.0001", "3.3333", "999999999999999", "5至6", "0至0", "12345.6789")
_BEFORE = ("", "约", "不低于", "不超过")


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
        yield tree.clear
        yield lambda: tree.__delitem__(slice(1, None))
        for value in tree:
            yield from _changes(value, chance)


def _another(value: Plain, chance: random.Random) -> str:
    """Return a value of the same kind: another number, another day, a shorter text."""
    text = str(value)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return chance.choice(("1999-01-01", "2026-11-21", "2099-12-31"))
    if re.fullmatch(r"(19|20)\d\d", text):
        return chance.choice(("1999", "2026", "2099"))
    if match := _AMOUNT.fullmatch(text):
        return f"{chance.choice(_BEFORE)}{chance.choice(_NUMBERS)}{match[2]}"
    return chance.choice((text[: len(text) // 2], text * 2, text[::-1], "0", "约3.2亿元", "a"))


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
