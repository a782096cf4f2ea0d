"""The website build beside plain Material, page for page."""

import statistics
import tempfile
from pathlib import Path

from benchmarks.county import generate
from benchmarks.plain_material import write_plain_site
from benchmarks.timing import script, timed

AIM = 0.25
"""The share of plain Material's time per page that the website build aims at."""
HEADING = f"""\
Website build, two languages, beside plain Material with as many pages of the same text
(aim: ratio {AIM} or less)

projects  pages  ours s  ms/page   MiB | plain pages  plain s  ms/page   MiB | ratio"""


def row(size: int, rounds: int, *, search: bool) -> str:
    """Return one row: a county of `size` projects, the median of `rounds` rounds."""
    with tempfile.TemporaryDirectory(prefix="zhaoshang-bench-") as name:
        folder = Path(name)
        generate(folder / "county", size)
        plain_pages = write_plain_site(folder / "county", folder / "plain", search=search)
        ours, plain = [], []
        for _ in range(rounds):
            ours.append(timed([script("zhaoshang"), "build", "--no-pdf"], folder / "county"))
            plain.append(timed([script("mkdocs"), "build", "-q"], folder / "plain"))
        pages = sum(1 for _ in (folder / "county/site").rglob("index.html"))
    seconds = statistics.median(time for time, _ in ours)
    plain_seconds = statistics.median(time for time, _ in plain)
    per_page, plain_per_page = seconds / pages, plain_seconds / plain_pages
    return (
        f"{size:8d} {pages:6d} {seconds:7.2f} {per_page * 1000:8.2f} {max(m for _, m in ours):5.0f}"
        f" | {plain_pages:11d} {plain_seconds:8.2f} {plain_per_page * 1000:8.2f}"
        f" {max(m for _, m in plain):5.0f} | {per_page / plain_per_page:5.2f}"
    )
