"""Last lines that are not one character or one short word.

HTML goes in and comes out. The last characters of a Chinese block keep together, so that what
runs over into a last line is a word and not a lonely 内。; the last two words of an English title
do, and so do the last short words of a paragraph or an item, and the output that ends a title
(20,000 tonnes a year). Drawings, scripts and titles pass as
they are, and English cells do: their columns may be narrower than two words.
"""

import re
from collections.abc import Callable

from site_builder.present.unbroken import AS_THEY_ARE

_HAN = r"[\u3400-\u9fff]"
_MARKS = "[，。；：？！）》”]*"
_FIGURE = '<span class="whole">[^<]{1,16}</span>'
# A piece says a block in one span or two, one to a language.
_SAID = r"\s*(?:</span>\s*)?"
_BLOCK = rf'(?={_SAID}</(?:p|li|h[1-4]|td|th|dd|dt|figcaption)>|</span><span class="said)'
_CHINESE = re.compile(
    rf"(?:{_FIGURE}{_HAN}{{1,3}}|(?<={_HAN}|[，。；：、）》”]){_HAN}{{3}}){_MARKS}{_BLOCK}"
)
_TITLE = re.compile(rf"(?<=\s)[^\s<>]{{1,20}} [^\s<>]{{1,14}}(?={_SAID}</h[1-4]>)")
_ENGLISH = re.compile(
    rf"(?:{_FIGURE}|(?<=\s)[^\s<>]{{1,12}}) [A-Za-z0-9][^<>]{{0,10}}(?={_SAID}</(?:p|li)>)"
)
# It stands in headings, tables and lists of contents alike; a sentence ends with a full stop.
_OUTPUT = re.compile(r"(?<=, )[0-9][0-9.,]*(?: [a-z²³]{1,12}){1,2} a year(?=\s*<)")
_BEFORE = re.compile(r'(?<=[A-Za-z0-9,.;:)]) (<span class="whole)')
_WHOLE = re.compile(rf"(<({AS_THEY_ARE})\b.*?</\2>)", re.DOTALL)


def ends_kept(html: str) -> str:
    """Return the HTML with the ends of its blocks kept together."""
    return _in_text(html, _kept)


def breaks_kept(html: str) -> str:
    """Return the HTML with the spaces before English that may not part in elements of their own.

    Where a line is full but for such a space, WeasyPrint 70 breaks it after its first word:
    `Wet | electronic chemicals, 78,000 tonnes | a year`.
    """
    return _in_text(html, lambda text: _BEFORE.sub(r"<span> </span>\1", text))


def _in_text(html: str, change: Callable[[str], str]) -> str:
    parts = _WHOLE.split(html)
    # Of every three: text, a drawing as it is, and the name of its element.
    kept = (
        change(text) + whole for text, whole in zip(parts[::3], [*parts[1::3], ""], strict=True)
    )
    return "".join(kept)


def _kept(text: str) -> str:
    for end in (_OUTPUT, _CHINESE, _TITLE, _ENGLISH):
        text = end.sub(_in_one, text)
    return text


# No sign is put into the text: what is copied, and the outline, say what was written.
def _in_one(end: re.Match[str]) -> str:
    return f'<span class="whole">{end[0]}</span>'
