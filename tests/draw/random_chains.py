"""Chains of every size and shape, in both languages, for tests that must hold for all."""

import random
from collections.abc import Set as AbstractSet

from hypothesis import strategies as st

from site_builder.draw.chains.chain import Card, Chain, Legend, Link, StageColumn, Strength

_LATIN = (  # noqa: SIM905 - read as a line
    "manganese battery-grade sulphate recovery of cathode (80,000 t/a) precision castings "
    "gearboxes for tea machinery high-purity electrolytic and hydropower NMP/HF trimanganese "
    "AMMW KWh “Qinglan” Co., Ltd. 100% electro-hydrometallurgical"
).split()
_CHINESE = (
    "锰系新材料电池级硫酸前驱体，（示例）回收利用机械加工茶叶精制包装冷链物流、“标准地”3.2万吨"
)
_STAGES = {
    "zh": ("上游", "中游", "下游", "终端", "应用", "配套服务"),
    "en": (
        "Upstream",
        "Midstream",
        "Downstream",
        "Terminal products",
        "Use",
        "Supporting services",
    ),
}
_WORDS = {"zh": "强弱缺", "en": ("Strong", "Weak", "Missing")}
STRENGTHS: tuple[Strength, ...] = ("strong", "weak", "missing")


def random_chain(seed: int, count: int, language: str) -> Chain:
    """Return a chain of `count` segments; the seed gives its structure, whatever the language."""
    shape = random.Random(seed)  # noqa: S311 - chains, not secrets
    words = random.Random(f"{seed} {language}")  # noqa: S311
    stages = [f"stage-{n}" for n in range(shape.randint(2, 5))]
    weights = [shape.uniform(0.3, 2) for _ in stages]
    support = shape.random() < 0.7
    names = [*stages, "support"] if support else stages
    weights += [0.5] if support else []
    held = shape.choices(names, weights, k=count)
    cards = tuple(_card(f"s{n}", stage, shape, words, language) for n, stage in enumerate(held))
    density = shape.uniform(0, 1.8)
    links = []
    for _ in range(int(count * density)):
        source, target = sorted(shape.sample(range(count), 2), key=lambda n: names.index(held[n]))
        if shape.random() < 0.15:
            source, target = target, source
        goods = _phrase(words, language, 14) if shape.random() < 0.9 else ""
        links.append(Link(f"s{source}", f"s{target}", goods))
    taken = {(link.source, link.target) for link in links}
    links += [
        Link(*ends, _phrase(words, language, 14)) for ends in _knots(seed, count, taken=taken)
    ]
    titles = [*_STAGES[language][: len(stages)], _STAGES[language][-1]]
    columns = tuple(map(StageColumn, names, titles if support else titles[:-1]))
    legend = Legend("强", "弱", "缺", "在招项目", "供应", "回流", "编号")
    source_line = _phrase(words, language, 60)
    return Chain(f"r-{seed}", "产业链", "d", columns, cards, tuple(links), legend, source_line)


def _knots(seed: int, count: int, *, taken: AbstractSet[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return what makes a chain hard to draw: hubs with up to 20 neighbours, and rings of 2 to 6.

    No segment supplies itself, and nothing is linked twice: the county's files may say neither.
    """
    shape = random.Random(f"{seed} knots")  # noqa: S311
    names = [f"s{n}" for n in range(count)]
    ends: list[tuple[str, str]] = []
    for _ in range(shape.choice((0, 0, 1, 2))):
        hub, *others = shape.sample(names, min(count, 1 + shape.choice((6, 12, 20))))
        feeds = shape.random() < 0.5
        ends += [(hub, other) if feeds else (other, hub) for other in others]
    for _ in range(shape.choice((0, 0, 1, 3))):
        ring = shape.sample(names, min(count, shape.randint(2, 6)))
        ends += zip(ring, [*ring[1:], ring[0]], strict=True)
    return [pair for pair in dict.fromkeys(ends) if pair not in taken]


def _card(name: str, stage: str, shape: random.Random, words: random.Random, language: str) -> Card:
    strength = shape.choice(STRENGTHS)
    return Card(
        id=name,
        stage=stage,
        title=_phrase(words, language, shape.choice((6, 12, 30))),
        role=_phrase(words, language, 24) if shape.random() < 0.6 else "",
        strength=strength,
        strength_word=_WORDS[language][STRENGTHS.index(strength)],
        firms=tuple(_phrase(words, language, 20) for _ in range(shape.choice((0, 0, 1, 2, 4, 8)))),
        note=_phrase(words, language, 40) if shape.random() < 0.4 else "",
        projects=tuple(_phrase(words, language, 26) for _ in range(shape.choice((0, 0, 1, 2, 5)))),
        highlighted=shape.random() < 0.03,
        href="#x" if shape.random() < 0.5 else None,
    )


def _phrase(words: random.Random, language: str, longest: int) -> str:
    if language == "zh":
        return "锰" + "".join(words.choice(_CHINESE) for _ in range(words.randint(1, longest)))
    return " ".join(words.choice(_LATIN) for _ in range(words.randint(1, max(longest // 5, 1))))


SEEDS = st.integers(0, 10**6)
COUNTS = st.one_of(st.integers(5, 50), st.integers(5, 200))
"""Chains of 5 to 200 segments, with loops, hubs and long labels."""
