"""Mistakes in words: promises, secrets, private numbers, texts that differ by language."""

import re
from collections.abc import Iterator

from site_builder.checks.translation.names import names_of
from site_builder.content.source import Loc
from site_builder.diagnostics import Rule
from tests.planting.field import Plant, Planted, plants
from tests.planting.kind import kind

_FULL_SUMMARY = 270
"""A summary of so many characters has no room for an aside: it would be too long as well."""
ALL = ("projects", "industries", "parks", "policies")


def _into_summary(plant: Plant, language: str, words: str, *, at: int = 0) -> Planted | None:
    """Put words behind the first comma of a summary."""
    comma = "，" if language == "zh" else ", "
    return plant.within(("summary", language), comma, f"{comma}{words}{comma}", at=len(comma) + at)


@kind(Rule.FORBIDDEN_PROMISE)
def promise_of_free_land() -> Iterator[Planted | None]:
    for plant in plants(*ALL):
        yield _into_summary(plant, "zh", "零地价供地")


@kind(Rule.FORBIDDEN_PROMISE)
def promise_of_tax_returned() -> Iterator[Planted | None]:
    for plant in plants("projects"):
        yield plant.within(("cooperation", "offers", 0, "zh"), "，", "，企业所得税先征后返，", at=6)


@kind(Rule.FORBIDDEN_PROMISE)
def promise_of_losses_borne() -> Iterator[Planted | None]:
    for plant in plants("projects"):
        yield _into_summary(plant, "zh", "投资损失由县财政承担")


@kind(Rule.FORBIDDEN_DEMAND)
def firms_kept_from_leaving() -> Iterator[Planted | None]:
    for plant in plants(*ALL):
        yield _into_summary(plant, "zh", "企业不得迁出本县")


@kind(Rule.COMPETITION_DOUBTFUL)
def company_in_the_county_demanded() -> Iterator[Planted | None]:
    for plant in plants("projects"):
        yield _into_summary(plant, "zh", "须在本县注册项目公司")


@kind(Rule.UNSOURCED_SUPERLATIVE)
def best_in_the_country() -> Iterator[Planted | None]:
    for plant in plants("projects"):
        yield plant.within(("content", "summary", "zh"), "，", "，全国最大，", at=1)


@kind(Rule.SECRECY_WORD)
def internal_paper_quoted() -> Iterator[Planted | None]:
    for plant in plants(*ALL):
        yield _into_summary(plant, "zh", "内部资料")


@kind(Rule.PERSONAL_NUMBER)
def mobile_number_as_contact() -> Iterator[Planted]:
    for plant in plants("projects", "industries", "parks"):
        yield plant.write(("contacts", 0, "phone"), "13800138000")


@kind(Rule.NUMBER_MISMATCH)
def digit_changed_in_english() -> Iterator[Planted | None]:
    for plant in plants(*ALL):
        text = plant.record.summary.en
        if found := re.search(r"(?<![\d.,-])(RMB )?([2-9])(\d)(\d+)(?![\d.,])", text):
            changed = f"{found[1] or ''}{found[2]}{(int(found[3]) + 1) % 10}{found[4]}"
            yield plant.within(("summary", "en"), found[0], changed)


@kind(Rule.NUMBER_MISMATCH)
def million_for_billion() -> Iterator[Planted | None]:
    for plant in plants(*ALL):
        for loc in plant.locs(r".*\.en"):
            line = plant.written(loc)
            if found := re.search(r"RMB [\d.]+ (million|billion)", line):
                other = "billion" if found[1] == "million" else "million"
                yield plant.within(loc, found[0], found[0].replace(found[1], other))
                break


@kind(Rule.DOLLARS_OFF_RATE)
def dollars_at_half_the_rate() -> Iterator[Planted | None]:
    for plant in plants(*ALL):
        for loc in plant.locs(r".*\.en"):
            if loc[0] == "summary" and len(plant.written(loc)) > _FULL_SUMMARY:
                continue
            if found := re.search(r"RMB [1-9][0-9]* million(?! \()", plant.written(loc)):
                aside = f" (about USD {int(found[0].split()[1]) * 2} million)"
                yield plant.within(loc, found[0], found[0] + aside, at=len(found[0]) + 8)
                break


@kind(Rule.NUMBER_UNTRANSLATED)
def share_left_out_in_english() -> Iterator[Planted | None]:
    for plant in plants("projects"):
        for loc in plant.locs(r"risks\.\d+\.(risk|measure)\.en"):
            if found := re.search(r"\d[\d.]*%", plant.written(loc)):
                planted = plant.within(loc, found[0], "a part")
                chinese = (*loc[:-1], "zh")
                place = plant.entry.source.find(chinese, found[0])
                if planted is not None:
                    yield Planted(plant.path, planted.text, place.line, place.column)


