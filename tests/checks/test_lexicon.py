"""The list of words: every entry can be found, and no text takes long."""

import time

import pytest

from site_builder.checks.lexicon import Wording, lexicon
from site_builder.checks.public_text import PublicText, lowered
from site_builder.checks.wording import wordings_in
from site_builder.diagnostics import Rule
from tests.checks.sentences import DATA, rules_broken_by


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
        Rule.UNSOURCED_SUPERLATIVE,
        Rule.SECRECY_WORD,
        Rule.PRIVATE_MAIL,
    } == {wording.rule for wording in _wordings()}


def test_every_wording_is_found_in_a_dirty_sentence() -> None:
    """An entry that nothing shows to work may as well not be there."""
    found = set()
    for name in ("dirty_sentences.tsv", "held_out_dirty.tsv"):
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


def test_a_text_says_a_thing_once_a_sentence() -> None:
    """Two claims of one sentence are one finding; those of two sentences are two."""
    text = PublicText((("a", "zh"),), ("国内领先、国际先进的一流企业。产量全国第一。",))
    assert 2 == len(list(wordings_in(text)))


@pytest.mark.parametrize(
    "hostile",
    [
        "全国第一。" * 4000,
        "第一" * 20000,
        "不税收返还" * 8000,
        "the best " * 6000,
        "no tax refund " * 4000,
        "1391234567 " * 6000,
        "13912345678 " * 6000,
        "(negative list " * 6000,
        "x" * 40000 + "@qq.com",
    ],
)
def test_no_text_takes_long(hostile: str) -> None:
    """A text of 40,000 characters, made to hinder, is judged within seconds, not hours."""
    start = time.perf_counter()
    rules_broken_by(hostile)
    assert time.perf_counter() - start < 5
