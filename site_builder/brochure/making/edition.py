"""What an edition consists of: every product in every language and finish, as a list of files."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from site_builder.brochure.pieces.contents import TRI_FOLD_FOLDS
from site_builder.brochure.plan import (
    A4,
    BOOK,
    CARD,
    LONG,
    ROLL_UP,
    TRI_FOLD,
    Brochure,
    Paper,
    Product,
)
from site_builder.brochure.setting.long_picture import KINDS, Kind
from site_builder.content.event import EditionLanguage
from site_builder.preflight import Finish
from site_builder.present.event import EditionView

_ON_A4: Mapping[Finish, Paper] = dict.fromkeys(Finish, A4)
_EACH_ALONE = (EditionLanguage.ZH, EditionLanguage.EN)
_AS_BOOK: Mapping[Finish, Paper] = {**_ON_A4, Finish.PRESS: BOOK}


@dataclass(frozen=True)
class Piece:
    """A product with what it is printed on."""

    product: Product
    papers: Mapping[Finish, Paper]
    """The paper of every finish that there is of it."""
    languages: tuple[EditionLanguage, ...] = tuple(EditionLanguage)
    each: bool = False
    """Whether there is one for each project, not one for all."""
    book: bool = False
    """Whether its pages are bound."""
    bleed: float = 3
    """How far its colour goes beyond the trim in the press file, in millimetres."""
    folds: tuple[tuple[float, ...], ...] = ()
    """Where each of its pages is folded, from the left edge of the trim in millimetres."""
    pictures: tuple[Kind, ...] = ()
    """As which pictures it is drawn; none for what goes out as PDF."""


PIECES = (
    Piece(Product.HANDBOOK, _AS_BOOK, book=True),
    Piece(Product.PROJECT_BOOK, _AS_BOOK, book=True),
    Piece(Product.LEAFLET, _ON_A4, each=True),
    Piece(Product.TRI_FOLD, dict.fromkeys(Finish, TRI_FOLD), folds=TRI_FOLD_FOLDS),
    Piece(Product.ROLL_UP, dict.fromkeys(Finish, ROLL_UP), bleed=0),
    Piece(Product.TABLE_CARD, dict.fromkeys(Finish, CARD)),
    Piece(Product.LONG_PICTURE, {Finish.SCREEN: LONG}, _EACH_ALONE, each=True, pictures=KINDS),
)
"""Everything that can be made; a line here is a product more."""


@dataclass(frozen=True)
class Copy:
    """One file of an edition: a brochure in one finish."""

    piece: Piece
    brochure: Brochure
    finish: Finish
    imposed: bool = False
    """Whether its pages stand as a printer's spreads, to be folded and stapled."""
    picture: Kind | None = None
    """As which picture it is drawn; None for a PDF."""

    @property
    def path(self) -> str:
        """Where it stands in the edition's folder: `zh/press/handbook.pdf`."""
        name = self.brochure.path.rpartition("/")[2].removesuffix(".pdf")
        end = "-imposed" if self.imposed else ""
        return f"{self.brochure.language}/{self.finish}/{name}{end}.{self.picture or 'pdf'}"


def plan_edition(
    edition: EditionView,
    products: Collection[str] = (),
    languages: Collection[str] = (),
    finishes: Collection[str] = (),
) -> list[Copy]:
    """Return the files of an edition; with products, languages or finishes, those of them only."""
    return [
        copy
        for piece in PIECES
        if piece.product in edition.products and (not products or piece.product in products)
        for language in piece.languages
        if language in edition.languages and (not languages or language in languages)
        for copy in _copies(edition, piece, language)
        if not finishes or copy.finish in finishes
    ]


def to_set(copies: Collection[Copy]) -> list[Brochure]:
    """Return the brochures that are set in pages for these files, each once."""
    return list({copy.brochure.path: copy.brochure for copy in copies}.values())


def _copies(edition: EditionView, piece: Piece, language: str) -> Iterator[Copy]:
    slugs = edition.counties["zh"].by_slug if piece.each else ("",)
    for slug in slugs:
        for finish, paper in piece.papers.items():
            brochure = _brochure(edition, piece.product, language, slug, paper)
            for picture in piece.pictures or (None,):
                yield Copy(piece, brochure, finish, picture=picture)
            if piece.book and finish is Finish.PRESS:
                yield Copy(piece, brochure, finish, imposed=True)


def _brochure(
    edition: EditionView, product: Product, language: str, slug: str, paper: Paper
) -> Brochure:
    """Return what is set on a paper, about one project or all; of `both`, Chinese faces English."""
    both = language == EditionLanguage.BOTH
    own = "zh" if both else language
    county = edition.counties[own]
    name = f"{product}-{slug}" if slug else str(product)
    return Brochure(
        f"{language}/{paper.name}/{name}.pdf",
        product,
        language,
        county,
        county.by_slug[slug] if slug else None,
        paper,
        edition.events[own],
        _brochure(edition, product, "en", slug, paper) if both else None,
    )
