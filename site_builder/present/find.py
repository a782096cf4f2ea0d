"""What the county offers to an investor who knows only what he makes."""

from collections.abc import Collection, Iterable, Iterator

from site_builder.content.chain import answers, in_yuan, is_gap, unmet
from site_builder.content.industry import Purchase, Segment
from site_builder.content.model import Text
from site_builder.content.project_money import PaybackMethod, TaxBasis
from site_builder.present.entry_cost import land_cost, unit_cost
from site_builder.present.find_places import (
    Ledger,
    present_places,
    put_distances,
    search_text,
)
from site_builder.present.find_views import (
    FindIndustry,
    FindItem,
    FindView,
    Measures,
    SearchText,
)
from site_builder.present.links import gap_path, record_path
from site_builder.present.park_offer import planned_on
from site_builder.present.project import sum_of
from site_builder.present.short_ids import short_id
from site_builder.present.text import spoken_day
from site_builder.present.voice import Voice
from site_builder.present.words import Choice
from site_builder.publish.public import (
    PublicCatalog,
    PublicIndustry,
    PublicPolicy,
    PublicProject,
)
from site_builder.quantities.fraction import Fraction
from site_builder.quantities.units import BASES, Unit

_EXAMPLES = 6
_YUAN = Unit(BASES["元"])
_SQUARE_METRES = {"mu": "亩", "ha": "公顷", "m2": "平方米"}


def present_find(catalog: PublicCatalog, voice: Voice) -> FindView:
    """Return everything an investor may be led to, as read in one language."""
    return FindView(
        industries=tuple(
            FindIndustry(slug, voice.text(industry.title))
            for slug, industry in catalog.industries.items()
        ),
        items=tuple(_items(catalog, voice)),
        examples=_examples(catalog, voice),
        square_metres={
            code: float(Unit(BASES[symbol]).factor) for code, symbol in _SQUARE_METRES.items()
        },
    )


def _items(catalog: PublicCatalog, voice: Voice) -> Iterator[FindItem]:
    for slug, industry in catalog.industries.items():
        for segment in industry.segments:
            yield _segment(slug, segment, catalog, voice)
    answered = _answered(catalog)
    for slug, project in catalog.projects.items():
        yield _project(slug, project, catalog, answered[slug], voice)
    for slug, park in catalog.parks.items():
        planned = {
            plot: (name, voice.text(catalog.projects[name].title))
            for plot, name in planned_on(slug, catalog).items()
        }
        yield from present_places(slug, park, planned, voice)
    for slug, policy in catalog.policies.items():
        yield _policy(slug, policy, voice)


def _segment(slug: str, segment: Segment, catalog: PublicCatalog, voice: Voice) -> FindItem:
    industry = catalog.industries[slug]
    ledger = Ledger(voice)
    ledger.put("bought", unmet(segment.purchases, voice.speaker.yuan_per_dollar).value)
    words, key = voice.words["find"], f"{slug}/{segment.id}"
    stage = voice.words.choice(segment.stage)
    return FindItem(
        id=short_id("segment", key),
        kind="segment",
        key=key,
        title=voice.text(segment.title),
        path=_segment_path(slug, segment, voice.language),
        place=str(words.under).format(whole=voice.text(industry.title), part=stage),
        texts=tuple(_segment_texts(industry, segment, voice)),
        measures=ledger.measures(),
        notes=(str(words.strengths[segment.strength.value]), *_note(segment, voice)),
        mark=Choice(segment.strength.value, voice.words.choice(segment.strength)),
        industries=(slug,),
        segments=(key,),
        parks=segment.parks,
        plots=segment.plots,
        policies=segment.policies,
        uses=_uses(catalog, segment.parks, segment.plots),
    )


def _uses(catalog: PublicCatalog, parks: Iterable[str], plots: Collection[str]) -> tuple[str, ...]:
    """Return the land uses of the plots named, among those of some parks."""
    there = (plot for park in parks if park in catalog.parks for plot in catalog.parks[park].plots)
    return tuple(dict.fromkeys(plot.use.value for plot in there if plot.id in plots))


def _segment_path(industry: str, segment: Segment, language: str) -> str:
    """Return a gap's own page, or the segment's place on the page of its industry."""
    if is_gap(segment):
        return gap_path(industry, segment.id, language)
    return f"{record_path('industry', industry, language)}#seg-{segment.id}"


def _note(segment: Segment, voice: Voice) -> tuple[str, ...]:
    return (voice.text(segment.note),) if segment.note is not None else ()


def _worth(purchase: Purchase, yuan_per_dollar: Fraction) -> Fraction:
    if purchase.value is None:
        return Fraction(0)
    return in_yuan(purchase.value, yuan_per_dollar).reference()


