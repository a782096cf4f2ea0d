"""What brochures are set with: composer, fonts, styles; and what goes into each of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from site_builder import brochure as rooms
from site_builder import draw
from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.composing.fit import fullest, leaflet_room, spread_room
from site_builder.brochure.making.allowance import Allowance
from site_builder.brochure.making.libraries import libraries
from site_builder.brochure.pieces.shapes import SHAPES
from site_builder.brochure.pieces.views import Fill
from site_builder.brochure.plan import Brochure, Product
from site_builder.brochure.rendering.fonts import STANDARD, Fonts, cut_fonts, fonts_folder
from site_builder.brochure.rendering.renderer import Renderer
from site_builder.brochure.setting.piece_setter import fullest_piece
from site_builder.brochure.setting.typesetter import Typesetter

STYLES = ("tokens.css", "print.css", "leaflet.css", "book.css", "chapters.css", "type.css")


@dataclass(frozen=True)
class Press:
    """What the brochures of one county are set with, and what names each of them."""

    composer: Composer
    folder: Path
    """Where the website stands: the photographs are there."""
    allowance: Allowance = field(default_factory=Allowance)
    """What each document may take before it is ended."""

    @cached_property
    def _styles(self) -> list[str]:
        folder = self.composer.theme.root / "assets/css"
        return [(folder / name).read_text("utf-8") for name in STYLES]

    @cached_property
    def fonts(self) -> Fonts:
        """The fonts of all brochures; made before the processes part."""
        return cut_fonts(STANDARD, fonts_folder())

    @cached_property
    def typesetter(self) -> Typesetter:
        """What sets the pages; made once in every process."""
        folders = {"media": self.folder / "media", "theme": self.composer.theme.root}
        return Typesetter(self.composer, Renderer(folders, self._styles, self.fonts))

    def key(self, brochure: Brochure) -> str:
        """Return what names a brochure in the cache: a digest of everything that goes in."""
        digest = sha256(self.common)
        digest.update(f"{brochure.product} {brochure.paper}".encode())
        digest.update(self._fullest(brochure).encode())
        for photo in self.composer.photos(brochure):
            digest.update((self.folder / photo).read_bytes())
        return f"{digest.hexdigest()}.pdf"

    def _fullest(self, brochure: Brochure) -> str:
        composer = self.composer.sketches
        if brochure.product in SHAPES:
            return "".join(composer.piece(brochure, fill) for fill in _fillings(brochure))
        if brochure.product is Product.LONG_PICTURE:
            return composer.long_picture(brochure, 0)
        if brochure.project is not None:
            fit = fullest(leaflet_room(brochure.paper))
            return "".join(composer.leaflet(side, fit) for side in brochure.sides)
        fit = fullest(spread_room(brochure.paper))
        fits = {project.slug: fit for project in brochure.projects}
        return "".join(composer.book(side, fits, {}) for side in brochure.sides)

    @cached_property
    def common(self) -> bytes:
        """Everything that all brochures share: libraries, fonts, styles, templates, program."""
        digest = sha256("\n".join([libraries(), self.fonts.identity, *self._styles]).encode())
        for source in sources(self.composer.theme.root):
            digest.update(source.read_bytes())
        return digest.digest()


def sources(theme: Path) -> list[Path]:
    """Return the files that decide how brochures are set: the program's, and templates."""
    # With what draws: keys say what a picture shows, not how.
    folders = [Path(str(room.__file__)).parent for room in (rooms, draw)]
    found = [file for folder in folders for file in folder.rglob("*.py")]
    for name in ("brochures", "components"):
        found += (theme / name).rglob("*.html")
    return sorted(found, key=lambda file: file.as_posix())


def _fillings(brochure: Brochure) -> Iterator[Fill]:
    """Yield how a piece may be filled, so that all it may say is said in one of the fillings.

    Some is said only where there is less of something: how many are left, and what takes the
    place of what is left out.
    """
    most = fullest_piece(brochure)
    yield most
    counts = {name: count for name, count in most.items() if count and name != "rows"}
    yield {**most, **dict.fromkeys(counts, 1)}
    yield {**most, **{name: count - 1 for name, count in counts.items()}}
    for name in counts:
        yield {**most, name: 0}
