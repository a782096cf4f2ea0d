import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.quantities.quantity import Quantity
from site_builder.quantities.reading import read_quantity
from site_builder.quantities.speaking import Speaker
from site_builder.quantities.units import BASES, MULTIPLIERS
from site_builder.quantities.writing import as_written

EN = Speaker("en", Fraction("7.1"))
ZH = Speaker("zh", Fraction("7.1"))

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8").partition("## Quantities")[2]

# As written, as read in Chinese, as read in English.
EXAMPLES = [
    # Money: 亿 is 100 million, 万 is 10,000, and neither is ever spelt in English.
    ("1亿元", "1亿元", "RMB 100 million (about USD 14 million)"),
    ("3.2亿元", "3.2亿元", "RMB 320 million (about USD 45 million)"),
    ("1635亿元", "1635亿元", "RMB 163.5 billion (about USD 23 billion)"),
    ("281.4亿元", "281.4亿元", "RMB 28.14 billion (about USD 4 billion)"),
    ("10亿元", "10亿元", "RMB 1 billion (about USD 140 million)"),
    ("26518万元", "26518万元", "RMB 265.18 million (about USD 37 million)"),
    ("1,152万元", "1152万元", "RMB 11.52 million (about USD 1.6 million)"),
    ("10000元", "1万元", "RMB 10,000 (about USD 1,400)"),
    ("1500万美元", "1500万美元", "USD 15 million"),
    ("800万欧元", "800万欧元", "EUR 8 million"),
    # Money over something.
    ("6200元/吨", "6200元/吨", "RMB 6,200/t"),
    ("0.42元/千瓦时", "0.42元/千瓦时", "RMB 0.42/kWh"),
    ("4200元/人·月", "4200元/人·月", "RMB 4,200/person/month"),
    ("8元/平方米·月", "8元/平方米·月", "RMB 8/m²/month"),
    ("15万元/亩", "15万元/亩", "RMB 150,000/mu (RMB 2.25 million/ha)"),
    ("22.5万元/亩", "22.5万元/亩", "RMB 225,000/mu (RMB 3.375 million/ha)"),
    ("7.10元/美元", "7.1元/美元", "RMB 7.1/USD"),
    ("9.6万元/亩", "9.6万元/亩", "RMB 96,000/mu (RMB 1.44 million/ha)"),
    ("12345.67元", "12345.67元", "RMB 12,345.67 (about USD 1,700)"),
    ("1.23456789亿元", "12345.6789万元", "RMB 123.456789 million (about USD 17 million)"),
    # Land.
    ("500亩", "500亩", "500 mu (33.3 ha)"),
    ("1000亩", "1000亩", "1,000 mu (66.7 ha)"),
    ("6000亩", "6000亩", "6,000 mu (400 ha)"),
    ("20000亩", "20000亩", "20,000 mu (1,333 ha)"),
    ("100至200亩", "100至200亩", "100 to 200 mu (6.7 to 13.3 ha)"),
    ("2亩", "2亩", "2 mu (0.1 ha)"),
    ("0.1亩", "0.1亩", "0.1 mu (0.01 ha)"),
    ("1.2万平方米", "1.2万平方米", "12,000 m²"),
    ("1200平方公里", "1200平方公里", "1,200 km²"),
    # Quantities of goods, people, time.
    ("5万吨/年", "5万吨/年", "50,000 t/year"),
    ("3000万千瓦时/年", "3000万千瓦时/年", "30 million kWh/year"),
    ("28.6万人", "28.6万人", "286,000 people"),
    ("1人", "1人", "1 person"),
    ("16台", "16台", "16 units"),
    ("1个月", "1个月", "1 month"),
    ("18个月", "18个月", "18 months"),
    ("6.1年", "6.1年", "6.1 years"),
    ("16.8%", "16.8%", "16.8%"),
    ("3‰", "3‰", "3‰"),
    ("2TJ/a", "2太焦/年", "2 TJ/year"),
    ("36个", "36个", "36"),
    # Ranges, floors, ceilings, about.
    ("2至3年", "2至3年", "2 to 3 years"),
    ("300万至500万元", "300至500万元", "RMB 3 to 5 million"),
    ("5000万至1.2亿元", "5000至12000万元", "RMB 50 to 120 million"),
    ("约1亿元", "约1亿元", "about RMB 100 million (about USD 14 million)"),
    ("3.2亿元左右", "约3.2亿元", "about RMB 320 million (about USD 45 million)"),
    ("不低于300万元/亩", "不低于300万元/亩", "at least RMB 3 million/mu (RMB 45 million/ha)"),
    ("不超过5亿元", "不超过5亿元", "at most RMB 500 million (about USD 70 million)"),
]


@pytest.mark.parametrize(("written", "chinese", "english"), EXAMPLES, ids=[e[0] for e in EXAMPLES])
def test_a_quantity_is_read_in_both_languages(written: str, chinese: str, english: str) -> None:
    """What an author writes once is read in each language's own numbers and units."""
    quantity = read_quantity(written)
    assert (chinese, english) == (str(ZH.say(quantity)), str(EN.say(quantity)))


@given(st.integers(1, 10**13))
def test_dollars_never_pretend_to_be_exact(yuan: int) -> None:
    """A sum in dollars has at most two digits that say something, and is near the true sum."""
    aside = EN.say(read_quantity(f"{yuan}元")).aside
    match = re.fullmatch(r"about USD ([\d,.]+)( million| billion)?", aside)
    assert match is not None
    number = Decimal(match[1].replace(",", ""))
    assert len(number.normalize().as_tuple().digits) <= 2
    size = {None: 1, " million": 10**6, " billion": 10**9}[match[2]]
    assert abs(Fraction(number) * size - Fraction(yuan) / EN.yuan_per_dollar) <= Fraction(yuan, 100)


