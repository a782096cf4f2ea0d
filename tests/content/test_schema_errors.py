from pathlib import PurePosixPath

import pytest
from pydantic import ValidationError

from site_builder.content.model import Text
from site_builder.content.policy import Policy
from site_builder.content.project import Project
from site_builder.content.project_argument import Series
from site_builder.content.schema_errors import diagnose, model_at, suggest
from site_builder.content.source import Loc
from site_builder.content.yaml_text.strict_yaml import parse
from site_builder.diagnostics import Diagnostic, Rule, Words
from tests.county_copy import COUNTY


def findings(text: str) -> list[Diagnostic]:
    tree, source, problems = parse(text, PurePosixPath("policies/a.yml"))
    assert problems == []
    with pytest.raises(ValidationError) as raised:
        Policy.model_validate(tree)
    return diagnose(raised.value, Policy, source)


def test_every_mistake_of_a_file_is_told_in_one_run() -> None:
    """Three mistakes in one record give three findings."""
    text = (COUNTY / "policies/standard-land.yml").read_text("utf-8")
    text = text.replace("level: county", "level: town").replace("2025-03-28", "28.3.2025")
    text = text.replace("order: 1", "order: first")
    assert [(finding.rule, finding.field) for finding in findings(text)] == [
        (Rule.BAD_NUMBER, "order"),
        (Rule.BAD_CHOICE, "level"),
        (Rule.BAD_DATE, "issued"),
    ]


def test_an_empty_record_misses_what_it_must_have() -> None:
    """Each required field is named with what it is for."""
    missing = {finding.field: finding for finding in findings("order: 1\n")}
    assert {"title", "issued", "clauses", "review"} <= set(missing)
    assert {Rule.MISSING_FIELD} == {finding.rule for finding in missing.values()}
    assert missing["issued"].help("zh").startswith("补上 issued：发布日期")


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("standard-lands", "did you mean standard-land?"),
        ("zzz", "known: rd-platforms, standard-land"),
        ("dr-platforms", "did you mean rd-platforms?"),
        ("standardland", "did you mean standard-land?"),
    ],
)
def test_a_near_name_is_offered(word: str, hint: str) -> None:
    """A name that comes close is offered; otherwise all are listed."""
    known = {"standard-land", "rd-platforms"}
    assert hint == suggest(word, known, zh="已有", en="known").en


def test_of_two_near_names_the_much_farther_is_left_out() -> None:
    """Two digits the other way round are one slip; a name that is farther off is no help."""
    assert "did you mean jh-03?" == suggest("jh-30", ["jh-03", "jh-07"], zh="", en="").en
    assert "did you mean interest?" == suggest("intrest", ["interest", "items"], zh="", en="").en
    assert "did you mean jh-01 or jh-02?" == suggest("jh-0", ["jh-01", "jh-02"], zh="", en="").en


def test_a_long_list_is_cut() -> None:
    """Of many names the first twelve are listed, with the number of the others."""
    names = [f"policy-{number:02}" for number in range(20)]
    hint = suggest("tea", names, zh="已有", en="known")
    assert hint.en.endswith("policy-11 and 8 more")
    assert hint.zh.endswith("policy-11 等 20 项")


def test_where_there_is_nothing_nothing_is_offered() -> None:
    """An empty list is said to be empty."""
    expected = Words(zh="已有：（无）", en="known: (none)")
    assert expected == suggest("tea", [], zh="已有", en="known")


@pytest.mark.parametrize(
    ("loc", "model"),
    [
        ((), Project),
        (("title",), Text),
        (("market", "series", 0), Series),
        (("market", "series", 0, "points", "2024"), None),
        (("nothing", "here"), None),
    ],
)
def test_the_model_at_a_place_is_found(loc: Loc, model: type | None) -> None:
    """Lists, options and groups are walked through; where there is no model, none is found."""
    assert model is model_at(Project, loc)
