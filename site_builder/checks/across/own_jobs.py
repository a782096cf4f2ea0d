"""What title, tagline and summary of a brief say of the people it employs.

Goes in: one Chinese text. Come out: the figures that stand for all whom the project employs, as
against those of a phase, of the seasons, of the firms around it or of the whole county.
"""

import re
from typing import NamedTuple

_TOPICS = ("用工", "就业", "岗位")
# 180余人 and 超180人 leave too much open to be held against anything.
_NUMBER = r"[0-9](?:[0-9,]{0,9})(?:\.[0-9]{1,4})?"
_FIGURE = rf"(?P<about>约|近)?(?P<said>{_NUMBER}万?(?:[至~—–-]{_NUMBER}万?)?)\s?"
# What is said of the project itself begins a clause: seasonal or indirect work does not.
_BEGIN = (
    r"(?:^|[，。；、：,;\n]|项目|[产成营]后)(?:项目|[达投]产后|建成后|全部)?(?:预计|计划|拟|可|将)*"
)
_WORD = r"(?:劳动用工|用工人数|用工|就业岗位|就业人数|就业|岗位)"
_GIVES = r"(?P<verb>新增|解决|安排|吸纳|提供|创造|带动|拉动)"
_FORWARD = re.compile(
    rf"{_BEGIN}{_GIVES}?(?:直接|固定)?{_WORD}(?:达到|达|为|共计|共)?{_FIGURE}(?:人(?!次)|名|个)"
)
_BACKWARD = re.compile(rf"{_BEGIN}{_GIVES}{_FIGURE}(?:人|名|个)(?:直接|固定)?(?:就业|用工|岗位)")
_OF_OTHERS = re.compile(
    r"[一二三四五首近远]期|其中|分别|每[年个家户亩]|均|临时|季|全[县市省国]|县内|现有|目前|已"
)
_CLAUSE_ENDS = "。；;\n"


class Jobs(NamedTuple):
    """A number of people whom a project is said to employ."""

    start: int
    end: int
    written: str
    """The figure with 人, as fields have it: 180人 of 180个岗位."""
    is_about: bool
    is_added: bool
    """Whether the people are said to come to those who work there already."""
    is_loose: bool
    """Whether others may be counted who work elsewhere: 带动就业."""


def jobs_in(text: str) -> list[Jobs]:
    """Return the people whom a project is said to employ, in the order of the text."""
    if not any(topic in text for topic in _TOPICS):
        return []
    found = [match for words in (_FORWARD, _BACKWARD) for match in words.finditer(text)]
    return [_jobs(match) for match in sorted(found, key=re.Match.start) if _is_whole(match)]


def _is_whole(match: re.Match[str]) -> bool:
    """Whether nothing in its sentence makes the figure that of a part, or of others."""
    text, begin = match.string, match.start("said")
    sentence = max(text.rfind(end, 0, begin) for end in _CLAUSE_ENDS) + 1
    return _OF_OTHERS.search(text, sentence, begin) is None


def _jobs(match: re.Match[str]) -> Jobs:
    figure, verb = match["said"], match["verb"]
    return Jobs(
        *match.span("said"),
        written=f"{figure}人",
        is_about=match["about"] is not None,
        is_added=verb == "新增",
        is_loose=verb in ("带动", "拉动"),
    )
