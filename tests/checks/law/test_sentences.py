"""Where sentences begin and end, and what belongs to what they state."""

import pytest

from site_builder.checks.law.sentences import Sentences


@pytest.mark.parametrize(
    ("whole", "offset", "text"),
    [
        ("一。二！三", 0, "一"),
        ("一。二！三", 2, "二"),
        ("一。二！三", 4, "三"),
        ("one. two? three", 5, " two"),
        ("rate 3.5% of it. two", 2, "rate 3.5% of it"),
        ("document no. 12 of 2025. two", 2, "document no. 12 of 2025"),
        ("there is no. two", 2, "there is no"),
        ("", 0, ""),
    ],
)
def test_a_sentence_ends_at_its_stop(whole: str, offset: int, text: str) -> None:
    """Neither a decimal point nor the short form of “number” ends one."""
    assert text == Sentences(whole).around(offset).text


@pytest.mark.parametrize(
    ("whole", "statement"),
    [
        ("居第一。（来源：省统计局，2025年）后来", "居第一。（来源：省统计局，2025年）后来"),
        ("居第一。数据来源：省统计局。二", "居第一。数据来源：省统计局"),
        ("居第一。省统计局2025年公布产值。", "居第一"),
        ("it is first. source: bureau, 2025. two", "it is first. source: bureau, 2025"),
        ("it is first. sourcing is local. two", "it is first"),
    ],
)
def test_a_source_named_in_the_next_sentence_belongs_to_the_statement(
    whole: str, statement: str
) -> None:
    """A sentence that says anything else is a statement of its own."""
    assert statement == Sentences(whole).around(0).statement


def test_a_paragraph_ends_at_a_line_break() -> None:
    """What stands on the lines before and after is another paragraph."""
    assert "二。三" == Sentences("一\n二。三\n四").around(2).paragraph
