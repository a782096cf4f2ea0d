"""A report as its readers get it: written by the command, opened in one language."""

from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner, Result
from lxml import html

from site_builder.cli import cli
from tests.county_copy import CountyCopy
from tests.site.website import find, words


def check(county: CountyCopy, *arguments: object) -> Result:
    """Run the command on a county."""
    told = [str(argument) for argument in arguments]
    return CliRunner().invoke(cli, ["check", *told, "--root", str(county.root)])


@dataclass(frozen=True)
class Report:
    """A report, parsed."""

    file: Path
    text: str
    page: html.HtmlElement

    @classmethod
    def of(cls, county: CountyCopy, *arguments: object) -> "Report":
        """Have a report written, and read it."""
        check(county, "--format", "html", *arguments)
        file = county.file(".zhaoshang/report.html")
        text = file.read_text("utf-8")
        return cls(file, text, html.document_fromstring(text))

    def all(self, selector: str, language: str = "en") -> list[str]:
        """Return the words of all elements that a selector finds, in one language."""
        tongue = f".tongue--{language}"
        found = find(self.page, f"{tongue} {selector}, {tongue}{selector}")
        return [" ".join(element.text_content().split()) for element in found]

    def rows(self, table: str, language: str = "en") -> list[list[str]]:
        """Return the cells of the body of a table, row by row."""
        rows = find(self.page, f".tongue--{language} .table--{table} tbody .card")
        return [[" ".join(cell.text_content().split()) for cell in row] for row in rows]

    def words(self) -> str:
        """Return all words, in both languages."""
        return words(self.page)
