"""Private numbers in published texts: mobile telephones, WeChat, identity and bank cards.

Numbers that are something else are told apart by what stands beside them: a unit behind, the
word for a code in front. Basis: the Personal Information Protection Law, articles 25 and 28.
"""

import dataclasses
import re
from collections.abc import Iterator
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from site_builder.checks.law.public_text import PublicText
from site_builder.content.source import Source
from site_builder.diagnostics import Diagnostic, Rule, Words, both

_FULL_WIDTH = {ord("０") + digit: str(digit) for digit in range(10)}
_MANY_DIGITS = re.compile(r"[0-9０-９][0-9０-９ \-]{9,40}[0-9０-９xX]")
_OF_WECHAT = AhoCorasick(["微信", "薇信", "v信", "vx", "wx", "wechat", "weixin"])
"""Finds words in lower case."""

# Not part of a longer number, code or decimal.
_FREE = r"(?<![0-9A-Za-z.,\-])"
_CLOSED = r"(?![0-9A-Za-z%]|[.,\-][0-9])"
_UNIT = (
    r"(?!\s?(?:元|万|亿|千|克|吨|公|米|平方|立方|人|个|台|套|件|只|头|株|次|瓦|度|年|美元)"
    r"|\s?(?:yuan|tonnes?|kg|kwh|cubic|square|people|visitors|dollars)\b)"
)
_MOBILE = re.compile(
    rf"(?<![0-9A-Za-z.,])(?<![0-9]-)(?:(?:\+|00)?86[- ]?)?"
    rf"(?P<number>1[3-9][0-9](?P<gap>[- ]?)[0-9]{{4}}(?P=gap)[0-9]{{4}}){_CLOSED}{_UNIT}",
    re.IGNORECASE,
)
_IDENTITY = re.compile(
    rf"{_FREE}(?P<number>[1-8][0-9]{{5}} ?(?:19|20)[0-9]{{2}}(?:0[1-9]|1[0-2])"
    rf"(?:0[1-9]|[12][0-9]|3[01]) ?[0-9]{{3}}[0-9Xx]){_CLOSED}"
)
# 62 are the cards of UnionPay; 4, 51-55, 35 and 37 those of the international schemes.
_CARD = re.compile(
    rf"{_FREE}(?P<number>(?:62|4[0-9]|5[1-5]|35|37)[0-9]{{2}}(?:[ -]?[0-9]{{4}}){{3}}"
    rf"(?:[ -]?[0-9]{{1,3}})?){_CLOSED}{_UNIT}"
)
# Where words say what a number is, it is private even if a digit is wrong.
_NAMED = r"\s?(?:为|是|is\b|[:：(（])?\s?"
_NAMED_IDENTITY = re.compile(
    rf"(?:身份证(?:编号|号码|号)?|公民身份号码"
    rf"|\b(?:identity|id)\scard(?:\s(?:numbers?|no\.?))?){_NAMED}"
    r"(?P<number>[0-9](?:[ -]?[0-9]){13,17}(?: ?[Xx])?)(?![0-9A-Za-z])",
    re.IGNORECASE,
)
_NAMED_CARD = re.compile(
    rf"(?:银行卡(?:卡号|号码|号)?|\bbank card(?:\s(?:numbers?|no\.?))?){_NAMED}"
    r"(?P<number>[0-9](?:[ -]?[0-9]){15,18})(?![0-9A-Za-z])",
    re.IGNORECASE,
)
_CODE_BEFORE = re.compile(
    r"(?:编号|代码|编码|条码|条形码|文号|(?<!身份)证号|合同号|批号|货号|专利号|图号|许可证号?|样本|备案号|统一社会信用"
    r"|(?:code|patent|batch|serial|contract|licence|order|sample)(?: numbers?)?|rmb|usd|¥|￥)"
    r"\s?(?:no\.?|为|是|[:：])?\s?$",
    re.IGNORECASE,
)
# The name of an account in WeChat: after a colon or the word for it, or with a digit in it.
_ACCOUNT = r"(?P<number>[a-z][a-z0-9_\-]{5,19})(?![a-z0-9_\-]|[.@/][a-z0-9]|://)"
_WECHAT_ZH = r"(?:微信|薇信|(?<![a-z])(?:v信|vx|wx))"
_WECHAT = re.compile(
    rf"(?:{_WECHAT_ZH}(?:账号|号码|号|id)\s?(?:[:：]|为|是)?|{_WECHAT_ZH}\s?[:：]"
    rf"|加\w{{0,4}}{_WECHAT_ZH}|{_WECHAT_ZH}(?=\s?[a-z_\-]*[0-9])"
    rf"|\b(?:wechat|weixin)\s?(?:(?:id|account|no\.?|number)\s?(?:[:：]|is\b)|id\b|[:：]))"
    rf"\s?{_ACCOUNT}",
    re.IGNORECASE,
)
_OF_AN_OFFICE = re.compile(
    r"(?:公众号|官方|服务号|订阅号|小程序|视频号|企业微信|单位|official|public|office)[^。；\n]{0,24}$",
    re.IGNORECASE,
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"
_AN_IDENTITY = Words("居民身份证号码", "an identity card number")
_A_CARD = Words("银行卡号", "a bank card number")


class PrivateNumber(NamedTuple):
    """A private number in a text."""

    begin: int
    end: int
    kind: Words


def private_numbers(source: Source, text: PublicText) -> Iterator[Diagnostic]:
    """Yield the private numbers of a record, each number of a field once, never in full."""
    done: set[object] = set()
    for offset in _worth_a_look(text):
        index, _ = text.at(offset)
        if index in done:
            continue
        done.add(index)
        loc, value = text.locs[index], text.texts[index]
        for number in numbers_in(value):
            written = value[number.begin : number.end]
            field = loc[:-1] if loc[-1] in ("zh", "en") else loc
            key = (field, _digits(written)[-11:])
            if key in done:
                continue
            done.add(key)
            finding = source.diagnostic(
                Rule.PERSONAL_NUMBER,
                loc,
                part=written,
                **both(kind=number.kind),
                number=masked(written),
            )
            yield hidden(finding, written)


def _worth_a_look(text: PublicText) -> Iterator[int]:
    """Yield where a private number may be: a brief in ten has a place at all."""
    for match in _MANY_DIGITS.finditer(text.raw):
        yield match.start()
    for _, begin, _ in _OF_WECHAT.find_matches_as_indexes(text.joined):
        yield begin


def numbers_in(text: str) -> Iterator[PrivateNumber]:
    """Yield the private numbers of one text, each once."""
    text = text.translate(_FULL_WIDTH)
    named: set[int] = set()
    for pattern, kind in ((_NAMED_IDENTITY, _AN_IDENTITY), (_NAMED_CARD, _A_CARD)):
        for match in pattern.finditer(text):
            named.add(match.start("number"))
            yield PrivateNumber(*match.span("number"), kind)
    for pattern, kind, holds in (
        (_WECHAT, Words("个人微信号", "a private WeChat account"), is_account),
        (_IDENTITY, _AN_IDENTITY, is_identity),
        (_CARD, _A_CARD, is_card),
        (_MOBILE, Words("手机号码", "a mobile telephone number"), is_mobile),
    ):
        for match in pattern.finditer(text):
            end = match.start("number") if pattern is _WECHAT else match.start()
            before = text[max(0, end - 40) : end]
            excuse = _OF_AN_OFFICE if pattern is _WECHAT else _CODE_BEFORE
            is_told = match.start("number") in named
            if not is_told and holds(_digits(match["number"])) and not excuse.search(before):
                yield PrivateNumber(*match.span("number"), kind)


def is_account(name: str) -> bool:
    """Whether letters and digits may name an account; some words are only words."""
    return name.lower() not in {"account", "number", "payment", "official", "weixin", "wechat"}


def is_mobile(digits: str) -> bool:
    """Whether 11 digits may be a mobile number; a round sum is not."""
    return not digits.endswith("0000000")


def is_identity(digits: str) -> bool:
    """Whether 17 digits are followed by their check digit (GB 11643-1999)."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return digits[-1].upper() == _CHECK_DIGITS[total % 11]


def is_card(digits: str) -> bool:
    """Whether the last digit is the check digit of a bank card (ISO/IEC 7812-1)."""
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(digit - 9 if digit > 9 else digit for digit in doubled) % 10 == 0


def masked(number: str) -> str:
    """Return a number with its middle hidden, e.g. `139****5678`; the length stays."""
    places = [place for place, sign in enumerate(number) if sign.isalnum()]
    # The name of an account may have no more than six signs.
    hidden = set(places[3:-4] if len(places) > 10 else places[2:-1])
    return "".join("*" if place in hidden else sign for place, sign in enumerate(number))


def _digits(written: str) -> str:
    return "".join(sign for sign in written.translate(_FULL_WIDTH) if sign.isalnum())


def hidden(finding: Diagnostic, number: str) -> Diagnostic:
    """Hide a private number, and all others, in the line that is printed with a finding.

    The line may be cut off before the words that say what the number is.
    """
    excerpt = finding.place.excerpt.replace(number, masked(number))
    for other in numbers_in(excerpt):
        shown = masked(excerpt[other.begin : other.end])
        excerpt = excerpt[: other.begin] + shown + excerpt[other.end :]
    return dataclasses.replace(finding, place=dataclasses.replace(finding.place, excerpt=excerpt))
