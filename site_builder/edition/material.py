"""What an edition is made of, looked for before anything is set: profile, inks, fonts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.finish.errors import FinishError
from site_builder.brochure.finish.inks import Inks, read_inks
from site_builder.brochure.finish.profile import find_profile, read_profile
from site_builder.brochure.finish.settings import PressSettings
from site_builder.brochure.making.edition import Copy, to_set
from site_builder.brochure.making.finished import ToFinish
from site_builder.brochure.making.press import Press
from site_builder.build import Publication
from site_builder.content.picture import PRINT_WIDTH
from site_builder.diagnostics import Words
from site_builder.diagnostics.trouble import why
from site_builder.edition.errors import EditionError
from site_builder.edition.frozen import tools
from site_builder.edition.places import Places
from site_builder.icc import MOST_BYTES
from site_builder.preflight import Finish
from site_builder.present.event import EditionView
from site_builder.site.photos import photos_for_print


@dataclass(frozen=True)
class Inking:
    """What a press file is made with."""

    profile: Path
    name: str
    """What the profile calls itself."""
    digest: str
    inks: Inks


@dataclass(frozen=True)
class Material:
    """What the files of an edition are set and finished with."""

    press: Press
    inking: Inking | None
    """None where nothing goes to a press."""

    @property
    def made_with(self) -> Mapping[str, str]:
        """The versions of what the bytes depend on beside the county's own files."""
        profile = self.inking.digest[:16] if self.inking else ""
        return tools(self.press.fonts.identity[:16], profile)


def gather(
    publication: Publication, edition: EditionView, copies: Sequence[Copy], work: Path
) -> Material:
    """Return what these files need; photographs are made ready in `work`.

    Raises `EditionError` where the profile is missing or unusable, `FinishError` where the tokens
    lack inks, and `FontsMissingError` without the fonts.
    """
    theme, counties = publication.theme, edition.counties
    composer = Composer(theme, counties, publication.site_url, photo_width=PRINT_WIDTH)
    press = Press(composer, work)
    to_press = any(copy.finish is Finish.PRESS for copy in copies)
    material = Material(press, _inking(publication, edition, work) if to_press else None)
    _ = press.fonts
    wanted = {photo for brochure in to_set(copies) for photo in composer.photos(brochure)}
    shown = [file for file in publication.photos if composer.photo(file) in wanted]
    photos_for_print(publication.root / "media", shown, work)
    return material


def _inking(publication: Publication, edition: EditionView, work: Path) -> Inking:
    tokens = (publication.theme.root / "assets/css/tokens.css").read_text("utf-8")
    try:
        own = _copied(publication.root, edition.profile, work) if edition.profile else None
        path = find_profile(own)
        profile = read_profile(path)
    except FinishError as error:
        at = _named_at(publication.root, edition)
        zh, en = at + error.words.zh + _WITHOUT.zh, at + error.words.en + _WITHOUT.en
        raise EditionError(Words(zh, en)) from error
    return Inking(path, profile.name, sha256(profile.data).hexdigest(), read_inks(tokens))


def _named_at(root: Path, edition: EditionView) -> str:
    """Return the file and line that name the county's own profile; empty for the program's."""
    if not edition.profile:
        return ""
    return f"{Places(root).of(f'events/{edition.slug}.yml', ('press', 'profile'))}: "


_WITHOUT = Words(
    "\n暂不送印厂的，可先做屏幕和办公用的：--finish screen --finish office",
    "\nWhat does not go to a print shop can be made without it: --finish screen --finish office",
)


def _copied(root: Path, name: str, work: Path) -> Path:
    """Return a copy of the county's own profile, which no one changes while files are made.

    It was checked with the county's files; what stands there may have changed since.
    """
    file = root / name
    try:
        if file.resolve(strict=True) != root.resolve() / name:
            raise FinishError(f"{name} 是一个链接。", f"{name} is a link to somewhere else.")
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError as error:
        reason = why(error)
        raise FinishError(
            f"读不了 {name}（{reason.zh}）。请放好文件，或改正、删去 press.profile。",
            f"{name} cannot be read ({reason.en}). Put the file there or correct "
            "press.profile; without one, delete the line.",
        ) from error
    if len(data) > MOST_BYTES:
        raise FinishError(f"{name} 过大。", f"{name} is too large.")
    copy = work / "profile" / file.name
    copy.parent.mkdir(parents=True)
    copy.write_bytes(data)
    return copy


def tasks(
    material: Material, edition: EditionView, copies: Sequence[Copy], work: Path
) -> Iterator[ToFinish]:
    """Yield how each of these files is finished from what was set in `work`."""
    for number, copy in enumerate(copies):
        piece, inking, settings = copy.piece, material.inking, None
        if copy.finish is Finish.PRESS and inking is not None:
            settings = PressSettings(
                profile=inking.profile,
                inks=inking.inks,
                day=edition.day,
                book=piece.book,
                bleed=piece.bleed,
                marks=piece.bleed > 0,
                folds=piece.folds,
                language=copy.brochure.language,
            )
        source = work / copy.brochure.path
        yield ToFinish(number, copy.finish, source, copy.path, settings, copy.imposed, copy.picture)
