"""Editions that have gone to print: what may not change, what has, and what is remembered."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from site_builder.brochure.making.libraries import libraries
from site_builder.brochure.making.manifest import Listed
from site_builder.content.printed import Printed, Printing, as_json, printed_path
from site_builder.diagnostics import Words
from site_builder.diagnostics.trouble import why
from site_builder.edition.errors import EditionError, named
from site_builder.edition.standing import Standing
from site_builder.edition.wanted import Made, Wanted
from site_builder.present.event import EditionView
from site_builder.present.printed import differences

_PART = Words(
    "--freeze 记下整版所印的内容，不能与 --product、--language、--finish 同用；只印一部分的，"
    "改活动资料中的 products、languages",
    "--freeze keeps what the whole edition says, and does not go with --product, --language or "
    "--finish; if only a part is printed, say so in the event's `products` and `languages`",
)


def refuse_changes(wanted: Wanted) -> None:
    """Raise `EditionError` for what may not be made: a printing with other facts, or unclear.

    Two printings of an event are told apart by their day alone, which stands on paper; so a new
    one needs a later day than the last.
    """
    edition = wanted.edition
    if wanted.freeze and not wanted.whole:
        raise EditionError(_PART)
    if edition.printed is None:
        return
    last = edition.printed.latest.printed
    if wanted.freeze and edition.day <= last:
        raise EditionError(_printed_already(edition, last))
    if edition.frozen is not None:
        _refuse_other_facts(edition, edition.frozen)
    elif edition.day < last:
        raise EditionError(
            Words(
                f"printed 写的是 {edition.day}，早于上一次付印（{last}）；改为新的付印日期",
                f"`printed` is {edition.day}, before the last printing ({last}); set the day of "
                "the new one",
            )
        )


def _printed_already(edition: EditionView, last: date) -> Words:
    file, kept = f"events/{edition.slug}.yml", printed_path(edition.slug)
    if edition.day == last:
        return Words(
            f"此版已于 {last} 付印并存档（{kept}），不能再次付印，未作改动。"
            f"只是重新生成文件，去掉 --freeze；确要另印一版，先把 {file} 的 printed 改为更晚的日期",
            f"this edition has gone to print: the last printing was on {last}, it is kept in "
            f"{kept}, and nothing was touched. To make its files again, leave out --freeze; for a "
            f"new printing, first set a later day under `printed` in {file}",
        )
    return Words(
        f"{last} 已有一次付印，再次付印的日期须晚于它：印出的两版只能凭日期分辨。"
        f"改 {file} 的 printed（现为 {edition.day}）",
        f"the last printing was on {last}, and a new one needs a later day: on paper, only the day "
        f"tells the two apart. Change `printed` in {file} (it is {edition.day})",
    )


def refuse_printed_since(root: Path, edition: EditionView) -> None:
    """Raise `EditionError` if what the county remembers of an event is not what was read of it.

    To be asked while no other run for the event is at it. What cannot be read is not written
    over: it may be all there is of what was printed.
    """
    file = root / printed_path(edition.slug)
    try:
        kept = Printed.model_validate_json(file.read_bytes())
    except FileNotFoundError:
        kept = None
    except (OSError, ValidationError) as error:
        reason = why(error) if isinstance(error, OSError) else _DAMAGED
        raise EditionError(_unreadable(edition, reason)) from error
    if kept != edition.printed:
        raise EditionError(_SINCE)


_DAMAGED = Words("内容已损坏", "its content is damaged")


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


def _refuse_other_facts(edition: EditionView, printing: Printing) -> None:
    voices = {language: county.voice for language, county in edition.counties.items()}
    lines = list(differences(printing, edition.facts, voices))
    if lines:
        zh, en = ("\n".join(f"  {line}" for line in side) for side in zip(*lines, strict=True))
        file = printed_path(edition.slug)
        raise EditionError(
            Words(
                f"此版已于 {printing.printed} 付印（{file}），下列内容此后有变动：\n{zh}\n"
                "处理：资料有误的，改正资料；确要重印的，改好 printed 日期后加 --freeze",
                f"this edition went to print on {printing.printed} ({file}), and has changed "
                f"since:\n{en}\nhelp: correct the files where they are wrong; for a new printing, "
                "set its day under `printed` and add --freeze",
            )
        )


def compared(
    wanted: Wanted, made: Sequence[Listed], before: Standing, made_with: Mapping[str, str]
) -> list[Words]:
    """Return what to say of files that are not byte for byte what went to print.

    Raises `EditionError` if they would stand as a part beside files that did.
    """
    printing = wanted.edition.frozen
    if printing is None:
        return []
    kept = printing.files
    if not wanted.whole and not kept:
        kept = {path: entry.sha256 for path, entry in before.files.items()}
    if not kept:
        return []
    other = [entry.path for entry in made if kept.get(entry.path) != entry.sha256]
    gone = sorted(set(kept) - {entry.path for entry in made}) if wanted.whole else []
    if not other and not gone:
        return [_SAME]
    cause = _cause(printing, made_with)
    if not wanted.whole:
        names = named(other)
        raise EditionError(
            Words(
                f"此版已于 {printing.printed} 付印，这次做出的与当时不同（{names.zh}），不能放进"
                f"同一版，未作改动；{cause.zh}",
                f"this edition went to print on {printing.printed}, and what was made now is not "
                f"the same ({names.en}): it cannot stand beside the rest, and nothing was touched; "
                f"{cause.en}",
            )
        )
    return list(_told(printing, other, gone, cause))


_SAME = Words("与付印时逐字节相同", "every byte is as it went to print")


def _told(
    printing: Printing, other: Sequence[str], gone: Sequence[str], cause: Words
) -> Iterator[Words]:
    if other:
        names = named(other)
        yield Words(
            f"警告：与 {printing.printed} 付印时不同的文件：{names.zh}；{cause.zh}",
            f"warning: not the same bytes as went to print on {printing.printed}: {names.en}; "
            f"{cause.en}",
        )
    if gone:
        names = named(gone)
        yield Words(
            f"警告：{printing.printed} 付印时有、这次没有的文件：{names.zh}",
            f"warning: printed on {printing.printed} and not made now: {names.en}",
        )


def _cause(printing: Printing, made_with: Mapping[str, str]) -> Words:
    """Return why the bytes may differ though no fact does."""
    then = printing.made_with
    changed = [name for name in made_with if name in then and then[name] != made_with[name]]
    if not changed:
        return Words(
            "项目要点未变；可能是其他文字、照片、样式或程序有改动",
            "no key fact has changed, so it may be another text, a photograph, the styles or the "
            "program",
        )
    names = ", ".join(
        name if name in _DIGESTS else f"{name} {then[name]} → {made_with[name]}" for name in changed
    )
    return Words(f"可能因为排版所用的不同：{names}", f"what it is made with differs: {names}")


_DIGESTS = ("fonts", "ICC profile")
"""What has no version that a person knows; of all else both versions are told."""


def tools(fonts: str, profile: str) -> dict[str, str]:
    """Return what an edition is made with: `fonts` and `profile` as digests."""
    with_profile = {"ICC profile": profile} if profile else {}
    releases = (one.rsplit(" ", 1) for one in libraries().split(", "))
    setting = {name.removesuffix("_version_string"): release for name, release in releases}
    return {**setting, "fonts": fonts, **with_profile}


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
    for left in file.parent.glob(f".{file.name}.*"):
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
