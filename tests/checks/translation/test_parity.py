"""Figures of two languages are compared as a careful translator would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.checks.translation.parity import discrepancies
from tests.checks.translation.pairs import AGREE, DIFFER, ONE_SIDED


@pytest.mark.parametrize(("zh", "en"), AGREE, ids=[f"{zh} = {en}" for zh, en in AGREE])
def test_the_same_figures_agree(zh: str, en: str) -> None:
    """Scales, units, words and dates of each language are understood."""
    assert () == discrepancies(zh, en)


@pytest.mark.parametrize(("zh", "en", "slip"), DIFFER, ids=[f"{zh} # {en}" for zh, en, _ in DIFFER])
def test_a_slip_is_found_once_where_it_stands(zh: str, en: str, slip: str) -> None:
    """One slip is one finding, and it names the English figure."""
    found = discrepancies(zh, en)
    assert [slip] == [one.en.written for one in found if one.en is not None]
    assert len(found) == 1
    assert found[0].zh is not None


@pytest.mark.parametrize(("zh", "en", "alone_zh", "alone_en"), ONE_SIDED)
def test_what_one_text_leaves_out_is_found_once(
    zh: str, en: str, alone_zh: str, alone_en: str
) -> None:
    """A date or a range that is left out is one omission."""
    (found,) = discrepancies(zh, en)
    assert alone_zh == (found.zh.written if found.zh else "")
    assert alone_en == (found.en.written if found.en else "")


def test_small_counts_may_be_left_to_the_grammar() -> None:
    """Not every 1, 2 or 3 has to be said in both languages."""
    assert () == discrepancies("4座车间，1小时可达。", "The halls are an hour away.")


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("1,1,1," * 8000, "1,2,1," * 8000),
        ("3.2亿元、" * 9000, "RMB 3.2 billion, " * 3000),
        ("两条" * 25_000, "three lines " * 4000),
        ("".join(f"{number}吨、" for number in range(2, 240)), "none at all"),
        ("".join(f"{number}吨、" for number in range(2, 240)), "7 t, " * 240),
    ],
)
def test_a_text_full_of_figures_is_compared_in_time(zh: str, en: str) -> None:
    """What no author writes does not stop the check either."""
    assert len(discrepancies(zh, en)) <= 240


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_can_be_compared(zh: str, en: str) -> None:
    """A finding names a stretch of the text it stands in."""
    for found in discrepancies(zh, en):
        for text, figure in ((zh, found.zh), (en, found.en)):
            assert figure is None or 0 <= figure.start < figure.end <= len(text)
