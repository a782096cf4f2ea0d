"""What the small pieces of an edition are given: tri-fold, roll-up and table cards.

Everything said is a `Said`: a line for each language of the piece, the first one leading. A
bilingual piece is set as bureaus have it done for fairs: every panel in both languages, Chinese
above and larger, English below it, and fewer things on the panel.
"""

from collections.abc import Callable, Iterable

from site_builder.brochure.pieces.choice import (
    LISTED,
    advantages_of,
    chosen_of,
    contact_of,
    labels_of,
    lack_of,
    parks_of,
    where_of,
)
from site_builder.brochure.pieces.titles import CARD, set_title
from site_builder.brochure.pieces.views import Chip, Ground, Item, Line, Number, Said, Strip, Told
from site_builder.brochure.plan import Brochure
from site_builder.draw.text_width import text_width
from site_builder.present.links import section_path
from site_builder.present.views import IndustryView, KeyFigure, ProjectView

Address = Callable[[Brochure, str], str]
"""Returns where a page of the website is found, for whom a brochure is printed."""

TRI_FOLD_OUTSIDE = (94.0, 95.5, 95.5)
"""Panels of the outside from the left: fold-in, back, cover; millimetres, 285 in all.

A sheet of 285 folded twice inward has panels of 95; shops take 1 mm or so off the one that is
folded in, so that it does not bulge at the fold, and give it to the other two. The inside is
its mirror: two of 95.5 and, on the right, the back of the fold-in panel.
"""
TRI_FOLD_INSIDE = TRI_FOLD_OUTSIDE[::-1]
TRI_FOLD_FOLDS = tuple(
    (panels[0], panels[0] + panels[1]) for panels in (TRI_FOLD_OUTSIDE, TRI_FOLD_INSIDE)
)
"""Where each side is folded, from its left edge in millimetres."""

_USUAL_ZH, _USUAL_EN = 4.1, 9.0
"""Ems that `Invest in …` takes at most in the type of a banner: 投资 and two characters more."""