def _segment_texts(
    industry: PublicIndustry, segment: Segment, voice: Voice
) -> Iterator[SearchText]:
    yield search_text("title", segment.title, voice)
    yield search_text("industry", industry.title, voice)
    for purchase in segment.purchases:
        yield _with_amounts(purchase, voice)
    for firm in segment.firms:
        yield search_text("makes", firm.makes, voice)
    for supply in segment.supplies:
        yield search_text("gives", supply.goods, voice)
    if segment.target_profile is not None:
        yield search_text("target", segment.target_profile, voice)
    if segment.note is not None:
        yield search_text("text", segment.note, voice)


def _with_amounts(purchase: Purchase, voice: Voice) -> SearchText:
    """Return the goods that are bought, with how much of them a year."""
    text = search_text("goods", purchase.goods, voice)
    amounts = [q for q in (purchase.amount, purchase.value) if q is not None]
    if not amounts:
        return text
    said = str(voice.words["find"].joint).join(voice.speaker.say(q).short for q in amounts)
    bracketed = str(voice.words["site"].bracketed).format(text=said)
    return SearchText("goods", f"{text.shown}{bracketed}", text.other)


def _answered(catalog: PublicCatalog) -> dict[str, list[str]]:
    """Return for each project the keys of the segments it answers, of any industry."""
    found: dict[str, list[str]] = {slug: [] for slug in catalog.projects}
    for industry, record in catalog.industries.items():
        for segment in record.segments:
            for slug in answers(industry, segment, catalog.projects):
                found[slug].append(f"{industry}/{segment.id}")
    return found


def _project(
    slug: str, project: PublicProject, catalog: PublicCatalog, segments: list[str], voice: Voice
) -> FindItem:
    industry = catalog.industries[project.industry]
    park = catalog.parks.get(project.park or "")
    place = voice.text(park.title if park is not None else project.place)
    return FindItem(
        id=short_id("project", slug),
        kind="project",
        key=slug,
        title=voice.text(project.title),
        path=record_path("project", slug, voice.language),
        place=str(voice.words["find"].under).format(whole=voice.text(industry.title), part=place),
        texts=tuple(_project_texts(project, industry.title, voice)),
        measures=_project_measures(project, catalog, voice),
        industries=(project.industry,),
        segments=tuple(segments),
        parks=(project.park,) if project.park else (),
        plots=project.plots,
        policies=project.policies,
        uses=_uses(catalog, [project.park] if project.park else [], project.plots),
    )


def _project_texts(project: PublicProject, industry: Text, voice: Voice) -> Iterator[SearchText]:
    yield search_text("title", project.title, voice)
    yield search_text("industry", industry, voice)
    for product in project.scale.products:
        yield search_text("product", product.name, voice)
    yield search_text("text", project.tagline, voice)


def _project_measures(project: PublicProject, catalog: PublicCatalog, voice: Voice) -> Measures:
    ledger = Ledger(voice)
    ledger.put("investment", project.investment.total)
    ledger.put("land", project.scale.land)
    park = catalog.parks.get(project.park or "")
    if park is not None:
        plots = [plot for plot in park.plots if plot.id in project.plots]
        if plots:
            ledger.put("cost", sum_of([land_cost(plot) for plot in plots], _YUAN, "万"))
            ledger.numbers["unit_cost"] = unit_cost(plots)
    elif project.conditions is not None:
        put_distances(ledger, project.conditions.distances)
    if project.benefits is not None:
        static = [p for p in project.benefits.paybacks if p.method is PaybackMethod.STATIC]
        ledger.put("payback", static[0].value if static else None)
        after = [r for r in project.benefits.returns if r.basis is TaxBasis.AFTER_TAX]
        ledger.put("irr", after[0].value if after else None)
    return ledger.measures()


def _policy(slug: str, policy: PublicPolicy, voice: Voice) -> FindItem:
    words = voice.words["find"]
    until = (
        str(words.until).format(date=spoken_day(policy.expires, voice.language))
        if policy.expires is not None
        else str(voice.words["policy"].no_end)
    )
    return FindItem(
        id=short_id("policy", slug),
        kind="policy",
        key=slug,
        title=voice.text(policy.title),
        path=record_path("policy", slug, voice.language),
        place=voice.text(policy.issuer),
        texts=(
            search_text("title", policy.title, voice),
            *(search_text("text", clause.title, voice) for clause in policy.clauses),
        ),
        notes=(str(words.for_whom).format(who=voice.text(policy.who)), until),
        industries=policy.industries,
    )


def _examples(catalog: PublicCatalog, voice: Voice) -> tuple[str, ...]:
    """Return what is bought outside in weak and missing segments, the largest sums first."""
    wanted = [
        purchase
        for industry in catalog.industries.values()
        for segment in industry.segments
        if is_gap(segment)
        for purchase in segment.purchases
    ]
    rate = voice.speaker.yuan_per_dollar
    wanted.sort(key=lambda purchase: _worth(purchase, rate), reverse=True)
    goods = dict.fromkeys(voice.text(purchase.goods) for purchase in wanted)
    return tuple(goods)[:_EXAMPLES]
