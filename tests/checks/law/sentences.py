"""What the rules about law and wording say to a single sentence, as if it stood in a record."""

import re
from datetime import date
from pathlib import Path

from site_builder.checks.law.foreign_investment import old_editions
from site_builder.checks.law.maps import sign_of_map
from site_builder.checks.law.personal import private_numbers
from site_builder.checks.law.public_text import PublicText
from site_builder.checks.law.wording import wordings_in
from site_builder.content.model import Text
from site_builder.content.picture import Picture
from site_builder.content.source import Source
from site_builder.diagnostics import Rule

DATA = Path(__file__).parent / "data"
DAY = date(2026, 11, 1)
_HAN = re.compile(r"[\u4e00-\u9fff]")


def rules_broken_by(sentence: str) -> set[str]:
    """Return the codes of the rules that a sentence breaks."""
    language = "zh" if _HAN.search(sentence) else "en"
    text, source = PublicText((("text", language),), (sentence,)), Source(Path("x.yml"))  # type: ignore[arg-type]
    found = {said.wording.rule.code for said in wordings_in(text)}
    found |= {finding.code for finding in private_numbers(source, text)}
    return found | {finding.code for finding in old_editions(source, text, DAY)}


def rules_broken_by_picture(alt: str) -> set[str]:
    """Return the codes of the rules that a photograph breaks which is described so."""
    picture = Picture.model_construct(file="a.jpg", alt=Text.model_construct(zh=alt, en=alt))
    return {Rule.MAP_WITHOUT_APPROVAL.code} if sign_of_map(picture) else set()


def clean(name: str) -> list[str]:
    """Return the sentences of a file that break no rule."""
    return (DATA / name).read_text("utf-8").splitlines()


def dirty(name: str) -> list[tuple[str, str]]:
    """Return the sentences of a file with the code of the rule that each breaks."""
    rows = (line.partition("\t") for line in (DATA / name).read_text("utf-8").splitlines())
    return [(code, sentence) for code, _, sentence in rows]
