"""Choices are named with what they mean."""

from site_builder.content.choice_words import MOST_LISTED, choice_words, hint
from site_builder.content.model import ReviewStatus
from site_builder.content.project import ProjectKind, ProjectStage
from site_builder.diagnostics import Words
from site_builder.reference.choices import Meanings, all_choices
from tests.site.website import COUNTY as SAMPLE


def test_the_words_are_those_of_the_website() -> None:
    """Every choice of every record has its words, and they are the same as readers see."""
    meanings = Meanings(SAMPLE / "theme")
    assert choice_words() == {
        choice.__name__: {
            member.value: Words(meanings.of(member, "zh"), meanings.of(member, "en"))
            for member in choice
        }
        for choice in all_choices()
    }
    assert max(len(choice) for choice in all_choices()) <= MOST_LISTED


def test_a_choice_is_known_by_its_words() -> None:
    """Whoever writes the word instead of the code is told the code."""
    for value in ("洽谈中", "in talks", "negotiatng"):
        assert Words(
            "是否应为 negotiating（洽谈中）？", "did you mean negotiating (In talks)?"
        ) == hint(value, list(ProjectStage))
    assert "是否应为 in-review（审核中）？" == hint("审核", list(ReviewStatus)).zh


def test_otherwise_all_are_listed_with_their_words() -> None:
    """In the order in which the model has them."""
    assert (
        "可选值：new-build（新建）、expansion（扩建）、upgrade（技改）、reuse（盘活）、"
        "ppp（政府和社会资本合作）"
    ) == hint("?", list(ProjectKind)).zh
    assert hint("?", list(ProjectKind)).en.startswith("one of: new-build (New build), ")


def test_the_first_word_of_a_choice_is_enough() -> None:
    """A choice may say more than people write: what follows the comma is left out."""
    for value in ("已审定", "Approved"):
        assert "did you mean approved (Approved, to be published)?" == (
            hint(value, list(ReviewStatus)).en
        )
