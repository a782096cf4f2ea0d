"""What stands on a side follows from the room there is."""

from site_builder.brochure.fit import Measures, Room, Row, Side, choose, least_overrun

ROOM = Room(head=60, head_growth=30, front=280, back=250, page=297)
NOTHING = frozenset[str]()


def side(end: float, **parts: float) -> Side:
    """Return a side with one row that holds all its secondary parts."""
    return Side(end, (Row(end - 50, 20, end - 50, parts),), {})


def test_takes_the_weightiest_parts_that_fit() -> None:
    measures = Measures(30, side(230, outlook=30, products=15), side(240, offers=20))
    fit = choose(measures, ROOM, (0, 0), compact=False)
    assert fit.shown == {"outlook", "offers"}


def test_what_is_left_becomes_picture_chart_and_air() -> None:
    fit = choose(Measures(30, side(180), side(230)), ROOM, (0, 0), compact=False)
    assert fit.head == 80
    assert fit.chart > choose(Measures(30, side(220), side(250)), ROOM, (0, 0), compact=False).chart
    assert fit.back_air > 0


def test_a_part_beside_a_higher_margin_saves_nothing() -> None:
    high = Side(260, (Row(100, 100, 60, {"offers": 40}),), {})
    assert high.ends(NOTHING) == 260
    assert least_overrun(Measures(30, side(140), high), ROOM, NOTHING) == (0, 10)


def test_the_picture_leaves_room_for_the_words_over_it() -> None:
    fit = choose(Measures(60, side(220), side(250)), ROOM, (0, 0), compact=False)
    assert fit.head >= 77
