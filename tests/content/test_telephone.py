"""Which telephone numbers can be called."""

import re

import pytest

from site_builder.content.telephone import PHONE

CALLED = (
    # Landlines: area codes of three digits and of four, with and without signs between.
    "010-65888812",
    "010 6588 8812",
    "(010)65888812",
    "（010）6588-8812",
    "021-5888 1234",
    "0593-8886666",
    "0593 - 8886666",
    "0593-888 6666",
    "05938886666",
    "(0593)8886666",
    "（0593）8886666",
    "(0593) 888-6666",
    "0755-83886666",
    "+86 593 8886666",
    "+86-10-65888812",
    "+86 (593) 8886666",
    "0086-593-8886666",
    # With an extension.
    "0593-8886666-12",
    "010-65888812转8001",
    "010-65888812 转 8001",
    "(0593)8886666-801",
    # Mobiles.
    "13800138000",
    "138 0013 8000",
    "138-0013-8000",
    "+86 138 0013 8000",
    "+8613800138000",
    # 400 and 800.
    "400-888-6666",
    "400-8886666",
    "400 888 6666",
    "4008-886-666",
    "400-8888-666",
    "800-810-1234",
    # Services.
    "12345",
    "0593-12345",
    "(0593)12345",
    "10010",
    "118114",
    "116114",
    "10106666",
    "95598",
    "955888",
    "95105105",
    "96110",
    "961234",
    # Abroad.
    "+852 2888 6666",
    "+65-6888-6666",
    "+44 20 7946 0958",
    "+49 30 901820",
)
NOT_CALLED = (
    # A digit is missing, also before an extension.
    "0593-888666",
    "0593-888666-12",
    "0593-888666转12",
    "010-6588881",
    "010-658888-12",
    "010-6588881-2",
    "(0593)888666-12",
    "1380013800",
    "400-888-666",
    "400-88866-12",
    "+86 593 888666",
    # A digit too many.
    "0593-888666612",
    "010-658888123",
    "138001380001",
    "400-888-66667",
    "951051051",
    "1234",
    "123456",
    # No area code, or one that none has.
    "8886666",
    "65888812",
    "0193-8886666",
    "0293-8886666-",
    # A local number begins with 2 to 9.
    "0593-1886666",
    "010-05888812",
    # Two numbers, other words, one bracket.
    "0593-8886666/8886667",
    "0593-8886666、8886667",
    "电话0593-8886666",
    "(0593-8886666",
    "0593)8886666",
    "(0593）",
    "+86",
    "",
    # Digits that no telephone has.
    "０５９３-８８８６６６６",
)


@pytest.mark.parametrize("number", CALLED)
def test_a_number_that_can_be_called_is_one(number: str) -> None:
    assert re.fullmatch(PHONE, number)


@pytest.mark.parametrize("number", NOT_CALLED)
def test_a_number_that_cannot_be_called_is_none(number: str) -> None:
    assert not re.fullmatch(PHONE, number)
