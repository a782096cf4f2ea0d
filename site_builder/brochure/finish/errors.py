"""What a finish cannot do, said in both languages, with the file and the page."""

from collections.abc import Iterable

from site_builder.diagnostics.bilingual import Words


class FinishError(RuntimeError):
    """A file that cannot be finished as it should be: where, the reason, and what helps."""

    def __init__(self, zh: str, en: str, *, file: str = "", page: int | None = None) -> None:
        self.reason = Words(zh, en)
        self.file, self.page = file, page
        super().__init__(self.words.en)

    @property
    def words(self) -> Words:
        """All of it, as a person reads it; the file and the page where they are known."""
        zh = [self.file, "" if self.page is None else f"第 {self.page} 页", self.reason.zh]
        en = [self.file, "" if self.page is None else f"page {self.page}", self.reason.en]
        return Words("：".join(filter(None, zh)), ": ".join(filter(None, en)))

    def at(self, file: str = "", page: int | None = None) -> "FinishError":
        """Return the same error with file and page, where it does not name them yet."""
        page = page if self.page is None else self.page
        return FinishError(*self.reason, file=self.file or file, page=page)

    def __str__(self) -> str:
        return self.words.en

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error travel from a worker process."""
        return _again, (self.reason.zh, self.reason.en, self.file, self.page)


def _again(zh: str, en: str, file: str, page: int | None) -> FinishError:
    return FinishError(zh, en, file=file, page=page)


def all_of(errors: Iterable[FinishError]) -> FinishError:
    """Return what is wrong with several files as one error, a line each."""
    told = sorted(errors, key=lambda error: (error.file, error.page or 0))
    zh, en = ("\n".join(lines) for lines in zip(*(error.words for error in told), strict=True))
    return FinishError(zh, en)
