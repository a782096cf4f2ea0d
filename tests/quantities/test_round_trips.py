"""What is read, said or written, and read again, is the same quantity."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from site_builder.quantities.names import CURRENCY_MARKS, LONG_FORMS, SINGULAR_PLURAL
from site_builder.quantities.quantity import Bound, Quantity
from site_builder.quantities.reading import UnreadableError, read_quantity
from site_builder.quantities.speaking import Speaker
from site_builder.quantities.units import BASES, MULTIPLIERS, parse_unit
from site_builder.quantities.writing import as_written, yuan_as_written
from tests.quantities.spoken_english import BOUNDS, SCALES, read_english

EN = Speaker("en", Fraction("7.1"))
ZH = Speaker("zh", Fraction("7.1"))

# All that the reader takes: up to fifteen digits and nine decimals, any counting word.
NUMBERS = st.builds(
    lambda whole, decimals: whole + ("." + decimals if decimals else ""),
    st.integers(-(10**15) + 1, 10**15 - 1).map(str),
    st.text("0123456789", max_size=9),
)
ENDS = st.tuples(NUMBERS, st.sampled_from(sorted(MULTIPLIERS)))
UNITS = st.builds(
    lambda base, per: base + ("/" + "·".join(per) if per else ""),
    st.sampled_from(sorted(BASES)),
    st.lists(st.sampled_from(sorted(BASES)), max_size=2),
)
BEFORE = st.sampled_from(["", "约", "不低于", "不超过"])


def size(end: tuple[str, str]) -> Decimal:
    number, word = end
    return Decimal(number) * MULTIPLIERS[word]


@st.composite
def readable(draw: st.DrawFn) -> Quantity:
    """Return what the reader makes of any number, or range, with any counting words and unit."""
    before, unit = draw(BEFORE), draw(UNITS)
    low, high = sorted((draw(ENDS), draw(ENDS)), key=size)
    # 千 and 克 together are 千克, another unit.
    assume(all((parse_unit(word + unit) or [""])[0] == word for _, word in (low, high)))
    if draw(st.booleans()):
        return read_quantity(f"{before}{low[0]}{low[1]}{unit}")
    return read_quantity(f"{before}{low[0]}{low[1]}{unit}至{high[0]}{high[1]}{unit}")


@given(readable())
def test_chinese_is_read_back_as_it_was_said(quantity: Quantity) -> None:
    """No digit, unit or bound is lost in saying a quantity in Chinese."""
    assert quantity == read_quantity(ZH.say(quantity).short)


@given(readable())
def test_what_is_written_for_an_author_is_read_back(quantity: Quantity) -> None:
    """What a message tells an author to write is the quantity that was meant."""
    assert quantity == read_quantity(as_written(quantity))


@given(readable())
def test_english_is_read_back_as_it_was_said(quantity: Quantity) -> None:
    """English keeps every digit and the bound; names that several units share keep the value."""
    said = EN.say(quantity).short
    if str(quantity.unit) == "个" and not quantity.low == quantity.high == 1:
        # Things without a name are a number alone in English: 36个 is 36, 1个 one piece.
        with pytest.raises(UnreadableError, match="bare-number"):
            read_english(said)
        return
    again = read_english(said)
    assert (ends(quantity), quantity.bound) == (ends(again), again.bound)
    assert english_dimension(quantity) == english_dimension(again)


def ends(quantity: Quantity) -> tuple[Fraction, Fraction]:
    factor = quantity.unit.factor
    return Fraction(quantity.low) * factor, Fraction(quantity.high) * factor


def english_dimension(quantity: Quantity) -> list[str]:
    """Return what is measured, counted things by their English name."""
    return [
        SINGULAR_PLURAL[part.symbol][0] if part.dimension.startswith("count:") else part.dimension
        for part in (quantity.unit.base, *quantity.unit.per)
    ]


ENGLISH_PIECES = st.sampled_from(
    [
        *[name for names in SINGULAR_PLURAL.values() for name in names],
        *[listed.split(", ")[0] for listed in (*LONG_FORMS.values(), *CURRENCY_MARKS.values())],
        *[*SCALES, *BOUNDS, " per ", " a ", "/", " to ", " ", "–", "(", ")", "·"],
        *"0123456789.,-",
    ]
)


@given(st.one_of(st.text(), st.lists(ENGLISH_PIECES, max_size=12).map("".join)))
def test_reading_english_never_fails_but_by_its_own_error(text: str) -> None:
    """Whatever stands in an English text is a quantity, or is said not to be one."""
    try:
        quantity = read_english(text)
    except UnreadableError as error:
        outcome = error.code
    else:
        outcome = "read" if quantity.low <= quantity.high else "upside down"
    assert outcome in {"read", "bare-number", "bad-quantity", "wrong-unit", "reversed-range"}


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("RMB 320 million", "3.2亿元"),
        ("RMB 96,000 per mu", "9.6万元/亩"),
        ("RMB 96,000/mu", "9.6万元/亩"),
        ("RMB 3.2 billion", "32亿元"),
        ("rmb 3.2 Billion", "32亿元"),
        ("320 million yuan", "3.2亿元"),
        ("500 mu (33.3 ha)", "500亩"),
        ("RMB 225,000/mu (RMB 3.375 million/ha)", "22.5万元/亩"),
        ("50,000 tonnes a year", "5万吨/年"),
        ("50,000 t/year", "5万吨/年"),
        ("50,000 t/a", "5万吨/年"),
        ("2,310 square kilometres", "2310平方公里"),
        ("1,200 m²", "1200平方米"),
        ("18 months", "18个月"),
        ("42 minutes", "42分钟"),
        ("420 MW", "420兆瓦"),
        ("RMB 0.46/kWh", "0.46元/千瓦时"),
        ("RMB 6 per m² a month", "6元/平方米·月"),
        ("RMB 8/m2/month", "8元/平方米·月"),
        ("at least RMB 3 million/mu", "不低于300万元/亩"),
        ("up to 5%", "不超过5%"),
        ("30 days or less", "30天以内"),
        ("about 160 people", "约160人"),
        ("2 to 3 years", "2至3年"),
        ("3 years to 5 years", "3至5年"),
        ("RMB 3 to 5 million", "300万至500万元"),
        ("RMB 300 million to RMB 500 million", "3至5亿元"),
        ("800,000 to 1.2 million people", "80万至120万人"),
        ("62%", "62%"),
        ("12 per cent", "12%"),
        ("USD 45 million", "4500万美元"),
        ("US$45 million", "4500万美元"),
        ("7.1 yuan per US dollar", "7.1元/美元"),
        ("1,650 tonnes of coal equivalent a year", "1650吨标准煤/年"),
        ("36/year", "36个/年"),
    ],
)
def test_careful_english_is_understood(english: str, chinese: str) -> None:
    """The ways in which good translators write a quantity mean what the Chinese means."""
    assert read_quantity(chinese) == read_english(english)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2024", "bare-number"),
        ("", "bad-quantity"),
        ("in 2024", "bad-quantity"),
        ("5 apples", "wrong-unit"),
        ("RMB 5 tonnes", "wrong-unit"),
        ("RMB 5 USD", "wrong-unit"),
        ("5 to 3 years", "reversed-range"),
        ("3 months to 5 years", "wrong-unit"),
        ("5 t/year/month/day", "wrong-unit"),
        ("1" * 500, "bad-quantity"),
    ],
)
def test_what_is_no_english_quantity_is_refused(text: str, code: str) -> None:
    """Each text that is no quantity is refused with the reason."""
    with pytest.raises(UnreadableError) as raised:
        read_english(text)
    assert code == raised.value.code


@pytest.mark.parametrize("symbol", sorted(BASES))
def test_every_unit_has_an_english_name_of_its_own_dimension(symbol: str) -> None:
    """No English name stands for two things that are measured differently."""
    names = {name for name in SINGULAR_PLURAL.get(symbol, ()) if name}
    others = {
        other
        for other, both in SINGULAR_PLURAL.items()
        if names & set(both) and BASES[other].dimension != BASES[symbol].dimension
    }
    counted = {other for other in others if BASES[other].dimension.startswith("count:")}
    assert others == (counted if BASES[symbol].dimension.startswith("count:") else set())


@pytest.mark.parametrize(
    ("written", "again"),
    [
        ("3.2亿元", "3.2亿元"),
        ("26,800万元", "26800万元"),
        ("320000000元", "3.2亿元"),
        ("960元", "960元"),
        ("160人左右", "约160人"),
        ("2-3年", "2至3年"),
        ("9.6万元/亩", "9.6万元/亩"),
        ("1200万美元", "1200万美元"),
        ("5000万元至1.2亿元", "0.5至1.2亿元"),
        ("0.000000001吨至2000万亿吨", "0.000000001吨至2000万亿吨"),
        ("-5%", "-5%"),
    ],
)
def test_a_quantity_is_written_as_authors_write(written: str, again: str) -> None:
    """Counting words stay the author's own; bounds and ranges are written in one way."""
    assert again == as_written(read_quantity(written))


