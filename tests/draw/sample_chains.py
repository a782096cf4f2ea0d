"""The chains of the sample county, in both languages, as the website draws them."""

from functools import cache
from pathlib import Path

from site_builder.build import prepare
from site_builder.draw.chains.chain import Chain
from site_builder.draw.chains.need import with_needs
from site_builder.draw.chains.of import chain_of

ROOT = Path(__file__).parents[2]


@cache
def sample_chains() -> tuple[Chain, ...]:
    """Return the sample county's chains, each in Chinese and then all in English."""
    publication = prepare(ROOT, ROOT / "theme")
    return tuple(
        with_needs(
            chain_of(industry, county, county.voice.words),
            county.lists[industry.slug],
            county.voice.words,
        )
        for county in publication.counties.values()
        for industry in county.industries
        if industry.segments
    )
