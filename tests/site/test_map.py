"""The county map on its pages: drawn, listed, navigable, and printed without links."""

import re
from itertools import combinations
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.county_copy import CountyCopy
from tests.site.served import serving
from tests.site.tiny import built
from tests.site.website import Website, find, only, records, words

MAPS = ("map/", "en/map/", "", "en/", "parks/", "en/parks/", "contact/", "en/contact/")
PROGRAMS = ["uri.amap.com", "api.map.baidu.com", "apis.map.qq.com"]
TEXTS = """svg => [...svg.querySelectorAll("text")].map(text => {
  const box = text.getBBox()
  return [text.textContent, box.x, box.y, box.x + box.width, box.y + box.height]
})"""


@pytest.mark.parametrize("path", MAPS)
@pytest.mark.parametrize(("form", "width"), [("screen", 1440), ("phone", 375)])
def test_no_words_on_the_map_lie_upon_others(
    page: Page, address: str, path: str, form: str, width: int
) -> None:
    """Measured with the fonts of the browser, neither on a wide screen nor on a phone."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + path)
    drawing = page.locator(f".map__{form} svg")
    assert drawing.is_visible()
    other = "phone" if form == "screen" else "screen"
    assert not page.locator(f".map__{other} svg").is_visible()
    texts = drawing.evaluate(TEXTS)
    assert len(texts) > 15
    # A line's box is higher than its letters: those of one label may touch.
    for (a, ax, ay, ar, ab), (b, bx, by, br, bb) in combinations(texts, 2):
        apart = ar <= bx + 1 or br <= ax + 1 or ab <= by + 4 or bb <= ay + 4
        assert apart, (a, b)


@pytest.mark.parametrize("folder", ["", "en/"])
def test_every_mark_is_in_a_list_below(website: Website, folder: str) -> None:
    """What is drawn is also said: places with their distance, projects by number."""
    page = website.pages[f"{folder}map/"]
    listed = " ".join(words(table) for table in find(page, ".table--places"))
    numbers = [number.text for number in find(page, ".map-projects__number")]
    assert numbers == [str(n) for n in range(1, len(records("projects")) + 1)]
    for mark in find(page, ".map__screen svg title")[1:]:
        name = str(mark.text)
        if name.split(" ")[0] in numbers:
            name = name.partition(" ")[2]
            assert name in words(only(page, ".map-projects"))
        else:
            assert name in listed


@pytest.mark.parametrize(
    "path", ["projects/organic-tea/", "projects/outboard-motors/", "contact/", "en/contact/"]
)
def test_three_programs_lead_there(website: Website, path: str) -> None:
    """A project leads to its own position or its park's; the contact page to the bureau."""
    ways = find(website.pages[path], ".navigate__way")
    assert [urlsplit(way.get("href")).netloc for way in ways] == PROGRAMS
    assert {way.get("rel") for way in ways} == {"noopener"}
    for way in ways:
        assert str(way.text) in way.get("aria-label")


def test_nothing_to_click_is_printed(page: Page, address: str) -> None:
    """On paper there are map and lists, and no links into map programs."""
    page.goto(f"{address}map/")
    assert page.locator(".navigate").first.is_visible()
    page.emulate_media(media="print")
    assert page.locator(".map__screen svg").is_visible()
    assert page.locator(".table--places").is_visible()
    assert not page.locator(".navigate__way").first.is_visible()


@pytest.mark.parametrize("path", ["parks/", "en/"])
@pytest.mark.parametrize("width", [375, 1440])
def test_the_list_under_a_map_opens_for_everyone(
    page: Page, address: str, path: str, width: int
) -> None:
    """The list opens by keyboard, fits the screen and has no axe violation."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + path)
    summary = page.locator(".map-list summary")
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator(".map-list .table--places").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    found = Axe().run(page).response["violations"]
    assert [] == [f"{v['id']}: {n['html'][:150]}" for v in found for n in v["nodes"]]


SQUARE = (
    '{"type": "Polygon", "coordinates": [[[109.03, 27.94], [109.38, 27.94],'
    " [109.38, 28.254], [109.03, 28.254], [109.03, 27.94]]]}"
)
APPROVAL = "{number: 黔S（2026）001号, source: {zh: 标准地图服务系统, en: Standard Map Service}}"


def test_a_boundary_is_shown_with_its_number_wherever_it_is_drawn(tiny: CountyCopy) -> None:
    """Every page that draws the boundary names its approval, in the map and under it."""
    tiny.file("media/baixi.geojson").write_text(SQUARE, "utf-8")
    line = f"boundary: {{file: baixi.geojson, system: cgcs2000, approval: {APPROVAL}}}"
    tiny.edit("county.yml", "exchange:\n", f"{line}\nexchange:\n")
    website = built(tiny)
    shown = [path for path, page in website.pages.items() if find(page, "path[fill-rule=evenodd]")]
    assert set(MAPS) <= set(shown)
    for path in shown:
        page = website.pages[path]
        for drawing in find(page, ".map__screen svg, .map__phone svg"):
            assert "黔S（2026）001号" in words(drawing)
        note = only(page, ".map__note").text_content()
        assert "黔S（2026）001号" in note
        assert ("Standard Map Service" if path.startswith("en/") else "标准地图服务系统") in note
    assert not list(website.folder.rglob("*.geojson")), "the file itself is not published"


def test_without_a_boundary_none_is_drawn(website: Website) -> None:
    """The sample county's maps are schematic, and say so."""
    for path in MAPS:
        page = website.pages[path]
        assert not find(page, "path[fill-rule=evenodd]")
        said = "no administrative boundaries" if path.startswith("en/") else "不表示行政区域界线"
        assert said in words(only(page, ".map__note"))