@given(
    st.decimals(min_value=Decimal("0.001"), max_value=10**7, places=3),
    st.sampled_from(sorted(MULTIPLIERS)),
    st.sampled_from(["元", "亩", "元/亩", "美元/亩"]),
    st.booleans(),
)
def test_an_aside_has_no_more_digits_than_what_it_was_made_from(
    number: Decimal, word: str, unit: str, is_range: bool
) -> None:
    """Other units never pretend to be measured more finely; dollars have two digits at most."""
    written = f"{number}至{number * 2}" if is_range else str(number)
    spoken = EN.say(read_quantity(f"{written}{word}{unit}"))
    asides, own = numbers_in(spoken.aside), numbers_in(spoken.short)
    # Both ends of a narrow range may come to one number of hectares.
    asides *= len(own) if len(asides) == 1 else 1
    assert [] == [
        (aside, made_from)
        for aside, made_from in zip(asides, own, strict=bool(asides))
        if significant(aside) > (2 if "USD" in spoken.aside and unit == "元" else digits(made_from))
    ]


def numbers_in(text: str) -> list[Decimal]:
    """Return the numbers of an English text, written out in full."""
    size = next((10**n for n, w in ((6, "million"), (9, "billion")) if w in text), 1)
    return [Decimal(found.replace(",", "")) * size for found in re.findall(r"[\d,]*\.?\d+", text)]


def significant(number: Decimal) -> int:
    """Count digits from the first that is not nought to the last that is not."""
    return len(f"{number.normalize():f}".replace(".", "").strip("0"))


def digits(number: Decimal) -> int:
    """Count digits from the first that is not nought, noughts of a whole number included."""
    return len(f"{number.normalize():f}".replace(".", "").lstrip("0"))


@given(
    st.decimals(min_value=Decimal("0.01"), max_value=9999, places=2),
    st.sampled_from(sorted(MULTIPLIERS)),
    st.sampled_from(sorted(BASES)),
    st.sampled_from(["", *sorted(BASES)]),
)
def test_english_has_no_chinese_in_it(number: Decimal, word: str, base: str, per: str) -> None:
    """Every unit, over every other, has its English."""
    written = f"{number}{word}{base}" + (f"/{per}" if per else "")
    spoken = str(EN.say(read_quantity(written)))
    assert re.search(r"[\u3000-\u9fff]", spoken) is None


@given(
    st.decimals(min_value=1, max_value=9999, places=1),
    st.sampled_from(["", "万", "亿"]),
    st.sampled_from(["元", "亩", "吨/年", "个月", "元/吨", "%", "人次"]),
)
def test_chinese_words_mean_the_written_number(number: Decimal, word: str, unit: str) -> None:
    """What is read in Chinese can be written again, and means the same."""
    quantity = read_quantity(f"{number}{word}{unit}")
    again = read_quantity(str(ZH.say(quantity)))
    assert quantity.reference() == again.reference()


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [("1234.5", "1234.5", "1,234.5"), ("12345", "12345", "12,345"), ("0.80", "0.8", "0.8")],
)
def test_a_bare_number_has_separators(value: str, zh: str, en: str) -> None:
    """Chinese groups no digits, English from four on."""
    assert (zh, en) == (ZH.number(Decimal(value)), EN.number(Decimal(value)))


@pytest.mark.parametrize(
    ("word", "unit", "top", "english", "shown"),
    [
        ("万", "吨", "53", "1,000 t", "530"),
        ("亿", "元", "412", "RMB billion", "41.2"),
        ("万", "元", "38", "RMB 1,000", "380"),
        ("万", "美元", "4500", "USD million", "45"),
        ("万亿", "元", "1.2", "RMB billion", "1,200"),
        ("", "家", "74", "firms", "74"),
    ],
)
def test_an_axis_keeps_the_amount(word: str, unit: str, top: str, english: str, shown: str) -> None:
    """The unit of a chart and its factor together say what the author wrote."""
    kind = read_quantity(f"1{word}{unit}").unit
    name, factor = EN.axis(word, kind, Decimal(top))

    assert (english, shown) == (name, EN.number(Decimal(top) * factor))
    assert (f"{word}{unit}", Decimal(1)) == ZH.axis(word, kind, Decimal(top))


@given(
    st.decimals(min_value=0, max_value=Decimal("1e40"), allow_nan=False),
    st.sampled_from(sorted(MULTIPLIERS)),
    st.sampled_from(["元", "亩", "元/亩", "吨/年", "%", "个"]),
)
def test_any_number_can_be_said_and_written(number: Decimal, word: str, unit: str) -> None:
    """Sums and quotients have any number of digits, and are said without a traceback."""
    quantity = Quantity(number, number, read_quantity(f"1{unit}").unit, word)
    for text in (str(EN.say(quantity)), str(ZH.say(quantity)), as_written(quantity)):
        assert re.search(r"\d", text) is not None
        assert re.search(r"[Ee][+-]?\d", text) is None


def test_the_table_in_the_readme_holds() -> None:
    """What the README says of a quantity is what is said."""
    rows = re.findall(r"^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|$", README, re.MULTILINE)
    said = [(row[0], *(str(s.say(read_quantity(row[0]))) for s in (ZH, EN))) for row in rows]
    assert said == rows
    assert said != []
