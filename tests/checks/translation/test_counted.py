"""Counts in words are compared only where a first look leaves a doubt."""

from hypothesis import given
from hypothesis import strategies as st

from site_builder.checks.translation.counted import compared_counts, miscounted
from site_builder.quantities.worded import worded_mentions_in

CHINESE = st.lists(
    st.sampled_from(["两条", "三个", "三天半", "五年", "十二家", "3条", "5", "半年", "GB5", "线、"])
)
ENGLISH = st.lists(
    st.sampled_from(["two", "Three", "twenty-three", "five years", "half", "5", "12", "and", ", "])
)


@given(CHINESE.map("".join), ENGLISH.map(" ".join))
def test_the_first_look_leaves_out_only_what_agrees(zh: str, en: str) -> None:
    """A pair of texts that is not compared would have had no finding."""
    assert compared_counts(zh, en, worded_mentions_in(zh, "zh")) == miscounted(zh, en)


def test_a_count_that_differs_is_found() -> None:
    """Both counts are named as they stand."""
    found = miscounted("建两条生产线和五座仓库。", "Three lines and five warehouses.")
    assert found is not None
    assert ["两条", "Three"] == [mention.written for mention in found]
