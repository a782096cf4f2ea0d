"""What is seen on a chain map stays apart, measured in the real fonts on the finished SVG."""

from itertools import combinations

import pytest
from hypothesis import given, settings

from site_builder.draw.box import Box
from site_builder.draw.chains.chain import Chain
from site_builder.draw.chains.map import chain_map
from tests.draw.chain_reading import Seen, Segment, read
from tests.draw.chains import manganese
from tests.draw.random_chains import COUNTS, SEEDS, random_chain
from tests.draw.sample_chains import sample_chains
from tests.draw.tokens import PALETTE

TAIL = 1.5
"""By how much the tail of a letter may reach out of its line."""


def assert_clean(seen: Seen) -> None:
    _assert_cards_apart(seen)
    _assert_lines_clear(seen)
    _assert_lines_distinct(seen)
    _assert_words_inside(seen)
    _assert_goods_free(seen)
    _assert_all_on_the_sheet(seen)


def _assert_cards_apart(seen: Seen) -> None:
    for a, b in combinations(seen.cards, 2):
        assert not a.box.meets(b.box), f"{a.segment} overlaps {b.segment}"
    # A missing segment's frame is drawn a little inside its box.
    widths = {round(c.box.width + (1.6 if c.strength == "missing" else 0), 1) for c in seen.cards}
    assert len(widths) <= 1, "cards are of equal width"


def _assert_lines_clear(seen: Seen) -> None:
    cards = [(_edges(_grown(card.box, -1)), card.segment) for card in seen.cards]
    for link in seen.links:
        for line in link.lines:
            assert line[0] == line[2] or line[1] == line[3], "a line is upright or level"
            left, top, right, bottom = _edges(_extent(line))
            for (x1, y1, x2, y2), segment in cards:
                crosses = left < x2 and x1 < right + 1e-9 and top < y2 and y1 < bottom + 1e-9
                assert not crosses, f"{link.source} → {link.target} crosses {segment}"


def _assert_lines_distinct(seen: Seen) -> None:
    """Lines of different cards may cross, but never run along each other."""
    runs: dict[tuple[str, float], list[tuple[float, float, str, str]]] = {}
    for link in seen.links:
        for x1, y1, x2, y2 in link.lines:
            if x1 == x2:
                low, high = sorted((y1, y2))
                runs.setdefault(("x", x1), []).append((low, high, link.source, link.target))
            else:
                low, high = sorted((x1, x2))
                runs.setdefault(("y", y1), []).append((low, high, link.source, link.target))
    for held in runs.values():
        for a, b in combinations(held, 2):
            if a[2] != b[2]:
                overlap = min(a[1], b[1]) - max(a[0], b[0])
                assert overlap <= 0.5, f"{a[2]} → {a[3]} runs along {b[2]} → {b[3]}"


def _assert_words_inside(seen: Seen) -> None:
    for card in seen.cards:
        for text, box in card.words:
            assert box.x >= card.box.x + 2, (card.segment, text)
            assert box.right <= card.box.right - 2, (card.segment, text, box.right, card.box.right)
            assert box.y >= card.box.y, (card.segment, text)
            assert box.bottom <= card.box.bottom, (card.segment, text)
            for chip in card.chips:
                inside = chip.x <= box.x and box.right <= chip.right
                assert inside or not chip.meets(_grown(box, -TAIL)), (card.segment, text)
        for (a, first), (b, second) in combinations(card.words, 2):
            assert not _grown(first, -TAIL).meets(_grown(second, -TAIL)), (card.segment, a, b)


def _assert_goods_free(seen: Seen) -> None:
    cards = [_edges(_grown(card.box, 1)) for card in seen.cards]
    lines = [(_edges(_extent(line)), link) for link in seen.links for line in link.lines]
    marks = [
        (_edges(_grown(box, -TAIL)), link)
        for link in seen.links
        for box in (*(box for _, box in link.words), *link.badges)
    ]
    for index, (box, link) in enumerate(marks):
        left, top, right, bottom = box
        for x1, y1, x2, y2 in cards:
            assert not (left < x2 and x1 < right and top < y2 and y1 < bottom), link
        for (x1, y1, x2, y2), _ in marks[index + 1 :]:
            assert not (left < x2 and x1 < right and top < y2 and y1 < bottom), link
        for (x1, y1, x2, y2), other in lines:
            if left < x2 and x1 < right and top < y2 and y1 < bottom:
                own = other is link or other.source == link.source
                assert own, f"{other.source} → {other.target} crosses goods of {link}"


def _assert_all_on_the_sheet(seen: Seen) -> None:
    sheet = Box(-0.1, -0.1, seen.width + 0.2, seen.height + 0.2)
    boxes = [box for _, box in seen.other]
    boxes += [card.box for card in seen.cards]
    boxes += [_extent(line) for link in seen.links for line in link.lines]
    boxes += [box for link in seen.links for _, box in link.words]
    for box in boxes:
        assert box.x >= sheet.x
        assert box.y >= sheet.y
        assert box.right <= sheet.right, box
        assert box.bottom <= sheet.bottom


def _extent(line: Segment) -> Box:
    x1, y1, x2, y2 = line
    return Box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))


def _edges(box: Box) -> tuple[float, float, float, float]:
    return box.x, box.y, box.right, box.bottom


def _grown(box: Box, by: float) -> Box:
    return Box(box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by)


def assert_goods_kept(chain: Chain, seen: Seen) -> None:
    """What an arrow carries stands beside it whole, or in the key under its number."""
    below = _bare("".join(text for text, _ in seen.other))
    shown = {
        (link.source, link.target): _bare("".join(text for text, _ in link.words))
        for link in seen.links
    }
    for link in chain.links:
        if link.source != link.target:
            name = _bare(link.goods)
            assert name in shown[link.source, link.target] or name in below, name


def _bare(text: str) -> str:
    return "".join(text.replace("“", '"').replace("”", '"').split())


@settings(max_examples=200)
@given(SEEDS, COUNTS)
def test_any_chain_is_drawn_cleanly(seed: int, count: int) -> None:
    for language in ("zh", "en"):
        chain = random_chain(seed, count, language)
        seen = read(chain_map(chain, PALETTE))
        assert_clean(seen)
        assert_goods_kept(chain, seen)


@pytest.mark.parametrize("chain", sample_chains(), ids=lambda chain: chain.title)
def test_the_sample_chains_are_drawn_cleanly(chain: Chain) -> None:
    seen = read(chain_map(chain, PALETTE))
    assert_clean(seen)
    assert_goods_kept(chain, seen)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [760, 1180, 1600])
def test_a_chain_is_clean_at_every_width(language: str, width: int) -> None:
    assert_clean(read(chain_map(manganese(language), PALETTE, width=width)))
