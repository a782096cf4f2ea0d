"""A copy of the tiny county in `tests/county`, to be changed the way authors change files."""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from site_builder.checks.run import check_county
from site_builder.checks.scope import terms_of
from site_builder.content.catalog import Catalog
from site_builder.content.reader import read_catalog
from site_builder.diagnostics import Diagnostic, Rule
from site_builder.publish.gate import open_gate
from site_builder.publish.public import PublicCatalog

COUNTY = Path(__file__).parent / "county"


@dataclass(frozen=True)
class CountyCopy:
    """A county's folder that a test may change."""

    root: Path

    @classmethod
    def of(cls, county: Path, root: Path) -> "CountyCopy":
        """Copy a county into a new folder."""
        shutil.copytree(county, root)
        return cls(root)

    def file(self, path: str) -> Path:
        """Return a file of the county by its path from the root; it need not exist."""
        return self.root / path

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace a text that stands exactly once in a file."""
        text = self.file(path).read_text("utf-8")
        if text.count(old) != 1:
            raise ValueError(f"{old!r} stands {text.count(old)} times in {path}")
        self.file(path).write_text(text.replace(old, new), "utf-8", newline="")

    def catalog(self) -> Catalog:
        """Read the county."""
        return read_catalog(self.root)[0]

    def findings(self, today: date | None = None) -> list[Diagnostic]:
        """Read and check the county; return all that is wrong, in the order of the files."""
        return list(check_county(self.root, today).findings)

    def breaches(self, *rules: Rule) -> list[Diagnostic]:
        """Read and check the county; return what breaks one of these rules."""
        return [finding for finding in self.findings() if finding.rule in rules]

    def public(self, today: date | None = None) -> PublicCatalog:
        """Read the county; return what passes the gate on a day, by default its own."""
        catalog = self.catalog()
        return open_gate(catalog, terms_of(catalog.county, today))
