"""Costs stand side by side: every price of every park is in the column of its park."""

from pathlib import Path

from site_builder.brochure.approvals import papers
from site_builder.brochure.costs import cost_tables
from site_builder.build import prepare
from tests.brochure.conftest import THEME


def test_every_price_stands_in_the_column_of_its_park() -> None:
    county = prepare(Path(THEME.parent), THEME).counties["en"]
    tables = cost_tables(county)
    for number, park in enumerate(county.parks):
        column = [line.cells[number] for table in tables for line in table.lines]
        sources = " ".join(table.sources for table in tables)
        tariffs = park.brief.tariffs
        assert tariffs
        assert [t.price.short for t in tariffs if t.price.short not in column] == []
        assert [str(t.source) for t in tariffs if str(t.source) not in sources] == []
        assert [w.pay.short for w in park.brief.wages if w.pay.short not in column] == []
        assert park.price.short in column
    # A line is a thing, not a park: what two parks state alike is one line.
    lines = [(table.title, line.label, line.note) for table in tables for line in table.lines]
    assert len(lines) == len(set(lines))


def test_papers_count_projects() -> None:
    county = prepare(Path(THEME.parent), THEME).counties["zh"]
    found = papers(county)
    steps = [s for p in county.projects for s in p.brief.approvals]
    assert sum(row.given for row in found) == sum(s.status.code == "done" for s in steps)
    assert sum(row.asked for row in found) == sum(s.status.code != "not-needed" for s in steps)
    assert [row.asked for row in found] == sorted((row.asked for row in found), reverse=True)
