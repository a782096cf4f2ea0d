"""Editions that have gone to print: what may not change, and what has."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from site_builder.brochure.making.edition import plan_edition
from site_builder.brochure.making.libraries import libraries
from site_builder.brochure.making.manifest import Listed
from site_builder.content.printed import Printing, printed_path
from site_builder.content.source import Loc
from site_builder.diagnostics import Words
from site_builder.edition.changes import changed
from site_builder.edition.errors import EditionError, UsageError, named
from site_builder.edition.places import Places
from site_builder.edition.standing import Standing
from site_builder.edition.wanted import Wanted
from site_builder.present.event import EditionView

_PART = Words(
    "--freeze 记下整版所印的内容，不能与 --product、--language、--finish 同用；只印一部分的，"
    "改活动资料中的 products、languages",
    "--freeze keeps what the whole edition says, and does not go with --product, --language or "
    "--finish; if only a part is printed, say so in the event's `products` and `languages`",
)


def refuse_changes(root: Path, wanted: Wanted, today: date) -> None:
    """Raise `EditionError` for what may not be made: a printing with other facts, or unclear.

    Two printings of an event are told apart by their day alone, which stands on paper; so a new
    one needs a later day than the last, and one that has come: `today`, or the day it is.
    """
    edition = wanted.edition
    if wanted.freeze and not wanted.whole:
        raise UsageError(_PART)
    # The clock of a fictional county stands still; what goes to print does so on a real day.
    now = max(today, date.today())
    if wanted.freeze and edition.day > now:
        raise EditionError(_not_yet(Places(root).of(*_printed_of(edition)), edition.day, now))
    if edition.printed is None:
        return
    last = edition.printed.latest.printed
    if wanted.freeze and edition.day <= last:
        raise EditionError(_printed_already(edition, last))
    if edition.frozen is not None:
        _refuse_other_facts(root, edition, edition.frozen)
    elif edition.day < last:
        raise EditionError(
            Words(
                f"printed 写的是 {edition.day}，早于上一次付印（{last}）；改为新的付印日期",
                f"`printed` is {edition.day}, before the last printing ({last}); set the day of "
                "the new one",
            )
        )


def _printed_of(edition: EditionView) -> tuple[str, Loc]:
    return f"events/{edition.slug}.yml", ("printed",)


def _not_yet(place: str, day: date, now: date) -> Words:
    return Words(
        f"{place}：printed 是 {day}，还没有到（今天是 {now}），未作改动。"
        "处理：付印当天再用 --freeze；日期写错的，改为付印的日期",
        f"{place}: `printed` is {day}, which has not come (today is {now}), and nothing was "
        "touched. help: use --freeze on the day of going to print, or set that day under `printed`",
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


def _refuse_other_facts(root: Path, edition: EditionView, printing: Printing) -> None:
    lines = changed(root, edition, printing.projects)
    if lines is not None:
        file, place = printed_path(edition.slug), Places(root).of(*_printed_of(edition))
        raise EditionError(
            Words(
                f"此版已于 {printing.printed} 付印（{file}），下列内容此后有变动：\n{lines.zh}\n"
                f"处理：资料有误的，改正资料；确要重印的，在 {place} 改好 printed 日期后"
                "加 --freeze 做整版",
                f"this edition went to print on {printing.printed} ({file}), and has changed "
                f"since:\n{lines.en}\nhelp: correct the files where they are wrong; for a new "
                f"printing, set its day under `printed` in {place} and make the whole edition "
                "with --freeze",
            )
        )


def compared(
    wanted: Wanted, made: Sequence[Listed], before: Standing, made_with: Mapping[str, str]
) -> list[Words]:
    """Return what to say of files that are not as they went to print, or are not there any more.

    Raises `EditionError` if they would stand as a part beside files that did go to print.
    """
    printing = wanted.edition.frozen
    if printing is None:
        return []
    if wanted.whole:
        return list(_of_whole(printing, made, made_with))
    stood = {path: entry.sha256 for path, entry in before.files.items()}
    kept = printing.files or stood
    # Of a printing without hashes, what stands is all there is to compare with.
    known = [entry for entry in made if printing.files or entry.path in stood]
    other = [entry for entry in known if kept.get(entry.path) != entry.sha256]
    if other:
        raise EditionError(_beside(printing, other, _cause(printing, made_with)))
    there = stood.keys() | {entry.path for entry in made}
    whole = printing.files or [copy.path for copy in plan_edition(wanted.edition)]
    lost = [path for path in whole if path not in there]
    same = [_SAME] if known else []
    return [*same, _lost(printing, wanted.folder, lost)] if lost else same


def _beside(printing: Printing, other: Sequence[Listed], cause: Words) -> Words:
    names = named(entry.path for entry in other)
    projects = {f"projects/{entry.project}.yml" for entry in other if entry.project}
    files = named(projects) if projects else Words("县资料", "the county's files")
    return Words(
        f"此版已于 {printing.printed} 付印，这次做出的与当时不同（{names.zh}），不能放进"
        f"同一版，未作改动；{cause.zh}。处理：改过 {files.zh} 的，恢复付印时的内容；确要改的，"
        "重做整版（不加 --product、--language、--finish），与付印时不同的文件会逐一列出；"
        "要重印的，改 printed 日期后加 --freeze",
        f"this edition went to print on {printing.printed}, and what was made now is not "
        f"the same ({names.en}): it cannot stand beside the rest, and nothing was touched; "
        f"{cause.en}. help: if {files.en} changed, put back what was printed; if the change is to "
        "stay, make the whole edition (without --product, --language and --finish), which names "
        "each file that differs; to print again, set a new day under `printed` and add --freeze",
    )


def _lost(printing: Printing, folder: Path, lost: Sequence[str]) -> Words:
    names = named(lost)
    return Words(
        f"警告：{folder} 中不是完整的一版：{printing.printed} 付印的另有 {len(lost)} 个文件不在"
        f"（{names.zh}）；要补齐，重做整版（不加 --product、--language、--finish）",
        f"warning: {folder} holds a part only: {len(lost)} more of what went to print on "
        f"{printing.printed} are not there ({names.en}); to have them, make the whole edition "
        "(without --product, --language and --finish)",
    )


def _of_whole(
    printing: Printing, made: Sequence[Listed], made_with: Mapping[str, str]
) -> Iterator[Words]:
    kept = printing.files
    other = [entry.path for entry in made if kept.get(entry.path) != entry.sha256]
    gone = sorted(kept.keys() - {entry.path for entry in made})
    if not kept:
        return
    if not other and not gone:
        yield _SAME
    yield from _told(printing, other, gone, _cause(printing, made_with))


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
