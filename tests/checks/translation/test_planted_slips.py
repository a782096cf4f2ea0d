"""Slips planted into sentences, real ones of the sample and made ones, are found."""

import random
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from site_builder.checks.translation.parity import Discrepancy, discrepancies
from site_builder.content.reader import read_catalog
from site_builder.content.walk import texts
from site_builder.quantities.agreement import agree
from site_builder.quantities.mention import Mention
from site_builder.quantities.mention_units import CODE, PLAIN, YEAR
from site_builder.quantities.mentions import mentions_in
from site_builder.quantities.quantity import Quantity
from site_builder.quantities.speaking import Speaker
from site_builder.quantities.units import MULTIPLIERS, parse_unit

SAMPLE = Path(__file__).parents[3]
TEXTS = 500
AIM = Fraction(99, 100)

# --- in the sample's own texts ----------------------------------------------------------

_OTHER_UNIT = {"mu": "ha", "ha": "mu", "km": "m", "tonnes": "kg", "t": "kg", "MW": "kW"}
_OTHER_UNIT |= {"hours": "minutes", "minutes": "hours", "kV": "V", "m²": "km²", "months": "years"}
_OTHER_UNIT |= {"years": "months", "days": "hours", "m": "km", "kWh": "MWh"}
_ASIDE = re.compile(r" \([0-9.,]+ ha\)")


def test_slips_in_the_sample_are_found_where_they_stand() -> None:
    """A changed digit, scale, year or unit, and a dropped figure, are found in 99 of 100."""
    chance = random.Random(2026)  # noqa: S311 - the same slips in every run, no secret
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for zh, en in chance.sample(_sample_texts(), TEXTS):
        figures = [one for one in mentions_in(en, "en") if one.dimension != CODE]
        figure = chance.choice([one for one in figures if re.search("[0-9]", one.written)])
        for kind, start, end, new in _slips(en, figure, chance):
            changed = en[:start] + new + en[end:]
            planted[kind] += 1
            found[kind] += _is_found(discrepancies(zh, changed), figure, start, start + len(new))
    assert {"digit", "scale", "year", "unit", "drop"} == set(planted)
    assert AIM <= Fraction(found.total(), planted.total()), (found, planted)


def _sample_texts() -> list[tuple[str, str]]:
    catalog, _ = read_catalog(SAMPLE)
    pairs = {(text.zh, text.en) for entry in catalog.entries() for _, text in texts(entry)}
    # A figure that stands twice cannot be missed by a reader when it is left out once.
    return sorted(pair for pair in pairs if _figures_differ(pair[1]))


def _figures_differ(english: str) -> bool:
    figures = [one for one in mentions_in(english, "en") if one.dimension != CODE]
    amounts = [figure.amount for figure in figures]
    return bool(amounts) and len(set(amounts)) == len(amounts) and min(amounts) > 1


def _slips(
    text: str, figure: Mention, chance: random.Random
) -> Iterator[tuple[str, int, int, str]]:
    start, end, written = figure.start, figure.end, figure.written
    digits = [place for place, sign in enumerate(written) if sign in "0123456789"]
    place = chance.choice(digits)
    digit = chance.choice([sign for sign in "123456789" if sign != written[place]])
    yield "digit", start, end, written[:place] + digit + written[place + 1 :]
    for word, other in (("million", "billion"), ("billion", "million")):
        if word in written:
            yield "scale", start, end, written.replace(word, other)
    if figure.dimension == YEAR:
        yield "year", start, end, str(int(figure.number) + chance.choice([-1, 1]))
    unit = written.rpartition(" ")[2]
    if unit in _OTHER_UNIT:
        yield "unit", start, end, written.removesuffix(unit) + _OTHER_UNIT[unit]
    if figure.dimension != PLAIN or figure.amount > 10:
        aside = _ASIDE.match(text, end)
        is_aside = text[start - 1 : start] == "("
        if not is_aside:
            yield "drop", start, aside.end() if aside else end, ""


def _is_found(found: tuple[Discrepancy, ...], figure: Mention, start: int, end: int) -> bool:
    if len(found) != 1:
        return False
    (one,) = found
    if one.en is None:
        return start == end and one.zh is not None and agree(one.zh, figure)
    return one.en.start <= end and start <= one.en.end


# --- in made sentences ------------------------------------------------------------------

_SPEAKERS = {language: Speaker(language, Fraction(7)) for language in ("zh", "en")}
_UNITS = ["亿元", "万元", "元/吨", "万元/亩", "亩", "平方公里", "平方米", "万吨/年", "吨", "公里"]
_UNITS += ["个月", "小时", "天", "千瓦", "千伏", "元/千瓦时", "%", "摄氏度", "立方米/天"]
_SENTENCES = [
    ("项目{}，条件具备。", "The project has {} and is ready."),
    ("按{}计算，误差另列。", "It is reckoned at {}; the margin stands elsewhere."),
    ("2026年3月核定为{}。", "In March 2026 it was set at {}."),
]


@st.composite
def _quantities(draw: st.DrawFn) -> Quantity:
    written = draw(st.sampled_from(_UNITS))
    parsed = parse_unit(written)
    assert parsed is not None
    word, unit = parsed
    number = Decimal(draw(st.integers(2, 99_999))) / draw(st.sampled_from([1, 10, 100]))
    amount = number * MULTIPLIERS[word]
    return Quantity(amount, amount, unit, word)


@given(quantity=_quantities(), sentence=st.sampled_from(_SENTENCES))
def test_what_is_spoken_in_both_languages_agrees(
    quantity: Quantity, sentence: tuple[str, str]
) -> None:
    """What the website says of one figure in two languages is the same figure."""
    zh, en = (
        text.format(_SPEAKERS[language].say(quantity))
        for text, language in zip(sentence, ("zh", "en"), strict=True)
    )
    assert () == discrepancies(zh, en)


@given(quantity=_quantities(), sentence=st.sampled_from(_SENTENCES), chance=st.randoms())
def test_one_changed_digit_is_found_at_its_column(
    quantity: Quantity, sentence: tuple[str, str], chance: random.Random
) -> None:
    """The finding lies on the figure that was changed, and there is one."""
    zh = sentence[0].format(_SPEAKERS["zh"].say(quantity).short)
    spoken = _SPEAKERS["en"].say(quantity).short
    places = [place for place, sign in enumerate(spoken) if sign in "0123456789"]
    place = chance.choice(places)
    digit = chance.choice([sign for sign in "123456789" if sign != spoken[place]])
    changed = spoken[:place] + digit + spoken[place + 1 :]
    en = sentence[1].format(changed)
    (found,) = discrepancies(zh, en)
    assert found.en is not None
    assert found.zh is not None
    assert sentence[1].index("{}") == found.en.start


@given(quantity=_quantities(), sentence=st.sampled_from(_SENTENCES))
def test_a_wrong_scale_is_found(quantity: Quantity, sentence: tuple[str, str]) -> None:
    """亿 for 万, billion for million: the classic slips."""
    zh, en = (_SPEAKERS[language].say(quantity).short for language in ("zh", "en"))
    slips = [(zh.replace("万", "亿"), en), (zh.replace("亿", "万"), en)]
    slips += [(zh, en.replace("million", "billion")), (zh, en.replace("billion", "million"))]
    for one, other in slips:
        if (one, other) != (zh, en):
            (found,) = discrepancies(sentence[0].format(one), sentence[1].format(other))
            assert found.zh is not None
            assert found.en is not None
