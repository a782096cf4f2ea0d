"""The page that lists every field: what it holds, whether it must be there, what it is for."""

from collections.abc import Iterator

from pydantic import BaseModel

from site_builder.content.json_schema import MODELS, file_pattern
from site_builder.reference.choices import Meanings
from site_builder.reference.field_types import in_words
from site_builder.reference.fields import Field, Group, groups_of, name_of, shared_groups
from site_builder.reference.markdown import plain, table
from site_builder.reference.words import Word


def fields_page(language: str, meanings: Meanings) -> str:
    """Return the page in `zh` or `en`, as Markdown."""
    return "\n\n".join(_Page(language, meanings).blocks()) + "\n"


def kind_word(kind: str, language: str) -> str:
    """Return the word for a kind of file."""
    return Word[kind.upper()](language)


class _Page:
    """Writes the page in one language."""

    def __init__(self, language: str, meanings: Meanings) -> None:
        self._language = language
        self._meanings = meanings

    def blocks(self) -> Iterator[str]:
        """Yield the paragraphs, headings and tables of the page."""
        yield f"# {Word.FIELDS(self._language)}"
        yield Word.FIELDS_ABOUT(self._language)
        yield " · ".join(self._contents())
        for kind in MODELS:
            yield (
                f'<a id="{kind}"></a>\n\n'
                f"## {kind_word(kind, self._language)} `{file_pattern(kind)}`"
            )
            for group in groups_of(kind):
                yield from self._group(group)
        yield f'<a id="shared"></a>\n\n## {Word.SHARED(self._language)}'
        for group in shared_groups():
            yield from self._group(group)

    def _contents(self) -> Iterator[str]:
        for kind in MODELS:
            yield f"[{kind_word(kind, self._language)}](#{kind})"
        yield f"[{Word.SHARED(self._language)}](#shared)"

    def _group(self, group: Group) -> Iterator[str]:
        comma = Word.BETWEEN(self._language)
        if group.names:
            names = comma.join(f"`{name}`" for name in group.names)
            yield f'<a id="{_address(group.model)}"></a>\n\n### {names}'
            yield plain(group.title[self._language])
        head = (Word.FIELD, Word.REQUIRED, Word.HOLDS, Word.SENTENCE, Word.EXAMPLE)
        yield "\n".join(
            table([word(self._language) for word in head], [self._row(f) for f in group.fields])
        )

    def _row(self, field: Field) -> list[str]:
        comma = Word.BETWEEN(self._language)
        sentence = plain(field.sentence[self._language])
        if field.choices:
            choices = Word.BETWEEN_CHOICES(self._language).join(self._choices(field))
            sentence += f"<br>{Word.CHOICES(self._language)}{choices}"
        if field.range:
            least, most = field.range
            sentence += "<br>" + Word.RANGE(self._language, least=f"`{least}`", most=f"`{most}`")
        if field.default:
            sentence += "<br>" + Word.DEFAULT(self._language, value=f"`{field.default}`")
        return [
            f"`{field.name}`",
            Word.YES(self._language) if field.required else "",
            in_words(field.hint, self._language, self._link),
            sentence,
            comma.join(f"`{example}`" for example in field.examples),
        ]

    def _choices(self, field: Field) -> Iterator[str]:
        for member in field.choices:
            yield f"`{member}` {plain(self._meanings.of(member, self._language))}".rstrip()

    def _link(self, model: type[BaseModel]) -> str:
        return f"[`{name_of(model)}`](#{_address(model)})"


def _address(model: type[BaseModel]) -> str:
    return f"group-{model.__name__.lower()}"
