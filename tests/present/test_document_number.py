"""Numbers of official documents in either language."""

import pytest

from site_builder.present.document_number import cited

ENGLISH = "No. {serial} of {year} ({number})"


@pytest.mark.parametrize(
    ("number", "pattern", "said"),
    [
        ("青岚府发〔2025〕7号", ENGLISH, "No. 7 of 2025 (青岚府发〔2025〕7号)"),
        ("国令〔2003〕第12号", ENGLISH, "No. 12 of 2003 (国令〔2003〕第12号)"),
        ("青岚府发〔2025〕7号", "{number}", "青岚府发〔2025〕7号"),
        ("中华人民共和国主席令第26号", ENGLISH, "中华人民共和国主席令第26号"),
    ],
)
def test_a_number_is_cited_as_the_language_does(number: str, pattern: str, said: str) -> None:
    assert cited(number, pattern) == said
