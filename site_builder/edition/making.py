"""The order of making an edition: compare, gather, set, finish, inspect, list, swap."""

import os
import shutil
from collections.abc import Sequence
from contextlib import nullcontext, suppress
from pathlib import Path

from site_builder.brochure.finish.errors import FinishError
from site_builder.brochure.making.edition import to_set
from site_builder.brochure.making.finished import finished, to_make
from site_builder.brochure.making.kept import Kept
from site_builder.brochure.making.manifest import (
    NAME,
    Listed,
    Manifest,
    as_text,
    listed,
    mark_frozen,
)
from site_builder.brochure.making.printing import print_list
from site_builder.brochure.rendering.fonts import FontsMissingError
from site_builder.brochure.rendering.renderer import BrochureError
from site_builder.build import Publication, clear_away, cores, restore, swap
from site_builder.diagnostics import Words
from site_builder.edition.errors import EditionError, UnfitError, no_fonts, stops, unset, unusable
from site_builder.edition.frozen import compared, refuse_changes
from site_builder.edition.lock import alone, alone_at
from site_builder.edition.material import Material, gather, tasks
from site_builder.edition.remembered import refuse_printed_since, remembering
from site_builder.edition.standing import Standing, standing
from site_builder.edition.unmet import refuse_unmet
from site_builder.edition.wanted import Made, Report, Wanted
from site_builder.preflight import Finding


def make_edition(publication: Publication, wanted: Wanted, report: Report) -> Made:
    """Make an edition, or a part of the one that stands there, whole or not at all.

    `publication` is prepared for the event. Raises `EditionError`: for a part that is to be
    frozen, for files in the folder that would be lost or no longer fit, for facts that have
    changed since the edition went to print, for texts that do not fit, for a missing profile or
    font, while another run is at it, and as `UnfitError` for files with errors.
    """
    if not wanted.edition.facts:
        raise EditionError(_NO_PROJECT)
    refuse_unmet(wanted)
    refuse_changes(publication.root, wanted, publication.today)
    root, target = publication.root, wanted.folder.resolve()
    try:
        with alone(root / _CACHE, wanted.edition.slug):
            if wanted.freeze:
                refuse_printed_since(root, wanted.edition)
            target.parent.mkdir(parents=True, exist_ok=True)
            with alone_at(target):
                return _replaced(publication, wanted, target, report)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise EditionError(unusable(error, target)) from error


def _replaced(publication: Publication, wanted: Wanted, target: Path, report: Report) -> Made:
    """Make an edition and put it in the place of what stands there, if that may go."""
    restore(target)
    clear_away(target)
    before = standing(target, wanted, publication.root)
    staging = target.with_name(f".{target.name}-{os.getpid()}")
    work = staging.with_name(f"{staging.name}-work")
    try:
        made = _made(publication, wanted, before, (staging, work), report)
        kept = remembering(publication.root, wanted.edition, made)
        with kept if wanted.freeze else nullcontext():
            swap(staging, target)
        if wanted.freeze:
            # Not before it is remembered: else a run that is ended here could not be made good.
            # That the folder says so, too, is a second witness, and not worth failing for.
            with suppress(OSError):
                mark_frozen(target, wanted.edition.slug)
    except BrochureError as error:
        raise EditionError(unset(error, wanted.copies)) from error
    except FontsMissingError as error:
        raise EditionError(no_fonts(error)) from error
    except FinishError as error:
        raise EditionError(error.words) from error
    finally:
        for folder in (staging, work):
            shutil.rmtree(folder, ignore_errors=True)
        # A run that is interrupted between the two renamings of a swap.
        restore(target)
    return made


_CACHE = Path(".zhaoshang/cache/editions")

_NO_PROJECT = Words(
    "没有一个公开的项目符合本活动的条件，没有可印的：核对活动资料中的 industries、stages、size",
    "no public project meets what this event asks for, so there is nothing to print: compare the "
    "event's `industries`, `stages` and `size`",
)


def _made(
    publication: Publication,
    wanted: Wanted,
    before: Standing,
    folders: tuple[Path, Path],
    report: Report,
) -> Made:
    """Make an edition in the first of two new folders, the other one serving for the work."""
    edition, copies, (staging, work) = wanted.edition, wanted.copies, folders
    staging.mkdir()
    carried = before.carry(staging, {copy.path for copy in copies})
    material = gather(publication, edition, copies, work)
    cache = publication.root / _CACHE / edition.slug
    print_list(
        material.press,
        to_set(copies),
        work,
        cache=cache,
        workers=cores(),
        report=report,
        forget=wanted.whole,
    )
    files, findings = _finish(material, wanted, (staging, work, cache), report)
    notes = compared(wanted, files, before, material.made_with)
    told = Manifest(
        event=edition.slug,
        printed=edition.day.isoformat(),
        files=(*files, *carried),
        facts=edition.facts,
        frozen=edition.frozen is not None,
    )
    (staging / NAME).write_text(as_text(told), "utf-8")
    return Made(files, findings, len(carried), notes, material.made_with)


def _finish(
    material: Material, wanted: Wanted, folders: tuple[Path, Path, Path], report: Report
) -> tuple[Sequence[Listed], Sequence[Finding]]:
    """Write every file in its finish; raise `UnfitError` if one of them has errors."""
    (staging, work, cache), copies = folders, wanted.copies
    profile = material.inking.name if material.inking else ""
    asked = to_make(tasks(material, wanted.edition, copies, work))
    kept, files, findings = Kept(cache / "finished"), [], []
    come = finished(asked, kept, cores(), forget=wanted.whole)
    for done, (task, pdf, found) in enumerate(come, 1):
        file = staging / task.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(pdf)
        files.append(listed(copies[task.number], pdf, profile if task.settings else ""))
        findings += found
        report(task.path, done, len(asked))
    findings.sort(key=lambda finding: (finding.file, finding.code))
    if any(map(stops, findings)):
        raise UnfitError(findings)
    return files, findings
