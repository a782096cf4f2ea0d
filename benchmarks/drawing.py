"""Drawing a chain map, beside Jinja that only lists the same segments and links in HTML."""

import random
import statistics
import time
from collections.abc import Callable

from jinja2 import Environment

from benchmarks.county import REPOSITORY
from site_builder.draw.chains.chain import Card, Chain, Legend, Link, StageColumn, Strength
from site_builder.draw.chains.map import chain_map
from site_builder.draw.chains.png import chain_png
from site_builder.draw.chains.slide import chain_slide
from site_builder.draw.palette import Palette, read_palette

AIMS = {50: 5.0, 200: 15.0}
"""The milliseconds in which a map of so many segments is to be drawn."""
SIZES = (10, 50, 200)
HEADING = """\
Chain maps of random industries, beside Jinja that lists the same words in HTML without
placing any; every round draws maps that were not drawn before
(aim: 50 segments in 5 ms, 200 in 15 ms)

segments  links   SVG ms   KiB | Jinja ms | ratio | PNG ms   KiB"""

_LIST = """
{% for stage in chain.stages %}<section><h2>{{ stage.title }}</h2>
{% for card in chain.cards if card.stage == stage.id %}<article id="{{ card.id }}">
<h3>{{ card.title }}</h3><p>{{ card.strength_word }}</p><p>{{ card.role }}</p>
<ul>{% for firm in card.firms %}<li>{{ firm }}</li>{% endfor %}</ul><p>{{ card.note }}</p>
<ul>{% for project in card.projects %}<li>{{ project }}</li>{% endfor %}</ul></article>
{% endfor %}</section>{% endfor %}
<ul>{% for link in chain.links %}<li>{{ link.source }} → {{ link.target }}: {{ link.goods }}</li>
{% endfor %}</ul>"""
_STAGES = ("上游", "中游", "下游", "配套服务")
_WORDS = (
    "锰系新材料电池级硫酸前驱体回收利用机械加工茶叶精制包装冷链物流",
    ("manganese", "battery-grade", "sulphate", "recovery", "cathode", "castings", "gearboxes"),
)
_STRENGTHS: tuple[Strength, ...] = ("strong", "weak", "missing")


def row(size: int, rounds: int) -> str:
    """Return one row: maps of `size` segments, the median of `rounds` rounds of ten maps."""
    palette = read_palette((REPOSITORY / "theme/assets/css/tokens.css").read_text("utf-8"))
    template = Environment(autoescape=True).from_string(_LIST)
    drawing, listing = [], []
    for number in range(max(rounds, 3) * 10):
        chain = _chain(number, size)
        drawing.append(_timed(lambda: chain_map(chain, palette)))  # noqa: B023 - called at once
        listing.append(_timed(lambda: template.render(chain=chain)))  # noqa: B023
    chain = _chain(0, size)
    return _row(chain, palette, statistics.median(drawing), statistics.median(listing))


def _row(chain: Chain, palette: Palette, ours: float, plain: float) -> str:
    svg = chain_slide(chain, palette)
    started = time.process_time()
    png = chain_png(svg)
    taken = (time.process_time() - started) * 1000
    return (
        f"{len(chain.cards):8d} {len(chain.links):6d} {ours:8.1f} {len(svg) / 1024:5.0f}"
        f" | {plain:8.1f} | {ours / plain:5.2f} | {taken:6.0f} {len(png) / 1024:5.0f}"
    )


def _timed(work: Callable[[], str]) -> float:
    """Return how many milliseconds of one core a call takes, however busy the others are."""
    started = time.process_time()
    work()
    return (time.process_time() - started) * 1000


def _chain(seed: int, size: int) -> Chain:
    """Return an industry of `size` segments: two thirds as many firms, a link from each."""
    chance = random.Random(f"{seed} {size}")
    stages = ("upstream", "midstream", "downstream", "support")
    held = sorted(chance.choices(range(4), (4, 5, 4, 1), k=size))
    english = seed % 2
    cards = tuple(
        Card(
            id=f"s{number}",
            stage=stages[stage],
            title=_words(chance, english, 3),
            role=_words(chance, english, 4),
            strength=chance.choice(_STRENGTHS),
            strength_word="Missing" if english else "缺",
            firms=tuple(_words(chance, english, 4) for _ in range(chance.choice((0, 0, 1, 1, 2)))),
            projects=tuple(_words(chance, english, 5) for _ in range(chance.choice((0, 0, 1)))),
            href=f"#s{number}",
        )
        for number, stage in enumerate(held)
    )
    links = []
    for number in range(size):
        other = min(max(number + chance.randint(-size // 20, size // 3), 0), size - 1)
        links.append(Link(f"s{number}", f"s{other}", _words(chance, english, 3)))
    columns = tuple(map(StageColumn, stages, _STAGES))
    legend = Legend("强", "弱", "缺", "在招项目", "供应", "回流", "编号")
    return Chain(
        "bench", "产业链", "随机产业链", columns, cards, tuple(links), legend, "来源：示例"
    )


def _words(chance: random.Random, english: int, most: int) -> str:
    if english:
        return " ".join(chance.choice(_WORDS[1]) for _ in range(chance.randint(1, most)))
    return "".join(chance.choice(_WORDS[0]) for _ in range(chance.randint(2, 3 * most)))
