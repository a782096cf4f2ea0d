"""Wherever a brochure gives US dollars, it says at what rate and of what day."""

from tests.brochure import reading
from tests.brochure.conftest import Printed

RATE = reading.squeezed("converted at RMB 7.1/USD (1 September 2026")
TOTAL = reading.squeezed("Total investment about USD 45 million 320")


def test_english_brochures_give_dollars_with_the_rate_and_its_day(brochures: Printed) -> None:
    """Leaflets and handbook give the total in dollars, and the rate it was reckoned at."""
    said = {name: reading.words(file) for name, file in brochures.files.items()}
    english = {name for name in said if name.startswith("en/")}

    assert english == {name for name, text in said.items() if TOTAL in text}
    assert english == {name for name, text in said.items() if RATE in text}
