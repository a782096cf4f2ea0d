"""The page of the question, as an investor uses it."""

import re

from playwright.sync_api import Page

CHINESE, ENGLISH = "find/", "en/find/"


class Finding:
    """The page of the question, open."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address

    def open(self, path: str = ENGLISH) -> "Finding":
        """Open the page at a path, a question included."""
        self.page.goto("about:blank")
        self.page.goto(self.address + path)
        return self

    def ask(self, product: str) -> "Finding":
        """Type a product."""
        self.page.fill("#product", product)
        return self

    def point(self, industry: str, segment: str = "") -> "Finding":
        """Press an industry, then a segment of its chain."""
        self.page.click(f"[data-industry='{industry}']")
        if segment:
            self.page.click(f"#segments [data-segment='{segment}']")
        return self

    def titles(self, kind: str) -> list[str]:
        """Return the titles of the results of a kind, in order, after showing them all."""
        more = self.page.locator(f"#fits-{kind} .fits__more")
        if more.count():
            more.click()
        return self.page.locator(f"#fits-{kind} .fit__title a").all_inner_texts()

    def slugs(self, kind: str) -> list[str]:
        """Return the last parts of the addresses of the results of a kind, in order."""
        self.titles(kind)
        links = self.page.locator(f"#fits-{kind} .fit__title a").all()
        return [
            link.get_attribute("href").split("#")[0].rstrip("/").split("/")[-1] for link in links
        ]

    def kinds(self) -> list[str]:
        """Return the kinds of results there are, in order."""
        boxes = self.page.locator(".fits").all()
        return [box.get_attribute("id").removeprefix("fits-") for box in boxes]

    def why(self, kind: str, title: str) -> list[str]:
        """Return the reasons given for a result."""
        row = self.page.locator(f"#fits-{kind} .fit", has=self.page.get_by_text(title, exact=True))
        said = row.first.locator(".fit__why li").all_inner_texts()
        return [reason.replace("\u00a0", " ") for reason in said]

    def press(self, action: str, kind: str, number: int = 0) -> str:
        """Press `keep` or `compare` of the n-th result of a kind; return its title."""
        row = self.page.locator(f"#fits-{kind} .fit").nth(number)
        row.locator(f"[data-{action}]").click()
        return row.locator(".fit__title a").inner_text()

    def compared(self) -> list[str]:
        """Return the titles at the head of the table."""
        return self.page.locator(".compare__item a").all_inner_texts()

    def kept(self) -> list[str]:
        """Return the titles on the shortlist."""
        return self.page.locator(".kept__title").all_inner_texts()


def plots_in(titles: list[str]) -> set[str]:
    """Return the ids of plots from the titles of results."""
    return {re.search(r"[A-Z]{2}-\d\d", title).group() for title in titles}


def choose_four(finding: Finding) -> list[str]:
    """Choose two projects and two plots to compare."""
    finding.point("manganese-materials")
    return [finding.press("compare", kind, n) for kind in ("project", "plot") for n in (0, 1)]


def keep_some(finding: Finding) -> list[str]:
    """Keep one result of each kind."""
    finding.ask("manganese sulphate")
    return [finding.press("keep", kind) for kind in finding.kinds()]
