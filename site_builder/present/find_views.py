"""What "Find my place" is given: everything an investor may be led to, ready to be searched.

Every item has its figures twice: in words, as they are read, and as plain numbers in the
reference unit of their dimension (square metres, yuan, metres, months), to sort by.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from site_builder.present.words import Choice


@dataclass(frozen=True)
class SearchText:
    """A text in which a product may be found."""

    field: str
    """What the text is: `title`, `product`, `goods`, `makes`, `target`, `firm`, `text`."""
    shown: str
    """The text in the page's language."""
    other: str
    """The same in the other language: a product is looked for in both."""


@dataclass(frozen=True)
class Measures:
    """The figures of an item by name, in words and as numbers to sort by."""

    said: Mapping[str, str]
    numbers: Mapping[str, float]
    """A figure that is only said, such as what a utility can deliver, has none."""


@dataclass(frozen=True)
class FindItem:
    """A segment, a project, a plot, a ready-built factory, a park or a policy."""

    id: str
    """A few letters and digits, the same in both languages and on every build."""
    kind: str
    """`segment`, `project`, `plot`, `plant`, `park` or `policy`."""
    key: str
    """What others name it by: `industry/segment`, a slug, `park/plot`."""
    title: str
    path: str
    """Its place on the website, from the root."""
    place: str
    """What stands under its title: where it is, what it belongs to."""
    texts: tuple[SearchText, ...] = ()
    measures: Measures = field(default_factory=lambda: Measures({}, {}))
    """Its own figures; for a project, a plot or a factory those of its park hold besides."""
    notes: tuple[str, ...] = ()
    """What speaks for it whatever was asked, a sentence each."""
    mark: Choice | None = None
    """The strength of a segment."""
    industries: tuple[str, ...] = ()
    """The slugs of its industries; none means all."""
    segments: tuple[str, ...] = ()
    """The keys of its segments."""
    parks: tuple[str, ...] = ()
    """The slugs of the parks it stands in or suits."""
    plots: tuple[str, ...] = ()
    """The plots, among those of its parks, that suit a segment best or are meant for a project."""
    projects: tuple[str, ...] = ()
    """The slugs of the projects that a plot is meant for."""
    uses: tuple[str, ...] = ()
    """The land uses of its plots; for a plot its own."""
    policies: tuple[str, ...] = ()
    """The slugs of the policies that apply to it."""


@dataclass(frozen=True)
class FindIndustry:
    """An industry that can be pointed to."""

    slug: str
    title: str


@dataclass(frozen=True)
class FindView:
    """Everything that an investor may be led to, in one language."""

    industries: tuple[FindIndustry, ...]
    items: tuple[FindItem, ...]
    examples: tuple[str, ...]
    """Goods that local firms buy from outside, the largest sums first."""
    square_metres: Mapping[str, float]
    """How many square metres each unit of land has, by its code: `mu`, `ha`, `m2`."""

    @cached_property
    def at(self) -> Mapping[str, FindItem]:
        """Return what may be kept on a shortlist, by its place on the website."""
        return {item.path: item for item in self.items}
