"""How the report says what the rules say."""

import pytest

from site_builder.report.telling import coded


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("write `kind: map` here", "write <code>kind: map</code> here"),
        ("`a` and `b`", "<code>a</code> and <code>b</code>"),
        ("<b>`<i>`</b>", "&lt;b&gt;<code>&lt;i&gt;</code>&lt;/b&gt;"),
        ("one ` alone", "one ` alone"),
        ("``", "``"),
    ],
)
def test_what_stands_between_backticks_is_code(text: str, html: str) -> None:
    """A reader of the report sees code, not the marks around it; nothing else becomes a tag."""
    assert html == str(coded(text))
