"""Spacing between characters as features of a font, so that the text itself stays as it is.

Three features are added to those a face brings along; none is on unless a style sheet asks.

- `chws` (Contextual Half-width Spacing, registered in OpenType): where two marks meet, the empty
  half between them goes, as GB/T 15834 and W3C's clreq set it: 》（, ：“, 。” and the like.
- `HANL`, our own: an eighth of an em between hanzi and Latin letters or digits.
- `LHAN`, `HANR`, our own: the same space before or after a single hanzi. Pango shapes runs of one
  script at a time and shows a font no pair of hanzi and letter, so the one who sets the line names
  the hanzi (see `brochure.rendering.chinese_lines`). They do nothing where `HANL` works.
"""

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

GAP = 0.125
"""The space between hanzi and Latin, in em."""

LATIN = "A-Za-z0-9\u00b0\u00c0-\u024f%"
"""What is kept apart from hanzi, as the inside of a regular expression's set."""

HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
"""Hanzi, as the inside of a regular expression's set."""

_RULES = """
languagesystem DFLT dflt;
@closing = [{closing}];
@opening = [{opening}];
@han = [{han}];
@latin = [{latin}];
lookup marks {{
  pos @closing @closing -{half};
  pos @closing @opening -{half};
  pos @opening @opening -{half};
}} marks;
lookup pairs {{
  pos @han @latin {gap};
  pos @latin @han {gap};
}} pairs;
lookup widen_before {{ pos @han <{gap} 0 {gap} 0>; }} widen_before;
lookup widen_after {{ pos @han <0 0 {gap} 0>; }} widen_after;
feature chws {{ lookup marks; }} chws;
feature HANL {{ lookup pairs; }} HANL;
feature LHAN {{
  ignore pos @latin @han';
  pos @han' lookup widen_before;
}} LHAN;
feature HANR {{
  ignore pos @han' @latin;
  pos @han' lookup widen_after;
}} HANR;
"""


def add_spacing(font: TTFont) -> None:
    """Add the features to a font that has `halt`."""
    names = font.getBestCmap()
    closing, opening = _marks(font)
    em = font["head"].unitsPerEm
    han = [name for code, name in names.items() if _is_han(code)]
    latin = [name for code, name in names.items() if _is_latin(code)]
    if not (closing and opening and han and latin):
        # Small fonts of single characters need none: what they hold stands among other fonts'.
        return
    rules = _RULES.format(
        closing=" ".join(closing),
        opening=" ".join(opening),
        han=" ".join(han),
        latin=" ".join(latin),
        half=em // 2,
        gap=round(em * GAP),
    )
    brought = font["GPOS"].table
    addOpenTypeFeaturesFromString(font, rules, tables=["GPOS"])
    _append(brought, font["GPOS"].table)
    font["GPOS"].table = brought


def _marks(font: TTFont) -> tuple[list[str], list[str]]:
    """Return the marks whose right half is empty and those whose left half is.

    `halt` knows: it narrows both to half an em, and moves the second to the left.
    """
    half = font["head"].unitsPerEm // 2
    closing, opening = [], []
    for name, move, narrowing in _halt(font):
        if narrowing == -half and move == 0:
            closing.append(name)
        elif narrowing == -half and move == -half:
            opening.append(name)
    return sorted(closing), sorted(opening)


def _halt(font: TTFont) -> list[tuple[str, int, int]]:
    if "GPOS" not in font:
        return []
    table = font["GPOS"].table
    numbers = {
        number
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "halt"
        for number in record.Feature.LookupListIndex
    }
    found = []
    for number in sorted(numbers):
        for part in table.LookupList.Lookup[number].SubTable:
            rule = getattr(part, "ExtSubTable", part)
            for place, name in enumerate(rule.Coverage.glyphs):
                value = rule.Value if rule.Format == 1 else rule.Value[place]
                move = getattr(value, "XPlacement", 0)
                found.append((name, move, getattr(value, "XAdvance", 0)))
    return found


def _append(table: otTables.GPOS, more: otTables.GPOS) -> None:
    """Put the features of one table behind those of another, for every script and language."""
    start = len(table.LookupList.Lookup)
    for lookup in more.LookupList.Lookup:
        _renumber(lookup, start)
        table.LookupList.Lookup.append(lookup)
    table.LookupList.LookupCount = len(table.LookupList.Lookup)
    first = len(table.FeatureList.FeatureRecord)
    for record in more.FeatureList.FeatureRecord:
        record.Feature.LookupListIndex = [n + start for n in record.Feature.LookupListIndex]
        table.FeatureList.FeatureRecord.append(record)
    table.FeatureList.FeatureCount = len(table.FeatureList.FeatureRecord)
    added = list(range(first, table.FeatureList.FeatureCount))
    for script in table.ScriptList.ScriptRecord:
        languages = [record.LangSys for record in script.Script.LangSysRecord]
        for language in (script.Script.DefaultLangSys, *languages):
            if language is not None:
                language.FeatureIndex = [*language.FeatureIndex, *added]
                language.FeatureCount = len(language.FeatureIndex)


def _renumber(lookup: otTables.Lookup, start: int) -> None:
    """Let a lookup's rules call the lookups at their new numbers."""
    for part in lookup.SubTable:
        rule = getattr(part, "ExtSubTable", part)
        for call in _calls(rule):
            call.LookupListIndex += start


def _calls(rule: object) -> list[otTables.PosLookupRecord]:
    """Return the calls of other lookups in a chained rule of any of the three formats."""
    found = list(getattr(rule, "PosLookupRecord", None) or [])
    for kind in ("ChainPosRuleSet", "ChainPosClassSet"):
        for group in getattr(rule, kind, None) or []:
            for name in ("ChainPosRule", "ChainPosClassRule"):
                for single in getattr(group, name, None) or []:
                    found += single.PosLookupRecord or []
    return found


def _is_han(code: int) -> bool:
    return 0x3400 <= code <= 0x4DBF or 0x4E00 <= code <= 0x9FFF or 0x20000 <= code <= 0x3FFFF


def _is_latin(code: int) -> bool:
    return chr(code) in "%\u00b0" or (chr(code).isalnum() and (code < 0x80 or 0xC0 <= code < 0x250))
