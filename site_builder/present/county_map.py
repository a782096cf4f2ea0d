"""The county map: every place brought to WGS-84, with what is said of it beside its mark."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from site_builder.content.county import Place
from site_builder.content.destinations import place_of, seat_of
from site_builder.content.model import Distance
from site_builder.geography.plane import distance as distance_between
from site_builder.present.links import record_path
from site_builder.present.map_view import Beyond, MapPlace, MapProject, MapView
from site_builder.present.navigation import ways_there
from site_builder.present.voice import Voice
from site_builder.present.words import Choice
from site_builder.publish.public import PublicCatalog, PublicPark


def present_map(
    catalog: PublicCatalog, voice: Voice, shown: Sequence[str] | None = None
) -> MapView:
    """Return the map of a county as it is read in one language.

    With `shown`, it has the projects of these slugs only, numbered in this order, and says how
    many there are beside. Else they are numbered park by park.
    """
    county = catalog.county
    projects = {n: p for n, p in catalog.projects.items() if shown is None or n in shown}
    at_parks = {
        slug: [name for name, p in projects.items() if p.park == slug and not p.position]
        for slug in catalog.parks
    }
    order = [name for names in at_parks.values() for name in names]
    order += [name for name, project in projects.items() if project.position]
    if shown is not None:
        order.sort(key=list(shown).index)
    numbers = {name: str(number) for number, name in enumerate(order, 1)}
    there = {id(place): way for way in county.distances if (place := place_of(county, way))}
    known = {id(way) for way in there.values()}
    office, seat = county.bureau.position, seat_of(county)
    note, approval = _remarks(catalog, voice)
    view = MapView(
        places=tuple(_place(place, there.get(id(place)), seat, voice) for place in county.places),
        parks=tuple(
            _park(slug, sorted(int(numbers[name]) for name in at_parks[slug]), catalog, voice)
            for slug in catalog.parks
        ),
        projects=tuple(_projects(numbers, catalog, voice)),
        beyond=tuple(_beyond(w, voice) for w in county.distances if id(w) not in known),
        note=note,
        office=()
        if office is None
        else ways_there(office.wgs84, county.bureau.unit.zh, voice.words),
        seat=seat.position.wgs84 if seat is not None else None,
        outline=catalog.outline if approval else None,
        approval=approval,
        others=_others(len(catalog.projects) - len(projects), voice),
    )
    key = county.map.key if county.map is not None else ""
    return replace(view, online=_online(view, key, voice)) if key else view


def _others(count: int, voice: Voice) -> str:
    """Return how many projects the map leaves out; nothing if it leaves out none."""
    return str(voice.words["map"].others).format(count=count) if count else ""


def _remarks(catalog: PublicCatalog, voice: Voice) -> tuple[str, str]:
    """Return what stands under the map, and the approval number of its boundary, if it has one."""
    words, boundary = voice.words["map"], catalog.county.boundary
    if boundary is None or boundary.approval is None or not catalog.outline:
        return str(words["note"]), ""
    number, source = boundary.approval.number, voice.text(boundary.approval.source)
    return (
        str(words["approved"]).format(number=number, source=source),
        str(words["approval_number"]).format(number=number),
    )


def _online(view: MapView, key: str, voice: Voice) -> str:
    """Return what the script of the online map is told: key, language, marks."""
    marks = [(place.name, place.kind.code, place.at) for place in (*view.places, *view.parks)]
    marks += [(f"{p.number} {p.title}", "project", p.at) for p in view.projects if p.at]
    return json.dumps(
        {
            "key": key,
            "labels": "cva" if voice.language == "zh" else "eva",
            "marks": [
                {
                    "name": name,
                    "kind": kind,
                    "lat": round(at.latitude, 5),
                    "lon": round(at.longitude, 5),
                }
                for name, kind, at in marks
            ],
        },
        ensure_ascii=False,
    )


def _place(place: Place, way: Distance | None, seat: Place | None, voice: Voice) -> MapPlace:
    distance, time, note = _said(way, voice)
    if way is None and seat is not None and place is not seat:
        distance = note = _straight(seat, place, voice)
    return MapPlace(
        name=voice.text(place.name),
        kind=Choice(place.kind.value, voice.words.choice(place.kind)),
        at=place.position.wgs84,
        distance=distance,
        time=time,
        note=note,
        ways=ways_there(place.position.wgs84, place.name.zh, voice.words),
    )


def _park(slug: str, numbers: Sequence[int], catalog: PublicCatalog, voice: Voice) -> MapPlace:
    park = catalog.parks[slug]
    distance, time, note = _said(_way_to_seat(park, catalog), voice)
    words = voice.words["map"]
    span = ""
    if numbers:
        word = words["project"] if len(numbers) == 1 else words["projects"]
        joint = str(voice.words["site"]["list_joint"])
        span = str(word).format(numbers=joint.join(_runs(numbers, str(words["run"]))))
    return MapPlace(
        name=voice.text(park.title),
        kind=Choice("park", str(words["park"])),
        at=park.position.wgs84,
        path=record_path("park", slug, voice.language),
        distance=distance,
        time=time,
        note=note,
        numbers=span,
        ways=ways_there(park.position.wgs84, park.title.zh, voice.words),
    )


def _runs(numbers: Sequence[int], word: str) -> Iterator[str]:
    """Yield rising numbers; those that follow each other become one `word`: `1–3`, `7`."""
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        found = [number for _, number in run]
        alone = len(found) == 1
        yield str(found[0]) if alone else word.format(first=found[0], last=found[-1])


def _way_to_seat(park: PublicPark, catalog: PublicCatalog) -> Distance | None:
    """Return the park's distance to the county seat."""
    seat = seat_of(catalog.county)
    if seat is None:
        return None
    return next((way for way in park.distances if place_of(catalog.county, way) is seat), None)


def _said(way: Distance | None, voice: Voice) -> tuple[str, str, str]:
    """Return a distance, the time it takes, and both in one."""
    if way is None:
        return "", "", ""
    distance = voice.speaker.say(way.distance).short
    time = voice.speaker.say(way.time).short if way.time is not None else ""
    both = str(voice.words["map"].way).format(distance=distance, time=time)
    return distance, time, both if time else distance


def _straight(seat: Place, place: Place, voice: Voice) -> str:
    """Return how far a place is in a straight line, where the way by road is not known."""
    metres = distance_between(seat.position.wgs84, place.position.wgs84)
    return str(voice.words["map"].far).format(km=round(metres / 1000))


def _projects(
    numbers: dict[str, str], catalog: PublicCatalog, voice: Voice
) -> Iterator[MapProject]:
    for name, number in numbers.items():
        project = catalog.projects[name]
        at = project.position.wgs84 if project.position is not None else None
        yield MapProject(
            number=number,
            title=voice.text(project.title),
            path=record_path("project", name, voice.language),
            place=voice.text(project.place),
            at=at,
            ways=() if at is None else ways_there(at, project.title.zh, voice.words),
            slug=name,
        )


def _beyond(way: Distance, voice: Voice) -> Beyond:
    distance, time, _ = _said(way, voice)
    kind = Choice(way.kind.value, voice.words.choice(way.kind))
    return Beyond(voice.text(way.to), kind, distance, time)
