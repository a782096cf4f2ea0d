"""Lets WeasyPrint 70 set the same pages in less time and memory.

Each module replaces a few functions of WeasyPrint, or of what it writes with, by ones that return
the same. As in `brochure.rendering.chinese_lines`, they are replaced while the program runs,
and only if their source is the one they were written for; otherwise everything is done as
WeasyPrint does it, and takes longer.
"""

from site_builder.brochure.rendering.quicker import (
    drawings,
    lengths,
    lines,
    releasing,
    styles,
    writing,
)
from site_builder.brochure.rendering.quicker.lines import forget
from site_builder.brochure.rendering.quicker.reading import read_html

__all__ = ["forget", "read_html", "set_quicker"]


def set_quicker() -> dict[str, bool]:
    """Replace what is slow, once in a process; return by module whether it is replaced."""
    return {
        "styles": styles.replace(),
        "lengths": lengths.replace(),
        "lines": lines.replace(),
        "drawings": drawings.replace(),
        "writing": writing.replace(),
        "releasing": releasing.replace(),
    }
