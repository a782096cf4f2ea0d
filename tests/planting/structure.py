"""Mistakes in how a file is written: what a clerk mistypes, drops or puts in twice."""

import re
from collections.abc import Iterator

from site_builder.diagnostics import Rule
from tests.planting.field import Planted, plants
from tests.planting.kind import kind

PROJECTS = ("projects",)
ALL = ("projects", "industries", "parks", "policies")


@kind(Rule.DUPLICATE_KEY)
def key_written_twice() -> Iterator[Planted]:
    for plant in plants(*ALL):
        span = plant.span(("updated",))
        line = plant.lines[span.line]
        yield plant.insert(span.line + 1, line, column=0)


@kind(Rule.ANCHOR)
def anchor_on_a_value() -> Iterator[Planted]:
    for plant in plants(*ALL):
        yield plant.write(("updated",), f"&day {plant.written(('updated',))}")


@kind(Rule.TAG)
def tag_on_a_value() -> Iterator[Planted]:
    for plant in plants(*ALL):
        yield plant.write(("updated",), f"!!str {plant.written(('updated',))}")


@kind(Rule.YAML_SYNTAX)
def colon_in_plain_text() -> Iterator[Planted | None]:
    for plant in plants(*PROJECTS):
        if not plant.written(("summary", "en")).startswith('"'):
            yield plant.within(("summary", "en"), " ", ": ")


@kind(Rule.YAML_SYNTAX)
def tab_for_indentation() -> Iterator[Planted]:
    for plant in plants(*PROJECTS):
        span = plant.span(("investment", "total"))
        line = "\t" + plant.lines[span.line].lstrip()
        text = "\n".join([*plant.lines[: span.line], line, *plant.lines[span.line + 1 :]]) + "\n"
        yield Planted(plant.path, text, span.line + 1, 1)


@kind(Rule.UNKNOWN_FIELD)
def optional_field_misspelt() -> Iterator[Planted]:
    for plant in plants(*PROJECTS):
        yield plant.rename(("policies",), "policy")


@kind(Rule.UNKNOWN_FIELD)
def required_field_misspelt() -> Iterator[Planted]:
    for plant in plants(*ALL):
        yield plant.rename(("updated",), "update")


@kind(Rule.MISSING_FIELD)
def required_field_left_out() -> Iterator[Planted]:
    for plant in plants(*PROJECTS):
        parent = plant.span(("investment",))
        yield plant.without(("investment", "total"), parent.key_line, parent.key_column)


@kind(Rule.MISSING_LANGUAGE)
def english_left_out() -> Iterator[Planted]:
    for plant in plants(*ALL):
        parent = plant.span(("summary",))
        yield plant.without(("summary", "en"), parent.key_line, parent.key_column)


@kind(Rule.EMPTY_VALUE)
def nothing_after_the_colon() -> Iterator[Planted]:
    for plant in plants(*ALL):
        span = plant.span(("updated",))
        planted = plant.write(("updated",), "")
        yield Planted(plant.path, planted.text, span.key_line + 1, span.key_column + 1)


@kind(Rule.WRONG_SHAPE)
def text_in_one_language_only() -> Iterator[Planted]:
    for plant in plants("projects", "parks"):
        line = plant.span(("place",)).line
        if match := re.fullmatch(r"(place: )\{.*\}", plant.lines[line]):
            text = "\n".join([*plant.lines[:line], f"{match[1]}金河镇", *plant.lines[line + 1 :]])
            yield Planted(plant.path, text + "\n", line + 1, len(match[1]) + 1)


@kind(Rule.BAD_CHOICE)
def choice_that_does_not_exist() -> Iterator[Planted]:
    for plant in plants(*PROJECTS):
        yield plant.write(("kind",), "new-built")


@kind(Rule.BAD_CHOICE)
def choice_in_chinese() -> Iterator[Planted]:
    for plant in plants(*PROJECTS):
        for loc in list(plant.locs(r"approvals\.\d+\.status"))[:1]:
            yield plant.write(loc, "已办")


