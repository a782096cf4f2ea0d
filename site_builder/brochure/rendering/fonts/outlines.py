"""A face with only some of its characters, and its cubic outlines as quadratic ones."""

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

from site_builder.brochure.rendering.fonts.installed import Face

_FEATURES = ("calt", "ccmp", "halt", "kern", "liga", "locl", "pwid")
"""What is kept of a face's features: what engines switch on by themselves, `pwid` for English,
`halt` for the marks' empty halves."""

_FOREIGN = ("JAN ", "KOR ", "ZHH ", "ZHT ")
"""Languages whose `locl` would put the shapes of other regions in."""

_DROPPED = ("BASE", "DSIG", "VORG", "vhea", "vmtx")
"""Tables of vertical setting, and the signature of what is now changed."""

_TOLERANCE = 1.0
"""By how much an outline may move, in thousandths of the type size."""

_MAXIMA = (
    *("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs"),
    *("maxStackElements", "maxSizeOfInstructions", "maxComponentElements", "maxPoints"),
    *("maxContours", "maxCompositePoints", "maxCompositeContours", "maxComponentDepth"),
)


def cut(face: Face, characters: frozenset[str]) -> TTFont:
    """Return a face with those of `characters` it has, in TrueType outlines."""
    font = TTFont(face.file, fontNumber=face.number, lazy=True)
    _forget_foreign(font)
    wanted = subset.Options()
    # What is left of hints and subroutines goes with the cubic outlines.
    wanted.hinting, wanted.desubroutinize = True, False
    wanted.layout_features = list(_FEATURES)
    wanted.drop_tables = [*wanted.drop_tables, *_DROPPED]
    cutter = subset.Subsetter(wanted)
    cutter.populate(unicodes=map(ord, characters))
    cutter.subset(font)
    _to_truetype(font)
    return font


def _forget_foreign(font: TTFont) -> None:
    for name in ("GSUB", "GPOS"):
        if name in font:
            for record in font[name].table.ScriptList.ScriptRecord:
                kept = record.Script.LangSysRecord
                kept = [each for each in kept if each.LangSysTag not in _FOREIGN]
                record.Script.LangSysRecord, record.Script.LangSysCount = kept, len(kept)


def _to_truetype(font: TTFont) -> None:
    order, drawn = font.getGlyphOrder(), font.getGlyphSet()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(None)
        drawn[name].draw(Cu2QuPen(pen, _TOLERANCE, reverse_direction=True))
        glyphs[name] = pen.glyph(dropImpliedOnCurves=True)
    font["loca"] = newTable("loca")
    table = font["glyf"] = newTable("glyf")
    table.glyphOrder, table.glyphs = order, glyphs
    for name in order:
        glyphs[name].recalcBounds(table)
        font["hmtx"][name] = font["hmtx"][name][0], getattr(glyphs[name], "xMin", 0)
    del font["CFF "]
    largest = font["maxp"]
    largest.tableVersion = 0x00010000
    for name in _MAXIMA:
        setattr(largest, name, 1 if name == "maxZones" else 0)
    # TrueType fonts of version 1.0 with no names of glyphs: nobody reads them.
    names = font["post"]
    names.formatType, names.extraNames, names.mapping = 3.0, [], {}
    font["head"].glyphDataFormat = 0
    font.sfntVersion = "\x00\x01\x00\x00"
