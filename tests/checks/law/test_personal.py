"""Private numbers, told apart from the many other numbers of a brief."""

import dataclasses
from pathlib import PurePosixPath

import pytest

from site_builder.checks.law.personal import (
    hidden,
    is_card,
    is_identity,
    masked,
    numbers_in,
    private_numbers,
)
from site_builder.checks.law.public_text import PublicText
from site_builder.content.source import Source, Span
from site_builder.diagnostics.printing import as_text


@pytest.mark.parametrize(
    ("digits", "holds"),
    [
        ("11010519491231002X", True),
        ("11010519491231002x", True),
        ("110105194912310021", False),
        ("11010519491231002", False),
    ],
)
def test_the_check_digit_of_an_identity_card(digits: str, holds: bool) -> None:
    """The example of GB 11643-1999, and the same with another digit."""
    assert holds == (len(digits) == 18 and is_identity(digits))


@pytest.mark.parametrize(
    ("digits", "holds"), [("4111111111111111", True), ("4111111111111112", False)]
)
def test_the_check_digit_of_a_card(digits: str, holds: bool) -> None:
    """The number that shops use to try a card, and the same with another digit."""
    assert holds == is_card(digits)


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("13912345678", "139****5678"),
        ("139 1234 5678", "139 **** 5678"),
        ("abc123", "ab***3"),
        ("11010519491231002X", "110***********002X"),
    ],
)
def test_the_middle_of_a_number_is_hidden(number: str, shown: str) -> None:
    """Enough is left to find it again."""
    assert shown == masked(number)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("电话13912345678。", ["13912345678"]),
        ("+86 139 1234 5678", ["139 1234 5678"]),
        ("008613912345678", ["13912345678"]),
        ("１３９１２３４５６７８", ["１３９１２３４５６７８"]),
        ("0851-13912345", []),
        ("13912345678元", []),
        ("13912345678 kWh", []),
        ("13,912,345,678", []),
        ("13900000000", []),
        ("编号：13912345678", []),
        ("2139123456789", []),
        ("139.12345678", []),
        ("109.13912345678", []),
        ("12912345678", []),
        ("微信号：abc123。", ["abc123"]),
        ("请加微信 wx_liming88 咨询", ["wx_liming88"]),
        ("微信13912345678", ["13912345678"]),
        ("WeChat ID: zhoujianguo1980", ["zhoujianguo1980"]),
        ("微信公众号：qinglan_touzi", []),
        ("官方微信号：qinglaninvest", []),
        ("The official WeChat account is Qinglan.", []),
        ("微信：https://example.org", []),
        ("WeChat payments are taken", []),
        ("身份证522226198001011234。", ["522226198001011234"]),
        ("身份证号码：522226 19800101 1234", ["522226 19800101 1234"]),
        ("身份证编号为52222619800101123x", ["52222619800101123x"]),
        (
            "公民身份号码（５２２２２６１９８００１０１１２３４）",
            ["５２２２２６１９８００１０１１２３４"],
        ),
        ("身份证号522226800101123", ["522226800101123"]),
        ("his ID card number is 522226198001011234.", ["522226198001011234"]),
        ("Identity card No. 522226198001011234", ["522226198001011234"]),
        ("ID card: 522226198001011234", ["522226198001011234"]),
        ("身份证号11010519491231002X", ["11010519491231002X"]),
        ("银行卡号6222021234567890123", ["6222021234567890123"]),
        ("银行卡号：6222 0212 3456 7890", ["6222 0212 3456 7890"]),
        ("bank card number 6222021234567890", ["6222021234567890"]),
        ("合同编号522226198001011234", []),
        ("身份证办理12.3万件", []),
        ("凭身份证可领取，备案号522226198001011234", []),
        ("身份证制证设备投资123456789012345元", []),
        ("paid card number 12 at the ID card office, 1,000 m² in 2025", []),
        ("银行卡号段622202", []),
        ("the company ID number 522226198001011234", []),
        ("对公账号6222021234567890", []),
    ],
)
def test_a_mobile_number_is_found_and_other_numbers_are_not(text: str, found: list[str]) -> None:
    """What stands beside a number says what it is."""
    assert found == [text[number.begin : number.end] for number in numbers_in(text)]


def test_a_number_is_never_printed_in_full() -> None:
    """Findings end up in logs; the line they show is the author's, with the number hidden."""
    line = "    zh: 电话13912345678，或15812345678。"
    loc = ("summary", "zh")
    spans = {loc: Span(0, 8, 20, 0, 0, 4, 2)}
    source = Source(PurePosixPath("x.yml"), line, lambda _: spans)
    text = PublicText((loc,), (line[8:],))
    printed = "\n".join(
        as_text(finding, language)
        for finding in private_numbers(source, text)
        for language in ("zh", "en")
    )
    assert "139****5678" in printed
    assert "158****5678" in printed
    assert "12345678" not in printed


def test_a_named_number_stays_hidden_where_its_name_is_out_of_sight() -> None:
    """A long line is printed from its middle; the word in front may be cut off."""
    line = "zh: 负责人身份证522226198001011234。"
    loc = ("summary", "zh")
    begin = line.index("5")
    spans = {loc: Span(0, 4, len(line), 0, 0, 4, 2)}
    source = Source(PurePosixPath("x.yml"), line, lambda _: spans)
    (finding,) = private_numbers(source, PublicText((loc,), (line[4:],)))
    cut = dataclasses.replace(
        finding, place=dataclasses.replace(finding.place, excerpt=f"…{line[begin:]}")
    )
    assert "…522***********1234。" == hidden(cut, "522226198001011234").place.excerpt


def test_one_number_in_two_languages_is_told_once() -> None:
    """It is one line to mend."""
    text = PublicText(
        (("summary", "zh"), ("summary", "en")), ("电话13912345678。", "Call +86 139 1234 5678.")
    )
    assert 1 == len(list(private_numbers(Source(PurePosixPath("x.yml")), text)))
