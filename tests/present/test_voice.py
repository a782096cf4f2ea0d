from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from markupsafe import escape

from site_builder.content.model import Figure, Prose, Text
from site_builder.content.project import ProjectKind
from site_builder.content.scalars import MonthOrYear
from site_builder.present.voice import SpokenDay, Voice
from site_builder.present.words import Choice, Words
from site_builder.quantities.reading import read_quantity
from site_builder.quantities.speaking import Speaker

OLD = {"zh": "{year}年数据，待更新", "en": "{year} figure, being updated"}
WORDS = {"zh": {"new-build": "新建"}, "en": {"new-build": "New build"}}


def voice(language: str) -> Voice:
    groups = {"choices": {"ProjectKind": WORDS[language]}, "figures": {"stale": OLD[language]}}
    return Voice(language, Words(groups, language), Speaker(language, Fraction(7)), 2023)


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (Text(zh="茶", en="Tea"), "茶", "Tea"),
        (Prose(zh="**茶**", en="*Tea*"), "<p><strong>茶</strong></p>", "<p><em>Tea</em></p>"),
        (read_quantity("500亩"), "500亩", "500 mu (33.3 ha)"),
        (ProjectKind.NEW_BUILD, "新建", "New build"),
        (date(2026, 9, 18), "2026年9月18日", "18 September 2026"),
        (MonthOrYear("2027-03"), "2027年3月", "March 2027"),
        (Decimal("1234.50"), "1234.5", "1,234.5"),
        ("C2613", "C2613", "C2613"),
    ],
)
def test_every_value_is_shown_in_its_language(value: object, zh: str, en: str) -> None:
    """Texts, quantities, choices and dates are read in words; codes stay as they are."""
    assert (zh, en) == (str(voice("zh").show(value)), str(voice("en").show(value)))


@pytest.mark.parametrize(
    ("year", "zh", "en"),
    [
        ("2024", "2024", "2024"),
        (
            "2023",
            '<span class="stale">2023年数据，待更新</span>',
            '<span class="stale">2023 figure, being updated</span>',
        ),
    ],
)
def test_an_old_year_says_so_wherever_a_template_writes_it(year: str, zh: str, en: str) -> None:
    """The mark comes with the year, so that no template can forget it."""
    label = {"zh": "茶", "en": "Tea"}
    figure = Figure.model_validate(
        {"label": label, "value": "3万吨", "year": year, "source": label}
    )
    shown = [escape(voice(language).shown(figure).year) for language in ("zh", "en")]
    assert [zh, en] == shown


def test_lists_and_groups_keep_their_shape() -> None:
    """What stands in a list or a group is shown in place."""
    assert voice("en").show((Text(zh="茶", en="Tea"), None)) == ("Tea", None)


def test_an_unknown_field_is_an_error() -> None:
    """A template that asks for a field the record does not have stops the build."""
    shown = voice("en").shown(Text(zh="茶", en="Tea"))
    assert shown.en == "Tea"
    with pytest.raises(AttributeError, match="tagline"):
        _ = shown.tagline


def test_machines_get_codes_and_iso_dates() -> None:
    """Beside the words stand the forms that programs read."""
    day, choice = voice("zh").show(date(2026, 9, 18)), voice("zh").show(ProjectKind.NEW_BUILD)
    assert isinstance(day, SpokenDay)
    assert isinstance(choice, Choice)
    assert (day.iso, choice.code) == ("2026-09-18", "new-build")
