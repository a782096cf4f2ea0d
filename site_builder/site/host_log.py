"""What the host warns of while it renders the prose, kept so that it can be told."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

_HOST = "mkdocs"


class _Keeper(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


@contextmanager
def listening() -> Iterator[list[str]]:
    """Give the list of the host's warnings, which grows while the host works."""
    keeper, log = _Keeper(), logging.getLogger(_HOST)
    log.addHandler(keeper)
    try:
        yield keeper.heard
    finally:
        log.removeHandler(keeper)
