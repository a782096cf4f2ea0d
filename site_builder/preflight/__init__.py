"""Whether a printed file can go out: to a print shop, an office printer, a reader's screen.

Goes in: the bytes of a PDF. Comes out: findings with page, place, fact and remedy.
"""

from site_builder.preflight.finding import Finding, Finish
from site_builder.preflight.inspection import inspect

__all__ = ["Finding", "Finish", "inspect"]
