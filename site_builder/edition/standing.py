"""The edition that stands in a folder already: what of it may go, and what is carried over."""

import os
import shutil
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path

from site_builder.brochure.making.manifest import NAME, Listed, Manifest, read_manifest
from site_builder.content.printed_facts import facts_digest
from site_builder.diagnostics import Words
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


def standing(target: Path, wanted: Wanted) -> Standing:
    """Return the edition that stands at `target`.

    What stands there goes when the new edition takes its place; a part of an edition takes the
    place of its own files only, and needs the others to be of the same printing. Raises
    `EditionError` for anything else: files that no manifest of this event lists, or files of
    another printing beside which a part would stand.
    """
    if not target.exists():
        return Standing(target)
    manifest = read_manifest(target, wanted.edition.slug)
    listed = {entry.path: entry for entry in manifest.files} if manifest else {}
    _refuse_loss(target, wanted, listed if manifest else None)
    if manifest is None or wanted.whole:
        return Standing(target)
    _refuse_mixture(target, wanted, manifest)
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


def _refuse_mixture(target: Path, wanted: Wanted, manifest: Manifest) -> None:
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
    if manifest.files and manifest.facts != facts_digest(wanted.edition.facts):
        raise EditionError(_OTHER_FACTS)


_OTHER_FACTS = Words(
    "现有各份文件生成之后，所列项目的主要数据或联系方式已有变动，只重做一部分会使一版之内说法不一；"
    "重做整版（不加 --product、--language、--finish），没有变动的不会重排",
    "key figures or contacts of the projects have changed since the standing files were made: a "
    "part made now would say other things than the rest. Make the whole edition (without "
    "--product, --language and --finish); what has not changed is not set again",
)


def _files(target: Path) -> set[str]:
    """Return what stands at a place, by path; a file in the folder's stead is itself.

    What systems put there of their own accord does not count.
    """
    if not target.is_dir():
        return {target.name}
    return {
        file.relative_to(target).as_posix()
        for file in target.rglob("*")
        if file.is_symlink() or not (file.is_dir() or file.name in _OF_VIEWERS)
    }


_OF_VIEWERS = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))
"""What systems put into a folder when somebody looks into it; nobody misses it."""
