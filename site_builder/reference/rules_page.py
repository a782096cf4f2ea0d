"""The page that lists every rule by subject: how grave, the fact, the remedy, why, the source."""

from collections.abc import Iterator

from site_builder.diagnostics.rules import RuleText, rule_texts, subjects
from site_builder.reference.examples import examples
from site_builder.reference.explain import by_subject
from site_builder.reference.markdown import plain
from site_builder.reference.readable import in_language, standing
from site_builder.reference.words import Word


def rules_page(language: str) -> str:
    """Return the page in `zh` or `en`, as Markdown."""
    lines = [
        f"# {Word.RULES(language)}",
        Word.RULES_ABOUT(language, count=len(rule_texts())),
        "\n".join(_contents(language)),
        *_chapters(language),
    ]
    return "\n\n".join(lines) + "\n"


def _contents(language: str) -> Iterator[str]:
    colon, comma = ("：", "、") if language == "zh" else (": ", ", ")
    for subject, name in subjects().items():
        codes = comma.join(f"[{code}](#{code})" for code, _ in by_subject(subject))
        yield f"- {name.zh if language == 'zh' else name.en}{colon}{codes}"


def _chapters(language: str) -> Iterator[str]:
    for subject, name in subjects().items():
        yield f"## {plain(name.zh if language == 'zh' else name.en)}"
        for code, text in by_subject(subject):
            yield rule_section(code, text, language)


def rule_section(code: str, text: RuleText, language: str) -> str:
    """Return the section of one rule. Its heading is the code alone, which is its address too."""
    said = in_language(text, language)
    severity, lowerable = standing(text, language)
    colon = "：" if language == "zh" else ": "
    comma = "，" if language == "zh" else ", "
    points = (
        (Word.HELP, said.remedy),
        (Word.WHY, said.why),
        (Word.SOURCE, said.source),
    )
    return "\n".join(
        [
            f"### {code}",
            "",
            f"**{severity}**{comma}{lowerable}",
            "",
            f"> {plain(said.message)}",
            "",
            *(f"- {word(language)}{colon}{plain(told)}" for word, told in points if told),
            *_example(code, language),
        ]
    )


def _example(code: str, language: str) -> Iterator[str]:
    """Yield the lines of a rule's worked example, as code."""
    example = examples().get(code)
    if example is None:
        return
    fact, remedy = (
        words.zh if language == "zh" else words.en for words in (example.fact, example.help)
    )
    yield from ("", f"{Word.EXAMPLE_IN(language, path=f'`{example.path}`')}", "")
    # Four spaces make code of a line, whatever stands in it.
    yield from (f"    {line}" for line in example.written)
    yield f"    → {fact}"
    yield f"    → {Word.HELP(language)}{'：' if language == 'zh' else ': '}{remedy}"
    yield from (f"    {line}" for line in example.mended)
