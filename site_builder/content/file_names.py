"""Names of files: which can be part of an address, and what else to do with the others."""

import re

from site_builder.content.scalars import SLUG
from site_builder.diagnostics import Words

# Names that Windows keeps for devices; a county's files travel on such machines.
_RESERVED = {"con", "prn", "aux", "nul"} | {f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10)}
_SLUG = re.compile(SLUG)
_TEXT_ENDINGS = {"yml", "yaml", "txt"}
_DOCUMENTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How the files of word processors and spreadsheets begin, those of today and of before 2007."""
_ANY_NAME = "battery-manganese.yml"


def can_be_address(stem: str) -> bool:
    """Whether a file's name, without its ending, can be part of a web address."""
    return _SLUG.fullmatch(stem) is not None and stem not in _RESERVED


def not_an_address(name: str) -> Words:
    """Return what to do with a file whose name cannot be part of a web address."""
    if offered := _offered(name):
        return Words(f"改名为 {offered}", f"rename it to {offered}")
    return Words(
        f"只用小写字母、数字和连字符，如 {_ANY_NAME}",
        f"use lower-case letters, digits and hyphens, e.g. {_ANY_NAME}",
    )


def not_a_record(name: str) -> Words:
    """Return what to do with a file that does not end in `.yml`."""
    if name.lower().rpartition(".")[2] not in _TEXT_ENDINGS:
        return Words(
            "把内容写进 zhaoshang new 建立的文件，再把这个文件移出此目录",
            "write what it says into a file made by `zhaoshang new`, "
            "and move this one out of the folder",
        )
    offered = _offered(name)
    zh, en = (offered, offered) if offered else (f"{_ANY_NAME} 之类", f"{_ANY_NAME} or the like")
    return Words(f"改名为 {zh}，或移出此目录", f"rename it to {en}, or move it out of this folder")


def not_a_text(content: bytes) -> Words:
    """Return what to do with a file, of which that is the beginning, that is not UTF-8."""
    if content.startswith(_DOCUMENTS):
        return Words(
            "这是 Word、Excel 或压缩文件：把内容写进 zhaoshang new 建立的文件",
            "this is a Word, Excel or compressed file: write what it says into a file made by "
            "`zhaoshang new`",
        )
    return Words(
        "在编辑器中“另存为”，编码选择 UTF-8", "save the file again with the encoding UTF-8"
    )


def _offered(name: str) -> str:
    """Return a name that says the same in letters of an address; empty if there is none."""
    stem = re.sub(r"[\s_-]+", "-", name.lower().partition(".")[0])
    return f"{stem}.yml" if can_be_address(stem) else ""