@kind(Rule.BARE_NUMBER)
def unit_forgotten() -> Iterator[Planted]:
    for plant in plants(*PROJECTS):
        yield plant.write(
            ("scale", "land"), re.sub(r"[^\d.]", "", plant.written(("scale", "land")))
        )


@kind(Rule.BAD_QUANTITY)
def two_points_in_a_number() -> Iterator[Planted]:
    for plant in plants(*PROJECTS):
        yield plant.write(("investment", "total"), "3.2.1亿元")


@kind(Rule.WRONG_UNIT)
def area_where_money_belongs() -> Iterator[Planted]:
    for plant in plants(*PROJECTS):
        yield plant.write(("investment", "total"), "320亩")


@kind(Rule.WRONG_UNIT)
def money_where_people_belong() -> Iterator[Planted]:
    for plant in plants(*PROJECTS):
        yield plant.write(("scale", "jobs"), "180万元")


@kind(Rule.REVERSED_RANGE)
def range_from_more_to_less() -> Iterator[Planted]:
    for plant in plants(*PROJECTS):
        yield plant.write(("scale", "construction"), "24至18个月")


@kind(Rule.AMBIGUOUS_RANGE)
def counting_word_for_both_ends_or_one() -> Iterator[Planted]:
    for plant in plants(*PROJECTS):
        yield plant.write(("scale", "land"), "9000至1万亩")


@kind(Rule.NEGATIVE_QUANTITY)
def negative_area() -> Iterator[Planted]:
    for plant in plants(*PROJECTS):
        yield plant.write(("scale", "land"), f"-{plant.written(('scale', 'land'))}")


@kind(Rule.MORE_THAN_WHOLE)
def margin_above_the_whole() -> Iterator[Planted]:
    for plant in plants(*PROJECTS):
        yield plant.write(("investment", "margin"), "130%")


@kind(Rule.BAD_NUMBER)
def plot_ratio_with_a_unit() -> Iterator[Planted]:
    for plant in plants(*PROJECTS):
        yield plant.write(("scale", "plot_ratio"), "0.8倍")


@kind(Rule.BAD_DATE)
def date_with_slashes() -> Iterator[Planted]:
    for plant in plants(*ALL):
        yield plant.write(("updated",), plant.written(("updated",)).replace("-", "/"))


@kind(Rule.BAD_DATE)
def day_that_does_not_exist() -> Iterator[Planted]:
    for plant in plants(*ALL):
        yield plant.write(("updated",), "2026-09-31")


@kind(Rule.BAD_FORMAT)
def telephone_with_words() -> Iterator[Planted]:
    for plant in plants("projects", "industries", "parks"):
        yield plant.write(("contacts", 0, "phone"), "办公室电话")


@kind(Rule.TOO_LONG)
def tagline_too_long() -> Iterator[Planted]:
    for plant in plants("projects", "industries", "parks"):
        yield plant.write(("tagline", "zh"), "依山" * 16)


@kind(Rule.RAW_HTML)
def html_in_prose() -> Iterator[Planted | None]:
    for plant in plants(*PROJECTS):
        yield plant.within(("market", "outlook", "zh"), "，", "，<b>", at=1)


@kind(Rule.BAD_FORMAT)
def classification_in_small_letters() -> Iterator[Planted]:
    for plant in plants(*PROJECTS):
        yield plant.write(("classification",), plant.written(("classification",)).lower())


@kind(Rule.SAYS_NOTHING)
def risk_without_a_measure() -> Iterator[Planted | None]:
    for plant in plants(*PROJECTS):
        for loc in list(plant.locs(r"risks\.\d+\.measure\.zh"))[:4]:
            # Where the English has figures, that they are not in the Chinese is found as well.
            if not re.search(r"\d", plant.written((*loc[:-1], "en"))):
                yield plant.write(loc, "无")


@kind(Rule.CHANGED_AFTER_APPROVAL)
def approval_before_the_last_change() -> Iterator[Planted]:
    for plant in plants(*PROJECTS):
        yield plant.write(("review", "date"), "2026-01-05")
