from xml.etree import ElementTree as ET

import pytest

from site_builder.draw.palette import SKIES
from site_builder.draw.ridges import cover, ridges
from tests.draw.forms import named, parsed
from tests.draw.tokens import PALETTE


def _draw(seed: str, **options: float | str) -> str:
    return ridges(seed, PALETTE, sky="mist", width=1440, height=640, **options)  # type: ignore[arg-type]


def test_the_same_seed_gives_the_same_mountains() -> None:
    assert _draw("青岚") == _draw("青岚")
    assert _draw("青岚") != _draw("云屏")


def test_without_a_title_the_landscape_is_hidden_from_readers() -> None:
    root = parsed(_draw("a"))
    assert root.get("aria-hidden") == "true"
    assert all("title" not in child.tag for child in root)


def test_with_a_title_it_is_named() -> None:
    assert named(_draw("a", title="青岚山 <1>", description="六重山"))[0].text == "青岚山 <1>"


def test_it_keeps_its_foot_and_fills_its_box() -> None:
    assert parsed(_draw("a")).get("preserveAspectRatio") == "xMidYMax slice"


@pytest.mark.parametrize("sky", SKIES)
def test_every_tint_has_its_sky(sky: str) -> None:
    root = parsed(ridges("a", PALETTE, sky=sky, width=720, height=320))
    assert root[0].get("fill") == PALETTE.skies[sky]


@pytest.mark.parametrize("seed", ["青岚", "tea-food", "x9", "black-goats", ""])
def test_a_landscape_stays_small(seed: str) -> None:
    assert 7_000 < len(_draw(seed)) < 18_000
    assert len(cover(seed, PALETTE, sky="tea")) < 20_000


@pytest.mark.parametrize("seed", [f"seed-{i}" for i in range(20)])
def test_the_band_is_left_solid(seed: str) -> None:
    root = parsed(_draw(seed, band=0.2))
    nearest = next(node for node in root if node.get("fill") == PALETTE.pine)
    heights = _edge_heights(nearest)
    assert max(heights) < 640 * 0.8 + 1
    assert (nearest.get("d") or "").endswith("V640H0Z")


def _edge_heights(node: ET.Element) -> list[float]:
    """Return the heights of a silhouette, whose steps are relative."""
    data = (node.get("d") or "").split("V")[0]
    start, steps = data[1:].split("l")
    y = float(start.split()[1])
    values = [float(v) for v in steps.replace("-", " -").split()]
    heights = [y]
    for step in values[1::2]:
        y += step
        heights.append(y)
    return heights


def test_the_sun_stands_only_where_asked() -> None:
    assert "<circle" in _draw("a", sun=True)
    assert "<circle" not in _draw("a")


def test_colours_go_from_pale_to_dark() -> None:
    root = parsed(_draw("a"))
    fills = [node.get("fill") or "" for node in root if (node.get("fill") or "")[0] == "#"][1:]
    depths = [int(fill[1:3], 16) for fill in fills]
    assert depths == sorted(depths, reverse=True)
