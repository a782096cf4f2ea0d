"""The people whom a project is said to employ, told apart from others of whom it speaks."""

import pytest

from site_builder.checks.across.own_jobs import jobs_in
from site_builder.diagnostics import Rule
from tests.county_copy import CountyCopy

PROJECT = "projects/cathode.yml"
SUMMARY = "zh: 在河西工业园50亩用地上建设年产2万吨正极材料生产线。"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("用工180人", ["180人"]),
        ("总投资3.2亿元，新增就业180人。", ["180人"]),
        ("项目达产后可直接用工约180人", ["180人"]),
        ("建设期18个月，预计吸纳就业1.2万人", ["1.2万人"]),
        ("可提供就业岗位180个", ["180人"]),
        ("可提供180个就业岗位", ["180人"]),
        ("解决约180人就业", ["180人"]),
        ("用工160至180人", ["160至180人"]),
        ("用工120人，带动就业600人", ["120人", "600人"]),
        ("用工180余人", []),
        ("用工180人次", []),
        ("一期用工60人", []),
        ("一期建设2万吨生产线，用工60人", []),
        ("员工其中，用工60人", []),
        ("建设期用工约500人", []),
        ("采摘季临时用工300人", []),
        ("间接带动就业600人", []),
        ("扩建后企业总用工约360人", []),
        ("现有企业3家，用工460人", []),
        ("公用工程180人", []),
        ("全县茶业，带动就业3万人", []),
    ],
)
def test_whom_a_text_speaks_of(text: str, said: list[str]) -> None:
    """What is said of the project itself begins a clause."""
    assert said == [jobs.written for jobs in jobs_in(text)]


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("用工121人", "new-build", 0),
        ("用工122人", "new-build", 1),
        ("用工约126人", "new-build", 0),
        ("用工约127人", "new-build", 1),
        ("用工100至130人", "new-build", 0),
        ("用工360人", "expansion", 0),
        ("新增就业360人", "expansion", 1),
        ("带动就业210人", "new-build", 1),
        ("带动就业360人", "new-build", 0),
        ("带动就业1200人", "new-build", 0),
        ("带动就业300至500人", "new-build", 0),
        ("用工120人，新增就业360人", "new-build", 0),
    ],
)
def test_a_summary_is_held_against_the_jobs(
    county: CountyCopy, text: str, kind: str, count: int
) -> None:
    """The field says 120人; a figure said of others is left alone."""
    county.edit(PROJECT, SUMMARY, f"zh: 建设正极材料生产线，{text}。")
    county.edit(PROJECT, "kind: new-build", f"kind: {kind}")
    assert count == len(county.breaches(Rule.TEXT_CONTRADICTS_FIELD))
