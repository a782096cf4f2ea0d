"""Lengths of boxes: what a style gives in pixels is worked out once for all boxes that have it.

Only percentages depend on what is around a box. Most boxes have no round corners and nothing
behind them either, and need not be looked at twice.
"""

from typing import Any

from site_builder.brochure.rendering.quicker.known import digest

_KNOWN = "2de95d01f2b871822b92b194194282130f7c3069e01905b121acae34614f1aed"
"""Digest of the source of what is replaced, and of what the replacements rely on."""

_LENGTHS = (
    *(f"margin_{side}" for side in ("left", "right", "top", "bottom")),
    *(f"padding_{side}" for side in ("left", "right", "top", "bottom")),
    *("width", "min_width", "max_width", "height", "min_height", "max_height"),
)
_BORDERS = tuple(f"border_{side}_width" for side in ("top", "right", "bottom", "left"))
_CORNERS = tuple(
    f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left")
)
_SHARP = dict.fromkeys(_CORNERS, (0, 0))


def replace() -> bool:
    """Replace how lengths, corners and backgrounds are found; return whether they are."""
    from weasyprint.formatting_structure import boxes
    from weasyprint.layout import background, percent

    if getattr(percent, "is_quicker", False):
        return True
    if source_digest() != _KNOWN:
        return False
    percent.is_quicker = True
    _replace_lengths(percent)
    _replace_backgrounds(background)
    _replace_flow(boxes.Box)
    return True


def source_digest() -> str:
    """Return a digest of the source of WeasyPrint that this module replaces or relies on."""
    from weasyprint.draw import color
    from weasyprint.formatting_structure import boxes
    from weasyprint.layout import background, percent

    return digest(percent, background, color, boxes)


def _replace_lengths(percent: Any) -> None:
    import sys

    slow = percent.resolve_percentages

    def resolve_percentages(box: Any, containing_block: Any) -> None:
        style = box.style
        try:
            used = style.used_lengths
        except AttributeError:
            used = style.used_lengths = _used(style)
        if used is None:
            slow(box, containing_block)
        else:
            _own(box).update(used)

    for name, module in list(sys.modules.items()):
        # Every module has taken the function under its own name.
        if name.startswith("weasyprint.") and getattr(module, slow.__name__, None) is slow:
            module.resolve_percentages = resolve_percentages  # type: ignore[attr-defined]


def _own(box: Any) -> dict[str, Any]:
    """Return the attributes of a box, or of the box that a placeholder stands for."""
    own: dict[str, Any] = box.__dict__
    return own["_box"].__dict__ if "_box" in own else own


def _used(style: Any) -> dict[str, Any] | None:
    """Return the lengths of a style as boxes use them; None if they depend on what is around."""
    if style["border_collapse"] == "collapse" or style["box_sizing"] != "content-box":
        return None
    used = {}
    for name in _LENGTHS:
        value = style[name]
        if value is None or value == "auto":
            # As in WeasyPrint, no least width or height is one of nothing.
            used[name] = 0 if value and name[:4] == "min_" else value
        elif getattr(value, "unit", None) == "px":
            used[name] = value.value
        else:
            return None
    for name in _BORDERS:
        used[name] = style[name]
    return used


def _replace_backgrounds(background: Any) -> None:
    from weasyprint.draw.color import get_color

    slow = background.layout_box_backgrounds

    def layout_box_backgrounds(
        page: Any,
        box: Any,
        get_image_from_uri: Any,
        layout_children: bool = True,  # noqa: FBT001, FBT002 - as in WeasyPrint
        style: Any = None,
    ) -> None:
        if style is not None or box is page or not layout_children:
            slow(page, box, get_image_from_uri, layout_children, style)
            return
        style = box.style
        try:
            bare = style.is_bare
        except AttributeError:
            bare = style.is_bare = _is_bare(style, get_color)
        if not bare:
            slow(page, box, get_image_from_uri)
            return
        _own(box).update(_SHARP)
        for child in box.all_children():
            layout_box_backgrounds(page, child, get_image_from_uri)
        box.background = None

    background.layout_box_backgrounds = layout_box_backgrounds


def _is_bare(style: Any, get_color: Any) -> bool:
    """Return whether a box of this style has sharp corners and nothing behind it."""
    return (
        style["border_image_source"][0] == "none"
        and style["mask_border_source"][0] == "none"
        and style["visibility"] != "hidden"
        and not style["box_shadow"]
        and all(kind == "none" for kind, _ in style["background_image"])
        and get_color(style, "background_color").alpha == 0
        and all((0, "px") in style[corner] for corner in _CORNERS)
    )


def _replace_flow(box: Any) -> None:
    slow = box.is_in_normal_flow

    def is_in_normal_flow(self: Any) -> bool:
        style = self.style
        if style["float"] == "none" and style["position"] in ("static", "relative"):
            return True
        flows: bool = slow(self)
        return flows

    box.is_in_normal_flow = is_in_normal_flow
