"""What a brochure's paper adds to the style sheets: sizes of pages, and how they are counted."""

from base64 import b64encode

from site_builder.brochure.plan import Paper

BLEED = 3.0
"""How far colour that touches the trim runs beyond it, in millimetres."""

LONG_WIDTH = 750
"""Pixels that a long picture is wide: twice the 375 of a phone's screen."""

_FOLIO = (
    "content: counter(page); vertical-align: top; width: 20mm; font-family: var(--serif);"
    " font-size: var(--print-m); line-height: normal; font-weight: bold; color: var(--pine);"
)
_NOTICE = (
    "content: string(notice); vertical-align: top; width: 150mm; font-family: var(--sans);"
    " font-size: var(--print-2xs); line-height: 1.4; font-weight: normal; color: var(--ink-soft);"
)
_FOOTS = {
    **dict.fromkeys(("text", "opening", "quiet"), "padding: 6mm 0 0;"),
    "sheet": "padding: 0; padding-{side}: 16mm;",
}
"""The pages of `book.css` whose number stands on the outer side, with a notice on the inner one,
and the space around these."""

FOLDS = ("wide", "wide-full", "fold")
"""The pages of chain maps in `book.css`: the paper on its side, and two of them side by side."""

# A page that is only there so that the next begins on the left is always a right-hand one.
_RIGHT_FOOTS = {":blank": "padding: 6mm 0 0;", **dict.fromkeys(FOLDS, "padding: 2mm 2mm 0;")}
"""The pages whose number stands on the right, and the space around it."""


def measures_style(paper: Paper) -> str:
    """Return the lengths that style sheets reckon with, as custom properties."""
    return f"html {{ --page-height: {paper.height:g}mm; --bleed: {BLEED:g}mm }}"


def piece_style(paper: Paper, rules: str) -> str:
    """Return the size of a piece's pages, and the rules that hold for pieces alone."""
    size = f"{paper.width:g}mm {paper.height:g}mm"
    return f"{measures_style(paper)}@page {{ size: {size} }}\n{rules}"


def paper_style(paper: Paper) -> str:
    """Return the sizes of all pages of a document on `paper`, and what stands at their foot."""
    wide, fold = (paper.height, paper.width), (2 * paper.width, paper.height)
    sizes = [("", (paper.width, paper.height))]
    sizes += [(f" {name}", fold if name == "fold" else wide) for name in FOLDS]
    pages = "".join(f"@page{name} {{ size: {w:g}mm {h:g}mm }}" for name, (w, h) in sizes)
    return measures_style(paper) + pages + _feet()


def _feet() -> str:
    right = {**_FOOTS, **_RIGHT_FOOTS}
    return "".join(
        [_foot(page, "right", "left", space) for page, space in right.items()]
        + [_foot(f"{page}:left", "left", "right", space) for page, space in _FOOTS.items()]
    )


def _foot(page: str, outer: str, inner: str, space: str) -> str:
    """Return the number of a page on the outer side of its foot, and the notice on the inner."""
    return (
        f"@page {page} {{"
        f" @bottom-{outer} {{ {_FOLIO} text-align: {outer}; {space.format(side=outer)} }}"
        f" @bottom-{inner} {{ {_NOTICE} text-align: {inner}; {space.format(side=inner)} }} }}"
    )


def long_style(height: float, rules: str) -> str:
    """Return the one page of a long picture, `height` pixels high and as wide as it is drawn."""
    return f"@page {{ size: {LONG_WIDTH}px {height:g}px }}\n{rules}"


def blank_style(picture: str) -> str:
    """Return how a page looks that is only there so that the next begins on the left."""
    data = b64encode(picture.encode()).decode()
    return (
        f"@page :blank {{ background: url(data:image/svg+xml;base64,{data})"
        " no-repeat 50% 100% / 178mm 35.6mm }"
    )


def facing_style(first: int) -> str:
    """Return how the pages of one language are counted where two face each other.

    `first` is the number of the first page; every other page belongs to the other language.
    """
    counted = (
        f"@page {{ counter-increment: page 2 }}@page :first {{ counter-increment: page {first} }}"
    )
    # Bound, all pages of a language are on one side, whichever they are in its own document.
    outer, inner = ("left", "right") if first % 2 == 0 else ("right", "left")
    return counted + "".join(
        _foot(f"{page}:{inner}", outer, inner, space) for page, space in _FOOTS.items()
    )
