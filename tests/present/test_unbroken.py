import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.present.unbroken import unbroken

WHOLE = re.compile(r'<span class="whole">([^<]*)</span>')


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("总投资3.2亿元，年产5万吨", ["3.2亿元", "5万吨"]),
        ("平段0.46元/千瓦时、谷段", ["0.46元/千瓦时"]),
        ("年接待约39.6万人次", ["39.6万人次"]),
        ("租金2元/平方米·月", ["2元/平方米·月"]),
        ("2026年2月完成", ["2026年", "2月"]),
        ("电话0800-5550100，或来信", ["0800-5550100"]),
        ("0800-5550100", ["0800-5550100"]),
        ("about RMB 100 million in all", ["RMB 100 million"]),
        ("at RMB 0.46/kWh, flat", ["RMB 0.46/kWh"]),
        ("310 m by 172 m, levelled", ["310 m", "172 m"]),
        ("120 mu (8 ha) of land", ["120 mu", "8 ha"]),
        ("motors of 15 to 40 hp", ["40 hp"]),
        ("rate of 30 September 2026", ["30 September"]),
    ],
)
def test_a_figure_stays_with_its_currency_and_unit(written: str, kept: list[str]) -> None:
    """Numbers that a narrow column would part from what they count are set as one."""
    assert kept == WHOLE.findall(unbroken(f"<p>{written}</p>"))


@pytest.mark.parametrize(
    "html",
    [
        '<a title="投资3.2亿元" href="x">投资</a>',
        "<svg><text>投资3.2亿元</text></svg>",
        '<script>var a = "约 3.2亿元 "</script>',
        "<title>年产5万吨</title>",
        "<td>3.2亿元</td>",
        "<p>GB/T 4754-2017 and 1,340 or 42.</p>",
        "<p>第2至第4，It&#39;s so</p>",
        "<!-- 投资3.2亿元 -->",
    ],
)
def test_what_is_no_running_text_stays_as_it_is(html: str) -> None:
    """Attributes, drawings, scripts, figures alone in a cell and bare numbers are left alone."""
    assert html == unbroken(html)


def test_a_point_between_entries_does_not_begin_a_line() -> None:
    """The space before it does not break; the one after it does."""
    assert "<p>山地装备\u00a0· 金河</p>" == unbroken("<p>山地装备 · 金河</p>")


@given(st.text(alphabet="0123456789.,-/ <>&;#·亿元吨年人RMBkWhmu"))
def test_nothing_is_lost_or_added_but_the_frame_of_figures(text: str) -> None:
    """Without the spans, the same HTML is left, whatever stood there."""
    bare = WHOLE.sub(r"\1", unbroken(text)).replace("\u00a0", " ")
    assert text == bare
