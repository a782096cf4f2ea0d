"""What must hold of a website before it replaces the one before it."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

_LINK = re.compile(r'<(\w+)\b[^>]*?\s(href|src|srcset)="([^"]*)"')
_LOADING = {"link", "script", "img", "source", "iframe", "image", "use"}
_SHOWN_ONLY = re.compile(r'<link rel="(?:canonical|alternate)"')


def faults(folder: Path) -> Iterator[str]:
    """Yield every link that leads to no file, and every resource loaded from another host."""
    known: dict[str, bool] = {}
    for page in sorted(folder.rglob("*.html")):
        if page.name == "404.html":
            # Its links start from the address of the site, not from its own.
            continue
        name = page.relative_to(folder).as_posix()
        html = page.read_text("utf-8")
        for match in _LINK.finditer(html):
            tag, _, address = match.groups()
            if _SHOWN_ONLY.match(match.group()):
                continue
            for part in address.split(", "):
                fault = _fault(tag, part.split(" ")[0], page.parent, known)
                if fault:
                    yield f"{name}: {fault}"


def _fault(tag: str, address: str, folder: Path, known: dict[str, bool]) -> str:
    parts = urlsplit(address.replace("&amp;", "&"))
    if parts.scheme in {"http", "https"} or parts.netloc:
        return f"loads {address} from another host" if tag in _LOADING else ""
    if parts.scheme or not parts.path:
        return ""
    target = (folder / unquote(parts.path)).as_posix()
    if target not in known:
        file = Path(target)
        known[target] = file.is_file() or (file / "index.html").is_file()
    return "" if known[target] else f"{address} leads to nothing"
