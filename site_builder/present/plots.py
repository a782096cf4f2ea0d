"""The plots of a park as a table on paper: what is the same for all is said once, above it."""

from collections.abc import Sequence

from site_builder.present.views import PlotsView, PlotView
from site_builder.present.voice import Voice


def plots_said(plots: Sequence[PlotView], voice: Voice) -> PlotsView:
    """Return what the rows of these plots have in common, and which columns they need.

    A column that no plot fills is neither.
    """
    words = voice.words["park"]
    alike: list[tuple[str, str]] = []
    columns: list[str] = []
    for column, values in {
        "use": [str(plot.brief.use) for plot in plots],
        "price": [plot.brief.price.short for plot in plots],
        "plot_ratio": [str(plot.brief.plot_ratio or "") for plot in plots],
    }.items():
        if len(set(values)) > 1:
            columns.append(column)
        elif any(values):
            alike.append((str(words[column]), values[0]))
    standard = str(words.standard) if any(plot.brief.standard for plot in plots) else ""
    return PlotsView(tuple(alike), tuple(columns), standard)
