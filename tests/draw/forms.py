"""What every drawing must be: well-formed, named, and free of what a printer drops."""

import re
from xml.etree import ElementTree as ET

FORBIDDEN = (
    "<style",
    " style=",
    " class=",
    "var(",
    "currentColor",
    "<mask",
    "mask=",
    "Gradient",
    "foreignObject",
    "paint-order",
    "<marker",
    "<use",
    "<image",
    "<script",
    '="nan"',
    '="inf"',
    " nan",
    " inf",
)
NAMESPACE = "{http://www.w3.org/2000/svg}"


def parsed(svg: str) -> ET.Element:
    """Return the drawing as a tree, once it has been seen to be what it must be."""
    root = ET.fromstring(svg)  # noqa: S314 - drawn here, not fetched
    assert root.tag == f"{NAMESPACE}svg"
    markup = re.sub(r">[^<]*<", "><", svg)
    markup = re.sub(r' class="chain-(card|link)"', "", markup)  # names for scripts, not for styles
    for word in FORBIDDEN:
        assert word not in markup, word
    ids = [node.get("id") for node in root.iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    for node in root.iter(f"{NAMESPACE}text"):
        family = node.get("font-family") or root.get("font-family") or ""
        assert family.startswith(("'Noto Sans CJK SC'", "'Noto Serif CJK SC'"))
    return root


def named(svg: str, role: str = "img") -> ET.Element:
    """Return the drawing as a tree; it must have a role, a title and a description."""
    root = parsed(svg)
    title, description = root[0], root[1]
    assert root.get("role") == role
    assert title.tag == f"{NAMESPACE}title"
    assert title.text
    assert description.tag == f"{NAMESPACE}desc"
    assert description.text
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    return root


def words(root: ET.Element) -> list[str]:
    """Return all drawn texts, in order."""
    return [node.text or "" for node in root.iter(f"{NAMESPACE}text")]


def texts(root: ET.Element) -> list[ET.Element]:
    """Return all text elements, in order."""
    return list(root.iter(f"{NAMESPACE}text"))
