"""The pictures of a page, drawn from its views in the county's colours."""

from dataclasses import dataclass

from markupsafe import Markup

from site_builder.draw.chain import Card, Chain, Legend, Link, StageColumn
from site_builder.draw.chain_map import chain_map
from site_builder.draw.charts import Bar, BarChart, BarLegend, Part, SplitChart, bars, split
from site_builder.draw.locator import KINDS, Kind, LocatorMap, MapWords, Place
from site_builder.draw.locator_map import locator_map
from site_builder.draw.palette import Palette
from site_builder.draw.plot_bars import Plot, PlotStrip, StatusWords, plot_bars
from site_builder.draw.qr import qr
from site_builder.draw.ridges import cover, ridges
from site_builder.draw.seal import seal
from site_builder.present.views import (
    BarsView,
    CountyView,
    IndustryView,
    ParkView,
    SegmentView,
    Share,
)
from site_builder.present.words import Words


@dataclass(frozen=True)
class Pictures:
    """Draws in one palette and one language; every picture is safe SVG markup."""

    palette: Palette
    words: Words

    def landscape(self, seed: str, tint: str, *, width: int = 1440, height: int = 560) -> str:
        """Return the mountains of a record, with a dark ground at their foot."""
        return ridges(seed, self.palette, sky=tint, width=width, height=height)

    def cover(self, seed: str, tint: str = "mist", *, sun: bool = True) -> Markup:
        """Return the tall landscape of a cover."""
        return _svg(cover(seed, self.palette, sky=tint, sun=sun))

    def seal(self, characters: str, size: int = 96) -> Markup:
        """Return the county's seal."""
        return _svg(seal(characters, self.palette, size=size))

    def qr(self, url: str, title: str, size: int = 132) -> Markup:
        """Return the code that opens a page."""
        return _svg(qr(url, self.palette, size=size, title=title))

    def bars(self, view: BarsView, key: str, *, narrow: bool = False, height: int = 300) -> Markup:
        """Return a yearly series as bars."""
        words = self.words["chart"]
        chart = BarChart(
            key=key,
            title=f"{view.title} ({view.unit})",
            description="; ".join(f"{bar.label}: {bar.shown}" for bar in view.bars),
            bars=tuple(Bar(b.label, b.value, b.shown, b.forecast) for b in view.bars),
            height=height,
            legend=BarLegend(str(words.actual), str(words.forecast)),
            narrow=narrow,
        )
        return _svg(bars(chart, self.palette))

    def split(
        self, shares: tuple[Share, ...], title: str, key: str, *, narrow: bool = False
    ) -> Markup:
        """Return a whole cut into its parts."""
        chart = SplitChart(
            key=key,
            title=title,
            description="; ".join(f"{s.name}: {s.shown}, {s.percent_shown}" for s in shares),
            parts=tuple(Part(s.name, s.percent, s.shown, s.percent_shown) for s in shares),
            narrow=narrow,
        )
        return _svg(split(chart, self.palette))

    def chain(
        self, industry: IndustryView, county: CountyView, *, links: bool = True, width: int = 1180
    ) -> Markup:
        """Return an industry's chain map; with `links`, cards lead to `#segment-…`."""
        words = self.words["industry"]
        drawn = Chain(
            key=f"chain-{industry.slug}",
            title=f"{industry.brief.title} · {words.map}",
            description=str(industry.brief.summary),
            stages=tuple(StageColumn(s.code, s.word) for s, _ in industry.stages),
            cards=tuple(_card(segment, links=links) for segment in industry.segments),
            links=tuple(
                Link(segment.id, supply.path, supply.note)
                for segment in industry.segments
                for supply in segment.supplies
            ),
            legend=self._chain_legend(),
            source_line=str(words.source).format(
                bureau=county.brief.bureau.unit,
                date=industry.brief.updated,
            ),
        )
        return _svg(chain_map(drawn, self.palette, width=width))

    def _chain_legend(self) -> Legend:
        words, strength = self.words["industry"], self.words["choices"]["Strength"]
        return Legend(
            strong=str(strength["strong"]),
            weak=str(strength["weak"]),
            missing=str(strength["missing"]),
            project=str(words.project_mark),
            flow=str(words.flow),
            loop=str(words.loops),
        )

    def locator(
        self, county: CountyView, root: str, key: str, *, width: int = 720, height: int = 520
    ) -> Markup:
        """Return the schematic map of a county; `root` leads from the page to the root."""
        words, kinds = self.words["map"], self.words["choices"]["PlaceKind"]
        legend: dict[Kind, str] = {"park": str(words.park)}
        for kind in KINDS:
            if kind not in {"park", "project"}:
                legend[kind] = str(kinds[kind])
        places = tuple(
            Place(
                name=place.name,
                kind=place.kind.code,  # type: ignore[arg-type]
                lat=place.latitude,
                lon=place.longitude,
                href=root + place.path if place.path else None,
            )
            for place in county.places
        )
        kilometres = "{km} " + str(words.kilometres)
        chart = LocatorMap(
            key=key,
            title=str(words.title),
            description=str(words.description),
            places=places,
            words=MapWords(legend, str(words.north), kilometres, kilometres),
        )
        return _svg(locator_map(chart, self.palette, width=width, height=height))

    def plots(self, park: ParkView, *, links: bool = True) -> Markup:
        """Return a park's plots as blocks."""
        words = self.words["choices"]["PlotStatus"]
        strip = PlotStrip(
            key=f"plots-{park.slug}",
            title=f"{park.brief.title} · {self.words['park'].plots}",
            description="; ".join(f"{p.brief.id}: {p.status.word}" for p in park.plots),
            plots=tuple(
                Plot(
                    id=str(plot.brief.id).upper(),
                    area=plot.square_metres,
                    shown=plot.brief.area.short,
                    status=plot.status.code,  # type: ignore[arg-type]
                    href=f"#plot-{plot.brief.id}" if links else None,
                )
                for plot in park.plots
            ),
            words=StatusWords(
                str(words["available"]),
                str(words["reserved"]),
                str(words["taken"]),
            ),
        )
        return _svg(plot_bars(strip, self.palette, width=1180))


def _card(segment: SegmentView, *, links: bool) -> Card:
    return Card(
        id=segment.id,
        stage=segment.stage.code,
        title=segment.title,
        role=str(segment.brief.role),
        strength=segment.strength.code,  # type: ignore[arg-type]
        strength_word=segment.strength.word,
        firms=segment.firms,
        projects=tuple(project.title for project in segment.projects),
        href=f"#segment-{segment.id}" if links else None,
    )


def _svg(drawn: str) -> Markup:
    return Markup(drawn)  # noqa: S704 - the drawings escape every text they are given
