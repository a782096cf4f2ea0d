"""The fonts brochures are set in: cut once from the installed Noto CJK collections, then kept.

`cut_fonts` takes the Simplified Chinese faces of Noto Sans and Serif, Regular and Bold, leaves
only some characters in them, turns their outlines into TrueType and adds the spacing that good
Chinese setting needs. The style sheet `Fonts.css` names them as the installed families are named,
so tokens and drawings stay as they are.

Measured on the sample county's leaflets of two pages (Chinese and English, without photographs):

| fonts | PDF, kB | writing, s |
|---|---|---|
| the installed collections | 491, 468 | 0.23 |
| OpenType (CFF), all of GB 2312 | 230, 144 | 0.13 |
| OpenType (CFF), GB 2312 level 1 and what the county uses | 202, 117 | 0.11 |
| OpenType (CFF), only what the county uses | 171, 88 | 0.10 |
| TrueType, all of GB 2312 | 154, 66 | 0.10 |
| TrueType, only what the county uses | 153, 66 | 0.10 |

WeasyPrint keeps the numbers of glyphs when it embeds a font, and the gaps cost nothing in
TrueType alone. So the standard fonts hold all of GB 2312: they are the same for every county and
every edition, and no brochure changes because another one uses a new character. A character
outside them is cut from the installed fonts into small fonts of its document's own.
"""

from site_builder.brochure.rendering.fonts.characters import STANDARD
from site_builder.brochure.rendering.fonts.cut import Fonts, cut_fonts, fonts_folder
from site_builder.brochure.rendering.fonts.installed import (
    FAMILIES,
    HELP,
    FontsMissingError,
    installed_in,
)

__all__ = [
    "FAMILIES",
    "HELP",
    "STANDARD",
    "Fonts",
    "FontsMissingError",
    "cut_fonts",
    "fonts_folder",
    "installed_in",
]
