"""Slips of the hand: one number where another was meant.

A digit mistyped, two neighbours exchanged, a point or a counting word (万, 亿) in the wrong
place. Where one slip explains why a sum does not hold, an author is told so.
"""

from site_builder.quantities.fraction import Fraction

_POWERS = {Fraction(10) ** power for power in (-8, -4, -3, -2, -1, 1, 2, 3, 4, 8)}


def power_between(written: Fraction, low: Fraction, high: Fraction) -> Fraction | None:
    """Return by which power of ten `written` must be multiplied to lie between two ends.

    None where no slip of the point or of a counting word brings it there.
    """
    for power in sorted(_POWERS):
        if low <= written * power <= high:
            return power
    return None


def is_slip(written: Fraction, meant: Fraction) -> bool:
    """Whether a single slip makes `written` out of `meant`."""
    if written <= 0 or meant <= 0 or written == meant:
        return False
    if meant / written in _POWERS:
        return True
    return _one_digit_or_swap(*_digits(written, meant))


def _digits(one: Fraction, other: Fraction) -> tuple[str, str]:
    scale = one.denominator * other.denominator
    first, second = str(int(one * scale)), str(int(other * scale))
    while first.endswith("0") and second.endswith("0"):
        first, second = first[:-1], second[:-1]
    return first, second


def _one_digit_or_swap(one: str, other: str) -> bool:
    if len(one) != len(other):
        return False
    places = [place for place in range(len(one)) if one[place] != other[place]]
    if len(places) == 1:
        return True
    if len(places) != 2 or places[1] != places[0] + 1:
        return False
    first, second = places
    return (one[first], one[second]) == (other[second], other[first])
