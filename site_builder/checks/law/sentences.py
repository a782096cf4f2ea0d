"""Where sentences begin and end: a text goes in, the sentence around an offset comes out.

What excuses or proves a statement stands in its own sentence, or in a next one that says nothing
but where it comes from; what stands elsewhere in a paragraph speaks of something else.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass

_END_OF_SENTENCE = re.compile(r"[。！？\n]|[.!?](?!(?<=\bno\.) ?[0-9])(?=[\s”\"')]|$)")
_OF_SOURCE = re.compile(
    r"[\s”\"'’）)（(]*(?:(?:法律|政策|文件|上述|以上)?依据|(?:数据|资料)?来源|以上(?:数据|排名)"
    r"|sources?\b|basis\b|according to\b|legal basis\b)"
)
_NEAR = 400
"""How far from a sentence the rest of its paragraph is read."""


@dataclass(frozen=True)
class Sentence:
    """One sentence of a text in lower case."""

    whole: str
    text: str
    """The sentence itself, without its stop."""
    begin: int
    end: int
    next_end: int
    """Where the sentence after it ends."""

    @property
    def statement(self) -> str:
        """The sentence, with the next one where that names its source."""
        if _OF_SOURCE.match(self.whole, self.end + 1):
            return self.whole[self.begin : self.next_end]
        return self.text

    @property
    def paragraph(self) -> str:
        """The paragraph of the sentence, or what of it is near."""
        early = max(0, self.begin - _NEAR)
        first = self.whole.rfind("\n", early, self.begin) + 1 or early
        last = self.whole.find("\n", self.end, self.end + _NEAR)
        return self.whole[first : last if last >= 0 else self.end + _NEAR]


class Sentences:
    """The sentences of one text in lower case."""

    def __init__(self, whole: str) -> None:
        """Find where they end."""
        self._whole = whole
        stops = (match.start() for match in _END_OF_SENTENCE.finditer(whole))
        self._ends = [*stops, len(whole)]
        self._read: dict[int, Sentence] = {}

    def around(self, offset: int) -> Sentence:
        """Return the sentence that holds an offset of the text."""
        number = bisect_left(self._ends, offset)
        if number not in self._read:
            begin, end = self._ends[number - 1] + 1 if number else 0, self._ends[number]
            after = self._ends[min(number + 1, len(self._ends) - 1)]
            text = self._whole[begin:end]
            self._read[number] = Sentence(self._whole, text, begin, end, after)
        return self._read[number]
