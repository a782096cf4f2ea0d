"""The catalogue as a reader uses it, and what its authors wrote of the projects in it."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from playwright.sync_api import Page

from tests.site.website import records

UNITS = {"亿元": Decimal(10000), "万元": Decimal(1), "亩": Decimal(1)}


def number(quantity: str) -> Decimal:
    """Return a quantity of the sample county in 万元 or 亩."""
    figure, unit = re.fullmatch(r"([\d.]+)(\D+)", quantity).groups()
    return Decimal(figure) * UNITS[unit]


def band(value: Decimal, edges: Sequence[int]) -> str:
    """Return the number of the half-open band that a value falls in."""
    return str(sum(value >= edge for edge in edges))


def codes(record: Mapping) -> dict[str, set[str]]:
    """Return what a project, as its author wrote it, is found under."""
    return {
        "industry": {record["industry"]},
        "park": {record.get("park", "none")},
        "investment": {band(number(record["investment"]["total"]), (10000, 30000, 50000))},
        "land": {band(number(record["scale"]["land"]), (50, 100, 200))},
        "cooperation": set(record["cooperation"]["modes"]),
        "stage": {record["stage"]},
    }


CODES = {slug: codes(record) for slug, record in records("projects").items()}
FACETS = ("industry", "park", "investment", "land", "cooperation", "stage")


def having(**chosen: str) -> set[str]:
    """Return the projects that fall under every given option."""
    return {
        slug
        for slug, found in CODES.items()
        if all(option in found[facet] for facet, option in chosen.items())
    }


class Catalogue:
    """The catalogue as a reader uses it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address

    def open(self, path: str = "en/projects/") -> "Catalogue":
        """Open the page at a path, a selection included."""
        self.page.goto("about:blank")
        self.page.goto(self.address + path)
        return self

    def shown(self) -> list[str]:
        """Return the slugs of the visible projects, in order."""
        links = self.page.locator(".row:visible .row__link")
        return [link.get_attribute("href").split("/")[-2] for link in links.all()]

    def said(self) -> int:
        """Return the number that the page announces."""
        return int(re.search(r"\d+", self.page.locator(".catalogue__count").inner_text()).group())

    def counts(self) -> dict[tuple[str, str], int]:
        """Return the count beside every option."""
        found = self.page.evaluate(
            "[...document.querySelectorAll('.facet__option')].map(o => [o.firstChild.name,"
            " o.firstChild.value, Number(o.querySelector('.facet__count').textContent)])"
        )
        return {(name, value): count for name, value, count in found}

    def choose(self, facet: str, option: str) -> None:
        """Tick an option."""
        self.page.check(f"input[name={facet}][value='{option}']")

    def search(self, text: str) -> None:
        """Write into the search field."""
        self.page.fill("#search", text)
