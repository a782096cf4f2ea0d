"""Where the content of a page stands on its sheet."""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Matrix, Name, Page, Pdf, Stream

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in PDF units."""


def size(page: Page) -> tuple[float, float]:
    """Return the width and height of a page's MediaBox in PDF units."""
    left, bottom, right, top = (float(part) for part in page.mediabox)
    return right - left, top - bottom


def new_page(pdf: Pdf, size: tuple[float, float], content: bytes, resources: Dictionary) -> Page:
    """Return a page of a size that is not in the document yet."""
    width, height = size
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, round(width, 4), round(height, 4)]),
        Contents=pdf.make_stream(content),
        Resources=resources,
    )
    return Page(pdf.make_indirect(page))


def place(page: Page, matrix: Matrix, clip: Box, after: bytes = b"") -> None:
    """Move a page's content by `matrix` and cut it at `clip`, given where it stands then.

    `after` is drawn on the sheet, unmoved. Tiles are laid in the page's own space, not in
    that of its content, so they are moved along.
    """
    page.contents_coalesce()
    content = page.obj.Contents.read_bytes()
    left, bottom, right, top = clip
    before = b"q\n%s re W n\n%s cm\n" % (
        numbers(left, bottom, right - left, top - bottom),
        numbers(*matrix.shorthand),
    )
    page.obj.Contents.write(before + content + b"\nQ\n" + after)
    for tile in _tiles(page, content):
        tile.Matrix = Array([round(part, 6) for part in (_of(tile) @ matrix).shorthand])


def numbers(*values: float) -> bytes:
    """Return figures as a content stream has them: it knows no exponents."""
    return b" ".join(_number(value).encode() for value in values)


def _number(value: float) -> str:
    written = f"{value:.5f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def _tiles(page: Page, content: bytes) -> Iterator[Stream]:
    patterns = page.obj.get("/Resources", Dictionary()).get("/Pattern", Dictionary())
    words = set(content.split()) if len(patterns) else set()
    for name, tile in patterns.items():
        if name.encode() in words and isinstance(tile, Stream):
            yield tile


def _of(tile: Stream) -> Matrix:
    return Matrix(tile.Matrix) if Name.Matrix in tile else Matrix()
