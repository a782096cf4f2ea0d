"""The lines of an author's file."""

import re

_RARE_BREAKS = "\r\x85\u2028\u2029"
_BREAK = re.compile(rf"\r\n|[\n{_RARE_BREAKS}]")


def split_lines(text: str) -> tuple[str, ...]:
    """Split a text where YAML does, so that the parser's line numbers hold."""
    if not any(sign in text for sign in _RARE_BREAKS):
        return tuple(text.split("\n"))
    return tuple(_BREAK.split(text))
