"""The parts of small pieces have names that their readers know."""

import pytest

from site_builder.brochure.setting.piece_setter import _ROOMS, SHAPES, Room, _told


@pytest.mark.parametrize("room", [room for shape in SHAPES.values() for room in shape.rooms])
def test_every_part_that_can_run_over_has_a_name(room: Room) -> None:
    """In both languages, with the millimetres that are too many."""
    told = _told({room: 12.4})
    name = _ROOMS[room.name.rstrip("-")]
    assert told.zh == f"排不下：{name.zh}（高出 12 毫米）"
    assert told.en == f"does not fit: {name.en} (12 mm)"
