"""The editions of the foreign investment lists, by the day."""

from datetime import date
from pathlib import PurePosixPath

import pytest

from site_builder.checks.law.foreign_investment import foreign_lists, old_editions
from site_builder.checks.law.public_text import PublicText
from site_builder.content.source import Source


@pytest.mark.parametrize(
    ("name", "day", "year"),
    [
        ("negative-list", date(2019, 1, 1), 2020),
        ("negative-list", date(2024, 10, 31), 2021),
        ("negative-list", date(2024, 11, 1), 2024),
        ("encouraged-catalogue", date(2026, 1, 31), 2022),
        ("encouraged-catalogue", date(2026, 2, 1), 2025),
    ],
)
def test_the_newest_edition_is_the_one_in_force_on_the_day(name: str, day: date, year: int) -> None:
    """An edition that is published but not yet in force is not asked for."""
    assert year == foreign_lists()[name].newest(day).year


@pytest.mark.parametrize(
    ("day", "text", "found"),
    [
        (date(2026, 1, 31), "鼓励外商投资产业目录（2022年版）", 0),
        (date(2026, 2, 1), "鼓励外商投资产业目录（2022年版）", 1),
        (date(2026, 2, 1), "《鼓励外商投资产业目录（2022年版）》", 1),
        (date(2026, 2, 1), "外商投资准入特别管理措施（负面清单）（2021年版）", 1),
        (date(2026, 2, 1), "外商投资准入特别管理措施（负面清单）（2024年版）", 0),
        (date(2026, 2, 1), "市场准入负面清单（2022年版）", 0),
        (date(2026, 2, 1), "The sector is on the negative list (2021 edition).", 1),
        (date(2026, 2, 1), "按2022年版《鼓励外商投资产业目录》执行", 1),
        (date(2026, 2, 1), "按2025年版《鼓励外商投资产业目录》执行", 0),
        (date(2026, 2, 1), "Under the 2022 Catalogue of Encouraged Industries it is favoured.", 1),
        (date(2026, 2, 1), "Under the 2022 edition of the Catalogue of Encouraged Industries", 1),
        (
            date(2026, 2, 1),
            "The Catalogue of Industries for Encouraging Investment (2022 edition)",
            1,
        ),
        (date(2026, 2, 1), "原料属鼓励外商投资产业目录（2022年版）鼓励类", 1),
        (date(2026, 2, 1), "旧址改造属鼓励外商投资产业目录（2022年版）鼓励类", 1),
        (date(2026, 2, 1), "原《鼓励外商投资产业目录（2022年版）》已作调整", 0),
        (date(2026, 2, 1), "鼓励外商投资产业目录（2022年版）现已废止", 0),
        (date(2026, 2, 1), "外商投资准入特别管理措施（负面清单）（2025年版）", 1),
        (date(2026, 2, 1), "外商投资准入特别管理措施（负面清单）（2027年版）", 1),
        (date(2026, 2, 1), "自由贸易试验区外商投资准入特别管理措施（负面清单）（2021年版）", 0),
        (date(2026, 2, 1), "2021年版自由贸易试验区外商投资准入特别管理措施（负面清单）", 0),
        (date(2026, 2, 1), "The Market Access Negative List (2022 edition) is national.", 0),
        (date(2026, 2, 1), "The Negative List for Market Access (2022 edition) is national.", 0),
        (date(2026, 2, 1), "The 2022 Negative List for Market Access is national.", 0),
        (date(2026, 2, 1), "The Free Trade Zone Negative List (2021 edition) is another.", 0),
        (
            date(2026, 2, 1),
            "The Negative List for Foreign Investment in Pilot Free Trade Zones (2021 edition)",
            0,
        ),
        (date(2026, 2, 1), "Under the 2021 Negative List for Foreign Investment Access", 1),
        (date(2026, 2, 1), "A negative list and a price of 2021 are kept.", 0),
    ],
)
def test_an_old_edition_is_found_in_a_text(day: date, text: str, found: int) -> None:
    """Only the lists for foreign investors are meant, and only once newer ones hold."""
    public = PublicText((("text",),), (text,))
    assert found == len(list(old_editions(Source(PurePosixPath("x.yml")), public, day)))
