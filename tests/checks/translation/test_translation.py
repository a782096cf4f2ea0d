"""Slips between the two languages are found where they stand in an author's file."""

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.checks.scope import Scope, terms_of
from site_builder.checks.translation.literal import literal_translations
from site_builder.checks.translation.names import check_names
from site_builder.checks.translation.record_texts import check_translation
from site_builder.content.model import Text
from site_builder.content.reader import read_catalog
from site_builder.content.source import Source
from site_builder.content.yaml_text.strict_yaml import parse
from site_builder.quantities.mentions import mentions_in

SAMPLE = Path(__file__).parents[3]

_FORMS = (
    "en: RMB 320 million, then RMB 320 million\n",
    'en: "RMB 320 million,\\n then RMB 320 million"\n',
    "en: 'RMB 320 million, then RMB 320 million'\n",
    "{zh: 3.2亿元、3.2亿元, en: 'RMB 320 million, then RMB 320 million'}\n",
    "en: |\n  RMB 320 million,\n\n  then RMB 320 million\n",
    "en: >-\n  RMB 320 million,\n  then RMB 320 million\n",
    "en: RMB 320 million,\n  then RMB 320 million\n",
)


@pytest.mark.parametrize("text", _FORMS)
def test_the_second_of_two_equal_figures_is_found(text: str) -> None:
    """However YAML folds and quotes a text, a place in it is found again."""
    plain, source, _ = parse(text, PurePosixPath("x.yml"))
    assert isinstance(plain, dict)
    value = str(plain["en"])
    second = mentions_in(value, "en")[1]
    place = source.stretch(("en",), value, second.start, second.end)
    lines = text.splitlines()
    line = max(number for number, one in enumerate(lines) if "RMB" in one)
    assert (line + 1, lines[line].rindex("RMB") + 1, len("RMB 320 million")) == (
        place.line,
        place.column,
        place.length,
    )


def test_a_figure_folded_over_two_lines_is_underlined_to_the_end_of_the_first() -> None:
    """A place lies in one line."""
    plain, source, _ = parse("en: >-\n  in all RMB 320\n  million\n", PurePosixPath("x.yml"))
    assert isinstance(plain, dict)
    (figure,) = mentions_in(str(plain["en"]), "en")
    place = source.stretch(("en",), str(plain["en"]), figure.start, figure.end)
    assert (2, 10, len("RMB 320")) == (place.line, place.column, place.length)


@pytest.mark.parametrize(
    ("english", "term"),
    [
        ("Local dragon-head enterprises lead.", "龙头企业"),
        ("Oho Dragon Apex", "龙头企业"),
        ("The chain master buys nearby.", "链主"),
        ("A small squad visits.", "小分队"),
        ("Investment attraction is stepped up.", "招商引资"),
        ("the landing of projects", "项目落地"),
        ("Agreement of investment collaboration inclination", "意向协议"),
        ("FA-Investment", "固定资产投资"),
        ("The site has three throughs and one level.", "三通一平、七通一平"),
        ("Heroes by mu", "亩均论英雄"),
        ("28 billion 140 million yuan", "亿、万（连写）"),
        ("3,200 ten thousand yuan", "万元、万亩"),
        ("320 wan yuan", "万元、亿元"),
        ("RMB 320 million yuan", "元（币种）"),
        ("RMB 5 million and then 6 million yuan", "元（币种）"),
        ("with the number-one leader as gripper", "一把手"),
    ],
)
def test_word_for_word_translations_are_named(english: str, term: str) -> None:
    """Mistakes seen in published translations are known."""
    found = _literal(english)
    assert term in [finding.facts["term"] for finding in found]


@pytest.mark.parametrize(
    "english",
    [
        "The leading company invests RMB 320 million.",
        "The enclave park lies in the next city.",
        "320 million yuan in all, then 6 million yuan.",
        "A chain of ten dragons landed on the lake.",
        "More than a hundred million yuan of orders.",
        "The chain owns ten warehouses.",
    ],
)
def test_plain_english_is_left_alone(english: str) -> None:
    """What merely resembles the list is fine."""
    assert [] == _literal(english)


def _literal(english: str) -> list[object]:
    text = Text(zh="正文", en=english)
    return list(literal_translations(Source(PurePosixPath("x.yml")), [(("text",), text)]))


# Phrases that are not English, whole and in pieces.
TELLING = [
    "Dragon-head",
    "enterprises",
    "chain masters",
    "chain",
    "wan mu",
    "wan",
    "mu",
    "RMB 3 yuan",
]


@given(st.lists(st.lists(st.sampled_from(TELLING)).map(" ".join).filter(bool), max_size=4))
def test_a_text_is_judged_the_same_alone_and_among_others(english: list[str]) -> None:
    """What many texts hold together only tells which of them are worth a look."""
    pairs = [((str(index),), Text(zh="正文", en=text)) for index, text in enumerate(english)]
    source = Source(PurePosixPath("x.yml"))
    expected = [found for pair in pairs for found in literal_translations(source, [pair])]
    assert expected == list(literal_translations(source, pairs))


def test_the_sample_county_says_the_same_twice() -> None:
    """Not one false alarm in the county that the repository publishes."""
    catalog, _ = read_catalog(SAMPLE)
    terms = terms_of(catalog.county, None)
    found = [finding for entry in catalog.entries() for finding in check_translation(entry, terms)]
    found += check_names(Scope(catalog, terms))
    assert [] == [(str(finding.place.path), finding.place.line, finding.facts) for finding in found]