@kind(Rule.FULLWIDTH_IN_ENGLISH)
def full_width_comma_in_english() -> Iterator[Planted | None]:
    for plant in plants(*ALL):
        yield plant.within(("summary", "en"), ", ", "，")


@kind(Rule.CHINESE_IN_ENGLISH)
def chinese_left_in_english() -> Iterator[Planted | None]:
    for plant in plants(*ALL):
        yield _into_summary(plant, "en", "待译")


@kind(Rule.ENGLISH_IN_CHINESE)
def measure_left_in_english() -> Iterator[Planted]:
    for plant in plants("projects"):
        yield plant.write(("risks", 0, "measure", "zh"), "Long-term contracts with buyers")


@kind(Rule.ENGLISH_IN_CHINESE)
def sentence_left_in_english() -> Iterator[Planted | None]:
    english = "close to the railway and the port"
    for plant in plants("projects"):
        loc = ("content", "summary", "zh")
        yield plant.within(loc, "，", f"，{english}，", at=1)


@kind(Rule.LITERAL_TRANSLATION)
def dragon_head() -> Iterator[Planted | None]:
    for plant in plants(*ALL):
        for name in ("content", "overview", "apply"):
            if hasattr(plant.record, name):
                loc = ("content", "summary", "en") if name == "content" else (name, "en")
                yield plant.within(loc, ", ", ", as a dragon-head enterprise, ", at=7)


@kind(Rule.NAME_TRANSLATED_TWICE)
def host_with_another_english_name() -> Iterator[Planted]:
    for plant in plants("projects"):
        yield plant.write(("contacts", 0, "unit", "en"), "Another Bureau of the County")


def _first_of_many() -> Iterator[tuple[Plant, Loc]]:
    """Yield where offices and places that are named three times and more stand first."""
    stands: dict[tuple[str, str], list[tuple[Plant, Loc]]] = {}
    for plant in plants("county.yml", *ALL):
        for loc, name, text in names_of(plant.entry):
            stands.setdefault((name, text.zh), []).append((plant, loc))
    for (name, _), places in stands.items():
        if name in ("body", "place") and len(places) > 2:
            yield places[0]


@kind(Rule.NAME_TRANSLATED_TWICE)
def first_of_many_with_another_english_name() -> Iterator[Planted]:
    for plant, loc in _first_of_many():
        yield plant.write((*loc, "en"), "Another Name")


@kind(Rule.BAD_FORMAT)
def digit_of_a_telephone_left_out() -> Iterator[Planted]:
    for plant in plants("projects", "industries", "parks"):
        loc = ("contacts", 0, "phone")
        yield plant.write(loc, plant.written(loc)[:-1])


@kind(Rule.CONTACT_TWO_PHONES)
def another_number_for_the_same_person() -> Iterator[Planted]:
    for plant in plants("projects", "industries", "parks"):
        yield plant.write(("contacts", 0, "phone"), "0800-5559999")


@kind(Rule.DUPLICATE_TITLE)
def title_of_another_project() -> Iterator[Planted]:
    for folder in ALL:
        first, *others = [p for p in plants(folder) if not re.search(r"\d", p.record.title.en)]
        for plant in others:
            yield plant.write(("title", "en"), f'"{first.record.title.en}"')


@kind(Rule.GLOSSARY_TERM)
def leading_firm_without_its_name() -> Iterator[Planted | None]:
    for plant in plants(*ALL):
        planted = _into_summary(plant, "zh", "链主企业已投产")
        if planted is not None:
            place = plant.entry.source.place(("summary", "en"))
            yield Planted(plant.path, planted.text, place.line, place.column)


@kind(Rule.TEXT_PADDED)
def sentence_written_twice() -> Iterator[Planted | None]:
    for plant in plants("projects"):
        for loc in plant.locs(r"(market\.outlook|necessity\.background|content\.summary)\.zh"):
            # A figure given twice would be missed in English.
            if found := re.search(r"(?<=[。 ])[^。！？；;\d\s]{10,}。", _text(plant, loc)):
                yield plant.within(loc, found[0], found[0] * 2, at=len(found[0]))


def _text(plant: Plant, loc: Loc) -> str:
    """Return a text of several lines as it stands in the file."""
    span = plant.span(loc)
    return "\n".join(plant.lines[span.line : span.end_line + 1])


@kind(Rule.PRIVATE_MAIL)
def private_mailbox() -> Iterator[Planted]:
    for plant in plants("projects", "parks"):
        for loc in list(plant.locs(r"contacts\.0\.email")):
            yield plant.write(loc, "qinglan_invest@163.com")
