"""Which language a reader of messages is spoken to in."""

import os
from collections.abc import Mapping


def reader_language(environment: Mapping[str, str] = os.environ) -> str:
    """Return `zh` if the reader's locale is Chinese, otherwise `en`.

    >>> reader_language({"LANG": "zh_CN.UTF-8"})
    'zh'
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if locale := environment.get(name):
            return "zh" if locale.lower().startswith("zh") else "en"
    return "en"
