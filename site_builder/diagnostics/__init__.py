"""What is wrong with a county's files: where, what, and how to put it right."""

from site_builder.diagnostics.bilingual import NOTHING, InBoth, Words, both
from site_builder.diagnostics.finding import Diagnostic, Place, stops
from site_builder.diagnostics.rules import Rule, Severity

__all__ = [
    "NOTHING",
    "Diagnostic",
    "InBoth",
    "Place",
    "Rule",
    "Severity",
    "Words",
    "both",
    "stops",
]
