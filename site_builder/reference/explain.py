"""Rules as plain text for a terminal: one in full, or all of them by subject."""

from collections.abc import Iterator

from site_builder.content.schema_errors import suggest
from site_builder.diagnostics import Words
from site_builder.diagnostics.rules import RuleText, rule_texts, subjects
from site_builder.preflight.fault import fault_texts
from site_builder.reference.examples import examples
from site_builder.reference.readable import in_language, standing
from site_builder.reference.words import Word, severity_word


class UnknownRuleError(LookupError):
    """A code that no rule has."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self._code = code

    def message(self, language: str) -> str:
        """Say which code may have been meant."""
        hint = suggest(self._code, rule_texts() | fault_texts(), zh="规则有", en="the rules are")
        return Word.NO_SUCH_RULE(language, code=self._code, hint=getattr(hint, language))


def explain_rule(code: str, language: str) -> str:
    """Return everything about one rule, of records or of printed files.

    Raises `UnknownRuleError`.
    """
    text = rule_texts().get(code) or fault_texts().get(code)
    if text is None:
        raise UnknownRuleError(code)
    said = in_language(text, language)
    comma = "，" if language == "zh" else ", "
    colon = "：" if language == "zh" else ": "
    lines = [
        f"{code}{colon}{comma.join(standing(text, language))}",
        f"  {said.message}",
        f"  {Word.HELP(language)}{colon}{said.remedy}",
    ]
    if said.why:
        lines.append(f"  {Word.WHY(language)}{colon}{said.why}")
    lines.append(f"  {Word.SOURCE(language)}{colon}{said.source}")
    return "\n".join([*lines, *_example(code, language)])


def _example(code: str, language: str) -> Iterator[str]:
    """Yield the lines of a rule's worked example; none for a rule that has none yet."""
    example = examples().get(code)
    if example is None:
        return
    colon = "：" if language == "zh" else ": "
    yield f"  {Word.EXAMPLE_IN(language, path=example.path)}{colon}".rstrip()
    rows = (
        (Word.WRITTEN, example.written),
        (Word.SAID, (_in(example.fact, language),)),
        (Word.HELP, (_in(example.help, language),)),
        (Word.MENDED, example.mended),
    )
    # Chinese words are of one width, in columns; English ones are not.
    room = max(len(word(language)) for word, _ in rows)
    for word, shown in rows:
        for number, line in enumerate(shown):
            label = word(language) if number == 0 else _blank(word(language))
            yield f"    {label:{room}}  {line}".rstrip()


def _in(words: Words, language: str) -> str:
    return words.zh if language == "zh" else words.en


def _blank(label: str) -> str:
    """Return as many columns of nothing as a label takes."""
    return " " * sum(1 if character.isascii() else 2 for character in label)


def list_rules(language: str) -> str:
    """Return a line for each rule, under the names of the subjects."""
    return "\n".join([*_list(language), "", Word.MORE(language)])


def _list(language: str) -> Iterator[str]:
    width = max(map(len, rule_texts()))
    # Chinese words for severities are of one width, in columns; English ones are not.
    room = max(len(word(language)) for word in (Word.ERROR, Word.WARNING, Word.NOTE))
    for subject, name in subjects().items():
        yield f"{name.zh if language == 'zh' else name.en}"
        for code, text in by_subject(subject):
            severity = severity_word(text.severity, language)
            yield f"  {code:{width}}  {severity:{room}}  {in_language(text, language).message}"


def by_subject(subject: str) -> Iterator[tuple[str, RuleText]]:
    """Yield the rules of a subject by their codes, in the order of its file."""
    for code, text in rule_texts().items():
        if text.subject == subject:
            yield code, text
