"""A park's view as a plan to draw."""

from site_builder.draw.park_plan.forms import ParkPlan, PlanGround, PlanPlot, PlanWords
from site_builder.present.plan import PlanView
from site_builder.present.views import ParkView
from site_builder.present.words import Words

_STATUSES = ("available", "reserved", "taken")
_KINDS = ("built", "green", "water")


def plan_of(park: ParkView, plan: PlanView, words: Words, *, key: str, links: bool) -> ParkPlan:
    """Return a park's plan in the words of one language; with `links`, plots lead to their row."""
    own, statuses = words["plan"], words["choices"]["PlotStatus"]
    plots = tuple(
        PlanPlot(
            id=str(plot.brief.id),
            name=str(plot.brief.id).upper(),
            area=plot.brief.area.short,
            status=plot.status.code,
            word=plot.status.word,
            outline=plan.outlines[plot.brief.id],
            href=f"#plot-{plot.brief.id}" if links else None,
        )
        for plot in park.plots
        if plot.brief.id in plan.outlines
    )
    return ParkPlan(
        key=key,
        title=f"{park.brief.title} · {own.title}",
        description="; ".join(f"{plot.name}: {plot.area}, {plot.word}" for plot in plots),
        plots=plots,
        ground=tuple(
            PlanGround(
                ground.kind,
                ground.outline,
                ground.closed,
                ground.name,
                ground.width,
                ground.holes,
            )
            for ground in plan.ground
        ),
        words=PlanWords(
            statuses=tuple((code, str(statuses[code])) for code in _STATUSES),
            kinds=tuple((kind, str(own[kind])) for kind in _KINDS),
            north=str(words["map"].north),
            metres=str(own.metres),
        ),
    )
