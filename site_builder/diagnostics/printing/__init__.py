"""How findings are printed: for people, for programs, for the services that show them."""

from site_builder.diagnostics.printing.github import as_github
from site_builder.diagnostics.printing.programs import as_json
from site_builder.diagnostics.printing.sarif import as_sarif
from site_builder.diagnostics.printing.text import as_text, summary, visible

__all__ = ["as_github", "as_json", "as_sarif", "as_text", "summary", "visible"]