def test_a_third_is_written_with_four_decimals() -> None:
    """What no author could write is rounded."""
    third = Decimal(1) / 3
    assert "0.3333亩" == as_written(Quantity(third, third, read_quantity("1亩").unit))


@pytest.mark.parametrize(
    ("yuan", "written"),
    [
        (Fraction(320_000_000), "3.2亿元"),
        (Fraction(268_000_000), "26800万元"),
        (Fraction(3_525_000_000), "35.25亿元"),
        (Fraction(163_500_000_000), "1635亿元"),
        (Fraction(10_000), "1万元"),
        (Fraction(960), "960元"),
        (Fraction(-268_000_000), "-26800万元"),
        (Fraction(0), "0元"),
        (Fraction(100_000_000, 3), "3333.3333万元"),
        (Fraction(1, 3), "0.3333元"),
    ],
)
def test_a_sum_in_yuan_is_written_as_authors_write(yuan: Fraction, written: str) -> None:
    """亿 where it reads well, 万 below, four decimals at most."""
    assert written == yuan_as_written(yuan)


@given(st.fractions(-(10**16), 10**16))
def test_a_written_sum_is_near_the_sum(yuan: Fraction) -> None:
    """Rounding to four decimals of 万元 moves a sum by half a yuan at most."""
    read = read_quantity(yuan_as_written(yuan))
    assert abs(yuan - read.reference()) <= Fraction(1, 2)
    assert read.bound is Bound.EXACT
