"""The county's own pages in `docs/` keep to the same wording as its records."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from site_builder.checks.law.personal import hidden, masked, numbers_in
from site_builder.checks.law.public_text import PublicText
from site_builder.checks.law.wording import wordings_in
from site_builder.checks.scope import Scope
from site_builder.content.source import Source
from site_builder.diagnostics import Diagnostic, Rule, both


def check_prose_pages(scope: Scope) -> Iterator[Diagnostic]:
    """Yield what the pages say and must not say, and the private numbers on them."""
    for name, written in prose_pages(scope.catalog.root):
        yield from _page(Source(name, written))


def prose_pages(root: Path) -> Iterator[tuple[PurePosixPath, str]]:
    """Yield the county's own pages: the path from the county's folder, and the text.

    Links and folders that are named like pages are none; bytes that are no UTF-8 are replaced.
    """
    for path in sorted((root / "docs").rglob("*.md")):
        if path.is_file() and not path.is_symlink():
            name = PurePosixPath(path.relative_to(root))
            yield name, path.read_text("utf-8", errors="replace")


def _page(source: Source) -> Iterator[Diagnostic]:
    lines = source.lines
    text = PublicText(tuple((number,) for number in range(len(lines))), lines)
    for said in wordings_in(text):
        found = lines[said.index][said.begin : said.end]
        place = source.at(said.index, said.begin, len(found))
        yield Diagnostic(said.wording.rule, place, "", {"found": found, **said.wording.facts})
    for index, line in enumerate(lines):
        for number in numbers_in(line):
            written = line[number.begin : number.end]
            shown = masked(written)
            place = source.at(index, number.begin, len(shown))
            facts = {"number": shown, **both(kind=number.kind)}
            yield hidden(Diagnostic(Rule.PERSONAL_NUMBER, place, "", facts), written)
