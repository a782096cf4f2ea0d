"""Exact numbers: `Fraction` is that of the standard library, compiled (quicktions).

A brief is reckoned with some thousand times; Python's own class takes several times as long.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction
else:
    from quicktions import Fraction

__all__ = ["Fraction"]
