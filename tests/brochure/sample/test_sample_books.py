"""The sample county's projects fit on the book's paper, lower than A4, in both languages."""

import fcntl
from pathlib import Path

import pypdfium2
import pytest

from site_builder.brochure.composing.composer import Composer
from site_builder.brochure.making.press import Press
from site_builder.brochure.plan import BOOK, Brochure, Product
from site_builder.build import prepare
from site_builder.site.photos import publish_photos
from tests.brochure.conftest import THEME
from tests.brochure.minimum import on_the_back, on_the_front
from tests.brochure.pressing import pressed
from tests.brochure.reading import squeezed

ROOT = THEME.parent


def test_every_project_has_a_spread_of_its_own(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    """What is unchanged since the last run is not printed again."""
    sample = prepare(ROOT, THEME)
    publish_photos(ROOT / "media", sample.photos, tmp_path)
    press = Press(Composer(sample.theme, sample.counties, sample.site_url), tmp_path)
    cache = getattr(pytestconfig, "cache", None)  # None where pytest is to remember nothing
    kept = cache.mkdir("project-books") if cache else tmp_path / "kept"
    kept.mkdir(exist_ok=True)
    books = [
        Brochure(f"{language}.pdf", Product.PROJECT_BOOK, language, county, paper=BOOK)
        for language, county in sample.counties.items()
    ]
    files = {book.path: kept / press.key(book) for book in books}
    with (kept / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        missing = [book for book in books if not files[book.path].exists()]
        for book, pdf in pressed(press, missing, workers=2):
            files[book.path].write_bytes(pdf)
        for old in set(kept.glob("*.pdf")) - set(files.values()):
            old.unlink()
        read = {path: file.read_bytes() for path, file in files.items()}
    for book in books:
        with pypdfium2.PdfDocument(read[book.path]) as document:
            said = [squeezed(page.get_textpage().get_text_range()) for page in document]
        # Cover, contents, two pages a project, index, back cover.
        assert len(said) <= 2 * len(book.projects) + 6
        for project in book.projects:
            (front,) = [
                number
                for number, text in enumerate(said, 1)
                if squeezed(str(project.brief.summary)) in text
            ]
            assert front % 2 == 0
            assert squeezed(str(project.brief.title)) in said[front]
            assert [text for text in on_the_front(project) if text not in said[front - 1]] == []
            assert [text for text in on_the_back(project) if text not in said[front]] == []
