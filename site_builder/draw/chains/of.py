"""An industry of the views as a chain to be drawn, in the words of one language."""

from site_builder.draw.chains.chain import Card, Chain, Legend, Link, StageColumn
from site_builder.draw.chains.part import SheetWords
from site_builder.present.county_view import CountyView
from site_builder.present.views import IndustryView, SegmentView
from site_builder.present.words import Words


def chain_of(
    industry: IndustryView, county: CountyView, words: Words, *, links: bool = True
) -> Chain:
    """Return the chain of an industry; with `links`, its cards lead to `#seg-…`."""
    own = words["industry"]
    return Chain(
        key=f"chain-{industry.slug}",
        title=f"{industry.brief.title} · {own.map}",
        description=str(industry.brief.summary),
        stages=tuple(StageColumn(s.code, s.word) for s, _ in industry.stages),
        cards=tuple(_card(segment, links=links) for segment in industry.segments),
        links=tuple(
            Link(segment.id, supply.path, supply.note)
            for segment in industry.segments
            for supply in segment.supplies
        ),
        legend=_legend(words),
        source_line=str(own.source).format(
            bureau=county.brief.bureau.unit,
            date=industry.brief.updated,
        ),
    )


def sheet_words(words: Words) -> SheetWords:
    """Return how the sheets of a chain on paper speak of each other."""
    own = words["chain_sheets"]
    return SheetWords(
        numbered=str(own.numbered),
        continued=str(own.continued),
        sends=str(own.sends),
        sends_plain=str(own.sends_plain),
        receives=str(own.receives),
        receives_goods=str(own.receives_goods),
        sends_many=str(own.sends_many),
        receives_many=str(own.receives_many),
    )


def _legend(words: Words) -> Legend:
    own, strength = words["industry"], words["choices"]["Strength"]
    return Legend(
        strong=str(strength["strong"]),
        weak=str(strength["weak"]),
        missing=str(strength["missing"]),
        project=str(own.project_mark),
        flow=str(own.flow),
        loop=str(own.loops),
        goods=str(words["chain_sheets"].goods),
    )


def _card(segment: SegmentView, *, links: bool) -> Card:
    return Card(
        id=segment.id,
        stage=segment.stage.code,
        title=segment.title,
        role=str(segment.brief.role),
        role_code=segment.brief.role.code,
        strength=segment.strength.code,  # type: ignore[arg-type]
        strength_word=segment.strength.word,
        firms=segment.firms,
        projects=tuple(project.title for project in segment.projects),
        href=f"#seg-{segment.id}" if links else None,
    )
