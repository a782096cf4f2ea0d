"""Land is used as densely as its park and the land standards ask for.

The park's own table is an error to miss, since it is the county's condition of entry. The
standards are the Control Indicators for Industrial Land (国土资发〔2008〕24号; 自然资发〔2023〕
72号): manufacturing that is new, extended or upgraded. They are kept as data and only warn.
"""

from collections.abc import Iterator

from site_builder.checks.land.classification import is_manufacturing
from site_builder.checks.land.commitments import outgrown
from site_builder.checks.land.indicators import Indicator, Kind, area_indicators, money_indicators
from site_builder.checks.land.land_standards import Least, least_coverage, least_plot_ratio
from site_builder.checks.land.misplaced import misplaced
from site_builder.checks.land.park_demands import Demand, demands
from site_builder.checks.scope import Scope, Terms
from site_builder.content.catalog import Entry
from site_builder.content.project import Project, ProjectKind
from site_builder.content.settings import Limits
from site_builder.content.source import Loc
from site_builder.diagnostics import NOTHING, Diagnostic, Rule, Words, both
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.land import area_as_written, share_as_written
from site_builder.quantities.quantity import Quantity
from site_builder.quantities.reading import read_quantity
from site_builder.quantities.writing import as_written

_ADVICE = Words(
    zh="；此表尚待与原件核对，本省本县另有标准的，写入 county.yml 的 checks.limits.land_standards",
    en="; this table is still to be confirmed: a standard of the province or county goes into "
    "county.yml under checks.limits.land_standards",
)

# Elsewhere no law says how much, but never more than there is.
_WHOLE = read_quantity("100%")
_BUILDS = {ProjectKind.NEW_BUILD, ProjectKind.EXPANSION, ProjectKind.UPGRADE}


def check_land(scope: Scope) -> Iterator[Diagnostic]:
    """Yield the indicators of approved projects that miss their park's table or the standards.

    Where both are missed and the park asks for no less, only the park is named: who meets it
    meets the standard too.
    """
    wrong_land, wrong_park = outgrown(scope), misplaced(scope)
    for entry in scope.approved.projects.values():
        project = entry.record
        asked = _asked_by_park(project, scope) if entry.slug not in wrong_park else {}
        # Sums on land that the plots do not have would tell of the wrong land once more.
        sums = money_indicators(project) if entry.slug not in wrong_land else ()
        for indicator in (*sums, *area_indicators(project)):
            demand = asked.get(indicator.kind)
            least = _standard(indicator, project, scope.terms.limits)
            if demand is not None and indicator.against(demand.least).falls_short:
                yield _below_threshold(entry, indicator, demand)
                if least is not None and least.value <= demand.least:
                    continue
            if least is not None and indicator.against(least.value).falls_short:
                yield _below_standard(entry, indicator, least)


def check_office_share(entry: Entry[Project], terms: Terms) -> Iterator[Diagnostic]:
    """Yield offices and staff services that take too much of a factory's land or floor area."""
    project, scale = entry.record, entry.record.scale
    held = _is_held_to_standards(project)
    for name, part, whole, limit in (
        ("office_land", scale.office_land, scale.land, terms.limits.office_land),
        (
            "office_floor_area",
            scale.office_floor_area,
            scale.floor_area,
            terms.limits.office_floor_area,
        ),
    ):
        if part is not None and whole is not None:
            most = limit.highest if held else _WHOLE
            yield from _office(entry, ("scale", name), part.lowest, whole.highest, most)


def _asked_by_park(project: Project, scope: Scope) -> dict[Kind, Demand]:
    park = scope.approved.parks.get(project.park) if project.park is not None else None
    if park is None:
        return {}
    return {demand.kind: demand for demand in demands(project, park)}


def _is_held_to_standards(project: Project) -> bool:
    return project.kind in _BUILDS and is_manufacturing(project.classification)


def _standard(indicator: Indicator, project: Project, limits: Limits) -> Least | None:
    if not _is_held_to_standards(project):
        return None
    match indicator.kind:
        case Kind.PLOT_RATIO:
            return least_plot_ratio(project.classification, limits)
        case Kind.COVERAGE:
            return least_coverage(project.classification, limits)
        case _:
            return None


def _below_threshold(entry: Entry[Project], indicator: Indicator, demand: Demand) -> Diagnostic:
    return entry.source.diagnostic(
        Rule.BELOW_PARK_THRESHOLD,
        indicator.loc,
        **both(who=demand.who, source=demand.source),
        **indicator.facts(demand.least, demand.written),
    )


def _below_standard(entry: Entry[Project], indicator: Indicator, least: Least) -> Diagnostic:
    return entry.source.diagnostic(
        Rule.BELOW_LAND_STANDARD,
        indicator.loc,
        code=entry.record.classification,
        **both(source=least.source, advice=_ADVICE if least.is_national else NOTHING),
        **indicator.facts(least.value, least.written),
    )


def _office(
    entry: Entry[Project], loc: Loc, part: Quantity, whole: Quantity, limit: Quantity
) -> Iterator[Diagnostic]:
    office, total, most = part.reference(), whole.reference(), limit.reference()
    if total <= 0 or office <= most * total:
        return
    is_land = loc[-1] == "office_land"
    yield entry.source.diagnostic(
        Rule.OFFICE_SHARE_HIGH,
        loc,
        **both(what=Words("用地", "land") if is_land else Words("建筑面积", "floor area")),
        office=as_written(part),
        whole=as_written(whole),
        share=share_as_written(Fraction(office, total)),
        limit=as_written(limit),
        most=area_as_written(most * total, part),
    )
