"""Pictures that are not drawn: what stands on a page is measured, and told apart, without them.

A picture follows from what it is drawn of. So the key of a brochure need not hold the drawing,
only that, and the program that draws; and to measure a project, an empty picture of the same
size will do.
"""

from dataclasses import dataclass, field
from hashlib import sha256

from markupsafe import Markup

from site_builder.draw.pictures import Pictures
from site_builder.draw.svg import document
from site_builder.present.views import BarsView, ParkView

_QR = 132
"""Pixels of a code, as it is drawn."""
_COVER = (840, 1188)
_CHART = 720


@dataclass(frozen=True)
class Album(Pictures):
    """Pictures that draws the plan of a park once, however many books show it."""

    plans: dict[tuple[object, ...], tuple[ParkView, Markup]] = field(
        default_factory=dict, compare=False
    )

    def plan(
        self, park: ParkView, key: str, *, links: bool = True, width: int = 820, height: int = 600
    ) -> Markup:
        """Return the plan of a park, as `Pictures.plan` does."""
        name = (id(park), key, links, width, height)
        if name not in self.plans:
            drawn = super().plan(park, key, links=links, width=width, height=height)
            # With the park, so that no other comes to have its identity.
            self.plans[name] = (park, drawn)
        return self.plans[name][1]


@dataclass(frozen=True)
class Sketches(Pictures):
    """Empty pictures, as large as the real ones, that say what they stand for."""

    def landscape(
        self, seed: str, tint: str, *, width: int = 1440, height: int = 560, clear: int = 0
    ) -> str:
        """Return an empty landscape."""
        return sketch("landscape", seed, tint, clear, self.mountains, width=width, height=height)

    def cover(self, seed: str, tint: str = "mist", *, sun: bool = True, near: int = 0) -> Markup:
        """Return an empty cover."""
        shown = (seed, tint, sun, near, self.mountains)
        return sketch("cover", *shown, width=_COVER[0], height=_COVER[1])

    def seal(self, characters: str, title: str = "", *, size: int = 96) -> Markup:
        """Return an empty seal."""
        return sketch("seal", characters, title, width=size, height=size)

    def qr(self, url: str, title: str, size: int = _QR, *, key: str = "") -> Markup:
        """Return an empty code."""
        return sketch("qr", url, title, key, width=size, height=size)

    def bars(self, view: BarsView, key: str, *, narrow: bool = False, height: int = 300) -> Markup:
        """Return an empty chart; narrow ones are drawn."""
        if narrow:
            return super().bars(view, key, narrow=narrow, height=height)
        bars = [(bar.label, bar.value, bar.shown, bar.forecast) for bar in view.bars]
        words = self.words["chart"]
        shown = (view.title, view.unit, bars, str(words.actual), str(words.forecast))
        return sketch("bars", key, *shown, width=_CHART, height=height)

    def plan(
        self, park: ParkView, key: str, *, links: bool = True, width: int = 820, height: int = 600
    ) -> Markup:
        """Return an empty plan; nothing where no plan is drawn."""
        if park.plan is None:
            return Markup("")
        # Only a county that has plans waits for what reckons with shapes.
        from site_builder.draw.park_plan.picture import plan_of

        shown = plan_of(park, park.plan, self.words, key=key, links=links)
        return sketch("plan", shown, width=width, height=height)


def sketch(*content: object, width: int = 100, height: int = 100) -> Markup:
    """Return an empty picture that holds a digest of what the real one would show."""
    digest = sha256(repr(content).encode()).hexdigest()
    empty = document(
        f"<desc>{digest}</desc>", width=width, height=height, key="sketch", title="", font=None
    )
    return Markup(empty)  # noqa: S704 - a drawing of ours
