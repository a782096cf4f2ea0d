"""What a good printer does not let happen, found on pages as they came out.

Every function takes the pages of one document and yields a line for each fault: the page, and
what is seen there.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise, product

from site_builder.brochure.rendering.chinese_lines import LIMIT
from tests.brochure.proof.lines import MM, Line, Page, Tag

NEVER_FIRST = "，。、；：！？）》”』」】〕…—％%"
NEVER_LAST = "（《“『「【〔"
HALF_EMPTY = "，。、；：！？）》”』」】〕"
"""Marks whose right half is empty: at the end of a flush line it stands beyond the edge."""
FLUSH = 0.5
"""Millimetres by which the ends of flush lines may differ: print.md, section 3."""
SAFE = 5.0
"""Millimetres that words keep from the trim: print.md, section 5."""
_LONG = 14
"""Letters of a word that may stand alone, since it would tear the line above."""
_TORN = 2.6
"""Times the size of type from one line of a paragraph to the next: more is a hole."""
_SAME_COLUMN = 1.0
"""Millimetres between the left edges of two cells of a column."""
_HAN = re.compile("[\u3400-\u9fff]")
_SHORT_UNITS = r"mu|ha|km|kV|kWh|t|m²|m³|%|hp|MW|million|billion|years"
_COUNTED = "亿元万吨亩里千年个人套台天月倍"
_NUMBER_END = re.compile(r"(?:^|[^A-Za-z0-9.,/-])[0-9][0-9,.]*$")
_MONEY_END = re.compile(r"(?:^|\W)(?:RMB|USD|US\$)$")


def blocks(pages: Sequence[Page]) -> Mapping[Tag, list[tuple[Page, Line]]]:
    """Return the lines of every paragraph, heading and cell, by what they are a part of."""
    found: dict[Tag, list[tuple[Page, Line]]] = defaultdict(list)
    for page in pages:
        for line in page.lines:
            if line.block is not None and line.block.within("Figure") is None:
                found[line.block].append((page, line))
    return found


def left_headings(pages: Sequence[Page]) -> Iterator[str]:
    """Yield headings after which nothing of what they announce stands on the page."""
    following: Page | None = None
    for tag, page in reversed(_order(pages)):
        if not tag.is_heading:
            following = page
        elif following is not page:
            said = [line.text for line in page.lines if line.block == tag.block]
            yield f"p{page.number}: nothing follows {' '.join(said)!r} on its page"


def parted_rows(pages: Sequence[Page], written: str) -> Iterator[str]:
    """Yield table rows that stand on two pages.

    A row that is parted has a tag on each page. What its cells say, put together again, is
    a text as its authors wrote it: `written` has theirs, made `plain`, one a line.
    """
    for (one, page), (other, overleaf) in _tables_over_pages(pages):
        first, last = _rows(page, one)[-1], _rows(overleaf, other)[0]
        for (left, above), (below_left, below) in product(first, last):
            together = plain(f"{above} {below}")
            both = plain(above) and plain(below) and abs(left - below_left) < _SAME_COLUMN
            if both and together in written:
                yield f"p{page.number}: a row goes on overleaf: {above[-20:]!r}, {below[:20]!r}"


def headless_tables(pages: Sequence[Page]) -> Iterator[str]:
    """Yield pages on which a table that has a head goes on without it."""
    for (one, page), (other, below) in _tables_over_pages(pages):
        if _has(page, one, "THead") and not _has(below, other, "THead", "Caption"):
            rows = _rows(below, other)
            if len(rows[0]) == len(_rows(page, one)[-1]):
                said = " ".join(text for _, text in rows[0])
                yield f"p{below.number}: no head above {said[:40]!r}"


def _order(pages: Sequence[Page]) -> list[tuple[Tag, Page]]:
    """Return everything that stands on the pages, as it is read."""
    return sorted(
        ((tag, page) for page in pages for tag in page.tags), key=lambda one: one[0].number
    )


def _tables_over_pages(
    pages: Sequence[Page],
) -> Iterator[tuple[tuple[Tag, Page], tuple[Tag, Page]]]:
    """Yield the end of a table, and what may be the rest of it at the beginning of a page."""
    for (tag, page), (after, overleaf) in pairwise(_order(pages)):
        one, other = tag.within("Table"), after.within("Table")
        if one is not None and other is not None and page is not overleaf:
            yield (one, page), (other, overleaf)


def _has(page: Page, whole: Tag, *kinds: str) -> bool:
    return any(tag.within(*kinds) for tag in page.tags if whole in tag.around)


def _rows(page: Page, table: Tag) -> list[list[tuple[float, str]]]:
    """Return the rows of a table's body on a page: where each cell begins, and what it says."""
    rows: dict[Tag, dict[Tag, tuple[float, str]]] = {}
    for line in page.lines:
        tag = line.tag
        if tag is None or tag.within("Table") != table or tag.within("THead", "Caption"):
            continue
        row, cell = tag.within("TR"), tag.within("TD", "TH")
        if row is not None and cell is not None:
            cells = rows.setdefault(row, {})
            left, said = cells.get(cell, (line.left, ""))
            cells[cell] = (left, f"{said} {line.text}".strip())
    return [list(cells.values()) for cells in rows.values()]


