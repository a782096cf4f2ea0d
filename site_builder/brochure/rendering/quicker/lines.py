"""Lines of text: what Pango is told of a style, it is told once for all texts that have it."""

from typing import Any

from site_builder.brochure.rendering.quicker.known import digest

_KNOWN = "3f564b8814306dd94428fdd21ebe79c9b5570c93274f17c0c845716fb455ee65"
"""Digest of the source of what is replaced, and of what the replacements rely on."""

_SPLIT = 2000
"""Lines that are remembered: those of some pages."""

_MORE = """
gpointer g_object_ref (gpointer object);
PangoContext * pango_layout_get_context (PangoLayout *layout);
PangoAttrList * pango_attr_list_copy (PangoAttrList *list);
"""
"""What WeasyPrint itself does not call."""

_FONT = (
    *("font_language_override", "lang", "direction", "font_style", "font_stretch"),
    *("font_weight", "font_size", "font_variant_caps", "font_variation_settings"),
    *("font_kerning", "font_variant_ligatures", "font_variant_position", "font_variant_numeric"),
    *("font_variant_alternates", "font_variant_east_asian", "font_feature_settings"),
)


_kept: dict[tuple[Any, ...], tuple[Any, ...]] = {}


def forget() -> None:
    """Forget the lines of a document that is set: they hold all its styles."""
    _kept.clear()


def replace() -> bool:
    """Replace how a layout of Pango is set up; return whether it is replaced."""
    from weasyprint.text import line_break

    if getattr(line_break.Layout, "is_quicker", False):
        return True
    if source_digest() != _KNOWN:
        return False
    line_break.Layout.is_quicker = True
    _replace(line_break)
    _replace_struts(line_break)
    _replace_splitting(line_break)
    return True


def source_digest() -> str:
    """Return a digest of the source of WeasyPrint that this module replaces or relies on."""
    from weasyprint.layout import inline, preferred
    from weasyprint.text import fonts, line_break

    return digest(line_break, fonts, inline, preferred)


def _replace(line_break: Any) -> None:
    from weasyprint.text.ffi import ffi, gobject, pango

    ffi.cdef(_MORE, override=True)
    slow = line_break.Layout.setup

    def setup(self: Any, style: Any) -> None:
        try:
            told = style.told_to_pango
        except AttributeError:
            told = style.told_to_pango = _told(style, slow, ffi, pango)
        if told is None:
            slow(self, style)
            return
        context, self.language, description, features = told
        self.style = style
        self.first_line_direction = 0
        self.ascent = self.underline_position = self.strikethrough_position = None
        self.layout = ffi.gc(pango.pango_layout_new(context), gobject.g_object_unref)
        pango.pango_layout_set_auto_dir(self.layout, False)  # noqa: FBT003 - as in Pango
        pango.pango_layout_set_font_description(self.layout, description)
        if features is not None:
            # Others are added to the list: every layout has one of its own.
            own = ffi.gc(pango.pango_attr_list_copy(features), pango.pango_attr_list_unref)
            pango.pango_layout_set_attributes(self.layout, own)

    line_break.Layout.setup = setup


def _told(style: Any, slow: Any, ffi: Any, pango: Any) -> Any:
    """Return what a layout of a style is made of; None if it needs more than that."""
    if style["text_decoration_line"] != "none":
        return None
    kept = style.font_config.__dict__.setdefault("told_to_pango", {})
    key = (tuple(style["font_family"]), *(style[name] for name in _FONT))
    if key not in kept:
        kept[key] = _made(style, slow, ffi, pango)
    return kept[key]


def _made(style: Any, slow: Any, ffi: Any, pango: Any) -> Any:
    from weasyprint.text.ffi import gobject
    from weasyprint.text.fonts import get_font_description

    class First:
        """Set up as WeasyPrint does it, to take from it what others can share."""

    first: Any = First()
    slow(first, style)
    shared = pango.pango_layout_get_context(first.layout)
    context = ffi.gc(
        ffi.cast("PangoContext *", gobject.g_object_ref(shared)), gobject.g_object_unref
    )
    features = pango.pango_layout_get_attributes(first.layout)
    if features == ffi.NULL:
        features = None
    else:
        features = ffi.gc(pango.pango_attr_list_copy(features), pango.pango_attr_list_unref)
    return context, first.language, get_font_description(style), features


def _replace_struts(line_break: Any) -> None:
    import sys

    slow = line_break.strut

    def strut(style: Any) -> Any:
        try:
            return style.strut
        except AttributeError:
            style.strut = found = slow(style)
            return found

    for name, module in list(sys.modules.items()):
        if name.startswith("weasyprint.") and getattr(module, "strut", None) is slow:
            module.strut = strut  # type: ignore[attr-defined]


def _replace_splitting(line_break: Any) -> None:
    """Remember how texts were split last: columns, tables and grids ask several times."""
    from weasyprint.layout import inline, preferred

    slow, layouts, kept = line_break.split_first_line, line_break.Layout, _kept

    def split_first_line(  # noqa: PLR0913, PLR0917 - as in WeasyPrint
        text: str,
        style: Any,
        context: Any,
        max_width: Any,
        justification_spacing: float,
        is_line_start: bool = True,  # noqa: FBT001, FBT002 - as in WeasyPrint
        minimum: bool = False,  # noqa: FBT001, FBT002 - as in WeasyPrint
    ) -> Any:
        key = (text, id(style), max_width, justification_spacing, is_line_start, minimum)
        if key in kept:
            _, own, *rest = kept[key]
            layout = layouts.__new__(layouts)
            vars(layout).update(own)
            return (layout, *rest)
        found = slow(text, style, context, max_width, justification_spacing, is_line_start, minimum)
        layout, *rest = found
        if len(kept) >= _SPLIT:
            kept.clear()
        # With the style, so that no other comes to have its identity.
        kept[key] = (style, vars(layout).copy(), *rest)
        return found

    inline.split_first_line = preferred.split_first_line = split_first_line
