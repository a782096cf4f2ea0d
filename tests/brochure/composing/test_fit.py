"""What stands on a side follows from the room there is."""

from site_builder.brochure.composing.fit import (
    Measured,
    Measures,
    Room,
    Row,
    Side,
    choose,
    is_tight,
    least_overrun,
)

ROOM = Room(head=60, head_growth=30, front=280, back=250, page=297)
NOTHING = frozenset[str]()


def side(end: float, **parts: float) -> Side:
    """Return a side with one row that holds all its secondary parts."""
    return Side(end, (Row(end - 50, 20, end - 50, parts),), {})


def test_takes_the_weightiest_parts_that_fit() -> None:
    measures = Measures(30, side(225, outlook=30, necessity=15), side(240, risks=20, items=5))
    fit = choose(measures, ROOM, (0, 0), compact=False)
    assert fit.shown == {"outlook", "risks", "items"}


def test_products_and_offers_stand_whether_there_is_room_or_not() -> None:
    """What must stand goes before all that may, and runs over sooner than it is left out."""
    measures = Measures(30, side(300, products=15, outlook=40), side(300, offers=20, risks=40))
    assert choose(measures, ROOM, (0, 0), compact=False).shown == {"products", "offers"}
    # 300 less 40 that may go, under a head of 60 to a foot of 280; and to a foot of 250.
    assert least_overrun(measures, ROOM) == (40, 10)


def test_a_smaller_type_is_taken_where_what_must_stand_is_tight() -> None:
    usual, small = Measures(30, side(215), side(249)), Measures(28, side(200), side(230))
    assert is_tight(usual, ROOM)
    assert Measured(usual, small).within(ROOM) == (small, True)
    assert Measured(small, usual).within(ROOM) == (small, False)


def test_what_is_left_becomes_picture_chart_and_air() -> None:
    fit = choose(Measures(30, side(180), side(230)), ROOM, (0, 0), compact=False)
    assert fit.head == 76.4  # 40 are left: 7.1 for the chart, of the rest half for the picture
    assert fit.chart > choose(Measures(30, side(220), side(250)), ROOM, (0, 0), compact=False).chart
    assert fit.back_air > 0


def test_a_part_beside_a_higher_margin_saves_nothing() -> None:
    high = Side(260, (Row(100, 100, 60, {"offers": 40}),), {})
    assert high.ends(NOTHING) == 260
    assert least_overrun(Measures(30, side(140), high), ROOM) == (0, 10)


def test_no_ridge_stands_behind_the_words() -> None:
    fit = choose(Measures(60, side(220), side(250)), ROOM, (0, 0), compact=False)
    # Mountains reach over the words by less than a line of the tagline and its title.
    assert fit.words == 60
    assert 0 < fit.clear < fit.words
    assert fit.head - fit.clear < (fit.head - fit.words) * 2


def test_the_picture_leaves_room_for_the_words_over_it() -> None:
    fit = choose(Measures(60, side(220), side(250)), ROOM, (0, 0), compact=False)
    assert fit.head >= 77


def test_a_picture_grows_no_higher_than_its_room_says() -> None:
    """Whatever the words over it need at least: photographs are checked for this height."""
    fit = choose(Measures(60, side(60), side(250)), ROOM, (0, 0), compact=False)
    assert fit.head == ROOM.head + ROOM.head_growth
