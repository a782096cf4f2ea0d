"""Text as it is read: limited Markdown into safe HTML, dates into words."""

import re
from datetime import date

import nh3
from babel.dates import format_date
from markdown import Markdown
from markupsafe import Markup

_TAGS = {"p", "strong", "em", "ul", "ol", "li", "a", "blockquote", "br"}
_MARKDOWN = Markdown(extensions=["sane_lists"], output_format="html")
# Text without any of these is paragraphs and nothing else; most prose is.
_SYNTAX = re.compile(r"[*_`\[\]<>&#\\!~|]|^\s*(?:[-+]|\d+[.)])\s", re.MULTILINE)
# The end of a line between Chinese characters, with or without marks of emphasis there.
_CHINESE_LINES = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef*_])\n[ \t]*(?=[*_]*[\u4e00-\u9fff])")
_PARAGRAPHS = re.compile(r"\n\s*\n")
_MONTHS = "January February March April May June July August September October November December"


def render(text: str) -> Markup:
    """Return the HTML of a limited Markdown text: paragraphs, emphasis, lists, links.

    Links lead to https addresses only; everything else is taken out.
    """
    if not _SYNTAX.search(text):
        parts = _PARAGRAPHS.split(text.strip())
        return Markup("\n").join(
            Markup("<p>{}</p>").format(re.sub(r"\s*\n\s*", _joint(part), part)) for part in parts
        )
    html = _MARKDOWN.reset().convert(_CHINESE_LINES.sub("", text))
    clean = nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"https"},
        link_rel="noopener",
        attribute_filter=_outside_links_only,
    )
    return Markup(clean)  # noqa: S704 - nh3 has just made it safe


def _outside_links_only(_tag: str, attribute: str, value: str) -> str | None:
    return None if attribute == "href" and not value.startswith("https://") else value


def _joint(paragraph: str) -> str:
    """Lines of a Chinese paragraph join without a space."""
    return "" if re.search(r"[\u4e00-\u9fff]", paragraph) else " "


def first_paragraph(html: Markup) -> Markup:
    """Return the first paragraph of rendered prose."""
    end = html.find("</p>")
    return html if end < 0 else Markup(html[: end + 4])  # noqa: S704 - a part of safe HTML


def spoken_day(day: date, language: str) -> str:
    """Return a date: 2026年9月18日; 18 September 2026."""
    if language == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return format_date(day, format="d MMMM y", locale="en_GB")


def spoken_days(first: date, last: date, language: str) -> str:
    """Return from when to when: 2026年12月8日至10日; 8–10 December 2026."""
    if first == last:
        return spoken_day(first, language)
    if language == "zh":
        until = spoken_day(last, "zh")
        if first.year == last.year:
            until = f"{last.day}日" if first.month == last.month else f"{last.month}月{last.day}日"
        return f"{spoken_day(first, 'zh')}至{until}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{spoken_day(last, language)}"
    begun = spoken_day(first, language)
    if first.year == last.year:
        begun = begun.rpartition(" ")[0]
    return f"{begun} – {spoken_day(last, language)}"


def spoken_moment(moment: str, language: str) -> str:
    """Return a year or a month: 2027年3月; March 2027."""
    year, _, month = moment.partition("-")
    if not month:
        return f"{year}年" if language == "zh" else year
    if language == "zh":
        return f"{year}年{int(month)}月"
    return f"{_MONTHS.split()[int(month) - 1]} {year}"


def plain(text: str) -> str:
    """Return a text without Markdown signs, for places that take no HTML."""
    return re.sub(r"[*_`]|\[([^\]]*)\]\([^)]*\)", r"\1", text)
