"""A row of a table of land standards: the least floor-area ratio and coverage of some classes.

The national table is data of the program; a county writes its own rows in `county.yml`, under
`checks: limits: land_standards:`, and they come before the national ones.
"""

from site_builder.content.measures import Share
from site_builder.content.model import Frozen, Text
from site_builder.content.scalars import Classification, Number


class LandStandard(Frozen):
    """What projects of some classes must reach on their land."""

    classification: tuple[Classification, ...] = ()
    """行业代码，如 [C26]；不写即全部制造业。Its classes; all manufacturing if left out."""
    plot_ratio: Number | None = None
    """容积率下限，如 0.8。Least floor-area ratio."""
    coverage: Share | None = None
    """建筑系数下限，如 40%。Least coverage."""
    source: Text
    """文件名称、文号与版次。The document, its number and edition."""