class PieceView:
    """A county, its event and what is shown of it on one piece, in the languages of the piece."""

    def __init__(self, brochure: Brochure, address: Address, seed: str) -> None:
        """Read the sides of `brochure`; `address` says what codes open.

        `seed` grows the county's mountains, the same in every language.
        """
        self._sides = brochure.sides
        self._address = address
        self._lead = brochure
        self.is_double = len(self._sides) > 1
        self.seed = seed

    def say(self, read: Callable[[Brochure], object]) -> Said:
        """Return what `read` finds on every side; a language that has none is left out."""
        lines = [(side, read(side)) for side in self._sides]
        return tuple(
            Line(str(side.county.voice.words["language"]["tag"]), str(text))
            for side, text in lines
            if text
        )

    def word(self, name: str, group: str = "pieces", **values: object) -> Said:
        """Return a word of the interface, filled with `values`."""
        return self.say(
            lambda side: str(side.county.voice.words[group][name]).format(
                county=side.county.brief.short_name, **values
            )
        )

    def brief(self, name: str) -> Said:
        """Return a field of the county's own portrait."""
        return self.say(lambda side: getattr(side.county.brief, name))

    def bureau(self, name: str) -> Said:
        """Return a field of whom to call: the event's squad, or else the bureau."""
        return self.say(lambda side: getattr(contact_of(side), name))

    def fair(self, name: str) -> Said:
        """Return a field of the event; nothing without one."""
        return self.say(lambda side: getattr(side.event, name) if side.event else "")

    @property
    def phone(self) -> str:
        """The number to call, the same in every language."""
        return str(contact_of(self._lead).phone)

    @property
    def name_scale(self) -> float:
        """How much smaller than usual `Invest in …` is set, so that a long name stays in a line."""
        (line, *_) = self.word("invest")
        usual = _USUAL_ZH if self._lead.tongue == "zh" else _USUAL_EN
        return round(min(1, usual / text_width(line.text, 1)), 3)

    @property
    def email(self) -> str:
        """The address to write to; empty if there is none."""
        return str(contact_of(self._lead).email or "")

    @property
    def home(self) -> str:
        """What the code of the county opens."""
        return self._address(self._lead, section_path("", self._lead.tongue))

    @property
    def catalogue(self) -> str:
        """What the code of all projects opens."""
        return self._address(self._lead, section_path("projects", self._lead.tongue))

    @property
    def totals(self) -> tuple[Number, ...]:
        """What the edition shows, counted; without an event, the four figures of the county."""
        return self._numbers(lambda side: side.county.edition or side.county.totals)

    @property
    def counted(self) -> Said:
        """How many projects there are in all, and their sum; nothing of one project."""
        count = len(self._lead.projects)
        if count == 1:
            return ()
        return self.say(
            lambda side: str(side.county.voice.words["pieces"]["counted"]).format(
                count=count, total=(side.county.edition or side.county.totals)[0].label
            )
        )

    @property
    def figures(self) -> tuple[Number, ...]:
        """The county in figures."""
        return self._numbers(lambda side: side.county.figures)

    def others(self, shown: int) -> Said:
        """Return what is said of the projects that are not among the `shown` ones."""
        rest = len(self._lead.projects) - shown
        if not rest:
            return self.word("every")
        return self.word("more_one" if rest == 1 else "more", count=rest)

    @property
    def items(self) -> tuple[Item, ...]:
        """The projects, those that the event names first, else the county's own choice."""
        return tuple(self.item(project.slug) for project in chosen_of(self._lead))

    def item(self, slug: str) -> Item:
        """Return a project in brief."""
        project = self._lead.county.by_slug[slug]

        def own(side: Brochure) -> ProjectView:
            return side.county.by_slug[slug]

        return Item(
            slug=slug,
            tint=project.tint,
            title=self.say(lambda side: own(side).brief.title),
            heading=set_title(str(project.brief.title), CARD),
            picture=next(iter(project.brief.pictures), None),
            tagline=self.say(lambda side: own(side).brief.tagline),
            summary=self.say(lambda side: own(side).brief.summary),
            where=self.say(lambda side: where_of(own(side))),
            numbers=self._numbers(lambda side: own(side).figures[:LISTED]),
            more=self._numbers(lambda side: own(side).figures[LISTED:]),
            grounds=self._grounds(own),
            address=self._address(self._lead, project.path),
        )

    def _grounds(self, own: Callable[[Brochure], ProjectView]) -> tuple[Said, ...]:
        rows = [advantages_of(own(side)) for side in self._sides]
        return tuple(self._joined(row) for row in zip(*rows, strict=True))

    @property
    def reasons(self) -> tuple[Told, ...]:
        """Why here."""
        return self._told("reasons", "title", "text")

    @property
    def steps(self) -> tuple[Told, ...]:
        """How to invest: what is done, and how long it takes."""
        return self._told("steps", "title", "time")

    @property
    def ways(self) -> tuple[Told, ...]:
        """How far it is to where, and how long that takes."""
        return self._told("distances", "to", "time")

    def _told(self, field: str, title: str, text: str) -> tuple[Told, ...]:
        rows = [getattr(side.county.brief, field) or () for side in self._sides]
        return tuple(
            Told(*(self._joined(getattr(one, name) for one in row) for name in (title, text)))
            for row in zip(*rows, strict=True)
        )

    @property
    def chains(self) -> tuple[Strip, ...]:
        """The chains of the industries that have one."""
        rows = zip(*(side.county.industries for side in self._sides), strict=True)
        return tuple(self._strip(row) for row in rows if row[0].segments)

    def _strip(self, row: tuple[IndustryView, ...]) -> Strip:
        return Strip(
            title=self._joined(industry.brief.title for industry in row),
            segments=tuple(
                Chip(
                    self._joined(segment.title for segment in same),
                    same[0].strength.code,
                    self._joined(segment.strength.word for segment in same),
                )
                for same in zip(*(industry.segments for industry in row), strict=True)
            ),
            lack=self._joined(
                lack_of(side, industry) for side, industry in zip(self._sides, row, strict=True)
            ),
        )

    @property
    def parks(self) -> tuple[Ground, ...]:
        """All parks of the county: what land they have, at what price."""
        rows = list(zip(*(parks_of(side.county) for side in self._sides), strict=True))
        bare = bool(self.park_labels)
        return tuple(
            Ground(
                title=self._joined(park.brief.title for park in row),
                numbers=self._rows([park.figures[:LISTED] for park in row], bare=bare),
            )
            for row in rows
        )

    @property
    def park_labels(self) -> tuple[Said, ...]:
        """The names of the parks' figures, to stand once over all; nothing if they differ."""
        heads = [[labels_of(park) for park in parks_of(side.county)] for side in self._sides]
        if any(len(set(found)) != 1 for found in heads):
            return ()
        return tuple(self._joined(row) for row in zip(*(found[0] for found in heads), strict=True))

    @property
    def policies(self) -> tuple[Told, ...]:
        """The policies, and what they give."""
        rows = zip(*(side.county.policies for side in self._sides), strict=True)
        return tuple(
            Told(
                self._joined(policy.brief.title for policy in row),
                self._joined(policy.brief.summary for policy in row),
            )
            for row in rows
        )

    def _numbers(self, read: Callable[[Brochure], tuple[KeyFigure, ...]]) -> tuple[Number, ...]:
        return self._rows([read(side) for side in self._sides])

    def _rows(
        self, sides: list[tuple[KeyFigure, ...]], *, bare: bool = False
    ) -> tuple[Number, ...]:
        return tuple(
            Number(
                label=() if bare else self._joined(figure.label for figure in row),
                value=row[0].value,
                again=self._joined(("", *(figure.value.short for figure in row[1:]))),
                note=self._joined(figure.note for figure in row),
            )
            for row in zip(*sides, strict=True)
        )

    def _joined(self, texts: Iterable[object]) -> Said:
        """Return texts that stand in the order of the sides; empty ones are left out."""
        tags = [str(side.county.voice.words["language"]["tag"]) for side in self._sides]
        pairs = zip(tags, texts, strict=False)
        return tuple(Line(tag, str(text)) for tag, text in pairs if text)
