"""Mistakes between values: references to nothing, ids used twice, dates that run backwards."""

from collections.abc import Iterator

from site_builder.content.source import Loc
from site_builder.diagnostics import Rule
from tests.planting.field import Plant, Planted, plants
from tests.planting.kind import kind

PROJECTS = ("projects",)


@kind(Rule.UNKNOWN_REFERENCE)
def industry_misspelt() -> Iterator[Planted]:
    for plant in plants(*PROJECTS):
        yield plant.write(("industry",), plant.record.industry[:-1])


@kind(Rule.CLASSIFICATION_UNKNOWN)
def industry_code_of_no_class() -> Iterator[Planted]:
    for plant in plants(*PROJECTS):
        yield plant.write(("classification",), "C9999")


@kind(Rule.UNKNOWN_REFERENCE)
def policy_that_does_not_exist() -> Iterator[Planted]:
    for plant in plants(*PROJECTS):
        for loc in list(plant.locs(r"policies\.0")):
            yield plant.write(loc, "no-such-policy")


@kind(Rule.UNKNOWN_REFERENCE)
def plot_of_another_park() -> Iterator[Planted]:
    for plant in plants(*PROJECTS):
        for loc in list(plant.locs(r"plots\.0")):
            yield plant.write(loc, "zz-99")


@kind(Rule.SUPPLY_TWICE)
def supply_written_a_second_time() -> Iterator[Planted]:
    for plant in plants("industries"):
        for loc in list(plant.locs(r"segments\.\d+\.supplies\.0"))[:4]:
            first, to = plant.span(loc).line, plant.span((*loc, "to"))
            if plant.lines[first].lstrip().startswith("- to:"):
                item = plant.lines[first : _end_of_item(plant, first)]
                yield plant.insert(first, *item, column=to.column, down=len(item))


def _end_of_item(plant: Plant, first: int) -> int:
    """Return the line after an entry of a list that begins on a line of its own."""
    lines = plant.lines
    indent = lines[first].index("-")
    end = first + 1
    while end < len(lines) and lines[end][: indent + 1].isspace():
        end += 1
    return end


@kind(Rule.SUPPLY_TO_NOWHERE)
def supply_to_a_segment_that_does_not_exist() -> Iterator[Planted]:
    for plant in plants("industries"):
        for loc in list(plant.locs(r"segments\.\d+\.supplies\.0\.to"))[:4]:
            yield plant.write(loc, "no-such-segment")


@kind(Rule.SUPPLY_TO_ITSELF)
def supply_to_the_segment_itself() -> Iterator[Planted]:
    for plant in plants("industries"):
        for loc in list(plant.locs(r"segments\.\d+\.supplies\.0\.to"))[:4]:
            yield plant.write(loc, plant.record.segments[loc[1]].id)


@kind(Rule.DUPLICATE_ID)
def id_used_twice() -> Iterator[Planted]:
    for plant in plants("industries"):
        for index, segment in enumerate(plant.record.segments):
            span = plant.span(("segments", index))
            again = (
                f"{' ' * (span.column - 2)}- {{id: {segment.id}, title: {{zh: 另一环节, en: More}},"
                " stage: upstream, role: material, strength: weak}"
            )
            # The one that was there now comes second.
            column = plant.span(("segments", index, "id")).column
            yield plant.insert(span.line, again, column=column, down=1)


@kind(Rule.REVIEW_UNSIGNED)
def approved_by_nobody() -> Iterator[Planted | None]:
    for plant in plants("projects", "industries", "parks", "policies"):
        span = plant.span(("review",))
        by = f"by: {plant.record.review.by}"
        on_one_line = plant.within(("review",), f"{by}, ", "")
        planted = on_one_line or plant.without(("review", "by"), 0, 0)
        yield Planted(plant.path, planted.text, span.key_line + 1, span.key_column + 1)


@kind(Rule.DATES_REVERSED)
def next_review_before_the_last() -> Iterator[Planted]:
    for plant in plants("projects", "industries", "parks", "policies"):
        if plant.record.review.next is not None:
            yield plant.write(("review", "next"), "2026-01-05")


@kind(Rule.DATES_REVERSED)
def end_before_the_beginning() -> Iterator[Planted]:
    for plant in plants(*PROJECTS):
        for loc in plant.locs(r"investment\.phases\.\d+\.end"):
            yield plant.write(loc, "2026-01")
    for plant in plants("policies"):
        if plant.record.expires is not None:
            yield plant.write(("expires",), "2024-12-31")


@kind(Rule.PICTURE_MISSING)
def picture_that_is_not_there() -> Iterator[Planted]:
    for plant in plants("projects", "industries", "parks"):
        line = plant.span(("review",)).key_line
        picture = (
            "pictures:",
            "  - file: no-such-picture.jpg",
            "    alt: {zh: 厂区, en: The works}",
        )
        yield plant.insert(line, *picture, column=10, down=1)


@kind(Rule.CHAPTER_THIN)
def no_risks() -> Iterator[Planted]:
    for plant in plants(*PROJECTS):
        yield plant.without(("risks",), 0, 0)


@kind(Rule.CHAPTER_THIN)
def no_sources_of_money() -> Iterator[Planted]:
    for plant in plants(*PROJECTS):
        parent = plant.span(("investment",))
        yield plant.without(("investment", "sources"), parent.key_line, parent.key_column)


@kind(Rule.PLACEHOLDER_LEFT)
def words_of_the_skeleton_left() -> Iterator[Planted]:
    for plant in plants(*PROJECTS):
        yield plant.write(("content", "items", 0, "name", "zh"), "待填写")


@kind(Rule.GAP_TRACE_BROKEN)
def gap_without_regions() -> Iterator[Planted]:
    for plant in plants("industries"):
        for index, segment in enumerate(plant.record.segments):
            if segment.target_regions:
                gap = plant.span(("segments", index, "id"))
                lost = ("segments", index, "target_regions")
                yield plant.without(lost, gap.line, gap.column)


@kind(Rule.STRONG_WITHOUT_FIRM)
def strong_segment_without_firm() -> Iterator[Planted]:
    for plant in plants("industries"):
        for index, segment in enumerate(plant.record.segments):
            if not segment.firms:
                yield plant.write(("segments", index, "strength"), "strong")


@kind(Rule.UNPUBLISHED_IN_USE)
def back_to_draft_while_in_use() -> Iterator[Planted]:
    for plant in plants("industries", "parks", "policies"):
        yield plant.write(("review", "status"), "draft")


def _twice(plant: Plant, entry: Loc, words: Loc) -> Planted:
    """Give an entry of a list once more, in front of itself; the second is the mistake."""
    span, at = plant.span(entry), plant.span((*entry, *words))
    first, last = span.line, span.line
    for line in plant.lines[first + 1 :]:
        # What belongs to the entry stands further in than its dash.
        if line.strip() and len(line) - len(line.lstrip()) <= span.column - 2:
            break
        last += 1
    copied = plant.lines[first : last + 1]
    return plant.insert(first, *copied, column=at.column, down=len(copied) + at.line - first)


@kind(Rule.ENTRY_REPEATED)
def risk_given_twice() -> Iterator[Planted]:
    for plant in plants(*PROJECTS):
        yield _twice(plant, ("risks", 0), ("risk", "zh"))


@kind(Rule.ENTRY_REPEATED)
def advantage_given_twice() -> Iterator[Planted]:
    for plant in plants(*PROJECTS):
        yield _twice(plant, ("conditions", "advantages", 0), ("zh",))
