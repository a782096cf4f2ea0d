"""What is asked for and cannot be: said before anything is made."""

from collections.abc import Collection, Iterator

from site_builder.diagnostics import Words
from site_builder.edition.errors import UsageError
from site_builder.edition.wanted import Wanted


def refuse_unmet(wanted: Wanted) -> None:
    """Raise `UsageError` for a product or language that the event has not, and for nothing.

    Whoever names two languages of which one is not made would go without it to the fair.
    """
    edition = wanted.edition
    asked = [
        *_unmet("--product", "products", wanted.products, edition.products),
        *_unmet("--language", "languages", wanted.languages, edition.languages),
    ]
    if asked:
        zh, en = ("\n".join(side) for side in zip(*asked, strict=True))
        file = f"events/{edition.slug}.yml"
        raise UsageError(
            Words(
                f"{zh}\n未作改动；改所选项，或在 {file} 中补上",
                f"{en}\nNothing was touched; ask for something else, or add it in {file}",
            )
        )
    if not wanted.copies:
        raise UsageError(_NOTHING)


def _unmet(
    option: str, key: str, asked: Collection[str], there: Collection[str]
) -> Iterator[Words]:
    """Yield a line for an option that asks for what an event has not under a key."""
    lacking = [str(one) for one in dict.fromkeys(asked) if one not in there]
    if lacking:
        has = [str(one) for one in there]
        yield Words(
            f"{option} {'、'.join(lacking)}：本活动没有；其 {key} 为 {'、'.join(has)}",
            f"{option} {', '.join(lacking)}: not of this event, whose `{key}` are {', '.join(has)}",
        )


_NOTHING = Words(
    "所选项合在一起没有可印的：长图只有屏幕用的（screen），中英文各一份，没有 both",
    "what was asked for does not go together: long pictures are for screens only (screen), "
    "in one language each, not both",
)
