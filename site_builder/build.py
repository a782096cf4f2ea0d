"""The order of a build: read, check, publish, present, render, verify, swap."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from glob import escape
from pathlib import Path

from site_builder.brochure.making.kept import is_running
from site_builder.brochure.making.printing import print_brochures
from site_builder.brochure.rendering.fonts import FontsMissingError
from site_builder.brochure.rendering.renderer import BrochureError
from site_builder.checks.run import check_county
from site_builder.diagnostics import Diagnostic, Words, stops
from site_builder.diagnostics.lowered import Concessions
from site_builder.present.county import present_county
from site_builder.present.county_view import CountyView
from site_builder.present.event import EditionView, present_editions
from site_builder.present.links import LANGUAGES
from site_builder.publish.gate import open_gate
from site_builder.publish.public import (
    PublicCatalog,
    PublicCounty,
    PublicIndustry,
    PublicPark,
    PublicProject,
)
from site_builder.site.pages import Page
from site_builder.site.photos import publish_photos
from site_builder.site.render import Frames
from site_builder.site.verify import faults
from site_builder.site.writer import Website
from site_builder.theme import Theme

Report = Callable[[str, int, int, str], None]
"""Told of progress: the stage, how much of it is done, how much there is, what is being made."""


def silent(_stage: str, _done: int, _total: int, _name: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Publication:
    """Everything that is public, in every language, with the theme it is shown in."""

    root: Path
    theme: Theme
    counties: Mapping[str, CountyView]
    site_url: str
    photos: Sequence[str]
    """The files of `media/` that public records show."""
    findings: Sequence[Diagnostic]
    """The warnings that did not stop the publication."""
    lowered: Concessions
    """The rules and limits that the county takes less strictly."""
    events: Mapping[str, EditionView] = field(default_factory=dict)
    """What is printed for each event, by its slug, the earliest event first."""
    unshown: Mapping[str, str] = field(default_factory=dict)
    """The events that nothing is printed for, by slug, with the status of their review."""
    today: date = date.min
    """The day on which the county was checked."""


@dataclass(frozen=True)
class Written:
    """How much a build has written."""

    pages: int
    documents: int


@dataclass(frozen=True)
class BuildReport:
    """What a build has made."""

    pages: int
    documents: int
    seconds: float
    site_dir: Path
    findings: Sequence[Diagnostic]
    lowered: Concessions


class ContentErrors(Exception):  # noqa: N818 - what is wrong, not what went wrong
    """The county's files do not hold; nothing is published."""

    def __init__(self, findings: Sequence[Diagnostic], lowered: Concessions | None = None) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings
        self.lowered = lowered or Concessions()


class BuildFailedError(Exception):
    """The build could not be finished; the website before it is untouched."""

    def __init__(self, reason: Words | str) -> None:
        self.words = reason if isinstance(reason, Words) else Words(reason, reason)
        super().__init__(self.words.en)


def prepare(root: Path, theme_root: Path, *, strict: bool = False, event: str = "") -> Publication:
    """Read, check, publish and present a county.

    What is public is so on the day of the checks; with `event`, on the day on which that event's
    edition goes to print, so that the same files give the same edition whenever it is made.
    Raises `ContentErrors` if anything is wrong; with `strict`, warnings count as well.
    """
    checked = check_county(root)
    lowered = checked.concessions
    if any(stops(finding, strict=strict) for finding in checked.findings):
        raise ContentErrors(checked.findings, lowered)
    of_event, terms = checked.catalog.events.get(event), checked.terms
    if of_event is not None:
        terms = replace(terms, today=of_event.record.printed)
    public = open_gate(checked.catalog, terms)
    theme = Theme(theme_root)
    counties = {
        language: present_county(public, language, theme.words(language)) for language in LANGUAGES
    }
    return Publication(
        root=root,
        theme=theme,
        counties=counties,
        site_url=public.county.url.rstrip("/") + "/",
        photos=_photos(public),
        findings=checked.findings,
        lowered=lowered,
        events=present_editions(public, counties),
        unshown={
            slug: entry.record.review.status.value
            for slug, entry in checked.catalog.events.items()
            if slug not in public.events
        },
        today=checked.terms.today,
    )


