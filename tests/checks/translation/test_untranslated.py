"""English left in a Chinese text is found; what both languages write alike is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.checks.translation.untranslated import english_in, shortened
from site_builder.content.source import Loc

ADVANTAGE: Loc = ("conditions", "advantages", 0)
FIRM: Loc = ("firms", 0, "name")
PRODUCT: Loc = ("scale", "products", 0, "name")
SOURCE: Loc = ("market", "figures", 0, "source")


def found(zh: str, loc: Loc = ADVANTAGE) -> str | None:
    """Return the English in a text."""
    place = english_in(zh, loc)
    return None if place is None else zh[slice(*place)]


@pytest.mark.parametrize(
    "zh",
    [
        "Investor",
        "Grade",
        "investor and county",
        "Well-known brand",
        "Demand: 53 tonnes",
        "iron, steel",
        "Investor – 30%",
        "X-ray",
    ],
)
def test_a_text_without_chinese_is_english_by_one_word(zh: str) -> None:
    """However short, a Chinese page would show it."""
    assert zh == found(zh, ("parties", 0, "who"))


@pytest.mark.parametrize(
    "zh",
    [
        "ISO 9001",
        "IATF 16949",
        "RoHS",
        "DN400",
        "LiFePO4",
        "Type-C",
        "USB-C 3.2",
        "Android",
        "iPhone",
        "G4",
        "35 kV",
        "10 kvar",
        "2000 rpm",
        "pH 6.5",
        "400 mm × 300 mm",
        "https://www.example.org/notice",
        "office@example.org",
        "《World rules for the trade of goods》",
        "53%",
        "—",
        "",
    ],
)
def test_what_both_languages_write_alike_is_no_english(zh: str) -> None:
    """Designations, brands, units, addresses and titles need no translation."""
    assert None is found(zh)


@pytest.mark.parametrize(
    ("zh", "loc"),
    [
        ("Northfold Energy", FIRM),
        ("Van der Meer and Sons", FIRM),
        ("Northfold Robotics", ("technology", "equipment", 0, "name")),
        ("Peter van der Meer", ("contacts", 0, "person")),
        ("Northfold, Cathode Outlook 2026", SOURCE),
        ("Northfold、Bluewater", ("market", "competitors")),
    ],
)
def test_a_name_from_abroad_may_stand_where_names_stand(zh: str, loc: Loc) -> None:
    """Not every firm has a Chinese name."""
    assert None is found(zh, loc)


@pytest.mark.parametrize(
    ("zh", "loc"),
    [
        ("Hexi Park Administration", ("host",)),
        ("County Commerce Bureau", ("contacts", 0, "unit")),
        ("Cathode material", PRODUCT),
        ("A maker of salts", FIRM),
        ("Industry association, 2026", SOURCE),
        ("Northfold, March 2026", SOURCE),
        ("English", ("contacts", 0, "languages", 0)),
    ],
)
def test_a_chinese_office_or_a_description_has_a_chinese_name(zh: str, loc: Loc) -> None:
    """Capitals make a name of a firm only, and a month in English was never translated."""
    assert zh == found(zh, loc)


@pytest.mark.parametrize(
    ("before", "english", "after"),
    [
        ("需求增长。", "The plant will make 50 tonnes of salts", "。"),
        ("需求增长。\n\n", "Local firms buy most of it\nfrom outside", ".\n"),
        ("项目", "is close to the county’s railway", "，交通便利。"),
    ],
)
def test_five_words_in_a_chinese_text_are_english(before: str, english: str, after: str) -> None:
    """Only the run is underlined, over lines if need be."""
    assert english == found(f"{before}{english}{after}")


@pytest.mark.parametrize(
    "zh",
    [
        "供应 Northfold Energy and Battery Materials Holding Ltd 等客户。",
        "采用 PLC、DCS、SCADA、MES 和 ERP 系统，配 Type-C 接口。",
        "执行《General rules for the supply of cells》的要求。",
        "按手册（general rules for the supply of cells）供货。",
        "按手册 (general rules for the supply of cells) 供货。",
        "标语为“made in the hills of Qinglan”。",
        "见 https://www.example.org/a/b/c/d 和 10 kV 20 MVA 30 mm 40 kg 设备",
        "1. 道路\n2. 供水\n3. 供电\n4. 供气\n5. 供热",
        "4 条 3 GHz 处理器 use case 2 个",
    ],
)
def test_names_titles_and_terms_in_a_chinese_text_are_no_english(zh: str) -> None:
    """A run is a sentence only with small words, and outside brackets and quotes."""
    assert None is found(zh)


def test_a_source_may_cite_a_title_in_its_own_words() -> None:
    """A publication abroad is found by the title that it has."""
    cited = "行业协会，World outlook for the supply of cathode material，2026年3月"
    assert None is found(cited, SOURCE)
    assert "World outlook for the supply of cathode material" == found(cited)


def test_a_long_stretch_is_told_by_its_beginning() -> None:
    """A message is one line."""
    assert "one two" == shortened("one\n  two")
    assert "word " * 8 + "…" == shortened("word " * 40)


@given(st.text(alphabet="ab A1.-'’(《》）\n 中“", max_size=60))
def test_any_text_has_its_english_within_it(zh: str) -> None:
    """Nothing raises, and what is underlined is there."""
    place = english_in(zh, ADVANTAGE)
    assert place is None or 0 <= place[0] < place[1] <= len(zh)
