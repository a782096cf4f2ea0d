"""The walk through a page's content: every mark with its place, colour, font and size.

Operators and states as in ISO 32000-1. pikepdf takes the content apart;
measured on 105 pages of a handbook, that is 0.45 s for 306,000 operators.
"""

from collections.abc import Iterator
from typing import Any

import pikepdf

from site_builder.preflight.drawing_state import State, numbers
from site_builder.preflight.lettering import Lettering
from site_builder.preflight.limits import content_of
from site_builder.preflight.marks import Kind, Mark, Picture
from site_builder.preflight.nesting import Act
from site_builder.preflight.paint import Paint, Space, shading_space, space_of
from site_builder.preflight.typeface import Typeface


class Walker:
    """Walks through the pages of one document; what fonts and forms say is read once."""

    def __init__(self) -> None:
        self._faces: dict[tuple[int, int], Typeface] = {}
        self._parsed: dict[tuple[int, int], list[Any]] = {}
        self.unknown: frozenset[str] = frozenset()
        """What stands in the last page in the place of operators and is none."""

    def marks(self, page: pikepdf.Page) -> list[Mark]:
        """Return every mark of a page, in the order in which they are painted."""
        walk = _Walk(self, _OPERATORS)
        resources = page.resources
        if (group := page.obj.get("/Group")) is not None:
            walk.group(group, resources)
        for part in _parts(page.obj.get("/Contents")):
            content_of(part)
        walk.run(pikepdf.parse_content_stream(page), resources, State())
        annotations: Any = page.obj.get("/Annots", ())
        for annotation in annotations:
            looks: Any = annotation.get("/AP", {})
            look = looks.get("/N")
            if isinstance(look, pikepdf.Stream):
                walk.form(look, State(tags=((True, None),)), resources)
        self.unknown = frozenset(walk.unknown)
        return walk.found

    def face(self, font: Any) -> Typeface:
        """Return what a font's dictionary says."""
        key = font.objgen
        if key == (0, 0):
            return Typeface(font)
        if key not in self._faces:
            self._faces[key] = Typeface(font)
        return self._faces[key]

    def content(self, form: Any) -> list[Any]:
        """Return the operators of a form, read once however often it is drawn."""
        key = form.objgen
        if key not in self._parsed:
            content_of(form)
            self._parsed[key] = list(pikepdf.parse_content_stream(form))
        return self._parsed[key]


def _parts(contents: Any) -> list[Any]:
    """Return the streams of a page's content: none, one or several."""
    if contents is None:
        return []
    return list(contents) if isinstance(contents, pikepdf.Array) else [contents]


class _Walk(Lettering):
    """One page on the way, with operators of pictures, forms, gradients and tags."""

    def shading(self, operands: Any) -> None:
        shading = self.named("/Shading", operands[0])
        if shading is not None:
            space = shading_space(shading, self.resources)
            self.mark(Kind.SHADING, self.state.clip, Paint(space))

    def draw(self, operands: Any) -> None:
        drawn = self.named("/XObject", operands[0])
        if not isinstance(drawn, pikepdf.Stream):
            return
        if drawn.get("/Subtype") == "/Form":
            self.form(drawn, self.state.copied(), self.resources)
        elif drawn.get("/Subtype") == "/Image":
            self._picture(drawn, int(drawn["/Width"]), int(drawn["/Height"]), drawn)

    def inline_picture(self, operands: Any) -> None:
        picture = operands[0]
        self._picture(picture.obj, int(picture.width), int(picture.height), None)

    def _picture(self, given: Any, width: int, height: int, stream: Any) -> None:
        state = self.state
        box = state.matrix.box(0, 0, 1, 1).within(state.clip)
        if box.is_empty:
            return
        if given.get("/ImageMask", given.get("/IM", False)):
            paint = state.fill
        else:
            space = given.get("/ColorSpace", given.get("/CS"))
            paint = Paint(Space.UNKNOWN if space is None else space_of(space, self.resources))
        across, down = state.matrix.along / 72, state.matrix.across / 72
        dots = Picture(stream, width / (across or 1e-9), height / (down or 1e-9))
        self.mark(Kind.PICTURE, box, paint, picture=dots)

    def open_tag(self, operands: Any) -> None:
        number = None
        if len(operands) == 2:
            given = operands[1]
            if isinstance(given, pikepdf.Name):
                given = self.named("/Properties", given)
            if isinstance(given, pikepdf.Dictionary) and "/MCID" in given:
                number = int(given["/MCID"])
        counts = number is not None or operands[0] == "/Artifact"
        self.state.tags = (*self.state.tags, (counts, number))

    def close_tag(self, _: Any) -> None:
        self.state.tags = self.state.tags[:-1]


def _device(space: Space, *, stroke: bool) -> Act:
    def fill_with(walk: _Walk, operands: Any) -> None:
        walk.state.fill = Paint(space, tuple(numbers(operands)))

    def stroke_with(walk: _Walk, operands: Any) -> None:
        walk.state.stroke = Paint(space, tuple(numbers(operands)))

    return stroke_with if stroke else fill_with


def _text_state(name: str, per: float = 1) -> Act:
    def put(walk: _Walk, operands: Any) -> None:
        setattr(walk.state, name, float(operands[0]) / per)

    return put


def _table() -> Iterator[tuple[str, Act]]:
    yield from (("q", _Walk.save), ("Q", _Walk.restore), ("cm", _Walk.transform))
    yield from (("w", _Walk.thickness), ("gs", _Walk.parameters))
    for name, space in (("g", Space.GRAY), ("rg", Space.RGB), ("k", Space.CMYK)):
        yield name, _device(space, stroke=False)
        yield name.upper(), _device(space, stroke=True)
    yield from (("cs", _Walk.fill_space), ("CS", _Walk.stroke_space))
    yield from ((name, _Walk.fill_colour) for name in ("sc", "scn"))
    yield from ((name, _Walk.stroke_colour) for name in ("SC", "SCN"))
    yield from ((name, _Walk.point) for name in ("m", "l", "c", "v", "y"))
    yield from (("re", _Walk.rectangle), ("W", _Walk.clip), ("W*", _Walk.clip), ("n", _Walk.end))
    yield from ((name, _Walk.fill) for name in ("f", "F", "f*"))
    yield from ((name, _Walk.stroke) for name in ("S", "s"))
    yield from ((name, _Walk.fill_and_stroke) for name in ("B", "B*", "b", "b*"))
    yield from (("BT", _Walk.begin_text), ("Tf", _Walk.font), ("Tm", _Walk.text_matrix))
    yield from (("Td", _Walk.move), ("TD", _Walk.move_and_lead), ("T*", _Walk.next_line))
    yield from (("Tj", _Walk.show), ("TJ", _Walk.show_parts))
    yield from ((name, _Walk.show_on_next_line) for name in ("'", '"'))
    yield from (("Tc", _text_state("letters")), ("Tw", _text_state("words")))
    yield from (("Tz", _text_state("stretch", 100)), ("TL", _text_state("leading")))
    yield from (("Ts", _text_state("rise")), ("Tr", _text_state("mode")))
    yield from (("sh", _Walk.shading), ("Do", _Walk.draw), ("INLINE IMAGE", _Walk.inline_picture))
    yield from (("BMC", _Walk.open_tag), ("BDC", _Walk.open_tag), ("EMC", _Walk.close_tag))


_OPERATORS = dict(_table())
