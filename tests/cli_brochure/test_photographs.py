"""A photograph is printed as finely as it was taken, and sent no larger than a screen shows."""

from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from site_builder.brochure.finish.streams import images
from site_builder.preflight import Finish, inspect
from site_builder.preflight.fault import Fault
from tests.command_line import run
from tests.county_copy import CountyCopy

PHOTO = "media/hexi.jpg"


@pytest.mark.parametrize(
    ("taken", "press", "is_fine"),
    [((3000, 2000), 2551, True), ((5400, 1500), 4000, True), ((1200, 800), 1200, False)],
    ids=["usual", "wide", "small"],
)
def test_a_leaflet_has_the_dots_its_photograph_was_taken_with(
    leaflets: CountyCopy, taken: tuple[int, int], press: int, is_fine: bool
) -> None:
    """300 to the inch at a press if the original has them; otherwise preflight names it."""
    Image.effect_noise((60, 40), 60).resize(taken).save(leaflets.file(PHOTO), "JPEG")
    made = run("brochure", "xiamen", "--root", leaflets.root, "--lang", "en")
    assert made.exit_code == 0, made.output
    folder = leaflets.root / "editions/xiamen"
    found = {}
    for finish in ("screen", "press"):
        file = folder / f"zh/{finish}/leaflet-cathode.pdf"
        with pikepdf.open(BytesIO(file.read_bytes())) as pdf:
            found[finish] = max(int(one.Width) for one in images(pdf))
    assert found["press"] >= press
    assert found["screen"] == min(1600, press)
    told = inspect((folder / "zh/press/leaflet-cathode.pdf").read_bytes(), "leaflet", Finish.PRESS)
    assert is_fine == (Fault.PICTURE_COARSE not in {finding.fault for finding in told})