def wrong_marks(pages: Sequence[Page]) -> Iterator[str]:
    """Yield lines that begin with a closing mark or end with an opening one."""
    for lines in blocks(pages).values():
        for number, (page, line) in enumerate(lines):
            if line.text[0] in NEVER_FIRST and (number or line.text[0] not in "—…"):
                yield f"p{page.number}: begins with {line.text[:12]!r}"
            if line.text[-1] in NEVER_LAST:
                yield f"p{page.number}: ends with {line.text[-12:]!r}"


def ragged_lines(pages: Sequence[Page], width: float = 60) -> Iterator[str]:
    """Yield lines of Chinese running text that do not reach the edge though they could.

    Running text is a paragraph, or an item of a list, at least `width` millimetres wide. The
    last line may end anywhere; so may one that would be torn apart to reach the edge.
    """
    for block, lines in blocks(pages).items():
        if block.within("P", "LBody") is None or block.within("Table", "Caption"):
            continue
        ends = [_end(line) for _, line in lines]
        left, edge = min(line.left for _, line in lines), max(ends)
        if edge - left < width or not _HAN.search(lines[0][1].text):
            continue
        for (page, line), (_, after) in pairwise(lines):
            missing = edge - _end(line)
            gaps = sum(1 for x in line.letters if not x.sign.isascii())
            torn = gaps * LIMIT * 0.9 * line.size / MM
            if after.baseline > line.baseline and FLUSH < missing < torn:
                yield f"p{page.number}: {missing:.1f} mm short: {line.text[-20:]!r}"


def torn_blocks(pages: Sequence[Page]) -> Iterator[str]:
    """Yield paragraphs and cells with a hole between two of their lines.

    Lines that stand below each other in one column are closer than `_TORN` times their size.
    """
    for lines in blocks(pages).values():
        for (page, line), (next_page, after) in pairwise(lines):
            step = after.baseline - line.baseline
            below = page is next_page and abs(after.left - line.left) < _SAME_COLUMN * 10
            if below and step > _TORN * max(line.size, after.size) / MM:
                yield f"p{page.number}: {step:.1f} mm between {line.text!r} and {after.text!r}"


def _end(line: Line) -> float:
    last = line.letters[-1]
    return last.right - (last.size / MM / 2 if last.sign in HALF_EMPTY else 0)


def lone_ends(pages: Sequence[Page]) -> Iterator[str]:
    """Yield titles whose last line is a word alone, and Chinese ones that end in one character."""
    for block, lines in blocks(pages).items():
        if not block.is_heading or len(lines) < 2:
            continue
        (_, above), (page, last) = lines[-2:]
        if last.baseline <= above.baseline:
            continue
        chinese = bool(_HAN.search(last.text))
        alone = len(_HAN.findall(last.text)) == 1 if chinese else not re.search(r"\s", last.text)
        if alone and len(last.text) <= _LONG:
            yield f"p{page.number}: {last.text!r} stands alone below {above.text!r}"


def hyphened(pages: Sequence[Page], written: str) -> Iterator[str]:
    """Yield words that part in a heading, a table or a caption, not in running text.

    `written` has what authors wrote, made `plain`: a hyphen of theirs may end a line anywhere.
    """
    for block, lines in blocks(pages).items():
        if not block.is_heading and block.within("Table", "Caption") is None:
            continue
        for (page, line), (_, after) in pairwise(lines):
            if not line.letters[-1].soft or line.right < after.left:
                continue
            word = re.split(r"\s", line.text)[-1] + re.split(r"\s", after.text)[0]
            if plain(word) not in written:
                yield f"p{page.number}: {word!r} parts in {block.kind}"


def plain(text: str) -> str:
    """Return a text's letters: lines may end anywhere in Chinese, at spaces in English."""
    return re.sub(r"(?<=[\u3400-\u9fff]) | (?=[\u3400-\u9fff])", "", _words(text))


def _words(text: str) -> str:
    return re.sub(r"[^\w-]+", " ", text).strip().lower()


def parted_figures(pages: Sequence[Page]) -> Iterator[str]:
    """Yield numbers whose currency stands on the line above, or whose unit on the next.

    An English unit that is a whole word (tonnes, months) may begin a line.
    """
    for lines in blocks(pages).values():
        for (page, line), (_, after) in pairwise(lines):
            if after.baseline <= line.baseline:
                continue
            head = after.text
            unit = re.match(rf"(?:{_SHORT_UNITS})(?![A-Za-z])", head) or head[0] in _COUNTED
            money = _MONEY_END.search(line.text) and head[0].isdigit()
            if money or (_NUMBER_END.search(line.text) and unit):
                yield f"p{page.number}: {line.text[-20:]!r} parts from {head[:12]!r}"


def near_trim(pages: Sequence[Page], designed: Collection[str] = ()) -> Iterator[str]:
    """Yield lines nearer to the trim than words may be; `designed` ones begin with these words."""
    for page in pages:
        for line in page.lines:
            left, top, right, bottom = line.ink
            least = min(left, top, page.width - right, page.height - bottom)
            if least < SAFE and not line.text.startswith(tuple(designed)):
                yield f"p{page.number}: {least:.1f} mm from the trim: {line.text[:30]!r}"
