"""The order of making an edition: compare, set, finish, inspect, list, swap."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from site_builder.brochure.composer import Composer
from site_builder.brochure.edition import Copy, plan_edition, to_set
from site_builder.brochure.finish.errors import FinishError
from site_builder.brochure.finish.inks import read_inks
from site_builder.brochure.finish.profile import find_profile, read_profile
from site_builder.brochure.finish.settings import PressSettings
from site_builder.brochure.finished import ToFinish, finished
from site_builder.brochure.fonts import FontsMissingError
from site_builder.brochure.kept import Kept
from site_builder.brochure.manifest import NAME, Listed, listed, manifest
from site_builder.brochure.press import Press
from site_builder.brochure.printing import print_list
from site_builder.brochure.renderer import BrochureError
from site_builder.build import Publication, clear_away, cores, restore, swap
from site_builder.content.printed import as_json, printed_path
from site_builder.diagnostics import Severity, Words
from site_builder.preflight import Finding, Finish
from site_builder.present.event import EditionView
from site_builder.present.printed import differences, printing_of
from site_builder.site.photos import publish_photos

Report = Callable[[str, int, int], None]
"""Told of progress: what has just been made, how much is done, how much there is."""


class EditionError(Exception):
    """An edition that is not made, with the reason and what helps; the one before it stands."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


class UnfitError(EditionError):
    """Files that cannot go out as they are."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        files = sorted({finding.file for finding in findings if _stops(finding)})
        super().__init__(
            Words(
                f"没有写出：{'、'.join(files)} 不能交付；改正后重做",
                f"nothing was written: {', '.join(files)} cannot go out; mend what is said above, "
                "then make the edition again",
            )
        )
        self.findings = findings


@dataclass(frozen=True)
class Wanted:
    """Which edition is made, of it which part, and where."""

    edition: EditionView
    folder: Path
    """Where the edition goes; what was made there before is replaced."""
    products: Collection[str] = ()
    languages: Collection[str] = ()
    freeze: bool = False
    """Whether the county remembers what was printed, as a new printing."""

    @property
    def whole(self) -> bool:
        """Whether all of the edition is made."""
        return not self.products and not self.languages


@dataclass(frozen=True)
class Made:
    """What was made."""

    files: Sequence[Listed]
    warnings: Sequence[Finding]


def make_edition(publication: Publication, wanted: Wanted, report: Report) -> Made:
    """Make an edition whole, or not at all.

    Raises `EditionError`: for a part that is to be frozen, for files in the folder that would
    be lost, for facts that have changed since the edition was frozen, for texts
    that do not fit, for a missing profile, and as `UnfitError` for files with errors.
    """
    edition, target = wanted.edition, wanted.folder.resolve()
    copies = plan_edition(edition, wanted.products, wanted.languages)
    if not copies:
        raise EditionError(_NOTHING)
    if wanted.freeze and not wanted.whole:
        raise EditionError(_FROZEN_WHOLE)
    if not wanted.freeze:
        _refuse_changed(edition)
    _refuse_loss(target, wanted, copies)
    restore(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    staging = target.with_name(f".{target.name}-{os.getpid()}")
    try:
        with tempfile.TemporaryDirectory() as work:
            _set(publication, wanted, copies, Path(work), report)
            tasks = list(_tasks(publication, edition, copies, Path(work)))
            kept = Kept(_cache(publication, edition) / "finished")
            files = finished(tasks, kept, cores(), forget=wanted.whole)
            made = _finish(tasks, files, copies, staging, report)
        text = manifest(edition.slug, edition.day.isoformat(), made.files)
        (staging / NAME).write_text(text, "utf-8")
        swap(staging, target)
        clear_away(target)
    except (BrochureError, FontsMissingError) as error:
        raise EditionError(_unset(error)) from error
    except FinishError as error:
        raise EditionError(error.words) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    if wanted.freeze:
        _remember(publication.root, edition)
    return made


_NAMED = 5
"""Files that a message names; more would hide the remedy."""

_FROZEN_WHOLE = Words(
    "--freeze 记下整版所印的内容，不能与 --product、--language 同用；只印一部分的，改活动资料中的 "
    "products、languages",
    "--freeze keeps what the whole edition says, and does not go with --product or --language; if "
    "only a part is printed, say so in the event's `products` and `languages`",
)

_NOTHING = Words(
    "没有可印的：核对活动资料中的 products、languages 和所选项",
    "there is nothing to print: compare the event's `products` and `languages` with what was asked "
    "for",
)


def _refuse_changed(edition: EditionView) -> None:
    if edition.frozen is None:
        return
    lines = list(differences(edition.frozen, edition.counties))
    if lines:
        zh = "\n".join(f"  {line.zh}" for line in lines)
        en = "\n".join(f"  {line.en}" for line in lines)
        file = printed_path(edition.slug)
        raise EditionError(
            Words(
                f"此版已于 {edition.frozen.printed} 付印（{file}），下列内容此后有变动：\n{zh}\n"
                "处理：资料有误的，改正资料；确要重印的，改好 printed 日期后加 --freeze",
                f"this edition went to print on {edition.frozen.printed} ({file}), and has changed "
                f"since:\n{en}\nhelp: correct the files where they are wrong; for a new printing, "
                "set its day under `printed` and add --freeze",
            )
        )


def _refuse_loss(target: Path, wanted: Wanted, copies: Sequence[Copy]) -> None:
    """Refuse to replace what is no edition made here, or more than is made anew.

    The whole edition takes the place of the one before it. A part of it replaces no file
    that it does not make.
    """
    if not target.exists():
        return
    there, listed_there = _files(target), _listed_there(target, wanted.edition.slug)
    known = {NAME, *(copy.path for copy in copies)}
    if wanted.whole:
        known |= listed_there or set()
    lost = sorted(there - known)
    if there and (lost or listed_there is None):
        names = "、".join(lost[:_NAMED]) or str(target)
        english = ", ".join(lost[:_NAMED]) or str(target)
        raise EditionError(
            Words(
                f"{target} 中有本次不重做的文件（{names}），未动；换一个目录（--out）",
                f"{target} holds files that would not be made again ({english}) and was left as it "
                "is; choose another folder (--out)",
            )
        )


def _files(target: Path) -> set[str]:
    """Return what stands at a place, by path; a file in the folder's stead is itself."""
    if not target.is_dir():
        return {target.name}
    return {file.relative_to(target).as_posix() for file in target.rglob("*") if file.is_file()}


