"""The edition that stands in a folder already: what of it may go, and what is carried over."""

import os
import shutil
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from hashlib import file_digest
from pathlib import Path

from site_builder.brochure.making.manifest import (
    NAME,
    DamagedError,
    Listed,
    Manifest,
    read_manifest,
)
from site_builder.content.printed import printed_path
from site_builder.diagnostics import Words
from site_builder.edition.changes import changed
from site_builder.edition.errors import EditionError, named
from site_builder.edition.wanted import Wanted


@dataclass(frozen=True)
class Standing:
    """An edition that was made before, or none."""

    folder: Path
    files: Mapping[str, Listed] = field(default_factory=dict)
    """What its manifest lists, by path."""

    def carry(self, staging: Path, made: Collection[str]) -> Sequence[Listed]:
        """Put all files but those that are made anew into `staging`; return their entries.

        Raises `EditionError` if one of them is not what the manifest lists.
        """
        kept = [entry for path, entry in self.files.items() if path not in made]
        changed = [entry.path for entry in kept if not self._carried(entry, staging)]
        if changed:
            names = named(changed)
            raise EditionError(
                Words(
                    f"{self.folder} 中有文件在生成之后改过或不见了（{names.zh}），与 {NAME} 不符，"
                    "未作改动；重做整版（不加 --product、--language、--finish）",
                    f"{self.folder} holds files that were changed or lost since they were made "
                    f"({names.en}): they are not what {NAME} lists. Nothing was touched; make the "
                    "whole edition (without --product, --language and --finish)",
                )
            )
        return kept

    def _carried(self, entry: Listed, staging: Path) -> bool:
        """Link a file into `staging`, and say whether it is what the manifest lists."""
        source, place = self.folder / entry.path, staging / entry.path
        if source.is_symlink() or not source.is_file():
            return False
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(source, place)
        except OSError:
            shutil.copyfile(source, place)
        with place.open("rb") as file:
            return file_digest(file, "sha256").hexdigest() == entry.sha256


def standing(target: Path, wanted: Wanted, root: Path) -> Standing:
    """Return the edition that stands at `target`; `root` is the county's folder.

    What stands there goes when the new edition takes its place; a part of an edition takes the
    place of its own files only, and needs the others to be of the same printing. Raises
    `EditionError` for anything else: files that no manifest of this event lists, files of
    another printing beside which a part would stand, and a printing nothing is remembered of.
    """
    if not target.exists():
        return Standing(target)
    try:
        manifest = read_manifest(target, wanted.edition.slug)
    except DamagedError as error:
        raise EditionError(_damaged(target)) from error
    listed = {entry.path: entry for entry in manifest.files} if manifest else {}
    _refuse_loss(target, wanted, listed if manifest else None)
    if manifest is None:
        return Standing(target)
    _refuse_forgotten(target, wanted, manifest)
    if wanted.whole:
        return Standing(target)
    _refuse_mixture(target, wanted, manifest, root)
    return Standing(target, listed)


def _refuse_loss(target: Path, wanted: Wanted, listed: Mapping[str, Listed] | None) -> None:
    """Refuse to replace what is no edition of this event."""
    there = _files(target)
    known = {NAME, *(copy.path for copy in wanted.copies), *(listed or ())}
    lost = named(there - known) if there - known else Words(str(target), str(target))
    if there and (there - known or listed is None):
        raise EditionError(
            Words(
                f"{target} 中有不是本活动印刷品的文件（{lost.zh}），未动；"
                "移走这些文件，或换一个目录（--out）",
                f"{target} holds files that are not of this edition ({lost.en}) and was left as "
                "it is; take them out, or choose another folder (--out)",
            )
        )


def _damaged(target: Path) -> Words:
    return Words(
        f"{target / NAME} 已损坏，或不是一版印刷品的清单，分不清 {target} 中哪些是本版的文件，"
        f"未作改动。处理：从备份恢复这个清单；没有备份的，移走 {target} 后重做整版，"
        "或换一个目录（--out）",
        f"{target / NAME} is damaged, or lists no edition: which files in {target} are of this "
        "edition is not known, and nothing was touched. help: restore the list from a backup; "
        f"without one, move {target} away and make the whole edition, or choose another folder "
        "(--out)",
    )


def _refuse_forgotten(target: Path, wanted: Wanted, manifest: Manifest) -> None:
    """Refuse to replace an edition that went to print if nothing is remembered of it."""
    printed, day = wanted.edition.printed, manifest.printed
    known = {one.printed.isoformat() for one in printed.printings} if printed else set()
    if manifest.frozen and day not in known:
        file = printed_path(wanted.edition.slug)
        raise EditionError(
            Words(
                f"{target / NAME} 写明此版已于 {day} 付印，{file} 却没有这次付印的存档，未作改动。"
                f"处理：从版本库或备份恢复 {file}；只是试做、并未付印的，删去 {target}",
                f"{target / NAME} says that the edition went to print on {day}, and {file} keeps "
                f"nothing of it; nothing was touched. help: restore {file} from version control "
                f"or a backup; if that edition was a trial and never went to print, delete "
                f"{target}",
            )
        )


def _refuse_mixture(target: Path, wanted: Wanted, manifest: Manifest, root: Path) -> None:
    day = wanted.edition.day.isoformat()
    if manifest.printed != day:
        raise EditionError(
            Words(
                f"{target} 中是 {manifest.printed} 付印的一版，本版是 {day}：两版不能混在一处；"
                "重做整版，或换一个目录（--out）",
                f"{target} holds the edition of {manifest.printed}, and this one is of {day}: two "
                "printings are not mixed; make the whole edition, or choose another folder (--out)",
            )
        )
    lines = changed(root, wanted.edition, manifest.facts) if manifest.files else None
    if lines is not None:
        raise EditionError(
            Words(
                f"{target} 中各份文件生成之后，下列内容有变动，只重做一部分会使一版之内说法不一：\n"
                f"{lines.zh}\n处理：资料有误的，改正资料；没有错的，重做整版（不加 --product、"
                "--language、--finish），没有变动的不会重排",
                f"since the files in {target} were made, this has changed, and a part made now "
                f"would say other things than the rest:\n{lines.en}\nhelp: correct the files "
                "where they are wrong; if they are right, make the whole edition (without "
                "--product, --language and --finish); what has not changed is not set again",
            )
        )


def _files(target: Path) -> set[str]:
    """Return what stands at a place, by path; a file in the folder's stead is itself.

    What systems put there of their own accord does not count, nor a manifest half written.
    """
    if not target.is_dir():
        return {target.name}
    return {
        file.relative_to(target).as_posix()
        for file in target.rglob("*")
        if file.is_symlink()
        or not (file.is_dir() or file.name in _OF_VIEWERS or fnmatch(file.name, _HALF_WRITTEN))
    }


_HALF_WRITTEN = f"{NAME}.*.part"
"""What a run leaves that is killed while it writes a manifest anew."""
_OF_VIEWERS = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))
"""What systems put into a folder when somebody looks into it; nobody misses it."""
