"""The handbook's table of gaps: each from the need to the person to call."""

import pytest

from site_builder.present.links import LANGUAGES, handbook_path
from tests.brochure import reading
from tests.brochure.conftest import Printed


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_gap_is_in_the_table_with_its_trace(brochures: Printed, language: str) -> None:
    """Need, firm sought, plot, cost of entry, policy and telephone are on the page of the table."""
    county = brochures.publication.counties[language]
    file = brochures.files[handbook_path(language)]
    heading = reading.squeezed(str(county.voice.words["gap"].table_lead))
    (page,) = reading.found_on(file, heading)
    said = reading.words(file)
    assert page > 0
    for gap in county.traces["batteries"]:
        expected = [gap.segment.title, gap.profile, str(gap.contacts[0].phone)]
        expected += [gap.need.value.short] if gap.need else []
        expected += [text for site in gap.sites for text in (site.plot.id.upper(), site.cost.short)]
        expected += [policy.title for policy in gap.policies]
        assert [text for text in expected if reading.squeezed(text) not in said] == []
