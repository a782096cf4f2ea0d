"""Large Chinese titles: a line that ends in half a word looks like a mistake."""

import pytest

from site_builder.brochure.pieces.titles import phrases, set_title


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("年产12万套小型动力电池组及电芯", ("年产12万套", "小型动力电池组及电芯")),
        ("年处理2万吨废旧锂电池综合利用", ("年处理2万吨", "废旧锂电池综合利用")),
        ("年产1.5万吨电池级四氧化三锰", ("年产1.5万吨", "电池级四氧化三锰")),
    ],
)
def test_a_long_title_is_parted_after_its_output(title: str, lines: tuple[str, ...]) -> None:
    heading = set_title(title, 11)
    assert heading.lines == lines
    assert heading.scale == 1


def test_one_a_little_too_long_stays_in_a_line() -> None:
    heading = set_title("电子连接器与汽车线束项目", 11)
    assert heading.lines == ("电子连接器与汽车线束项目",)
    assert heading.scale * 12 <= 11
    assert heading.scale > 0.85


@pytest.mark.parametrize(
    "title", ["舷外机与精密零部件", "Recycling of lithium batteries, 20,000 tonnes a year"]
)
def test_others_are_set_as_they_are(title: str) -> None:
    assert set_title(title, 11) == set_title(title, 99)


def test_one_that_cannot_be_parted_is_broken_where_it_is_full() -> None:
    title = "山地轨道运输设备与农机具成套制造基地建设项目"
    assert set_title(title, 11).lines == (title,)


def test_a_long_name_of_two_meetings_breaks_between_them() -> None:
    said = phrases("第二十四届投资贸易洽谈会暨青岚县推介会")
    assert said.striptags() == "第二十四届投资贸易洽谈会暨青岚县推介会"
    assert "暨</span><span" in said


def test_a_name_of_one_meeting_and_an_english_one_stay_as_they_are() -> None:
    assert phrases("青岚县推介会") == "青岚县推介会"
    assert phrases("Trade & Investment") == "Trade &amp; Investment"
