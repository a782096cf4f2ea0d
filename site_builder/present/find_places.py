"""Parks, plots and ready-built factories as "Find my place" compares them."""

from collections.abc import Iterator, Mapping

from site_builder.content.model import Distance, DistanceKind, Text
from site_builder.content.park import Plot, PlotStatus, Utility
from site_builder.content.plant import Plant, PlantUse
from site_builder.content.project_argument import UtilityKind
from site_builder.present.entry_cost import land_cost, unit_cost
from site_builder.present.find_views import FindItem, Measures, SearchText
from site_builder.present.links import record_path
from site_builder.present.park_offer import (
    KEY_UTILITIES,
    available_area,
    day_tariff,
    lowest_price,
    lowest_rent,
)
from site_builder.present.short_ids import short_id
from site_builder.present.voice import Voice
from site_builder.publish.public import PublicPark
from site_builder.quantities.quantity import Quantity
from site_builder.quantities.speaking import Spoken

HUBS = (DistanceKind.AIRPORT, DistanceKind.RAILWAY, DistanceKind.EXPRESSWAY, DistanceKind.PORT)
"""What an investor asks the distance to."""

_NO_BREAK = "\u00a0"


class Ledger:
    """Figures as they are gathered: each said once, and kept as a number to sort by."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        self.said: dict[str, str] = {}
        self.numbers: dict[str, float] = {}

    def put(self, name: str, quantity: Quantity | None) -> None:
        """Keep a figure; one that is not given is left out."""
        if quantity is not None:
            self.said[name] = whole(self.voice.speaker.say(quantity))
            self.numbers[name] = float(quantity.reference())

    def measures(self) -> Measures:
        """Return what was gathered."""
        return Measures(self.said, self.numbers)


def whole(spoken: Spoken) -> str:
    """Return a figure that keeps its number beside its unit at the end of a line.

    A word before the number, as in "about USD 45 million", may end a line: the whole would be
    wider than a column on a phone.
    """
    short = spoken.short.replace(" ", _NO_BREAK)
    if not spoken.aside:
        return short
    first, _, rest = spoken.aside.partition(" ")
    joint = " " if first.isalpha() else _NO_BREAK
    aside = joint.join(filter(None, (first, rest.replace(" ", _NO_BREAK))))
    return f"{short} ({aside})"


def search_text(field: str, text: Text, voice: Voice) -> SearchText:
    """Return a text to be searched in both languages."""
    mine, other = (text.zh, text.en) if voice.language == "zh" else (text.en, text.zh)
    return SearchText(field, mine, other)


def put_distances(ledger: Ledger, ways: tuple[Distance, ...]) -> None:
    """Keep the shortest way to each kind of hub, with the hub's name and the time by car."""
    voice = ledger.voice
    words = voice.words["find"]
    for kind in HUBS:
        there = [way for way in ways if way.kind is kind]
        if not there:
            continue
        way = min(there, key=lambda way: way.distance.reference())
        parts = {"place": voice.text(way.to), "distance": whole(voice.speaker.say(way.distance))}
        if way.time is None:
            said = str(words.way).format(**parts)
        else:
            said = str(words.way_timed).format(**parts, time=whole(voice.speaker.say(way.time)))
        ledger.said[kind.value] = said
        ledger.numbers[kind.value] = float(way.distance.reference())


def present_places(
    slug: str, park: PublicPark, planned: Mapping[str, tuple[str, str]], voice: Voice
) -> Iterator[FindItem]:
    """Yield a park, its plots that can be had and its ready-built factories.

    `planned` holds slug and title of the project that each of its plots is meant for, by plot.
    """
    path = record_path("park", slug, voice.language)
    title = voice.text(park.title)
    yield FindItem(
        id=short_id("park", slug),
        kind="park",
        key=slug,
        title=title,
        path=path,
        place=voice.text(park.level),
        texts=tuple(_park_texts(park, voice)),
        measures=_park_measures(park, voice),
        notes=(_utilities_note(park, voice),),
        industries=park.industries,
        parks=(slug,),
        policies=park.policies,
    )
    for plot in park.plots:
        if plot.status is PlotStatus.AVAILABLE:
            yield _plot(slug, park, plot, planned.get(plot.id), voice)
    for plant in park.plants:
        if plant.use is PlantUse.FACTORY:
            yield _plant(slug, park, plant, voice)


def _park_texts(park: PublicPark, voice: Voice) -> Iterator[SearchText]:
    yield search_text("title", park.title, voice)
    for firm in park.firms:
        yield search_text("firm", firm.makes, voice)


