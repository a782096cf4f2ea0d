"""The charts of a brief: a yearly series, and a whole with its parts."""

from site_builder.draw.bar_chart import Bar, BarChart, BarLegend, bars
from site_builder.draw.split_chart import Part, SplitChart, split

__all__ = ["Bar", "BarChart", "BarLegend", "Part", "SplitChart", "bars", "split"]
