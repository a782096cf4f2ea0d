"""What a finish cannot do, said in both languages."""

from site_builder.diagnostics.bilingual import Words


class FinishError(RuntimeError):
    """A file that cannot be finished as it should be, with the reason and what helps."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(f"{en} {zh}")
        self.words = Words(zh, en)

    def __reduce__(self) -> tuple[type["FinishError"], tuple[str, str]]:
        """Let the error travel from a worker process."""
        return type(self), (self.words.zh, self.words.en)
