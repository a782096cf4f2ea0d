"""What only follows where an id is given twice: the id that it displaced leads nowhere.

Goes in: all that is wrong with a county. Comes out: the same without what will be mended, or
can be judged, once the plots of the park or the segments of the chain have ids of their own.
"""

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from site_builder.content.catalog import Catalog
from site_builder.diagnostics import Diagnostic, Rule

_OF_SUPPLIES = {Rule.SUPPLY_TO_NOWHERE, Rule.SUPPLY_TO_ITSELF}
_OF_GAPS = {Rule.GAP_TRACE_BROKEN, Rule.GAP_WITHOUT_PROJECT}

_List = tuple[PurePosixPath, str]
"""A record's file, and which of its lists: `plots` or `segments`."""


def without_displaced(findings: Iterable[Diagnostic], catalog: Catalog) -> Sequence[Diagnostic]:
    """Return the findings of a county without those that follow from an id given twice."""
    found = list(findings)
    twice = {_list_of(finding) for finding in found if finding.rule is Rule.DUPLICATE_ID}
    if not twice:
        return found
    ids = {str(f.facts["id"]) for f in found if f.rule is Rule.DUPLICATE_ID}
    ways = _Ways(catalog)
    return [
        finding
        for finding in found
        if twice.isdisjoint(ways.looked_up(finding)) or _is_of_another_gap(finding, ids, catalog)
    ]


def _list_of(finding: Diagnostic) -> _List:
    return finding.place.path, finding.field.partition(".")[0]


def _is_of_another_gap(finding: Diagnostic, ids: set[str], catalog: Catalog) -> bool:
    """Whether a gap whose id is its own is told: it is broken whatever another is called."""
    if finding.rule not in _OF_GAPS:
        return False
    _, index, *_ = finding.field.split(".")
    records = {entry.source.path: entry.record for entry in catalog.industries.values()}
    return records[finding.place.path].segments[int(index)].id not in ids


class _Ways:
    """Knows in which lists of other records a reference is looked up."""

    def __init__(self, catalog: Catalog) -> None:
        self._projects = {entry.source.path: entry.record for entry in catalog.projects.values()}
        self._industries = {
            entry.source.path: entry.record for entry in catalog.industries.values()
        }
        self._parks = {slug: entry.source.path for slug, entry in catalog.parks.items()}
        self._chains = {slug: entry.source.path for slug, entry in catalog.industries.items()}
        self._drawings = {
            PurePosixPath("media", entry.record.plan.file): entry.source.path
            for entry in catalog.parks.values()
            if entry.record.plan is not None
        }

    def looked_up(self, finding: Diagnostic) -> set[_List]:
        """Return the lists that a finding misses something in; none for most findings."""
        path = finding.place.path
        if finding.rule is Rule.SHAPE_WITHOUT_PLOT:
            return {(self._drawings.get(path, path), "plots")}
        if finding.rule in _OF_SUPPLIES | _OF_GAPS:
            return {(path, "segments")}
        if finding.rule is Rule.UNKNOWN_REFERENCE:
            return self._referred(path, finding.field.split("."))
        return set()

    def _referred(self, path: PurePosixPath, field: Sequence[str]) -> set[_List]:
        match field:
            case ["plots", _] if path in self._projects:
                return self._plots_of([self._projects[path].park])
            case ["segments", _] if path in self._projects:
                chain = self._chains.get(self._projects[path].industry)
                return {(chain, "segments")} if chain is not None else set()
            case ["segments", index, "plots", _] if path in self._industries:
                return self._plots_of(self._industries[path].segments[int(index)].parks)
        return set()

    def _plots_of(self, parks: Iterable[str | None]) -> set[_List]:
        return {(self._parks[park], "plots") for park in parks if park in self._parks}
