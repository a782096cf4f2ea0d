"""What the law says to foreign investors, in the line that leaflets carry."""

import re
from pathlib import Path

import pytest

from site_builder.build import prepare
from tests.county_copy import CountyCopy
from tests.present.test_key_figures import THEME
from tests.site.tiny import PROJECT, publishable

LAW = "foreign_investment:\n  negative_list: {edition: 2024%s}\n%s"
WRITTEN = re.compile(r"^foreign_investment:\n(?:  .*\n)+", re.MULTILINE)
RESTRICTED = ', restriction: {zh: 限于合资, en: "joint ventures only"}'
ENCOURAGED = '  encouraged: {edition: 2025, entry: {zh: 电池材料, en: "battery materials"}}\n'
CLASS = ("行业代码C3985（GB/T 4754-2017）", "Class C3985 (GB/T 4754-2017)")
FREE = (
    "未列入外商投资准入负面清单（2024年版），可以独资",
    "not on the 2024 negative list, may be wholly foreign-owned",
)


@pytest.fixture
def county(tmp_path: Path) -> CountyCopy:
    """Return a copy of the tiny county."""
    return publishable(tmp_path / "county")


def lines(county: CountyCopy, law: str) -> tuple[str, str]:
    """Return the line in both languages when the record says `law`."""
    file = county.file(PROJECT)
    text, count = WRITTEN.subn(law, file.read_text("utf-8"))
    assert 1 == count
    file.write_text(text, "utf-8")
    views = prepare(county.root, THEME).counties
    zh, en = (views[language].by_slug["cathode"].foreign for language in ("zh", "en"))
    return zh, en


@pytest.mark.parametrize(
    ("law", "zh", "en"),
    [
        (
            LAW % ("", ENCOURAGED),
            f"{CLASS[0]}；{FREE[0]}；鼓励外商投资产业目录（2025年版）：电池材料",
            f"{CLASS[1]}; {FREE[1]}; 2025 catalogue of encouraged industries: battery materials",
        ),
        (
            LAW % (RESTRICTED, ""),
            f"{CLASS[0]}；外商投资准入负面清单（2024年版）规定：限于合资",
            f"{CLASS[1]}; 2024 negative list: joint ventures only",
        ),
        ("", "", ""),
    ],
)
def test_the_line_says_what_the_record_does(county: CountyCopy, law: str, zh: str, en: str) -> None:
    """Class, list and catalogue with their editions; nothing where the record is silent."""
    assert (zh, en) == lines(county, law)


def test_sole_ownership_is_not_offered_where_the_project_seeks_partners(
    county: CountyCopy,
) -> None:
    """The law may allow what the project does not."""
    county.edit(PROJECT, "modes: [sole, joint-venture]", "modes: [joint-venture]")
    zh, en = lines(county, LAW % ("", ""))
    assert zh.endswith("未列入外商投资准入负面清单（2024年版），按内外资一致管理")
    assert en.endswith("not on the 2024 negative list, same rules as for domestic investors")
