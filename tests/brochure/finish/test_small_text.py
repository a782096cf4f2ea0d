"""Small text of a press file is in two inks, with a breath of others at most."""

import re
from io import BytesIO

import pikepdf
import pytest

from site_builder.brochure.finish import Inks, PressSettings, press
from site_builder.brochure.finish.small_text import in_few_inks
from site_builder.preflight import Finish, inspect
from site_builder.preflight.colour_checks import VISIBLE
from site_builder.preflight.fault import Fault
from tests.brochure.conftest import Printed
from tests.brochure.finish.conftest import Setter

TEXT = "<p style='padding: 20mm; color: #0f4c46; font: {size}pt Noto Sans CJK SC'>锰系新材料</p>"
PINE, SMALL_PINE = (0.9, 0.4, 0.65, 0.4), (0.5, 0, 0.15, 0.7)


@pytest.mark.parametrize(
    ("size", "scale", "printed"),
    [(7.5, 1, SMALL_PINE), (8.5, 1, PINE), (12, 0.5, SMALL_PINE), (6, 2, PINE)],
)
def test_text_is_small_by_the_size_it_is_printed_in(
    set_pdf: Setter, settings: PressSettings, size: float, scale: float, printed: tuple[float, ...]
) -> None:
    style = f"transform: scale({scale}); transform-origin: 0 0"
    made = press(set_pdf(TEXT.format(size=size), style=style), settings)
    assert fills(made) == {printed}


def test_what_comes_after_small_text_keeps_its_colour() -> None:
    """Inks hold until others are set: they are put back for larger text and for areas."""
    content = (
        b"q\n0.9 0.4 0.65 0.4 k\nBT\n1 0 0 1 0 0 Tm\n/F 7 Tf\n[<01>] TJ\nET\n"
        b"BT\n1 0 0 1 0 0 Tm\n/F 9 Tf\n[<01>] TJ\nET\n0 0 9 9 re\nf\nQ"
    )
    small = {b"0.9 0.4 0.65 0.4 k": b"0.9 0.15 0.15 0.6 k"}
    found = re.findall(rb"(\S+ \S+ \S+ \S+) k|(BT|^f$)", in_few_inks(content, small), re.MULTILINE)
    assert [inks or word for inks, word in found] == [
        b"0.9 0.4 0.65 0.4",
        *(b"0.9 0.15 0.15 0.6", b"BT", b"0.9 0.4 0.65 0.4"),
        *(b"BT", b"f"),
    ]


@pytest.mark.parametrize(
    "colour", [b"0 g", b"1 0 0 rg", b"/Pattern cs\n/P1 scn", b"/Gold cs\n0.5 scn", b"/CS cs\n1 sc"]
)
def test_a_colour_that_is_not_of_the_four_inks_is_left(colour: bytes) -> None:
    content = b"0.9 0.4 0.65 0.4 k\n" + colour + b"\nBT\n/F 7 Tf\n[<01>] TJ\nET"
    small = {b"0.9 0.4 0.65 0.4 k": b"0.9 0.15 0.15 0.6 k"}
    assert in_few_inks(content, small) == content


def test_inks_for_small_text_are_two_and_a_breath(inks: Inks) -> None:
    found = inks.of_small_text
    assert len(found) >= 5
    for usual, small in found.items():
        assert sum(part > VISIBLE for part in usual) > 2
        assert sum(part > VISIBLE for part in small) <= 2


def test_no_brochure_has_small_text_of_many_inks(
    brochures: Printed, settings: PressSettings
) -> None:
    for name, file in brochures.files.items():
        made = press(file.read_bytes(), settings)
        told = {finding.fault for finding in inspect(made, name, Finish.PRESS)}
        assert Fault.SMALL_TEXT_INKS not in told, name


def fills(pdf: bytes) -> set[tuple[float, ...]]:
    """Return the inks that text is shown in."""
    found: set[tuple[float, ...]] = set()
    with pikepdf.open(BytesIO(pdf)) as document:
        forms = [one for one in document.objects if isinstance(one, pikepdf.Stream)]
        shown = [one for one in forms if one.get("/Subtype") == "/Form"]
        for stream in [page.obj.Contents for page in document.pages] + shown:
            fill: tuple[float, ...] = ()
            for step in pikepdf.parse_content_stream(stream, "k Tj TJ"):
                if str(step.operator) == "k":
                    fill = tuple(float(part) for part in step.operands)
                else:
                    found.add(fill)
    return found
