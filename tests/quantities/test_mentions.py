"""Figures are found in prose where they stand, and nothing an author writes is too much."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.quantities.agreement import agree
from site_builder.quantities.mentions import mentions_in
from site_builder.quantities.rewriting import in_chinese, in_english
from site_builder.quantities.worded import worded_mentions_in

_READ = (
    ("zh", "年产8万吨", "8万吨", "80000", "mass"),
    ("zh", "总投资1亿2000万元，", "1亿2000万元", "120000000", "CNY"),
    ("zh", "租金38元/平方米·月。", "38元/平方米·月", "38", "CNY"),
    ("zh", "35kV专线", "35kV", "35", "voltage"),
    ("zh", "于2026年公布", "2026年", "2026", "year"),
    ("zh", "共2300家", "2300", "2300", ""),
    ("zh", "用电300度", "300度", "300", ""),
    ("zh", "共１２０亩", "120亩", "120", "area"),
    ("en", "is RMB 3.2 billion in all", "RMB 3.2 billion", "3200000000", "CNY"),
    ("en", "(about USD 45 million)", "USD 45 million", "45000000", "USD"),
    ("en", "320 million yuan", "320 million yuan", "320000000", "CNY"),
    ("en", "RMB 96,000 a mu", "RMB 96,000 a mu", "96000", "CNY"),
    ("en", "1.3 million square metres", "1.3 million square metres", "1300000.0", "area"),
    ("en", "a 50-year flood", "50-year", "50", "duration"),
    ("en", "30,000 motors", "30,000", "30000", ""),
    ("en", "320 m of pipe", "320 m", "320", "length"),
    ("en", "a DN400 main", "DN400", "0", "code"),
)


@pytest.mark.parametrize(("language", "text", "written", "amount", "dimension"), _READ)
def test_a_figure_is_read_with_its_unit(
    language: str, text: str, written: str, amount: str, dimension: str
) -> None:
    """Counting word, unit and currency belong to the figure."""
    (mention,) = mentions_in(text, language)
    assert (written, Decimal(amount), dimension) == (
        mention.written,
        mention.amount,
        mention.dimension,
    )


@pytest.mark.parametrize(
    ("language", "text", "amounts"),
    [
        ("zh", "五分之一、两条、十四五、半年、六成五、二〇二六", ["65", "14", "2", "0.5", "2026"]),
        (
            "en",
            "twenty-four, two hundred and forty, half a year, tenth",
            ["24", "240", "0.5", "10"],
        ),
        ("en", "two and three", ["2", "3"]),
        ("en", "one and a half years", ["1.5"]),
    ],
)
def test_figures_in_words_are_read(language: str, text: str, amounts: list[str]) -> None:
    """Numerals, fractions and plans of both languages are understood."""
    found = {
        reading.amount
        for mention in worded_mentions_in(text, language)
        for reading in (mention, *mention.others)
    }
    assert [] == [amount for amount in amounts if Decimal(amount) not in found]


@pytest.mark.parametrize(
    ("zh", "en", "english", "chinese"),
    [
        ("3.2亿元", "RMB 3.2 billion", "RMB 320 million", "32亿元"),
        ("500亩", "34 ha", "33.3 ha", "510亩"),
        ("42万千瓦", "402 MW", "420 MW", "40.2万千瓦"),
        ("9.6万元/亩", "RMB 1.5 million/ha", "RMB 1.44 million/ha", "10万元/亩"),
        ("15个百分点", "16 percentage points", "15 percentage points", "16个百分点"),
        ("15个百分点", "25% a year", "15 percentage points", "25%"),
        ("20%", "25% a year", "20%", "25%"),
        ("2.8亿元", "RMB 3.2 hundred million", "RMB 280 million", "3.2亿元"),
        ("28.6万人", "2.86 million people", "286,000", "286万"),
        ("2026年", "2025", "2026", "2025年"),
    ],
)
def test_a_figure_is_said_in_the_other_language(
    zh: str, en: str, english: str, chinese: str
) -> None:
    """The remedy is written in the unit that the author chose."""
    (one,), (other,) = mentions_in(zh, "zh"), mentions_in(en, "en")
    assert (english, chinese) == (in_english(one, other), in_chinese(other, one))


@given(st.text(alphabet="0123456789.,万亿元亩年月日至—/ %半 abkmMW-RB$第十（）()一两", max_size=60))
def test_nothing_is_too_strange_to_read(text: str) -> None:
    """Whatever stands in a text, its figures can be found, compared and said."""
    found = {language: mentions_in(text, language) for language in ("zh", "en")}
    words = [*worded_mentions_in(text, "zh"), *worded_mentions_in(text, "en")]
    for mention in (*found["zh"], *found["en"], *words):
        assert 0 <= mention.start < mention.end <= len(text)
        assert in_english(mention)
        assert in_chinese(mention)
        assert all(agree(mention, other) in (True, False) for other in words)


@pytest.mark.parametrize(
    "piece", ["1,", "1", "1,111,", "1.", "1万", "一", "一百", "a1-", "1 million ", "one ", "RMB "]
)
def test_a_very_long_text_is_read_in_one_pass(piece: str) -> None:
    """No expression goes back and forth over a long text."""
    text = piece * (50_000 // len(piece))
    for language in ("zh", "en"):
        ends = [m.end for m in (*mentions_in(text, language),)]
        assert ends == sorted(set(ends))
        assert worded_mentions_in(text, language) is not None


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "text",
    [
        "9" * 20 + "万亿元",
        "9" * 15 + "万亿元/微克",
        "RMB " + "9" * 20 + " trillion per µg",
        "RMB " + "9" * 40,
        "¥" + "9" * 40 + "亿元",
        "RMB " + ",".join(["999"] * 14),
        "RMB " + "9" * 120,
        "RMB 3" + " trillion" * 40,
        "３" * 50 + "元",
        "9" * 30 + "折，" + "9" * 30 + "分，99折",
    ],
)
def test_figures_too_large_for_anything_are_said_in_the_other_language(
    language: str, text: str
) -> None:
    """What nobody means is told as well as it can be, and raises nothing."""
    for mention in mentions_in(text, language):
        assert in_english(mention)
        assert in_chinese(mention)
        for other in mentions_in("35亿元/亩，RMB 1 billion", "zh"):
            assert in_chinese(mention, other)


@pytest.mark.parametrize("text", ["亿" * 20 + "元", "三分之" + "9" * 9, "million " * 50, "九九折"])
def test_words_too_large_for_anything_are_said_as_well(text: str) -> None:
    """亿亿亿 is no number, and nothing that is one raises."""
    for mention in (*worded_mentions_in(text, "zh"), *worded_mentions_in(text, "en")):
        assert in_english(mention)
        assert in_chinese(mention)


@pytest.mark.parametrize(
    ("zh", "en", "english", "chinese"),
    [
        ("8折", "30% off", "20%", "30%"),
        ("8折", "70% of it", "80%", "70%"),
        ("35分", "RMB 0.40", "35", "0.4元"),
    ],
)
def test_what_may_be_read_otherwise_is_said_as_it_was_meant(
    zh: str, en: str, english: str, chinese: str
) -> None:
    """A discount is said as what is paid or taken off, whichever the English came near."""
    (one,), (other,) = mentions_in(zh, "zh"), mentions_in(en, "en")
    assert (english, chinese) == (in_english(one, other), in_chinese(other, one))
