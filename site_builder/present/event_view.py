"""A fair, as its brochures are given it, in one language."""

from dataclasses import dataclass

from markupsafe import Markup

from site_builder.present.voice import Shown


@dataclass(frozen=True)
class EventView:
    """A fair in one language; every text is as it will be read."""

    slug: str
    name: str
    place: str
    dates: str
    """From when to when: `2026年12月8日至10日`."""
    audience: str
    """Whom the edition addresses; empty if everybody."""
    title: str
    """The words on the cover."""
    subtitle: str
    letter: Markup
    """The letter at the beginning of the books, as safe HTML; empty if there is none."""
    signed: str
    """Who signs the letter."""
    printed: str
    """The day the edition is made for print."""
    contact: Shown
    """The squad or person to call."""
