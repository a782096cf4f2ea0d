"""No HTML in texts of one line: pages would show its signs. In prose the reader refuses it."""

from collections.abc import Iterator

from site_builder.checks.scope import Terms
from site_builder.content.catalog import AnyEntry
from site_builder.content.model import HTML_TAG
from site_builder.content.walk import texts
from site_builder.diagnostics import Diagnostic, Rule


def check_markup(entry: AnyEntry, _terms: Terms) -> Iterator[Diagnostic]:
    """Yield the first HTML tag of each text in a record."""
    for loc, text in texts(entry):
        for language, written in (("zh", text.zh), ("en", text.en)):
            if "<" in written and (found := HTML_TAG.search(written)):
                where = (*loc, language)
                yield entry.source.diagnostic_at(
                    entry.source.stretch(where, written, *found.span()),
                    Rule.RAW_HTML,
                    where,
                    found=found.group(),
                )
