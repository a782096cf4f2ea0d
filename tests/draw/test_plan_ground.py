"""The ground of a plan is drawn from whatever a file may hold, and its holes stay holes."""

import json
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.content.ground.geojson import GeoJsonError
from site_builder.content.ground.plan_file import KINDS, read_outlines
from site_builder.draw.park_plan.plan import ParkPlan, PlanGround, PlanPlot, PlanWords, park_plan
from tests.draw.forms import named
from tests.draw.tokens import PALETTE

WORDS = PlanWords(statuses=(("available", "可供"),), kinds=(), north="北", metres="{metres}米")
PLOT = PlanPlot("a", "A", "60亩", "available", "可供", ((0, 0), (0, 200), (200, 200), (200, 0)))


def _drawn(*ground: PlanGround) -> str:
    return park_plan(ParkPlan("k", "园区", "一块地", (PLOT,), ground, WORDS), PALETTE)


def _ring(low: float, high: float) -> tuple[tuple[float, float], ...]:
    return ((low, low), (low, high), (high, high), (high, low))


def test_an_island_is_not_under_water() -> None:
    river = PlanGround("water", _ring(-30, 230), closed=True, holes=(_ring(20, 180),))
    area = r'<path d="(M[^"]*Z)" fill="#[0-9a-f]{6}" fill-rule="evenodd"'
    (water,) = re.findall(area, _drawn(river))
    assert water.count("M") == 2
    # Without its hole it would have waves all over the plot.
    whole = PlanGround("water", _ring(-30, 230), closed=True)
    waves = [len(re.findall(r"h22", _drawn(water))) for water in (river, whole)]
    assert 0 < waves[0] < waves[1]


# Few places on a coarse grid: what crosses, doubles back and touches itself comes up often.
PLACES = st.tuples(st.integers(-3, 9), st.integers(-3, 9)).map(lambda at: [at[0] * 40, at[1] * 40])
RINGS = st.lists(PLACES, min_size=1, max_size=7)
GEOMETRIES = st.one_of(
    st.builds(lambda line: {"type": "LineString", "coordinates": line}, RINGS),
    st.builds(
        lambda rings: {"type": "Polygon", "coordinates": [[*ring, ring[0]] for ring in rings]},
        st.lists(RINGS, min_size=1, max_size=3),
    ),
)
FEATURES = st.builds(
    lambda kind, geometry, name, width: {
        "type": "Feature",
        "properties": {"kind": kind, "name": name, "name_en": name, "width": width},
        "geometry": geometry,
    },
    st.sampled_from(KINDS),
    GEOMETRIES,
    st.sampled_from(["", "金河大道", "Jinhe Avenue"]),
    st.sampled_from([None, 0.5, 24, 500]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(FEATURES, min_size=1, max_size=6))
def test_whatever_can_be_read_can_be_drawn(features: list[dict[str, object]]) -> None:
    try:
        read = read_outlines(json.dumps({"type": "FeatureCollection", "features": features}))
    except GeoJsonError:
        # The file is told to be wrong; each feature that is sound is drawn alone.
        read = ()
        for feature in features:
            try:
                read += read_outlines(
                    json.dumps({"type": "FeatureCollection", "features": [feature]})
                )
            except GeoJsonError:
                continue
    ground = (
        PlanGround(
            one.kind, one.points, one.closed, one.name.zh if one.name else "", one.width, one.holes
        )
        for one in read
    )
    named(_drawn(*ground))
