"""Marks that authors leave for themselves, told apart from sentences about open questions."""

import pytest

from site_builder.checks.law.placeholders import own_marks


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("待定", ["待定"]),
        ("（待补充）", ["（待补充）"]),
        ("XX", ["XX"]),
        ("××", ["××"]),
        ("TBD", ["TBD"]),
        ("占全县的XX%", ["XX%"]),
        ("年产值XX万元，占××%", ["XX万元", "××%"]),
        ("20XX年投产", ["XX年"]),
        ("用地待定亩", ["待定亩"]),
        ("年产3万吨（待核实）", ["（待核实）"]),
        ("RMB XX million", ["RMB XX million"]),
        ("选址待定的部分不计入", []),
        ("氟离子含量待复测", []),
        ("具体指标待核实后公布", []),
        ("申报材料待补充完整后受理", []),
        ("20×30×2米", []),
        ("尺码从S到XXL", []),
        ("第XX届之后", []),
        ("型号XX100", []),
        ("The site is to be determined by the county's plan.", []),
        ("**重点**支持三类项目", []),
        ("深加工待补", []),
    ],
)
def test_a_mark_is_told_from_a_sentence(text: str, found: list[str]) -> None:
    """Only what stands in place of a value, or beside a unit, is a placeholder."""
    assert found == own_marks(text)
