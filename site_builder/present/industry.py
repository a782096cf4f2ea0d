"""An industry's chain as it is shown: segments by stage, joined to firms, projects and parks."""

from collections.abc import Iterable

from site_builder.content.chain import answers, is_gap
from site_builder.content.industry import Segment, Stage, Strength
from site_builder.present.links import gap_path, landscape_path, record_path
from site_builder.present.neighbours import link, links
from site_builder.present.views import IndustryView, KeyFigure, Link, ProjectView, SegmentView
from site_builder.present.voice import Voice
from site_builder.present.words import Choice
from site_builder.publish.public import PublicCatalog, PublicIndustry


def present_chain(
    slug: str, industry: PublicIndustry, catalog: PublicCatalog, voice: Voice
) -> tuple[SegmentView, ...]:
    """Return the segments of a chain, stage by stage, in the author's order."""
    ranks = {stage: rank for rank, stage in enumerate(Stage)}
    ordered = sorted(industry.segments, key=lambda segment: ranks[segment.stage])
    return tuple(_segment(slug, segment, industry, catalog, voice) for segment in ordered)


def _segment(
    slug: str, segment: Segment, industry: PublicIndustry, catalog: PublicCatalog, voice: Voice
) -> SegmentView:
    titles = {other.id: voice.text(other.title) for other in industry.segments}
    return SegmentView(
        id=segment.id,
        title=voice.text(segment.title),
        stage=Choice(segment.stage.value, voice.words.choice(segment.stage)),
        strength=Choice(segment.strength.value, voice.words.choice(segment.strength)),
        brief=voice.shown(segment),
        firms=tuple(voice.text(firm.name) for firm in segment.firms),
        projects=links(
            "project", answers(slug, segment, catalog.projects), catalog.projects, voice
        ),
        parks=links("park", segment.parks, catalog.parks, voice),
        policies=links("policy", segment.policies, catalog.policies, voice),
        supplies=tuple(
            Link(titles[supply.to], supply.to, voice.text(supply.goods))
            for supply in segment.supplies
        ),
        supplied_by=tuple(
            Link(titles[other.id], other.id, voice.text(supply.goods))
            for other in industry.segments
            for supply in other.supplies
            if supply.to == segment.id
        ),
        path=gap_path(slug, segment.id, voice.language) if is_gap(segment) else "",
    )


def key_figures(industry: PublicIndustry, voice: Voice) -> tuple[KeyFigure, ...]:
    """Return the figures that an industry itself states, in its order."""
    return tuple(
        KeyFigure(
            voice.text(figure.label), voice.speaker.say(figure.value), voice.year(figure.year)
        )
        for figure in industry.figures
    )


def present_industry(
    slug: str,
    chain: tuple[SegmentView, ...],
    projects: Iterable[ProjectView],
    catalog: PublicCatalog,
    voice: Voice,
) -> IndustryView:
    """Return the view of one industry; `projects` are its own."""
    industry = catalog.industries[slug]
    stages = tuple(
        (Choice(stage.value, voice.words.choice(stage)), members)
        for stage in Stage
        if (members := tuple(s for s in chain if s.stage.code == stage.value))
    )
    return IndustryView(
        slug=slug,
        path=record_path("industry", slug, voice.language),
        landscape=landscape_path("industry", slug),
        brief=voice.shown(industry),
        tint=industry.tint.value,
        figures=key_figures(industry, voice)[:4],
        stages=stages,
        segments=chain,
        gaps=tuple(s for s in chain if s.strength.code != Strength.STRONG.value),
        projects=tuple(projects),
        parks=tuple(
            link("park", name, park, voice)
            for name, park in catalog.parks.items()
            if slug in park.industries
        ),
        policies=_policies(slug, catalog, voice),
    )


def _policies(slug: str, catalog: PublicCatalog, voice: Voice) -> tuple[Link, ...]:
    """Return the policies made for this industry, or for all of them."""
    return tuple(
        link("policy", name, policy, voice)
        for name, policy in catalog.policies.items()
        if slug in policy.industries or not policy.industries
    )
