"""What fills a chapter without saying anything."""

import pytest

from site_builder.checks.depth.padding import length, sentences
from site_builder.checks.depth.repetition import plain
from site_builder.checks.depth.sources import says_nothing
from site_builder.content.model import Prose
from site_builder.diagnostics import Rule
from tests.county_copy import CountyCopy

PROJECT = "projects/cathode.yml"


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("无", True),
        ("-", True),
        ("——", True),
        ("n/a", True),
        ("N.A.", True),
        ("自编", True),
        ("（网络）", True),
        ("the Internet", True),
        ("来源不详", True),
        ("公开资料", True),
        ("不适用", True),
        ("not applicable", True),
        ("Public sources", True),
        ("公开招标公告", False),
        ("行业协会", False),
        ("企业自报", False),
        ("县统计局", False),
        ("无锡市统计局", False),
        ("no-tillage survey", False),
    ],
)
def test_a_source_names_somebody(text: str, nothing: bool) -> None:
    """A word that stands for nothing is no source; a short one may be."""
    assert nothing is says_nothing(text, "source")


def test_an_estimate_is_a_source_where_its_method_is_given() -> None:
    """Elsewhere than in a source, the words say something."""
    assert says_nothing("估算", "source")
    assert not says_nothing("估算", "source", has_method=True)
    assert not says_nothing("网络", "measure")


def prose(zh: str) -> Prose:
    return Prose(zh=zh, en="x")


def test_repetition_does_not_make_a_text_longer() -> None:
    """What is said twice counts once, whatever the signs around it."""
    once = length(prose("需求逐年增长，价格平稳。"))
    assert once == length(prose("需求逐年增长，价格平稳。\n\n- 需求逐年增长，价格平稳；\n"))
    assert once == 10


def test_sentences_know_where_they_stand() -> None:
    """Bullets and emphasis are not part of a sentence."""
    text = "- **甲**乙。\n\n  丙丁！"
    assert ["甲**乙", "丙丁"] == [text[each.start : each.end] for each in sentences(text)]


def test_repetition_costs_points_but_not_twice(county: CountyCopy) -> None:
    """A text that repeats itself is one finding, however often it does."""
    said = "县内企业每年外购正极材料1.2万吨。"
    county.edit(PROJECT, f"    zh: {said}\n", f"    zh: {said * 5}\n")
    (finding,) = county.findings()
    assert ("text-padded", "necessity.background.zh") == (finding.code, finding.field)


def test_a_sentence_may_stand_in_two_chapters(county: CountyCopy) -> None:
    """Half of a chapter may lean on another, as long as the rest is its own."""
    copied = "锰盐与锂盐混合后烧结、粉碎。"
    own = "粉尘经布袋除尘，除尘灰回用，废水经沉淀后循环使用。"
    county.edit(PROJECT, "measures: {zh: 粉尘经布袋除尘。,", f"measures: {{zh: {copied}{own},")
    assert [] == county.findings()


@pytest.mark.parametrize(
    "line", ["资料来源：国家统计局《2025年统计公报》，2026年2月。", "| ---------- | ---------- |"]
)
def test_what_argues_nothing_may_stand_twice(county: CountyCopy, line: str) -> None:
    """Two tables of a chapter may have the same source, and the same rules."""
    said = "    zh: 县内企业每年外购正极材料1.2万吨。\n"
    twice = f"      {line}\n\n" * 2
    county.edit(PROJECT, said, f"    zh: |\n      县内企业每年外购正极材料1.2万吨。\n\n{twice}")
    assert [] == county.breaches(Rule.TEXT_PADDED)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("夏秋茶采购困难", "夏秋茶的采购困难。", True),
        ("厂房（一期）", "厂房（二期）", False),
        ("客户信用AA", "客户信用AA+", False),
        ("容积率1.5", "容积率15", False),
    ],
)
def test_entries_are_told_apart_by_what_they_say(one: str, other: str, same: bool) -> None:
    """Particles and signs make no other entry; phases, grades and points do."""
    assert same is (plain(one) == plain(other))
