"""RGB in content streams into the inks of the press.

What WeasyPrint writes was read off its output: `rg` and `RG` for every colour, alpha as a
graphics state, tiles as patterns, faint groups as forms with a group of their own.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import pikepdf
from pikepdf import Dictionary, Name, Object, Pdf, Stream

from site_builder.brochure.finish.errors import FinishError
from site_builder.brochure.finish.inks import Cmyk, Inks, Rgb
from site_builder.brochure.finish.placing import numbers
from site_builder.brochure.finish.small_text import in_few_inks
from site_builder.brochure.finish.streams import drop, page_of, painted_streams, resources

# Strings and comments are stepped over, so that no letter in them counts.
_NUMBER = rb"[-+]?(?:\d+\.?\d*|\.\d+)"
_STRING = rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.|\([^()]*\))*\))*\)"
_SKIPPED = _STRING + rb"|%[^\r\n]*"
_COLOUR = re.compile(
    rb"(?P<skip>%s)|(?<![^\s])(%s)\s+(%s)\s+(%s)\s+(rg|RG)(?![^\s])"
    % (_SKIPPED, _NUMBER, _NUMBER, _NUMBER),
    re.DOTALL,
)
_NAME = rb"/[^\s/<>\[\]()]*"
# A property list stands in the content (7.3.7: dictionaries lie in each other, and hold strings),
# or is named in the resources.
_FLAT = rb"(?:%s|[^<>()]|<[0-9A-Fa-f\s]*>)*" % _STRING
_LIST = rb"<<%s(?:<<%s(?:<<%s>>%s)*>>%s)*>>" % ((_FLAT,) * 5)
_TAGS = re.compile(
    rb"(?P<skip>%s)|(?<![^\s])(?:%s\s*(?:%s|%s)\s*BDC|%s\s+BMC|EMC)(?![^\s])"
    % (_SKIPPED, _NAME, _LIST, _NAME, _NAME),
    re.DOTALL,
)
_LAYER = re.compile(rb"/OC\s")
_FOREIGN = re.compile(
    rb"(?P<skip>%s)|(?<![^\s])(?:/(?P<space>[^\s/<>\[\]()]+)\s+(?:cs|CS)"
    rb"|(?P<other>sh|BI|BDC|BMC|EMC))(?![^\s])" % _SKIPPED,
    re.DOTALL,
)
_SPACES = {b"Pattern", b"DeviceCMYK", b"DeviceGray"}
_FILLED = "q Q rg Tj TJ ' \""
_SHOWS = {"Tj", "TJ", "'", '"'}


@dataclass
class Recolouring:
    """The inks found for the colours of one document."""

    inks: Inks
    convert: Callable[[Rgb], Cmyk]
    """What the profile makes of a colour that no token explains."""
    known: dict[tuple[bytes, bytes, bytes, bytes], bytes] = field(default_factory=dict)
    unexplained: set[tuple[bytes, bytes, bytes]] = field(default_factory=set)

    def operation(self, found: re.Match[bytes]) -> bytes:
        """Return the operation that sets the inks instead of the RGB colour."""
        if found["skip"] is not None:
            return found[0]
        # Groups 2 to 5: three channels and the operator.
        operands = found[2], found[3], found[4], found[5]
        known = self.known.get(operands)
        if known is None:
            known = self.known[operands] = self._set(operands)
        return known

    def _set(self, operands: tuple[bytes, bytes, bytes, bytes]) -> bytes:
        red, green, blue = (round(min(max(float(part), 0), 1) * 255) for part in operands[:3])
        inks = self.inks.printed((red, green, blue))
        if inks is None:
            self.unexplained.add(operands[:3])
            inks = self.convert((red, green, blue))
        return _operation(inks, b"k" if operands[3] == b"rg" else b"K")

    @cached_property
    def small(self) -> Mapping[bytes, bytes]:
        """The operations for which small text has another, and that other."""
        pairs = self.inks.of_small_text.items()
        return {_operation(usual, b"k"): _operation(few, b"k") for usual, few in pairs}


def _operation(inks: Cmyk, operator: bytes) -> bytes:
    return numbers(*(round(part, 3) for part in inks)) + b" " + operator


def recolour(pdf: Pdf, recolouring: Recolouring) -> None:
    """Rewrite every colour of a document in place, and drop the tags in its streams.

    A colour that no token explains is converted by the profile where it fills a shape, and
    is an error where it colours text, which must stay sharp. So are gradients, inline
    pictures, layers, painted masks and colours in other spaces: the layouts have none.
    """
    for stream in painted_streams(pdf):
        try:
            _rewrite(stream, recolouring)
        except FinishError as error:
            raise error.at(page=page_of(pdf, stream)) from error
    for used in resources(pdf):
        for thing, refused in (*_masks(used), *_gradients(used)):
            raise refused.at(page=page_of(pdf, thing))
        drop(used, "/ColorSpace", "/Properties")


def _rewrite(stream: Stream, recolouring: Recolouring) -> None:
    content = _TAGS.sub(_kept, stream.read_bytes())
    _refuse_foreign(content)
    written = _COLOUR.sub(recolouring.operation, content)
    if recolouring.unexplained:
        _refuse_text(stream, recolouring.unexplained)
    stream.write(in_few_inks(written, recolouring.small))
    group = stream.get("/Group")
    if isinstance(group, Dictionary) and "/CS" in group:
        group.CS = Name.DeviceCMYK


def _kept(found: re.Match[bytes]) -> bytes:
    if found["skip"] is not None:
        return found[0]
    if _LAYER.match(found[0]):
        raise FinishError(
            "页面里有图层（可选内容），印出来不知取哪一层。请去掉图层。",
            "There are layers (optional content), and a press cannot choose. Leave them out.",
        )
    return b""


def _refuse_foreign(content: bytes) -> None:
    for found in _FOREIGN.finditer(content):
        if found["space"] is not None and found["space"] not in _SPACES:
            name = found["space"].decode(errors="replace")
            raise FinishError(
                f"颜色用了 {name} 色彩空间，无法换算成四色。"
                "请用 theme/assets/css/tokens.css 的颜色。",
                f"A colour is in the space {name}, which has no inks. Use the colours of "
                "theme/assets/css/tokens.css.",
            )
        if found["other"] in {b"sh", b"BI"}:
            raise _gradient()
        if found["other"] is not None:
            raise FinishError(
                "页面里的标记写法读不懂，去不掉。请改用常规的模板写法。",
                "A mark of the structure is written in a way that cannot be read, nor taken out. "
                "Write the template in the usual way.",
            )


def _gradient() -> FinishError:
    return FinishError(
        "页面里有渐变或内嵌图片，不能付印。请用平涂颜色和图片文件。",
        "There is a gradient or an inline picture, which cannot be printed. Use flat colours and "
        "picture files.",
    )


def _masks(used: Dictionary) -> Iterator[tuple[Object, FinishError]]:
    """Yield states with painted masks, and what is said of them."""
    for state in used.get("/ExtGState", Dictionary()).values():
        if isinstance(state.get("/SMask"), Dictionary):
            yield (
                state,
                FinishError(
                    "页面里有画出来的蒙版（mask），不能付印。请去掉渐变和蒙版。",
                    "There is a painted mask, which cannot be printed. Leave out masks and "
                    "gradients.",
                ),
            )


def _gradients(used: Dictionary) -> Iterator[tuple[Object, FinishError]]:
    """Yield patterns that are gradients (ISO 32000-1, 8.7.4); tiles are painted streams."""
    for pattern in used.get("/Pattern", Dictionary()).values():
        if pattern.get("/PatternType") == 2:
            yield pattern, _gradient()


def _refuse_text(stream: Stream, foreign: set[tuple[bytes, bytes, bytes]]) -> None:
    """Raise if text is shown in a colour that no token explains."""
    colours = {tuple(float(part) for part in parts) for parts in foreign}
    fill: tuple[float, ...] = ()
    kept: list[tuple[float, ...]] = []
    for step in pikepdf.parse_content_stream(stream, _FILLED):
        name, operands = str(step.operator), step.operands
        if name == "q":
            kept.append(fill)
        elif name == "Q":
            fill = kept.pop() if kept else ()
        elif name == "rg":
            fill = tuple(float(part) for part in operands)
        elif name in _SHOWS and fill in colours:
            value = "#" + "".join(f"{round(part * 255):02x}" for part in fill)
            raise FinishError(
                f"文字用了 {value}，四色表里没有。请用 theme/assets/css/tokens.css 的颜色。",
                f"Text is coloured {value}, which the tokens do not explain. Use the colours of "
                "theme/assets/css/tokens.css.",
            )
