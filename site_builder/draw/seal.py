"""The square red seal that carries the county's name."""

from markupsafe import escape

from site_builder.draw.palette import Palette
from site_builder.draw.svg import CENTRE, SERIF, document, element, number

_Place = tuple[float, float, float, float]
"""Where a character stands: its middle across and down, its width and height, of 1."""

_PLACES: dict[int, tuple[_Place, ...]] = {
    1: ((0.5, 0.5, 0.74, 0.74),),
    2: ((0.5, 0.29, 0.55, 0.43), (0.5, 0.71, 0.55, 0.43)),
    3: ((0.71, 0.29, 0.4, 0.42), (0.71, 0.71, 0.4, 0.42), (0.29, 0.5, 0.4, 0.66)),
    4: (
        (0.71, 0.29, 0.41, 0.41),
        (0.71, 0.71, 0.41, 0.41),
        (0.29, 0.29, 0.41, 0.41),
        (0.29, 0.71, 0.41, 0.41),
    ),
}


def seal(
    characters: str, palette: Palette, *, size: float, title: str = "", key: str = "seal"
) -> str:
    """Return a red seal of `size` with one to four characters in white.

    Two stand one above the other; three and four are read down the right column, then
    down the left. Without a title the seal is decorative; `key` makes ids unique.
    Raises ValueError for any other number of characters.
    """
    places = _PLACES.get(len(characters))
    if places is None:
        raise ValueError(f"a seal takes one to four characters, not {characters!r}")
    inset = size * 0.06
    content = element("rect", width=size, height=size, rx=size * 0.035, fill=palette.seal)
    content += element(
        "rect",
        x=number(inset, 2),
        y=number(inset, 2),
        width=number(size - 2 * inset, 2),
        height=number(size - 2 * inset, 2),
        fill="none",
        stroke=palette.white,
        stroke_width=number(size * 0.014, 2),
    )
    marks = zip(characters, places, strict=True)
    content += "".join(_character(mark, place, size, palette) for mark, place in marks)
    return document(content, width=size, height=size, key=key, title=title, font=SERIF)


def _character(character: str, place: _Place, size: float, palette: Palette) -> str:
    """Return one character stretched to its place, as it would be carved."""
    across, down, wide, high = place
    stretch = wide / high
    font = size * high
    x, y = size * across, size * down + CENTRE * font
    return element(
        "text",
        str(escape(character)),
        transform=f"translate({number(x, 2)} {number(y, 2)}) scale({number(stretch, 3)} 1)",
        text_anchor="middle",
        font_size=number(font, 2),
        font_weight="bold",
        fill=palette.white,
    )
