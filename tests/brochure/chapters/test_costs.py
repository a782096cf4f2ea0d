"""What parks cost: every price is found with its unit, and only like stands beside like."""

import re
import shutil
from pathlib import Path

import pytest

from site_builder.brochure.chapters.approvals import papers
from site_builder.brochure.chapters.costs import cost_tables
from site_builder.brochure.chapters.prices import NONE, PriceTable
from site_builder.brochure.chapters.way import whole_time
from site_builder.build import prepare
from site_builder.present.county_view import CountyView
from site_builder.present.links import LANGUAGES
from site_builder.quantities.speaking import Spoken
from tests.brochure.conftest import THEME
from tests.county_copy import CountyCopy


@pytest.fixture(scope="module")
def counties() -> dict[str, CountyView]:
    return dict(prepare(Path(THEME.parent), THEME).counties)


def _said(tables: tuple[PriceTable, ...], park: str) -> set[tuple[str, str]]:
    """Return every figure that is said of a park, with the unit that is said for it."""
    found = set()
    for table in tables:
        for row in table.rows:
            unit = row.unit or re.split("，|, ", table.unit)[0]
            own = row.cells
            if table.heads and park in table.heads:
                own = (row.cells[table.heads.index(park)],)
            elif park not in {table.park, row.note}:
                continue
            found |= {(cell, unit) for cell in own}
    return found


def _wanted(price: Spoken) -> set[tuple[str, str]]:
    """Return how a price may be said: its number with its unit elsewhere, or whole."""
    apart = {f"{price.before}{price.unit.strip()}", f"{price.before.strip()}{price.unit}"}
    return {(price.number, unit) for unit in apart} | {(price.short, "")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_price_of_a_park_is_said_with_its_unit(
    counties: dict[str, CountyView], language: str
) -> None:
    county = counties[language]
    tables = cost_tables(county)
    sources = " ".join(table.sources for table in tables)
    for park in county.parks:
        said = _said(tables, str(park.brief.title))
        prices = [park.available, park.price]
        prices += [tariff.price for tariff in park.brief.tariffs]
        prices += [wage.pay for wage in park.brief.wages]
        prices += [price for way in park.brief.freight for price in (way.price, way.time)]
        assert [price.short for price in prices if not _wanted(price) & said] == []
        assert [t for t in park.brief.tariffs if str(t.source) not in sources] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_unit_is_said_once(counties: dict[str, CountyView], language: str) -> None:
    for table in cost_tables(counties[language]):
        for row in table.rows:
            if row.unit or (table.unit and not table.park):
                assert all(set(cell) <= set("0123456789.,") or cell == NONE for cell in row.cells)


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_power_of_one_voltage_is_compared(
    counties: dict[str, CountyView], language: str
) -> None:
    county = counties[language]
    volts = {str(t.voltage) for park in county.parks for t in park.brief.tariffs if t.voltage}
    tables = [table for table in cost_tables(county) if any(not row.span for row in table.rows)]
    assert len(volts) > 2
    assert tables
    for table in tables:
        named = [row.label for row in table.rows if row.span]
        assert len(named) == len(set(named))
        assert all(sum(label.endswith(volt) for volt in volts) == 1 for label in named)
        # A name stands for its own lines, and these are of different parks.
        place = 0
        while place < len(table.rows):
            group = table.rows[place : place + table.rows[place].span]
            assert {row.label for row in group} == {table.rows[place].label}
            assert len({row.note for row in group}) == len(group)
            place += len(group)


@pytest.fixture(scope="module")
def otherwise(tmp_path_factory: pytest.TempPathFactory) -> dict[str, CountyView]:
    """The sample with a choice of prices in one park, and its days written with another word."""
    root = tmp_path_factory.mktemp("otherwise") / "county"
    ignored = shutil.ignore_patterns("site*", "editions", "tests", ".*", "theme", "benchmarks")
    county = CountyCopy(Path(shutil.copytree(THEME.parent, root, ignore=ignored)))
    county.edit(
        "parks/jinhe.yml",
        '水电直接交易（均价）, en: "Hydropower bought by direct trade (average)"',
        '大工业用电, en: "Large industrial users"',
    )
    steps = county.file("county.yml")
    steps.write_text(re.sub(r"(?m)^(    time: \d+)天", r"\1日", steps.read_text("utf-8")), "utf-8")
    return dict(prepare(root, THEME).counties)


@pytest.mark.parametrize("language", LANGUAGES)
def test_prices_of_bands_stand_beside_one_of_all_hours(
    otherwise: dict[str, CountyView], language: str
) -> None:
    """A park that lets its users choose has both, each in a line of its own under one name."""
    park = str(next(p for p in otherwise[language].parks if p.slug == "jinhe").brief.title)
    (table,) = (t for t in cost_tables(otherwise[language]) if any(not r.span for r in t.rows))
    large = [row for row in table.rows if row.label == table.rows[0].label]
    own = [row.cells for row in large if row.note == park]
    assert own[0] == ("0.42",)
    assert {"0.46", "0.69", "0.24", "0.83"} <= set(own[1])
    assert [row.span for row in large] == [len(large), *[0] * (len(large) - 1)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_are_added_up_by_whichever_word(
    counties: dict[str, CountyView], otherwise: dict[str, CountyView], language: str
) -> None:
    """日 is a day as 天 is."""
    assert whole_time(otherwise[language]) == whole_time(counties[language]) != ""


def test_no_table_of_freight_has_a_dash(counties: dict[str, CountyView]) -> None:
    county = counties["zh"]
    tables = [table for table in cost_tables(county) if table.park]
    assert [table.park for table in tables] == [str(park.brief.title) for park in county.parks]
    assert all(NONE not in row.cells for table in tables for row in table.rows)


def test_papers_count_projects(counties: dict[str, CountyView]) -> None:
    county = counties["zh"]
    found = papers(county)
    steps = [s for p in county.projects for s in p.brief.approvals]
    assert sum(row.given for row in found) == sum(s.status.code == "done" for s in steps)
    assert sum(row.asked for row in found) == sum(s.status.code != "not-needed" for s in steps)
    assert [row.asked for row in found] == sorted((row.asked for row in found), reverse=True)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("zh", "以上列明时限的3步，合计不超过83天。"),
        ("en", "The 3 steps with a stated time take at most 83 days in all."),
    ],
)
def test_the_days_of_the_way_are_added_up(
    counties: dict[str, CountyView], language: str, sentence: str
) -> None:
    assert whole_time(counties[language]) == sentence
