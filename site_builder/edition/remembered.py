"""What the county remembers of an event's printings: read again, and added to."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from glob import escape
from pathlib import Path

from site_builder.content.printed import (
    NoRecordError,
    Printed,
    Printing,
    as_json,
    printed_in,
    printed_path,
)
from site_builder.diagnostics import Words
from site_builder.diagnostics.trouble import why
from site_builder.edition.errors import EditionError
from site_builder.edition.wanted import Made
from site_builder.present.event import EditionView


def refuse_printed_since(root: Path, edition: EditionView) -> None:
    """Raise `EditionError` if what the county remembers of an event is not what was read of it.

    To be asked while no other run for the event is at it. What cannot be read is not written
    over: it may be all there is of what was printed.
    """
    file = root / printed_path(edition.slug)
    try:
        kept = printed_in(file.read_bytes())
    except FileNotFoundError:
        kept = None
    except OSError as error:
        raise EditionError(_unreadable(edition, why(error))) from error
    except NoRecordError as error:
        raise EditionError(_unreadable(edition, error.words)) from error
    if kept != edition.printed:
        raise EditionError(_SINCE)


def _unreadable(edition: EditionView, reason: Words) -> Words:
    file = printed_path(edition.slug)
    return Words(
        f"{file} 读不出来（{reason.zh}），不知道以前印过什么，未作改动。"
        "处理：从备份或版本库恢复这个文件，再做一次；不要删除，扫码页要靠它说明变动",
        f"{file} cannot be read ({reason.en}), so what was printed before is not known, and "
        "nothing was touched. help: restore the file from a backup or from version control, then "
        "try again; do not delete it, the page that a code opens tells the changes from it",
    )


_SINCE = Words(
    "读入资料之后，另一个命令记下了一次付印，未作改动；再做一次",
    "another command has remembered a printing since the county's files were read, and nothing was "
    "touched; make it again",
)


@contextmanager
def remembering(root: Path, edition: EditionView, made: Made) -> Iterator[None]:
    """Add an edition to the printings of its event when what is done meanwhile has been done.

    The record is written before, so that a full disk is found out in time, and put in its place
    after: a run that is ended at any moment leaves no printing remembered whose files do not
    stand. Files that stand and are not remembered are made good by the same command. Raises
    `EditionError` if the files stand and cannot be remembered.
    """
    before = edition.printed.printings if edition.printed else ()
    printing = Printing(
        printed=edition.day,
        event=edition.name,
        projects=edition.facts,
        files={entry.path: entry.sha256 for entry in made.files},
        made_with=made.made_with,
    )
    file = root / printed_path(edition.slug)
    file.parent.mkdir(parents=True, exist_ok=True)
    for left in file.parent.glob(f".{escape(file.name)}.*"):
        # Ours end in the number of a process; `.xiamen.json.swp` is an editor's.
        if left.suffix[1:].isdecimal():
            left.unlink()
    part = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        part.write_text(f"{as_json(Printed(printings=(*before, printing)))}\n", "utf-8")
        yield
        try:
            part.replace(file)
        except OSError as error:
            raise EditionError(_not_remembered(edition, why(error))) from error
    finally:
        part.unlink(missing_ok=True)


def _not_remembered(edition: EditionView, reason: Words) -> Words:
    file = printed_path(edition.slug)
    return Words(
        f"文件已写出，但付印没有记下：{file} 写不了（{reason.zh}）。排除后用同一命令再做一次",
        f"the files are made, but that they go to print is not remembered: {file} cannot be "
        f"written ({reason.en}). Put that right and give the same command again",
    )
