"""A building that a park has to let: a ready-built factory, offices, housing."""

from enum import StrEnum

from site_builder.content.measures import Area, Length, Rent
from site_builder.content.model import Frozen, Text
from site_builder.content.scalars import Count


class PlantUse(StrEnum):
    """What a ready-built building is for."""

    FACTORY = "factory"
    OFFICE = "office"
    HOUSING = "housing"


class Plant(Frozen):
    """A ready-built factory, or another building to let that a park has beside them."""

    name: Text
    """名称，如 1号标准厂房。Its name."""
    use: PlantUse = PlantUse.FACTORY
    """用途：厂房、办公研发用房或员工住房；不写即为厂房。What it is for; a factory if not said."""
    area: Area
    """可租面积。Area to let."""
    storeys: Count | None = None
    """层数。Storeys."""
    height: Length | None = None
    """首层层高。Height of the ground floor."""
    load: Text | None = None
    """荷载。Floor load."""
    rent: Rent
    """租金，如 8元/平方米·月。Rent."""
