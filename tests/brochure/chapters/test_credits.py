"""Who made the pictures of a book is said in it, and its cover has the county's photograph."""

import re
from dataclasses import replace
from pathlib import Path
from shutil import copytree, ignore_patterns

import pypdfium2
import pytest
from PIL import Image

from site_builder.brochure.chapters.credits import picture_credits
from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.composing.fit import fullest, spread_room
from site_builder.brochure.making.press import Press
from site_builder.brochure.plan import BOOK, Brochure, Product
from site_builder.build import Publication, prepare
from tests.brochure.conftest import THEME
from tests.county_copy import CountyCopy

PICTURES = """
pictures:
  - file: {file}.jpg
    alt: {{zh: 山, en: Hills}}
    credit: {{zh: {zh}, en: {en}}}
"""
PROJECTS = ("connectors-harness", "outboard-motors")


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """The sample with a photograph of its own and of two projects."""
    ignored = ignore_patterns("site*", "editions", "tests", ".*", "theme", "benchmarks", "docs")
    root = tmp_path_factory.mktemp("credits") / "county"
    copy = CountyCopy(Path(copytree(THEME.parent, root, ignore=ignored)))
    hills = Image.radial_gradient("L").convert("RGB").resize((2600, 1734))
    for number, file in enumerate(("county.yml", *(f"projects/{slug}.yml" for slug in PROJECTS))):
        hills.save(copy.file(f"media/hills-{number}.jpg"))
        zh, en = ("张三", "Zhang San") if number != 1 else ("李四", "Li Si")
        with copy.file(file).open("a", encoding="utf-8") as text:
            text.write(PICTURES.format(file=f"hills-{number}", zh=zh, en=en))
    return prepare(root, THEME)


def book(county: Publication, product: Product) -> tuple[Composer, Brochure, str]:
    composer = Composer(county.theme, county.counties, county.site_url)
    other = Brochure("en.pdf", product, "en", county.counties["en"], None, BOOK)
    zh = replace(other, path="zh.pdf", language="zh", county=county.counties["zh"], facing=other)
    fits = dict.fromkeys(zh.county.by_slug, fullest(spread_room(BOOK)))
    return composer, zh, composer.book(zh, fits, {}, "left")


@pytest.mark.parametrize("product", [Product.HANDBOOK, Product.PROJECT_BOOK])
def test_every_credit_is_named_once_with_its_pages(county: Publication, product: Product) -> None:
    found = picture_credits(county.counties["zh"])
    assert [(one.text, one.on_cover) for one in found] == [("张三", True), ("李四", False)]
    assert sorted(slug for one in found for slug in one.slugs) == sorted(PROJECTS)
    _, _, html = book(county, product)
    (said,) = re.findall('<p class="rear__credits">(.*?)</p>', html)
    assert said.count("张三") == said.count("李四") == 1
    assert re.findall('href="#project-([^"]+)', said) == [PROJECTS[1], PROJECTS[0]]
    assert "封面" in said
    assert "Zhang San; Li Si" in said


def test_a_book_waits_for_the_photograph_of_its_cover(county: Publication) -> None:
    composer, brochure, _ = book(county, Product.HANDBOOK)
    assert composer.photo("hills-0.jpg") in composer.photos(brochure)
    leaflet = replace(
        brochure, product=Product.LEAFLET, project=brochure.county.by_slug[PROJECTS[0]]
    )
    assert composer.photos(leaflet) == [composer.photo("hills-1.jpg")]


def test_the_photograph_stands_behind_ridges_and_under_no_word(
    county: Publication, tmp_path: Path
) -> None:
    composer, brochure, html = book(county, Product.HANDBOOK)
    for name in composer.photos(brochure):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (1600, 1067), (255, 0, 255)).save(file)
    renderer = Press(composer, tmp_path).typesetter.renderer
    head = html[: html.index(">", html.index("<body")) + 1]
    start = html.index('<section class="cover')
    cover = html[start : html.index("</section>", start) + len("</section>")]
    layout = renderer.lay_out(f"{head}{cover}</body></html>", "cover")
    with pypdfium2.PdfDocument(layout.pdf()) as document:
        drawn = document[0].render(scale=1).to_pil().convert("RGB")
        shown = [
            y
            for y in range(drawn.height)
            if any(drawn.getpixel((x, y))[1] < 9 for x in range(0, drawn.width, 5))
        ]
        height = document[0].get_height()
        text = document[0].get_textpage()
        words = [text.get_rect(number) for number in range(text.count_rects())]
    # From edge to edge, and nothing but ridges under it.
    assert max(shown) - min(shown) > drawn.height * 0.2
    sky = drawn.getpixel((2, 2))
    below = [drawn.getpixel((x, max(shown) + 2)) for x in range(0, drawn.width, 5)]
    assert sky not in below
    for _, bottom, _, top in words:
        assert height - bottom < min(shown) or height - top > max(shown)
