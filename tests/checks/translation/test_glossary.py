"""The glossary is one-to-one, and finds a term whose English is missing."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path

import pytest

from site_builder.checks.run import check_record
from site_builder.checks.scope import Terms, terms_of
from site_builder.checks.translation.glossary import builtin, check_glossary
from site_builder.content.catalog import Catalog, Entry
from site_builder.content.model import ReviewStatus, Text
from site_builder.content.project import Project
from site_builder.content.reader import read_catalog
from site_builder.content.settings import GlossaryTerm

SAMPLE = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return read_catalog(SAMPLE)[0]


@pytest.fixture(scope="module")
def terms(catalog: Catalog) -> Terms:
    return terms_of(catalog.county)


def _with(catalog: Catalog, zh: str, en: str, status: str = "approved") -> Entry[Project]:
    """Return a project that has one more advantage."""
    entry = catalog.projects["organic-tea"]
    record = entry.record
    conditions = record.conditions
    assert conditions is not None
    text = Text(zh=zh, en=en)
    conditions = conditions.model_copy(update={"advantages": (text,)})
    review = record.review.model_copy(update={"status": ReviewStatus(status)})
    changed = record.model_copy(update={"conditions": conditions, "review": review})
    return dataclasses.replace(entry, record=changed)


def _missing(catalog: Catalog, terms: Terms, zh: str, en: str) -> Sequence[str]:
    found = list(check_glossary(_with(catalog, zh, en), terms))
    assert {"conditions.advantages.0.en"} >= {finding.field for finding in found}
    return [finding.facts["term"] for finding in found]


def test_the_built_in_glossary_is_one_to_one() -> None:
    """No Chinese term stands twice, no English form serves two terms."""
    chinese = [word for term in builtin() for word in (term.zh, *term.also)]
    english = [form.lower().replace("-", " ") for term in builtin() for form in term.en]
    assert len(set(chinese)) == len(chinese)
    assert len(set(english)) == len(english)
    assert len([term for term in builtin() if term.en]) >= 60


@pytest.mark.parametrize("term", [term for term in builtin() if term.en], ids=lambda t: t.zh)
def test_every_term_is_found_and_every_form_accepted(
    catalog: Catalog, terms: Terms, term: object
) -> None:
    """A term that is hidden by another, or a form that cannot be read, would do nothing."""
    assert isinstance(term, type(builtin()[0]))
    for word in (term.zh, *term.also):
        zh = f"本项目{word}见附表。{term.beside}"
        assert word in _missing(catalog, terms, zh, "See the table.")
        for form in term.en:
            assert word not in _missing(catalog, terms, zh, f"See the {form.upper()}.")


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("容积率0.8", "A floor-area ratio of 0.8"),
        ("两项内部收益率", "Two internal rates of return"),
        ("建有标准厂房", "Ready-built\nfactories stand there"),
        ("注册资本", "Registered  Capital"),
        ("标准地面高程", "Ground levels"),
        ("产业项目4个", "4 industrial projects"),
    ],
)
def test_what_is_translated_is_left_alone(catalog: Catalog, terms: Terms, zh: str, en: str) -> None:
    """Plurals, hyphens, capitals and line breaks make no difference."""
    assert [] == _missing(catalog, terms, zh, en)


@pytest.mark.parametrize(
    ("zh", "en", "missing"),
    [
        ("净现值1.2亿元", "A present worth of RMB 120 million", ["净现值"]),
        ("链主企业落户", "A big firm came", ["链主企业"]),
        ("税前内部收益率、税前净现值", "Good figures", ["内部收益率", "净现值"]),
        ("净现值大于零，净现值见附表", "It is positive", ["净现值"]),
        ("设孵化器", "An incubatory", ["孵化器"]),
    ],
)
def test_a_term_without_its_english_is_named_once(
    catalog: Catalog, terms: Terms, zh: str, en: str, missing: list[str]
) -> None:
    """The longest form that stands there is named, once for each text."""
    assert missing == _missing(catalog, terms, zh, en)


def test_industrial_projects_are_not_two_things_at_once(catalog: Catalog, terms: Terms) -> None:
    """Zizhou printed `4 industrial projects … 9 industrial projects` for 工业 and 产业."""
    zh = "引进工业项目4个，产业项目9个。"
    assert ["产业项目"] == _missing(
        catalog, terms, zh, "4 industrial projects, 9 industrial projects"
    )
    assert [] == _missing(catalog, terms, zh, "4 industrial projects, 9 business projects")


@pytest.mark.parametrize(
    ("zh", "en", "rules"),
    [
        # Hua'an
        ("龙头企业", "Oho Dragon Apex", ["literal-translation"]),
        # Zizhou
        (
            "工业项目4个，产业项目9个",
            "4 industrial projects … 9 industrial projects",
            ["glossary-term"],
        ),
        # Doumen
        ("三通一平", "three throughs and one level", ["literal-translation"]),
        ("租金150元/㎡", "Rent RMB 150/㎡", ["fullwidth-in-english"]),
        # Jiangmen
        ("意向协议", "Agreement of investment collaboration inclination", ["literal-translation"]),
        ("固定资产投资", "FA-Investment", ["literal-translation"]),
    ],
)
def test_published_mistakes_of_wording(
    catalog: Catalog, terms: Terms, zh: str, en: str, rules: list[str]
) -> None:
    """What English advertisements of counties have printed gives one finding."""
    assert [] == list(check_record(catalog.projects["organic-tea"], terms))
    found = check_record(_with(catalog, zh, en), terms)
    assert rules == [
        finding.code for finding in found if finding.field.startswith("conditions.advantages")
    ]


def test_a_draft_is_not_judged(catalog: Catalog, terms: Terms) -> None:
    """Only what is to be published has to read well."""
    codes = {
        status: {
            found.code for found in check_record(_with(catalog, "净现值", "Good", status), terms)
        }
        for status in ("draft", "approved")
    }
    assert {"draft": set(), "approved": {"chapter-thin", "glossary-term"}} == codes


def test_a_county_replaces_a_built_in_term(catalog: Catalog, terms: Terms) -> None:
    """Of two translations, the county's holds; other terms stay."""
    own = dataclasses.replace(terms, glossary=(GlossaryTerm(zh="链主企业", en=("core firm",)),))
    assert [] == _missing(catalog, own, "链主企业", "The core firms")
    assert ["链主企业", "净现值"] == _missing(catalog, own, "链主企业、净现值", "Anchor company")
