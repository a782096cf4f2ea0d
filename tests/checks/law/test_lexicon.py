"""The list of words: every entry can be found, and no text takes long."""

import pytest

from site_builder.checks.law.lexicon import Wording, lexicon
from site_builder.checks.law.public_text import PublicText, lowered
from site_builder.checks.law.wording import wordings_in
from site_builder.diagnostics import Rule
from tests.checks.law.sentences import DATA, rules_broken_by


def _wordings() -> set[Wording]:
    return {wording for wordings in lexicon().by_word.values() for wording in wordings}


def test_the_words_are_in_lower_case() -> None:
    """Texts are searched in lower case."""
    assert [] == [word for word in lexicon().by_word if word != word.lower()]


def test_every_wording_says_what_it_is_where_it_is_from_and_what_to_write_instead() -> None:
    """A finding without a remedy leaves the author alone."""
    names = {
        f"{name}_{language}" for name in ("what", "source", "instead") for language in ("zh", "en")
    }
    assert [] == [w for w in _wordings() if set(w.facts) != names or not all(w.facts.values())]


def test_the_wordings_belong_to_the_rules_of_the_list() -> None:
    """Each rule that is decided by words has some."""
    assert {
        Rule.FORBIDDEN_PROMISE,
        Rule.FORBIDDEN_DEMAND,
        Rule.COMPETITION_DOUBTFUL,
        Rule.UNSOURCED_SUPERLATIVE,
        Rule.SECRECY_WORD,
        Rule.PRIVATE_MAIL,
    } == {wording.rule for wording in _wordings()}


def test_every_wording_is_found_in_a_dirty_sentence() -> None:
    """An entry that nothing shows to work may as well not be there."""
    found = set()
    for name in ("dirty_sentences.tsv", "held_out_dirty.tsv", "reviewed_dirty.tsv"):
        for line in (DATA / name).read_text("utf-8").splitlines():
            text = PublicText((("text",),), (line.partition("\t")[2],))
            found |= {said.wording for said in wordings_in(text)}
    assert set() == _wordings() - found


def test_lower_case_keeps_every_character_in_its_place() -> None:
    """One capital letter has two letters in lower case."""
    assert "İx" == lowered("İX")
    assert 3 == len("İX".lower())


def test_a_place_is_that_of_the_words_in_the_text_as_written() -> None:
    """What is underlined is what was found."""
    text = PublicText((("a", "en"), ("b", "en")), ("Nothing here.", "So: A World-Class park."))
    (said,) = wordings_in(text)
    assert "World-Class" == text.texts[said.index][said.begin : said.end]


def test_words_do_not_run_from_one_text_into_the_next() -> None:
    """Two fields are two statements."""
    text = PublicText((("a", "zh"), ("b", "zh")), ("年产量全国", "第一季度开工"))
    assert [] == list(wordings_in(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("国内领先、国际先进水平。产量全国第一。", ["国内领先", "国际先进", "产量全国第一"]),
        ("全国最大、世界一流、首个。", ["全国最大", "世界一流", "首个"]),
        ("零地价，税收全返，免租金。", ["零地价", "税收全返", "免租金"]),
        ("顶级园区。顶级服务。", ["顶级"]),
        ("顶级。顶尖。世界级。国际级。", ["顶级", "顶尖", "世界级"]),
        ("全国最大（2 条线）", ["全国最大"]),
    ],
)
def test_each_thing_said_is_told_up_to_three_times_a_text(text: str, told: list[str]) -> None:
    """An author who has mended one must not meet the next at the next check."""
    found = wordings_in(PublicText((("a", "zh"),), (text,)))
    assert told == [text[said.begin : said.end] for said in found]


@pytest.mark.parametrize(
    ("hostile", "broken"),
    [
        ("全国第一。" * 4000, ["unsourced-superlative"]),
        ("第一" * 20000, []),
        ("不税收返还" * 8000, []),
        ("the best " * 6000, []),
        ("no tax refund " * 4000, []),
        ("1391234567 " * 6000, []),
        ("13912345678 " * 6000, ["personal-number"]),
        ("(negative list " * 6000, []),
        ("x" * 40000 + "@qq.com", ["private-mail"]),
        ("不得要求企业不得迁出" * 4000, []),
        ("据统计2025最大全国最大" * 3000, []),
        ("土地地价超出成交价" * 4000, []),
        ("损失亏损由财政" * 6000, []),
        ("奖励不封顶不设上限" * 4000, ["forbidden-promise"]),
        ("企业须在本县注册" * 5000, ["competition-doubtful"]),
        ("the county makes good the difference " * 1100, []),
        ("according to 2025 largest in china " * 1100, []),
    ],
)
def test_a_text_made_to_hinder_is_judged_like_any_other(hostile: str, broken: list[str]) -> None:
    """40,000 characters of nearly the same words are read to their end, and once."""
    assert broken == sorted(rules_broken_by(hostile))
