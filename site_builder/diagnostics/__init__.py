"""What is wrong with a county's files: where, what, and how to put it right."""

from site_builder.diagnostics.finding import Diagnostic, Place, stops
from site_builder.diagnostics.rules import Rule, Severity

__all__ = ["Diagnostic", "Place", "Rule", "Severity", "stops"]
