"""The county's own pages are held to the same wording as its records."""

import pytest

from site_builder.diagnostics import Diagnostic
from site_builder.diagnostics.printing import as_text
from tests.county_copy import CountyCopy


def _findings(county: CountyCopy, text: str) -> list[Diagnostic]:
    page = county.file("docs/zh/why.md")
    page.parent.mkdir(parents=True)
    page.write_text(text, "utf-8")
    return county.findings()


@pytest.mark.parametrize(
    ("line", "code", "column", "length"),
    [
        ("重大项目零地价供地。", "forbidden-promise", 5, 3),
        ("这里是投资的首选地。", "unsourced-superlative", 6, 3),
        ("内部资料，不得外传。", "secrecy-word", 1, 4),
        ("电话13912345678。", "personal-number", 3, 11),
        ("邮箱 qlzs@163.com", "private-mail", 4, 12),
    ],
)
def test_a_page_is_judged_where_it_says_it(
    county: CountyCopy, line: str, code: str, column: int, length: int
) -> None:
    """The place is that of the words."""
    (finding,) = _findings(county, f"# 为什么\n\n{line}\n")
    place = finding.place
    assert (code, "docs/zh/why.md") == (finding.code, str(place.path))
    assert (3, column, length) == (place.line, place.column, place.length)


def test_a_page_that_says_nothing_wrong_gives_no_finding(county: CountyCopy) -> None:
    """Refusals and ordinals are fine on a page too."""
    assert [] == _findings(county, "# 第一步\n\n不作零地价承诺。热线0800-5550111。\n")


def test_the_numbers_of_a_page_are_never_printed_in_full(county: CountyCopy) -> None:
    """Neither the one that is told nor its neighbour on the line."""
    findings = _findings(county, "13912345678、15812345678\n")
    printed = "".join(as_text(finding, "zh") for finding in findings)
    assert 2 == len(findings)
    assert "12345678" not in printed


def test_a_page_that_cannot_be_decoded_is_still_read(county: CountyCopy) -> None:
    """What is wrong with the file itself is said when the site is built."""
    page = county.file("docs/zh/why.md")
    page.parent.mkdir(parents=True)
    page.write_bytes("首选地".encode("gbk"))
    assert [] == county.findings()
