"""A photograph is published in the widths of screens, without what the camera wrote in it."""

import warnings
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from site_builder.checks.across.pictures import problem_of
from site_builder.site.photos import publish_photos
from tests.county_copy import CountyCopy
from tests.site.served import serving
from tests.site.tiny import PROJECT, built, publishable
from tests.site.website import Website, find, only

WIDTHS = (480, 960, 1600)
SECRET = b"CANARY"
GPS = {1: "N", 2: (28.0, 7.0, 12.0), 3: "E", 4: (109.0, 10.0, 48.0)}


def photograph(file: Path, size: tuple[int, int], orientation: int = 1) -> None:
    """Write a JPEG as a telephone does: with place, owner and a preview inside."""
    left, right = Image.new("RGB", size, (180, 60, 30)), Image.new("RGB", size, (20, 80, 70))
    left.paste(right, (size[0] // 2, 0))
    exif = Image.Exif()
    exif[0x010E], exif[0x013B], exif[0x0112] = "CANARY-description", "CANARY-owner", orientation
    exif.get_ifd(0x8825).update(GPS)
    left.save(file, "JPEG", exif=exif, comment=b"CANARY-comment", xmp=b"<x>CANARY-xmp</x>")


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> CountyCopy:
    """Return a county whose project has a wide photograph and an upright one."""
    copy = publishable(tmp_path_factory.mktemp("photos") / "county")
    (copy.root / "media/visits").mkdir()
    photograph(copy.root / "media/hexi.jpg", (2000, 1000))
    photograph(copy.root / "media/visits/gate.jpg", (1200, 800), orientation=6)
    photograph(copy.root / "media/not-shown.jpg", (400, 300))
    second = (
        "    alt: {zh: 河西工业园, en: Hexi Park}\n"
        "  - file: visits/gate.jpg\n    alt: {zh: 园区大门, en: The gate}\n"
    )
    copy.edit(PROJECT, "    alt: {zh: 河西工业园, en: Hexi Park}\n", second)
    return copy


@pytest.fixture(scope="module")
def website(county: CountyCopy) -> Website:
    """Return the website of that county."""
    return built(county)


def test_the_test_photograph_has_secrets(county: CountyCopy) -> None:
    """The photograph in media/ carries its place, so that there is something to take out."""
    data = (county.root / "media/hexi.jpg").read_bytes()
    assert 4 == data.count(SECRET)
    with Image.open(county.root / "media/hexi.jpg") as picture:
        assert GPS == dict(picture.getexif().get_ifd(0x8825))


def test_a_photograph_is_published_in_every_width(website: Website) -> None:
    """There are three WebP files and one JPEG, each as wide as its name says."""
    found = {}
    for file in sorted((website.folder / "media").glob("hexi*")):
        with Image.open(file) as picture:
            found[file.name] = (picture.format, picture.size)
    assert {
        "hexi-480.webp": ("WEBP", (480, 240)),
        "hexi-960.webp": ("WEBP", (960, 480)),
        "hexi-1600.webp": ("WEBP", (1600, 800)),
        "hexi-1600.jpg": ("JPEG", (1600, 800)),
    } == found


def test_nothing_is_hidden_in_a_photograph(website: Website) -> None:
    """No published picture has metadata of any kind."""
    files = [file for file in (website.folder / "media").rglob("*") if file.is_file()]
    assert 8 == len(files)
    for file in files:
        assert SECRET not in file.read_bytes()
        with Image.open(file) as picture:
            assert {} == dict(picture.getexif())
            hidden = {"exif", "xmp", "icc_profile", "comment", "photoshop"} & set(picture.info)
            assert (file.name, set()) == (file.name, hidden)


def test_a_photograph_taken_upright_stands_upright(website: Website) -> None:
    """The turn that a camera only notes is carried out; a small picture is not enlarged."""
    with Image.open(website.folder / "media/visits/gate-1600.webp") as picture:
        assert (800, 1200) == picture.size
        red, _, _ = picture.convert("RGB").getpixel((400, 100))
        assert red > 128


def test_a_photograph_nobody_shows_is_not_published(website: Website) -> None:
    """Only pictures that public records name are published, and never the originals."""
    names = {file.name for file in (website.folder / "media").rglob("*") if file.is_file()}
    assert {"hexi.jpg", "gate.jpg"} & names == set()
    assert [] == [name for name in names if name.startswith("not-shown")]


@pytest.mark.parametrize(("folder", "alt"), [("", "河西工业园"), ("en/", "Hexi Park")])
def test_the_page_offers_every_width(website: Website, folder: str, alt: str) -> None:
    """The picture on a project's page names three widths, its own size, and what it shows."""
    page = website.pages[f"{folder}projects/cathode/"]
    root = "../" * (folder.count("/") + 2)
    source = only(page, "picture source")
    assert "image/webp" == source.get("type")
    wanted = ", ".join(f"{root}media/hexi-{width}.webp {width}w" for width in WIDTHS)
    assert wanted == source.get("srcset")
    image = only(page, "picture img")
    assert (f"{root}media/hexi-1600.jpg", alt) == (image.get("src"), image.get("alt"))
    # The first picture of a page is not waited for.
    assert image.get("loading") is None
    assert [] == find(page, "picture ~ .hero__picture")


def test_a_photograph_does_not_move_the_page(browser: Browser, website: Website) -> None:
    """On a telephone the small file is loaded, and nothing shifts when it arrives."""
    context = browser.new_context(viewport={"width": 375, "height": 700}, device_scale_factor=1)
    page = context.new_page()
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => {"
        " for (const entry of list.getEntries()) window.shift += entry.value;"
        "}).observe({type: 'layout-shift', buffered: true})"
    )
    loaded: list[str] = []
    page.on("response", lambda response: loaded.append(response.url))
    with serving(website.folder) as url:
        page.goto(f"{url}en/projects/cathode/", wait_until="load")
        page.wait_for_function("document.querySelector('picture img').complete")
        shift = page.evaluate("window.shift")
    context.close()
    assert ["hexi-480.webp"] == [u.rsplit("/", 1)[1] for u in loaded if "/media/" in u]
    assert shift < 0.02


def note(tag: int, kind: int, count: int, value: bytes) -> bytes:
    """Return one entry of what a camera writes: number, type, how many, four bytes."""
    return b"".join((tag.to_bytes(2), kind.to_bytes(2), count.to_bytes(4), value))


UPRIGHT = note(0x0112, 3, 1, b"\0\6\0\0")


@pytest.mark.parametrize(
    ("notes", "size"),
    [
        ((UPRIGHT,), (4, 8)),
        ((UPRIGHT, note(0x011A, 2, 4, b"abc\0")), (4, 8)),
        ((UPRIGHT, note(0x0100, 2, 4, b"abcd")), (4, 8)),
        ((UPRIGHT, note(0x010E, 2, 5000, b"\0\0\0\x40")), (4, 8)),
        ((note(0x0112, 2, 2, b"6\0\0\0"),), (8, 4)),
        ((note(0x0112, 3, 1, b"\0\x63\0\0"),), (8, 4)),
    ],
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_damaged_notes_of_a_camera_stop_nothing(
    tmp_path: Path, kind: str, notes: tuple[bytes, ...], size: tuple[int, int]
) -> None:
    """The pixels are whole, so the picture passes; it is turned if that can be read."""
    entries = len(notes).to_bytes(2) + b"".join(notes) + bytes(4)
    exif = b"Exif\0\0MM\0*\0\0\0\x08" + entries
    Image.new("RGB", (8, 4)).save(tmp_path / "a.jpg", kind, exif=exif)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert problem_of(tmp_path / "a.jpg") is None
        publish_photos(tmp_path, ["a.jpg"], tmp_path / "out")
    with Image.open(next((tmp_path / "out").rglob("*.jpg"))) as published:
        assert size == published.size


def test_notes_that_are_none_stop_nothing(tmp_path: Path) -> None:
    """Where notes should be stands something else."""
    Image.new("RGB", (8, 4)).save(tmp_path / "a.jpg", "WEBP", exif=b"Exif\0\0M\xd6\0*\0\0\0\x08")
    publish_photos(tmp_path, ["a.jpg"], tmp_path / "out")
    assert 4 == len(list((tmp_path / "out").rglob("*.*")))