def _listed_there(target: Path, event: str) -> set[str] | None:
    """Return the files that the manifest of this event's edition lists; None if there is none."""
    try:
        manifest = json.loads((target / NAME).read_text("utf-8"))
        if manifest["event"] != event:
            return None
        return {str(file["path"]) for file in manifest["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _unset(error: BrochureError | FontsMissingError) -> Words:
    return Words(
        f"排版不成：{error}\n处理：按所述改短文字或补上所缺，再做一次",
        f"it could not be set: {error}\nhelp: shorten the text or add what is missing, then make "
        "it again",
    )


def _cache(publication: Publication, edition: EditionView) -> Path:
    return publication.root / ".zhaoshang/cache/editions" / edition.slug


def _set(
    publication: Publication,
    wanted: Wanted,
    copies: Sequence[Copy],
    work: Path,
    report: Report,
) -> None:
    """Set every brochure in pages, as RGB and tagged, under its path in `work`."""
    publish_photos(publication.root / "media", publication.photos, work)
    composer = Composer(publication.theme, wanted.edition.counties, publication.site_url)
    print_list(
        Press(composer, work),
        to_set(copies),
        work,
        cache=_cache(publication, wanted.edition),
        workers=cores(),
        report=report,
        forget=wanted.whole,
    )


def _finish(
    tasks: Sequence[ToFinish],
    made: Iterable[tuple[ToFinish, bytes, list[Finding]]],
    copies: Sequence[Copy],
    staging: Path,
    report: Report,
) -> Made:
    """Write every file in its finish; raise `UnfitError` if one of them has errors."""
    profiles = {t.settings.profile for t in tasks if t.settings is not None}
    names = {path: read_profile(path).name for path in profiles}
    files, findings = [], []
    for done, (task, pdf, found) in enumerate(made, 1):
        file = staging / task.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(pdf)
        profile = names[task.settings.profile] if task.settings else ""
        files.append(listed(copies[task.number], pdf, profile))
        findings += found
        report(task.path, done, len(tasks))
    findings.sort(key=lambda finding: (finding.file, finding.code))
    if any(map(_stops, findings)):
        raise UnfitError(findings)
    return Made(files, findings)


def _stops(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR


def _tasks(
    publication: Publication, edition: EditionView, copies: Sequence[Copy], work: Path
) -> Iterator[ToFinish]:
    named = publication.root / edition.profile if edition.profile else None
    tokens = (publication.theme.root / "assets/css/tokens.css").read_text("utf-8")
    for number, copy in enumerate(copies):
        settings = None
        if copy.finish is Finish.PRESS:
            settings = PressSettings(
                profile=find_profile(named),
                inks=read_inks(tokens),
                day=edition.day,
                book=copy.piece.book,
                bleed=copy.piece.bleed,
                marks=copy.piece.bleed > 0,
                folds=copy.piece.folds,
                language=copy.brochure.language,
            )
        source = work / copy.brochure.path
        yield ToFinish(number, copy.finish, source, copy.path, settings, copy.imposed, copy.picture)


def _remember(root: Path, edition: EditionView) -> None:
    file = root / printed_path(edition.slug)
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.{os.getpid()}")
    part.write_text(f"{as_json(printing_of(edition.counties, edition.day))}\n", "utf-8")
    part.replace(file)
