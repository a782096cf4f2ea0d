"""The few words of SVG that the drawings are written in."""

import re
from functools import lru_cache

from markupsafe import escape

from site_builder.draw.text_width import plain_marks

SANS = "'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif"
"""The fonts of labels and figures; the Simplified Chinese face is named first."""
SERIF = "'Noto Serif CJK SC','Songti SC',SimSun,serif"
"""The fonts of titles and seals."""
CENTRE = 0.38
"""From the middle of a line of Chinese down to its baseline, in em."""

Attribute = str | float | None
Point = tuple[float, float]


@lru_cache(maxsize=1 << 16)
def number(value: float, digits: int = 1) -> str:
    """Return a coordinate as SVG writes it, rounded, without needless zeros."""
    text = f"{value:.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def escaped(text: str) -> str:
    """Return a text as markup; most have nothing to escape, and are returned as they are."""
    if "&" in text or "<" in text or ">" in text or '"' in text or "'" in text:
        return str(escape(text))
    return text


def element(name: str, content: str = "", /, **attributes: Attribute) -> str:
    """Return one element around content that is already markup.

    Attribute names are written with `_` for `-`; numbers are rounded to a tenth, text is
    escaped, and None leaves the attribute out.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def text(content: str, x: float, y: float, size: float, fill: str, **attributes: Attribute) -> str:
    """Return one line of text; `y` is its baseline, sizes are in the drawing's units.

    Where there is no text there is nothing.
    """
    drawn = str(escape(plain_marks(content)))
    if not drawn:
        return ""
    return element("text", drawn, x=x, y=y, font_size=size, fill=fill, **attributes)


def path(data: str, **attributes: Attribute) -> str:
    """Return a path with its data, and other attributes as for `element`."""
    return element("path", d=data, **attributes)


def document(  # noqa: PLR0913 - these are the attributes of one element
    content: str,
    *,
    width: float,
    height: float,
    key: str,
    title: str,
    description: str = "",
    font: str | None = SANS,
    aspect: str | None = None,
    role: str = "img",
    paper: tuple[float, float] | None = None,
) -> str:
    """Return a whole `<svg>` with its name and description.

    `key` makes the ids unique on a page. Without a title the drawing is decorative and
    hidden from readers of the text. `paper` is its width and height in millimetres, when
    it is a sheet.
    """
    size = {"width": number(width), "height": number(height)}
    box = f"0 0 {size['width']} {size['height']}"
    if paper:
        size = {"width": f"{number(paper[0])}mm", "height": f"{number(paper[1])}mm"}
    name = ident(key)
    head = ""
    access: dict[str, Attribute] = {"role": role, "aria_hidden": "true", "focusable": "false"}
    if title:
        head = element("title", str(escape(title)), id=f"{name}-title")
        head += f'<desc id="{name}-desc">{escape(description or title)}</desc>'
        access = {"role": role, "aria_labelledby": f"{name}-title {name}-desc"}
    return element(
        "svg",
        head + content,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=box,
        **size,
        preserveAspectRatio=aspect,
        font_family=font,
        **access,
    )


def named(decoration: str, title: str) -> str:
    """Return a decorative drawing with a name; it has no ids, so it may stand anywhere twice.

    In a tagged PDF every picture needs a name (ISO 14289-1, 7.3).
    """
    head, _, rest = decoration.partition(' aria-hidden="true" focusable="false"')
    mark, _, content = rest.partition(">")
    return f"{head}{mark}>{element('title', str(escape(title)))}{content}"


def ident(key: str) -> str:
    """Return a key as an id: letters, figures and hyphens, beginning with a letter."""
    cleaned = re.sub(r"[^0-9A-Za-z]+", "-", key).strip("-")
    digest = "" if cleaned == key else f"-{sum(ord(c) * (i + 1) for i, c in enumerate(key)):x}"
    return f"d-{cleaned}{digest}"


def _value(value: Attribute) -> str:
    if isinstance(value, str):
        return str(escape(value)).replace("&#39;", "'")
    return number(value or 0.0)