def _park_measures(park: PublicPark, voice: Voice) -> Measures:
    ledger = Ledger(voice)
    ledger.put("available", available_area([park]))
    ledger.put("price", lowest_price(park))
    ledger.put("rent", lowest_rent(park))
    _put_power(ledger, park)
    if park.threshold is not None:
        ledger.put("least_investment", park.threshold.investment_per_area)
        ledger.put("least_tax", park.threshold.tax_per_area)
    put_distances(ledger, park.distances)
    _put_utilities(ledger, park.utilities)
    return ledger.measures()


def _put_power(ledger: Ledger, park: PublicPark) -> None:
    """Say the price of power; it is compared with others only where power reaches the plots."""
    tariff = day_tariff(park, UtilityKind.POWER)
    if tariff is None:
        return
    ledger.put("power", tariff.price)
    if not any(line.kind is UtilityKind.POWER and line.ready for line in park.utilities):
        del ledger.numbers["power"]


def _put_utilities(ledger: Ledger, utilities: tuple[Utility, ...]) -> None:
    """Say for each key utility whether it reaches the plots."""
    voice, words = ledger.voice, ledger.voice.words["park"]
    found = {utility.kind: utility for utility in utilities}
    for kind in KEY_UTILITIES:
        utility = found.get(kind)
        if utility is None:
            continue
        said = str(words.is_ready if utility.ready else words.not_ready)
        if utility.ready and utility.capacity is not None:
            joint = str(voice.words["find"].joint)
            said = joint.join((said, whole(voice.speaker.say(utility.capacity))))
        ledger.said[f"utility_{kind.value}"] = said


def _utilities_note(park: PublicPark, voice: Voice) -> str:
    """Return which of the key utilities reach the plots, and which do not."""
    words = voice.words["find"]
    joint = str(voice.words["site"].list_joint)
    served = {utility.kind for utility in park.utilities if utility.ready}

    def names(*, ready: bool) -> str:
        said = [voice.words.choice(kind) for kind in KEY_UTILITIES if (kind in served) is ready]
        return joint.join(said) if voice.language == "zh" else joint.join(said).lower()

    there, lacking = names(ready=True), names(ready=False)
    if not lacking:
        return str(words.utilities_all).format(there=there)
    if not there:
        return str(words.utilities_none).format(lacking=lacking)
    return str(words.utilities).format(there=there, lacking=lacking)


def _plot(
    slug: str, park: PublicPark, plot: Plot, planned: tuple[str, str] | None, voice: Voice
) -> FindItem:
    ledger = Ledger(voice)
    ledger.put("land", plot.area)
    ledger.put("price", plot.price)
    ledger.put("cost", land_cost(plot))
    ledger.numbers["unit_cost"] = unit_cost([plot])
    words, key = voice.words["find"], f"{slug}/{plot.id}"
    notes = [str(words.planned).format(project=planned[1])] if planned else []
    if plot.ready is not None:
        notes.append(voice.text(plot.ready))
    return FindItem(
        id=short_id("plot", key),
        kind="plot",
        key=key,
        title=str(words.plot).format(park=voice.text(park.title), plot=plot.id.upper()),
        path=f"{record_path('park', slug, voice.language)}#plot-{plot.id}",
        place=str(words.under).format(
            whole=voice.text(park.place), part=voice.words.choice(plot.use)
        ),
        measures=ledger.measures(),
        notes=tuple(notes),
        industries=park.industries,
        parks=(slug,),
        policies=park.policies,
        projects=() if planned is None else (planned[0],),
        uses=(plot.use.value,),
    )


def _plant(slug: str, park: PublicPark, plant: Plant, voice: Voice) -> FindItem:
    ledger = Ledger(voice)
    ledger.put("floor", plant.area)
    ledger.put("rent", plant.rent)
    words, key = voice.words["find"], f"{slug}/{plant.name.zh}"
    park_title = voice.text(park.title)
    return FindItem(
        id=short_id("plant", key),
        kind="plant",
        key=key,
        title=str(words.plant).format(park=park_title, plant=voice.text(plant.name)),
        path=f"{record_path('park', slug, voice.language)}#costs",
        place=voice.text(park.place),
        measures=ledger.measures(),
        notes=(voice.text(plant.load),) if plant.load is not None else (),
        industries=park.industries,
        parks=(slug,),
        policies=park.policies,
    )
