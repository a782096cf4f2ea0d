"""Where WeasyPrint looks for fonts: in those that a style sheet brings, and nowhere else."""

from typing import Any


def own_fonts() -> Any:
    """Return a font configuration of WeasyPrint without the fonts of this computer.

    With them, a character the cut fonts do not have would quietly come from another face, often
    the Japanese one; and fontconfig prefers an installed family to a cut one of the same name.
    """
    from weasyprint.text.ffi import ffi, fontconfig, gobject, pangoft2
    from weasyprint.text.fonts import FontConfiguration

    ffi.cdef("FcConfig * FcConfigCreate (void);", override=True)

    # WeasyPrint ships no types.
    class OwnFonts(FontConfiguration):  # type: ignore[misc]
        """As the one it stands for, but the configuration it starts from is empty."""

        def __init__(self) -> None:
            self._config = fontconfig.FcConfigCreate()
            self.font_map = ffi.gc(pangoft2.pango_ft2_font_map_new(), gobject.g_object_unref)
            pangoft2.pango_fc_font_map_set_config(
                ffi.cast("PangoFcFontMap *", self.font_map), self._config
            )
            # The map holds it from now on.
            fontconfig.FcConfigDestroy(self._config)
            self._folder = None
            self.strut_layouts: dict[object, object] = {}
            self.font_features: dict[object, object] = {}

    return OwnFonts()
