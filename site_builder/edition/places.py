"""Where in a county's files a value stands, for whoever has to look at it: file and line."""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from site_builder.content.printed_facts import Facts
from site_builder.content.source import Loc, Source
from site_builder.content.yaml_text.strict_yaml import Plain, parse

_IN_PROJECT: Mapping[str, tuple[Loc, ...]] = {
    "title": (("title",),),
    "investment": (("investment", "total"),),
    "land": (("scale", "land"), ("scale", "floor_area")),
    "payback": (("benefits", "paybacks"), ("benefits",)),
    "return": (("benefits", "returns"), ("benefits",)),
    "stage": (("stage",),),
    "modes": (("cooperation", "modes"),),
    "site": (("plots",), ("park",), ("place",)),
    "price": (("plots",), ("park",)),
    "person": (("contacts", 0, "person"), ("contacts", 0, "unit")),
    "phone": (("contacts", 0, "phone"),),
}
"""Where each fact of a project stands in its file: at the first of these that is there."""


class Places:
    """The places of values in a county's files, each of which is read when it is asked for."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._read: dict[str, tuple[Plain | None, Source]] = {}

    def of(self, name: str, *ways: Loc) -> str:
        """Return `file:line` of the first value that is there; the file alone if none is."""
        tree, source = self._file(name)
        there = (loc for loc in ways if tree is not None and loc in source.spans)
        found = next(there, None)
        return name if found is None else f"{name}:{source.place(found, on_key=True).line}"

    def of_fact(self, slug: str, fact: str, before: Facts, now: Facts) -> str:
        """Return `file:line` of a fact that has changed.

        A price, and the name of a park, stand in the park's file; all else in the project's.
        """
        park = f"parks/{now.site.park}.yml"
        stays = now.site.park is not None and before.site.park == now.site.park
        if stays and before.site.plots == now.site.plots:
            if fact == "site":
                return self.of(park, ("title",))
            if fact == "price":
                return self.of(park, *self._prices(park, before, now), ("plots",))
        return self.of(f"projects/{slug}.yml", *_IN_PROJECT[fact])

    def _prices(self, park: str, before: Facts, now: Facts) -> Iterator[Loc]:
        """Yield where the prices stand that have changed."""
        tree, _ = self._file(park)
        plots = tree.get("plots") if isinstance(tree, dict) else None
        for number, plot in enumerate(plots if isinstance(plots, list) else ()):
            slug = str(plot.get("id")) if isinstance(plot, dict) else ""
            if slug in now.price and before.price.get(slug) != now.price[slug]:
                yield "plots", number, "price"

    def _file(self, name: str) -> tuple[Plain | None, Source]:
        """Return what stands in a file; nothing if it cannot be read any more."""
        if name not in self._read:
            try:
                text = (self._root / name).read_text("utf-8")
            except (OSError, UnicodeError):
                text = ""
            self._read[name] = parse(text, PurePosixPath(name))[:2]
        return self._read[name]
