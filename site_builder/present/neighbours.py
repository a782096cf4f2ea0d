"""Links from one record to others."""

from collections.abc import Iterable, Mapping

from site_builder.present.links import record_path
from site_builder.present.views import Link
from site_builder.present.voice import Voice
from site_builder.publish.public import (
    PublicIndustry,
    PublicPark,
    PublicPolicy,
    PublicProject,
)

Titled = PublicProject | PublicIndustry | PublicPark | PublicPolicy


def link(kind: str, slug: str, record: Titled, voice: Voice) -> Link:
    """Return the link to one record."""
    return Link(voice.text(record.title), record_path(kind, slug, voice.language))


def links(
    kind: str, slugs: Iterable[str], records: Mapping[str, Titled], voice: Voice
) -> tuple[Link, ...]:
    """Return the links to the records that have these slugs, in the order of the slugs."""
    return tuple(link(kind, slug, records[slug], voice) for slug in slugs)
