"""What a printing remembers of a project: a fixed list of facts, as values and not as words.

Values say the same whatever words a theme has for them: only what the county changes counts as
changed. A quantity is written as in the county's own files, with its unit: `2.9亿元`.
"""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

from site_builder.content.measures import Amount
from site_builder.content.model import Text
from site_builder.content.park import ParkFields
from site_builder.content.project import ProjectFields, ProjectStage
from site_builder.content.project_money import TaxBasis
from site_builder.content.project_terms import CooperationMode
from site_builder.content.scalars import Slug
from site_builder.quantities.writing import as_written

Measured = Annotated[Amount, PlainSerializer(as_written, str)]
"""A quantity that is kept as an author writes it."""


class Kept(BaseModel):
    """A part of what is kept of a printing."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class PaybackFact(Kept):
    """In what time the money comes back."""

    value: Measured
    includes_construction: bool


class ReturnFact(Kept):
    """The internal rate of return."""

    value: Measured
    basis: TaxBasis


class SiteFact(Kept):
    """Where the project is to stand."""

    park: Slug | None = None
    name: Text
    """The park's title; outside a park, the place."""
    plots: tuple[Slug, ...] = ()


class Facts(Kept):
    """What is remembered of every project, in the order in which it is told."""

    title: Text
    investment: Measured
    land: Measured | None = None
    """Its land; of a project without land of its own, the floor area."""
    payback: PaybackFact | None = None
    rate: Annotated[ReturnFact | None, Field(alias="return")] = None
    stage: ProjectStage
    modes: tuple[CooperationMode, ...] = ()
    site: SiteFact
    price: Mapping[Slug, Measured] = {}
    """The starting price of each of its plots."""
    person: Text
    """Whom to call: the person, else the office."""
    phone: str


FACTS: tuple[str, ...] = tuple(
    str(field.alias or name) for name, field in Facts.model_fields.items()
)
"""The names of the facts, in the order in which they are told."""


def value_of(facts: Facts, name: str) -> object:
    """Return a fact by its name; None or an empty value if the project did not state it."""
    found: object = getattr(facts, "rate" if name == "return" else name)
    return found


def facts_of(project: ProjectFields, park: ParkFields | None) -> Facts:
    """Return the facts of a project as it is now; `park` is the one it lies in, if any."""
    benefits, contact = project.benefits, project.contacts[0]
    payback = benefits.told_payback if benefits else None
    rate = benefits.told_return if benefits else None
    plots = [plot for plot in park.plots if plot.id in project.plots] if park else []
    return Facts(
        title=project.title,
        investment=project.investment.total,
        land=project.scale.land or project.scale.floor_area,
        payback=payback
        and PaybackFact(value=payback.value, includes_construction=payback.includes_construction),
        rate=rate and ReturnFact(value=rate.value, basis=rate.basis),
        stage=project.stage,
        modes=project.cooperation.modes,
        site=SiteFact(
            park=project.park if park else None,
            name=park.title if park else project.place,
            plots=tuple(plot.id for plot in plots),
        ),
        price={plot.id: plot.price for plot in plots},
        person=contact.person or contact.unit,
        phone=contact.phone,
    )
