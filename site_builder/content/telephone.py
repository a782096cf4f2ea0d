"""What a telephone number looks like that an office in China can be called by.

Source: the Chinese numbering plan (ITU-T E.164, national numbering plans, China: +86): area codes
of three digits (010, 02x) with numbers of eight, of four (03xx to 09xx) with seven or eight;
mobiles of eleven; 400 and 800 of ten; service numbers of five, six or eight such as 12345, 118114
and 95105105. Numbers abroad: ITU-T E.164, 7 to 15 digits with the code of the country.
"""

_COUNTRY = r"(?:\+|00)86(?: - |[ -])?"
_ABROAD = r"\+(?!8[ -]?6)[1-9](?:[ -]?[0-9]){6,14}"


def _bracketed(code: str) -> str:
    """Match an area code, with or without brackets, and what may stand behind it."""
    return rf"(?:[(（]{code}[)）](?: - |[ -])?|{code}(?: - |[ -])?)"


def _local(first: int) -> str:
    """Match a number within its area whose first group has so many digits, the second four.

    A hyphen stands between the two groups and nowhere else: what follows another is an extension,
    and hides no digit that the number lacks.
    """
    return rf"[2-9](?: ?[0-9]){{{first + 3}}}|[2-9][0-9]{{{first - 1}}}-[0-9]{{4}}"


_SEVEN, _EIGHT = _local(3), _local(4)
_LARGE_AREA = r"(?:10|2[0-9])"
_AREA = r"[3-9][0-9]{2}"
_LANDLINE = "|".join(
    rf"(?:{_bracketed('0' + area)}|{_COUNTRY}{_bracketed(area)})(?:{local})"
    for area, local in ((_LARGE_AREA, _EIGHT), (_AREA, f"{_SEVEN}|{_EIGHT}"))
)
_MOBILE = rf"(?:{_COUNTRY})?1[3-9](?:(?: ?[0-9]){{9}}|[0-9]-[0-9]{{4}}-[0-9]{{4}})"
_FREE = (
    r"[48]00(?:[ -]?(?: ?[0-9]){7}|[ -]?[0-9]{3}[ -][0-9]{4}|[ -]?[0-9]{4}[ -][0-9]{3}"
    r"|[ -]?[0-9]{3}-[0-9]{2}-[0-9]{2}|[0-9]-[0-9]{3}-[0-9]{3})"
)
_SERVICE = r"1[0-2][0-9]{3}|11[68][0-9]{3}|101[0-9]{5}|95[0-9]{3}(?:[0-9]|[0-9]{3})?|96[0-9]{3,4}"
_SERVICE_IN_AREA = rf"(?:{_bracketed(rf'0(?:{_LARGE_AREA}|{_AREA})')})?(?:{_SERVICE})"

PHONE = (
    rf"(?:{_LANDLINE}|{_MOBILE}|{_FREE}|{_SERVICE_IN_AREA}|{_ABROAD})"
    r"(?: ?转 ?[0-9]{1,6}|-[0-9]{1,6})?"
)
"""A number as it is written, with spaces or hyphens or without, and an extension."""
