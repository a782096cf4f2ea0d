"""The pictures of a page, drawn from its views in the county's colours."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from site_builder.draw.chains.chain import Chain
from site_builder.draw.chains.map import chain_map
from site_builder.draw.chains.need import with_needs
from site_builder.draw.chains.of import chain_of
from site_builder.draw.chains.slide import chain_slide
from site_builder.draw.charts import Bar, BarChart, BarLegend, Part, SplitChart, bars, split
from site_builder.draw.county_chart import NARROW, county_chart
from site_builder.draw.locator.map import locator_map
from site_builder.draw.palette import Palette
from site_builder.draw.park_plan.bars import Plot, PlotStrip, StatusWords, plot_bars
from site_builder.draw.qr import qr
from site_builder.draw.ridges import cover, quiet_picture, ridges
from site_builder.draw.routes.map import Route, RouteMap, route_map
from site_builder.draw.seal import seal
from site_builder.draw.svg import named
from site_builder.present.county_view import CountyView
from site_builder.present.trace_views import RegionView
from site_builder.present.views import BarsView, IndustryView, ParkView, Share
from site_builder.present.words import Words


@dataclass(frozen=True)
class Pictures:
    """Draws in one palette and one language; every picture is safe SVG markup."""

    palette: Palette
    words: Words
    mountains: str = ""
    """What landscapes are called where every picture needs a name, as in tagged PDF; without
    it they are decoration."""

    def landscape(
        self, seed: str, tint: str, *, width: int = 1440, height: int = 560, clear: int = 0
    ) -> str:
        """Return the mountains of a record, with a dark ground at their foot.

        The upper `clear` of the height is sky, for words.
        """
        drawn = ridges(seed, self.palette, sky=tint, width=width, height=height, clear=clear)
        return named(drawn, self.mountains) if self.mountains else drawn

    def cover(self, seed: str, tint: str = "mist", *, sun: bool = True, near: int = 0) -> Markup:
        """Return the tall landscape of a cover; of it, the `near` nearest ridges if any."""
        drawn = cover(seed, self.palette, sky=tint, sun=sun, near=near)
        return _svg(named(drawn, self.mountains) if self.mountains else drawn)

    def foot(self, seed: str) -> Markup:
        """Return pale mountains for the foot of a page that is not full; they are decoration."""
        return _svg(quiet_picture(seed, self.palette, width=864, height=184))

    def seal(self, characters: str, title: str = "", *, size: int = 96) -> Markup:
        """Return the county's seal; without a title it is decoration."""
        carved = seal(characters, self.palette, size=size)
        return _svg(named(carved, title) if title else carved)

    def qr(self, url: str, title: str, size: int = 132, *, key: str = "") -> Markup:
        """Return the code that opens a page; `key` tells two of one page apart."""
        return _svg(qr(url, self.palette, size=size, title=title, key=key))

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
        """Return an industry's chain map; with `links`, cards lead to `#seg-…`."""
        drawn = self._chain(industry, county, links=links)
        return _svg(chain_map(drawn, self.palette, width=width))

    def chain_file(self, industry: IndustryView, county: CountyView) -> Markup:
        """Return an industry's chain map as it stands alone: a slide that leads nowhere."""
        return _svg(chain_slide(self._chain(industry, county, links=False), self.palette))

    def _chain(self, industry: IndustryView, county: CountyView, *, links: bool) -> Chain:
        drawn = chain_of(industry, county, self.words, links=links)
        return with_needs(drawn, county.lists.get(industry.slug), self.words)

    def locator(  # noqa: PLR0913 - how one map is shown
        self,
        county: CountyView,
        root: str,
        key: str,
        *,
        width: int = 720,
        height: int = 520,
        projects: bool = False,
    ) -> Markup:
        """Return the map of a county; `root` leads from the page to the root.

        With `projects` it shows their numbers as well; narrow ones leave the distances out.
        """
        chart = county_chart(county, self.words, root, key, projects=projects)
        chart = replace(chart, notes=width >= NARROW)
        return _svg(locator_map(chart, self.palette, width=width, height=height))

    def plan(
        self, park: ParkView, key: str, *, links: bool = True, width: int = 820, height: int = 600
    ) -> Markup:
        """Return the plan of a park; with `links`, plots lead to their row of the table.

        Nothing for a park that does not say where its plots lie.
        """
        if park.plan is None:
            return Markup("")
        # Most counties give no corners: they need not wait for the geometry that draws them.
        from site_builder.draw.park_plan.picture import plan_of
        from site_builder.draw.park_plan.plan import park_plan

        drawn = plan_of(park, park.plan, self.words, key=key, links=links)
        return _svg(park_plan(drawn, self.palette, width=width, height=height))

    def routes(
        self,
        regions: Sequence[RegionView],
        county: CountyView,
        key: str,
        *,
        width: float = 720.0,
        flat: float = 0.0,
    ) -> Markup:
        """Return the routes to the regions whose position is known; nothing without any.

        `flat` is how many times as wide as high the drawing is at least.
        """
        words = self.words["gap"]
        routes = tuple(
            Route(region.name, region.distance.short, region.kilometres, region.bearing)
            for region in regions
            if region.distance is not None
        )
        if not routes:
            return Markup("")
        chart = RouteMap(
            key=f"routes-{key}",
            title=str(words.routes),
            description=str(words.routes_alt).format(county=county.brief.short_name),
            centre=str(county.brief.short_name),
            routes=routes,
            ring=lambda km: str(words.ring).format(km=county.voice.speaker.number(km)),
            width=width,
            flat=flat,
        )
        return _svg(route_map(chart, self.palette))

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


def _svg(drawn: str) -> Markup:
    return Markup(drawn)  # noqa: S704 - the drawings escape every text they are given
