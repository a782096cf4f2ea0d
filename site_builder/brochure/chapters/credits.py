"""Who made the pictures of a book: each named once, with the pages on which they stand."""

from dataclasses import dataclass

from site_builder.content.picture import PictureKind
from site_builder.present.county_view import CountyView
from site_builder.present.voice import Shown


@dataclass(frozen=True)
class Credit:
    """An author and licence, and what in the book is theirs."""

    text: str
    on_cover: bool
    """Whether the photograph of the cover is."""
    slugs: tuple[str, ...]
    """The projects whose pictures are."""


def cover_photo(county: CountyView) -> Shown | None:
    """Return the photograph for the cover of a county's books: its first; None without any."""
    photos = (one for one in county.brief.pictures if one.kind.code == PictureKind.PHOTO)
    return next(photos, None)


def picture_credits(county: CountyView) -> tuple[Credit, ...]:
    """Return the credits of the pictures that a book of a county's projects shows, in order."""
    found: dict[str, list[str]] = {}
    cover = cover_photo(county)
    first = str(cover.credit) if cover is not None and cover.credit else ""
    if first:
        found[first] = []
    for industry in county.industries:
        for project in industry.projects:
            for picture in project.brief.pictures[:1]:
                if picture.credit:
                    found.setdefault(str(picture.credit), []).append(project.slug)
    return tuple(Credit(text, text == first, tuple(slugs)) for text, slugs in found.items())
