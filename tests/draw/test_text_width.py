import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.draw.text_width import clip, plain_marks, text_width, wrap

MIXED = st.text(alphabet="锰系新材料（）。，、“” abcdefgXYZ-/’’0123.,%", max_size=60)


def test_a_chinese_character_is_one_em_wide() -> None:
    assert text_width("产业链", 10) == 30


def test_latin_text_is_about_056_em_a_letter() -> None:
    assert text_width("Manganese sulphate", 1) / 18 == pytest.approx(0.56, abs=0.04)


@pytest.mark.parametrize("bold", [False, True])
def test_no_measure_is_narrower_than_the_font(bold: bool) -> None:
    collection = pytest.importorskip("fontTools.ttLib").TTCollection
    face = "Bold" if bold else "Regular"
    try:
        fonts = collection(f"/usr/share/fonts/opentype/noto/NotoSansCJK-{face}.ttc").fonts
    except OSError:
        pytest.skip("the font is not installed")
    font = next(f for f in fonts if f["name"].getDebugName(1) == "Noto Sans CJK SC")
    cmap, metrics = font.getBestCmap(), font["hmtx"]
    for sample in ("Battery-grade manganese", "WOMM 100% @ 3,200 t/a", "（示例）锰·RMB 3.2亿元"):
        drawn = sum(metrics[cmap[ord(character)]][0] for character in sample) / 1000
        assert text_width(sample, 1, bold=bold) >= drawn * 0.985


def test_latin_quotes_are_drawn_plain_and_chinese_ones_kept() -> None:
    assert plain_marks("Investor’s “own”…") == 'Investor\'s "own"...'
    assert plain_marks("投资“标准地”…") == "投资“标准地”…"


def test_chinese_breaks_anywhere_but_not_before_a_closing_mark() -> None:
    assert wrap("正极材料，前驱体", 10, 40) == ("正极材", "料，前驱", "体")
    assert wrap("材料（电池级）", 10, 30) == ("材料", "（电池", "级）")


def test_english_breaks_at_spaces_and_after_hyphens() -> None:
    assert wrap("Battery-grade manganese sulphate", 10, 80) == (
        "Battery-grade",
        "manganese",
        "sulphate",
    )
    assert wrap("Battery-grade", 10, 50) == ("Battery-", "grade")


def test_too_many_lines_end_in_an_ellipsis() -> None:
    assert wrap("一二三四五六七八", 10, 40, lines=1) == ("一二三…",)


def test_the_first_line_may_be_shorter() -> None:
    assert wrap("一二三四五六七", 10, 50, first=30) == ("一二三", "四五六七")


def test_empty_text_has_no_lines() -> None:
    assert wrap("  ", 10, 40) == ()


@given(MIXED, st.floats(30, 300))
def test_lines_fit_and_lose_nothing(text: str, width: float) -> None:
    lines = wrap(text, 10, width)
    assert all(text_width(line, 10) <= width + 1e-6 for line in lines) or "’’" in text
    assert "".join("".join(lines).split()) == "".join(plain_marks(text).split())


@pytest.mark.parametrize(
    ("text", "width", "clipped"),
    [
        ("phosphate cathode, 30,000 tonnes", 150, "phosphate cathode, 30,000…"),
        ("Retired batteries and scrap", 125, "Retired batteries and…"),
        ("Nanxi Electrochemicalworks", 110, "Nanxi Electrochemi…"),
        ("磷酸锰铁锂正极材料", 60, "磷酸锰铁锂…"),
    ],
)
def test_a_text_is_clipped_between_words(text: str, width: float, clipped: str) -> None:
    """No word is left with a part of its letters, unless little else would be left."""
    assert clipped == clip(text, 10, width)


@given(MIXED, st.floats(20, 300))
def test_clipped_text_fits(text: str, width: float) -> None:
    assert text_width(clip(text, 10, width), 10) <= width + 1e-6