def _photos(public: PublicCatalog) -> list[str]:
    records: list[PublicCounty | PublicProject | PublicIndustry | PublicPark] = [
        public.county,
        *public.projects.values(),
        *public.industries.values(),
        *public.parks.values(),
    ]
    return sorted({picture.file for record in records for picture in record.pictures})


def publish(  # noqa: PLR0913 - the choices of one build
    publication: Publication,
    folder: Path,
    frames: Frames,
    prose: Sequence[Page],
    *,
    brochures: bool,
    report: Report = silent,
) -> Written:
    """Write website and brochures into `folder`, beside the prose pages already there."""
    website = Website(
        publication.theme, publication.counties, publication.site_url, brochures=brochures
    )
    report("pages", 0, 1, "")
    pages = website.write(folder, frames, prose, workers=cores())
    publish_photos(publication.root / "media", publication.photos, folder)
    report("pages", 1, 1, "")
    documents = 0
    if brochures:
        try:
            documents = print_brochures(
                publication.theme,
                publication.counties,
                publication.site_url,
                folder,
                cache=publication.root / ".zhaoshang/cache/brochures",
                workers=cores(),
                report=report,
            )
        except BrochureError as error:
            raise BuildFailedError(error.words) from error
        except FontsMissingError as error:
            raise BuildFailedError(str(error)) from error
    return Written(pages + len(prose), documents)


def verify(folder: Path) -> None:
    """Raise `BuildFailedError` if the website in `folder` has faults."""
    found = list(faults(folder))
    if found:
        rest = [f"and {len(found) - 20} more"] if len(found) > 20 else []
        raise BuildFailedError("\n".join([*found[:20], *rest]))


def refuse_foreign(target: Path, root: Path) -> None:
    """Raise `BuildFailedError` if building into `target` would replace anything but a website.

    What stands there goes away when the new website takes its place: the county's own
    folder, or one that was not built here, is refused.
    """
    built = (target / "sitemap.xml").is_file() and (target / "robots.txt").is_file()
    foreign = target.exists() and not (target.is_dir() and (built or not any(target.iterdir())))
    if root.resolve().is_relative_to(target) or foreign:
        raise BuildFailedError(f"{target} holds something other than a website built here")


def restore(target: Path) -> None:
    """Put back the website that a build left beside its place when it was ended."""
    aside = [left for left in _left_behind(target) if left.name.endswith("-old")]
    if aside and not target.exists():
        aside[-1].rename(target)


def swap(staging: Path, target: Path) -> None:
    """Put a finished website in the place of the one before it.

    The old one is renamed away first and deleted last, so that a build that is ended at any
    moment leaves a whole website behind, under its own name or beside it.
    """
    old = staging.with_name(f"{staging.name}-old")
    if target.exists():
        target.rename(old)
    try:
        staging.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def clear_away(target: Path) -> None:
    """Remove what builds that were ended have left beside a finished website."""
    for left in _left_behind(target):
        shutil.rmtree(left, ignore_errors=True)


def _left_behind(target: Path) -> Iterator[Path]:
    """Yield the folders of builds that no longer run, in the order of their names."""
    for left in sorted(target.parent.glob(f".{escape(target.name)}-*")):
        name = left.name.removeprefix(f".{target.name}-")
        number = name.removesuffix("-old").removesuffix("-work")
        # In a container a build has the number that the one before it had.
        if number.isdecimal() and (int(number) == os.getpid() or not is_running(int(number))):
            yield left


def cores() -> int:
    """Return the number of processors this process may use."""
    return len(os.sched_getaffinity(0))