TILE = re.compile(r"https://t[0-7]\.tianditu\.gov\.cn/(vec|cva)_w/wmts\?.*&tk=0123456789abcdef$")
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02"
    "0000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082"
)


@pytest.fixture
def online(tiny: CountyCopy) -> Website:
    """Return the website of a county that has a key for an online map."""
    line = "map: {online: tianditu, key: 0123456789abcdef}"
    tiny.edit("county.yml", "exchange:\n", f"{line}\nexchange:\n")
    return built(tiny)


def test_the_online_map_loads_nothing_before_it_is_asked_for(page: Page, online: Website) -> None:
    """Then it asks Tianditu for tiles with the county's key, and nobody else for anything."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.route(TILE, lambda route: route.fulfill(body=PIXEL, content_type="image/png"))
    with serving(online.folder) as address:
        page.goto(f"{address}map/")
        assert all(url.startswith(address) for url in asked)
        assert not any("leaflet" in url for url in asked)
        page.click(".online button")
        page.wait_for_selector(".leaflet-tile-loaded")
        strangers = [url for url in asked if not url.startswith(address)]
        assert strangers
        assert all(TILE.match(url) for url in strangers)
        marks = page.locator("path.leaflet-interactive")
        assert marks.count() == 3
        frame = page.locator(".online__map").bounding_box()
        canvas = page.locator(".leaflet-overlay-pane svg").bounding_box()
        assert canvas["width"] >= frame["width"]
        assert canvas["height"] >= frame["height"]
        for mark in marks.all():
            # The browser itself says that the mark can be seen and pointed to.
            mark.hover(timeout=5000)
        assert not page.locator(".online button").is_visible()
        found = Axe().run(page).response["violations"]
        assert [] == [f"{v['id']}: {n['html'][:150]}" for v in found for n in v["nodes"]]
        page.emulate_media(media="print")
        assert not page.locator(".online").is_visible()


@pytest.mark.parametrize("lacking", ["tiles", "script"])
def test_an_online_map_that_cannot_be_reached_says_so(
    page: Page, online: Website, lacking: str
) -> None:
    """No grey box stays, the schematic map does, and the button can be pressed once more."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    lost = TILE if lacking == "tiles" else re.compile(r"leaflet\.js$")
    page.route(TILE, lambda route: route.fulfill(body=PIXEL, content_type="image/png"))
    page.route(lost, lambda route: route.abort())
    with serving(online.folder) as address:
        page.goto(f"{address}en/map/")
        for _ in range(2):
            page.click(".online button")
            said = page.get_by_text("The online map cannot be reached at present")
            said.wait_for()
            assert not page.locator(".online__map").is_visible()
            assert page.locator(".map__screen svg").is_visible()
            found = Axe().run(page).response["violations"]
            assert [] == [f"{v['id']}: {n['html'][:150]}" for v in found for n in v["nodes"]]
        page.unroute(lost)
        page.route(TILE, lambda route: route.fulfill(body=PIXEL, content_type="image/png"))
        page.click(".online button")
        page.wait_for_selector(".leaflet-tile-loaded")
        assert not said.is_visible()
    assert errors == []


@pytest.mark.parametrize(("folder", "by_car"), [("", "车程"), ("en/", "By car")])
def test_times_by_rail_are_not_called_by_car(website: Website, folder: str, by_car: str) -> None:
    """A list that also has cities by high-speed rail says how, and its heads hold for all rows."""
    page = website.pages[f"{folder}map/"]
    table = words(only(page, ".table--places"))
    assert ("high-speed rail" if folder else "高铁") in table
    assert by_car not in table
    lead = words(only(page, "main"))
    assert ("straight line or by high-speed rail" if folder else "直线或高铁的除外") in lead


def test_the_online_map_is_not_offered_from_a_folder(page: Page, online: Website) -> None:
    page.goto((online.folder / "map/index.html").as_uri())
    assert page.locator(".map__screen svg").is_visible()
    assert not page.locator(".online").is_visible()


def test_without_a_key_there_is_no_online_map(website: Website) -> None:
    for path in MAPS:
        assert not find(website.pages[path], ".online, [src*=online_map]")
    assert not list(website.folder.glob("assets/leaflet*"))
