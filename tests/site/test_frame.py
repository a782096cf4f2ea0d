"""A poured page is what the host would have rendered; what is poured in stays what it is."""

import pytest
from markupsafe import Markup

from site_builder.site.frame import MARKERS, SECTIONS, Head, frame_pages, head, pour
from tests.county_copy import CountyCopy
from tests.site.tiny import built
from tests.site.website import Website, find, resolved

FRAME = (
    '<title>ZSMARKTITLE</title><meta content="ZSMARKDESCRIPTION"><a href="ZSMARKCANONICAL">'
    '<a href="ZSMARKTWIN">ZSMARKMETA<a href="x" ZSMARKCURRENTPARKS>ZSMARKCONTENT'
)


def said(**changes: object) -> Head:
    """Return what a frame says of a page, with some of it changed."""
    values: dict[str, object] = {
        "title": "T",
        "description": "D",
        "canonical": "C",
        "twin": "W",
        "meta": Markup("M"),
        "section": "",
        "content": Markup("<p>x</p>"),
    }
    return head(**(values | changes))


def test_a_frame_takes_each_value_in_its_place() -> None:
    """Every marker gives way to its value, and nothing else changes."""
    expected = (
        '<title>T</title><meta content="D"><a href="C"><a href="W">M'
        '<a href="x" aria-current="page"><p>x</p>'
    )
    assert expected == pour(FRAME, said(section="parks"))


@pytest.mark.parametrize(
    "text", ["A & B", "<script>", '"quoted"', "it's", "a\\1b", "\\g<0>", "50%"]
)
def test_titles_are_escaped_once(text: str) -> None:
    """Signs of HTML and of regular expressions in a title come out as text."""
    poured = pour("<title>ZSMARKTITLE</title>", said(title=text))
    escaped = str(Markup.escape(text))
    assert f"<title>{escaped}</title>" == poured


@pytest.mark.parametrize("name", ["title", "description", "canonical", "twin"])
def test_plain_values_are_escaped(name: str) -> None:
    """Each plain value is escaped, so that it cannot leave its attribute."""
    assert "&#34;&gt;&lt;b&gt;" == getattr(said(**{name: '"><b>'}), name)


def test_text_that_looks_like_a_marker_is_left_alone() -> None:
    """What is poured in is not searched for markers again."""
    poured = pour(FRAME, said(title="ZSMARKCONTENT", content=Markup("ZSMARKTITLE ZSMARKNONE")))
    assert poured.startswith("<title>ZSMARKCONTENT</title>")
    assert poured.endswith("ZSMARKTITLE ZSMARKNONE")


def test_a_marker_after_a_space_keeps_the_space() -> None:
    """The space before a marker belongs to the frame, except before a mark for the section."""
    assert "a T b" == pour("a ZSMARKTITLE b", said())
    assert '<a href="x">' == pour('<a href="x" ZSMARKCURRENTPARKS>', said())


def test_markers_are_letters_only() -> None:
    """No escaping and no URL encoding changes a marker."""
    plain = [MARKERS.title, MARKERS.description, MARKERS.canonical, MARKERS.twin]
    marks = [*plain, MARKERS.meta, MARKERS.content, *(m.strip() for m in MARKERS.current.values())]
    assert len(marks) == len(set(marks)) == 6 + len(SECTIONS)
    assert [] == [mark for mark in marks if not (mark.isascii() and mark.isalpha())]


def test_there_is_a_frame_for_each_language_and_depth() -> None:
    """Home pages, sections, records and gaps of both languages have a frame of their own."""
    depths = [
        (language, depth)
        for language, top in (("zh", 0), ("en", 1))
        for depth in range(top, top + 4)
    ]
    assert depths == list(frame_pages())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_poured_page_is_what_the_host_renders(tiny: CountyCopy, language: str) -> None:
    """Between the head and the content, a poured page and a prose page differ in nothing.

    The contact page is poured, the page of reasons rendered by the host; both lie one level
    below the home page and neither is the page of a section in the other's navigation.
    """
    website = built(tiny)
    folder = "" if language == "zh" else "en/"
    pages = {
        name: (website.folder / folder / name / "index.html").read_text("utf-8")
        for name in ("contact", "why")
    }
    outer = [_without_own_words(html, name) for name, html in pages.items()]
    assert outer[0] == outer[1]


def _without_own_words(html: str, name: str) -> str:
    start, end = html.index('<meta name="description"'), html.index("<title>")
    start_of_content = html.index('<div id="main"')
    # The footer is in the frame again.
    end_of_content = html.index('<footer class="footer">')
    after_title = html.index("</title>", end)
    frame = html[:start] + html[after_title:start_of_content] + html[end_of_content:]
    # The host writes a page's link to itself shorter; the twin is the page's own as well.
    frame = frame.replace('<a href="./"', f'<a href="../{name}/"')
    return frame.replace(' aria-current="page"', "").replace(f'{name}/" hreflang', '" hreflang')


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_marks_itself(website: Website, section: str) -> None:
    """On a section's page and on its records' pages its link alone is marked as current."""
    for path, page in website.pages.items():
        if path.removeprefix("en/").split("/")[0] == section:
            current = find(page, ".masthead__list a[aria-current=page]")
            home = "en/" if path.startswith("en/") else ""
            links = [resolved(path, link.get("href")) for link in current]
            assert (path, [f"{home}{section}/"]) == (path, links)


def test_other_pages_mark_no_section(website: Website) -> None:
    """Home pages and pages outside the navigation mark nothing."""
    for path in ("", "en/", "why/", "en/services/"):
        assert [] == find(website.pages[path], ".masthead__list a[aria-current]")
    assert [] == find(website.not_found, ".masthead__list a[aria-current]")
