"""What a telephone number looks like that an office in China can be called by.

Source: the Chinese numbering plan (ITU-T E.164, national numbering plans, China: +86): area codes
of three digits (010, 02x) with numbers of eight, of four (03xx to 09xx) with seven or eight;
mobiles of eleven; 400 and 800 of ten; short numbers of five or six such as 12345 and 95598.
Numbers abroad: ITU-T E.164, 7 to 15 digits with the code of the country.
"""

_APART = "(?: - |[ -])?"
"""What may stand between two digits."""


def _more(least: int, most: int = 0) -> str:
    """Match so many digits more, with or without something between them."""
    return rf"(?:{_APART}\d){{{least},{most or least}}}"


# With the 0 of calls within the country, or the country's code before them.
_LANDLINE = (
    rf"(?:1{_APART}0|2{_APART}\d){_APART}[2-9]{_more(7)}|[3-9]{_more(2)}{_APART}[2-9]{_more(6, 7)}"
)
_MOBILE = rf"1{_APART}[3-9]{_more(9)}"
_FREE = rf"[48]{_APART}0{_APART}0{_more(7)}"
_SHORT = r"1[0-2]\d{3}|9[56]\d{3,4}"
_ABROAD = rf"\+(?!8{_APART}6)[1-9]{_more(6, 14)}"

PHONE = (
    rf"(?:(?:0{_APART}|\+86{_APART})(?:{_LANDLINE})|(?:\+86{_APART})?{_MOBILE}"
    rf"|{_FREE}|(?:0\d{{2,3}}{_APART})?(?:{_SHORT})|{_ABROAD})(?:转\d{{1,6}}|-\d{{1,6}})?"
)
"""A number as it is written, with spaces or hyphens or without, and an extension."""
