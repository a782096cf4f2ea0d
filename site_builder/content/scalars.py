"""Values of a single word: dates, numbers, yes and no, slugs, telephone numbers.

Every scalar arrives as the string its author wrote; these types convert it, and say with
the code of a rule what is wrong with it.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Annotated, NoReturn

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from site_builder.content.telephone import PHONE


def fail(code: str, **facts: str) -> NoReturn:
    """Raise the pydantic error that stands for a rule, with the facts of its message."""
    raise PydanticCustomError(code, code, facts)


def _as_text(value: object, expected: str) -> str:
    if not isinstance(value, str):
        fail("wrong-shape", expected=expected)
    return value


def _read_day(value: object) -> date:
    if isinstance(value, date):
        return value
    text = _as_text(value, "date")
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        fail("bad-date", value=text)
    try:
        return date.fromisoformat(text)
    except ValueError:
        fail("bad-date", value=text)


def _read_year(value: object) -> int:
    if isinstance(value, int):
        return value
    text = _as_text(value, "year")
    if not re.fullmatch(r"(?:19|20|21)\d{2}", text):
        fail("bad-number", value=text, expected="year", example="2026")
    return int(text)


def _read_number(value: object) -> Decimal:
    if isinstance(value, Decimal):
        return value
    text = _as_text(value, "number")
    if not re.fullmatch(r"-?\d{1,12}(?:\.\d{1,6})?", text):
        fail("bad-number", value=text, expected="number", example="1.2")
    return Decimal(text)


_CENTIMETRE = Decimal("0.0000001")
"""In degrees: no land is surveyed more finely."""


def _read_degrees(value: object) -> Decimal:
    """Return degrees to the centimetre: map websites give far more digits than they know."""
    if isinstance(value, str) and re.fullmatch(r"-?\d{1,3}\.\d{7,20}", value):
        return Decimal(value).quantize(_CENTIMETRE)
    return _read_number(value)


def _read_count(value: object) -> int:
    if isinstance(value, int):
        return value
    text = _as_text(value, "number")
    if not re.fullmatch(r"\d{1,9}", text):
        fail("bad-number", value=text, expected="whole", example="3")
    return int(text)


_TRUTH = {"yes": True, "true": True, "是": True, "no": False, "false": False, "否": False}


def _read_yes_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = _as_text(value, "yes-no")
    if text.lower() not in _TRUTH:
        fail("bad-format", value=text, expected="yes-no", example="yes")
    return _TRUTH[text.lower()]


Day = Annotated[
    date, BeforeValidator(_read_day), WithJsonSchema({"type": "string", "format": "date"})
]
Year = Annotated[int, BeforeValidator(_read_year), WithJsonSchema({"type": ["integer", "string"]})]
Number = Annotated[
    Decimal, BeforeValidator(_read_number), WithJsonSchema({"type": ["number", "string"]})
]
Degrees = Annotated[
    Decimal, BeforeValidator(_read_degrees), WithJsonSchema({"type": ["number", "string"]})
]
Count = Annotated[
    int, BeforeValidator(_read_count), WithJsonSchema({"type": ["integer", "string"]})
]
YesNo = Annotated[
    bool, BeforeValidator(_read_yes_no), WithJsonSchema({"enum": ["yes", "no", True, False]})
]


def matching(expression: str, expected: str, example: str) -> Callable[[str], str]:
    """Return the check that a string has a certain form; `expected` and `example` name it."""
    pattern = re.compile(expression)

    def check(text: str) -> str:
        if not pattern.fullmatch(text):
            fail("bad-format", value=text or "“”", expected=expected, example=example)
        return text

    return check


SLUG = r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?"
Slug = Annotated[str, AfterValidator(matching(SLUG, "slug", "battery-manganese"))]
"""The name of a record, or of a part of one: the file's name without `.yml`."""
Phone = Annotated[str, AfterValidator(matching(PHONE, "phone", "0800-5550100"))]
Email = Annotated[
    str,
    AfterValidator(matching(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", "e-mail", "invest@qinglan.example")),
]
_HOST = r"https?://[\w-]+(?:\.[\w-]+)*(?::\d{1,5})?"
Url = Annotated[
    str,
    AfterValidator(
        matching(rf"{_HOST}(?:[/?#][^\s<>\"'\[\]]*)?", "url", "https://www.gov.example/")
    ),
]
SiteUrl = Annotated[
    str,
    AfterValidator(matching(rf"{_HOST}(?:/[\w./-]*)?", "url", "https://invest.qinglan.example/")),
]
"""The address of a website: no query and no fragment, since paths are put after it."""


class MonthOrYear(str):
    """A year or a month as written: `2027` or `2027-03`."""

    __slots__ = ()


Moment = Annotated[
    str,
    AfterValidator(matching(r"\d{4}(-(0[1-9]|1[0-2]))?", "month", "2027-03")),
    AfterValidator(MonthOrYear),
]
"""A year or a month: `2027` or `2027-03`."""
Classification = Annotated[
    str, AfterValidator(matching(r"[A-T]\d{2,4}", "classification", "C2613"))
]
"""A class of GB/T 4754-2017, with its section letter."""
