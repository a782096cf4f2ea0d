"""A row of a table of land standards: the least floor-area ratio and coverage of some classes.

The national table is data of the program; a county writes its own rows in `county.yml`, under
`checks: limits: land_standards:`, and they come before the national ones.
"""

from typing import Annotated

from site_builder.content.limit_range import LimitRange, limits_in
from site_builder.content.measures import Share
from site_builder.content.model import Frozen, Text
from site_builder.content.scalars import Classification, Number


class LandStandard(Frozen):
    """What projects of some classes must reach on their land."""

    classification: tuple[Classification, ...] = ()
    """行业代码，如 [C26]；不写即全部制造业。Its classes; all manufacturing if left out."""
    plot_ratio: (
        Annotated[
            Number,
            LimitRange(
                "0.2",
                "5",
                zh="全国标准最低为0.5，山地可酌减；低于0.2等于没有要求",
                en="the lowest national figure is 0.5, somewhat less on hillsides; below 0.2 "
                "nothing is asked",
                laxer_below=True,
            ),
        ]
        | None
    ) = None
    """容积率下限，如 0.8。Least floor-area ratio."""
    coverage: (
        Annotated[
            Share,
            LimitRange(
                "20%",
                "80%",
                zh="全国标准为40%；低于两成等于没有要求",
                en="the national figure is 40%; below a fifth nothing is asked",
                laxer_below=True,
            ),
        ]
        | None
    ) = None
    """建筑系数下限，如 40%。Least coverage."""
    source: Text
    """文件名称、文号与版次。The document, its number and edition."""

    @property
    def is_sound(self) -> bool:
        """Whether its figures lie within their ranges."""
        return all(limit.range.holds(limit.value) for limit in limits_in(self))
