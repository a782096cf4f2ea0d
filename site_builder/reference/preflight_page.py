"""The page that lists what printed files are held to, chapter by chapter, and the known sizes."""

from collections.abc import Iterator

from site_builder.preflight.fault import chapters, fault_texts
from site_builder.preflight.printed_page import known_trims
from site_builder.reference.markdown import plain
from site_builder.reference.rules_page import rule_section
from site_builder.reference.words import Word


def preflight_page(language: str) -> str:
    """Return the page in `zh` or `en`, as Markdown."""
    lines = [
        f"# {Word.PREFLIGHT(language)}",
        Word.PREFLIGHT_ABOUT(language, count=len(fault_texts())),
        *_chapters(language),
        f"## {Word.SIZES(language)}",
        Word.SIZES_ABOUT(language),
        "\n".join(_sizes(language)),
    ]
    return "\n\n".join(lines) + "\n"


def _chapters(language: str) -> Iterator[str]:
    for chapter, name in chapters().items():
        yield f"## {plain(name.zh if language == 'zh' else name.en)}"
        for code, text in fault_texts().items():
            if text.subject == chapter:
                yield rule_section(code, text, language)


def _sizes(language: str) -> Iterator[str]:
    heads = (Word.SIZE, Word.CUT, Word.BLEED, Word.DOTS)
    yield f"| {' | '.join(word(language) for word in heads)} |"
    yield "| --- | --- | --- | --- |"
    for trim in known_trims():
        name = trim.zh if language == "zh" else trim.en
        cut = f"{trim.width:g} × {trim.height:g}"
        yield f"| {name} | {cut} | {trim.bleed:g} | {trim.dots} dpi |"
