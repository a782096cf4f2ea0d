"""Styles: most properties of most elements are inherited, or what they are at first.

WeasyPrint finds that out anew for each of them in seven steps. Here the usual cases are
answered at once, and the others are left to WeasyPrint. What a value with variables comes to is
not worked out again for every element either.
"""

from typing import Any

from site_builder.brochure.rendering.quicker.known import digest

_KNOWN = "87d50a33cfdf26b53fc1fae26b6731071ddffb6d28849821b7c6644355a5044a"
"""Digest of the source of what is replaced, and of what the replacement relies on."""

_ODD = ("float", "position", "display", "page")
"""Properties that depend on others, or on ancestors in a way of their own."""

_FROM_ABOVE = frozenset({"page", "text_decoration_line"})
"""Properties that are what the parent's are if nothing is said, though not inherited by name."""

_SPECIFIED = frozenset({"float", "position"})
"""Properties that WeasyPrint remembers as they were given: `display` depends on that."""

_LINES = {
    f"border_{side}_width": f"border_{side}_style" for side in ("top", "right", "bottom", "left")
}
"""By the width of a border its style: where there is no line, it has no width."""

_MOST = 32
"""Ways in which the variables of a value were filled in that are remembered."""

_PLAIN = (str, int, float, type(None))


def replace() -> bool:
    """Replace how the value of a property is found; return whether it is replaced."""
    from weasyprint import css

    if getattr(css.ComputedStyle, "is_quicker", False):
        return True
    if source_digest() != _KNOWN:
        return False
    _replace(css)
    return True


def source_digest() -> str:
    """Return a digest of the source of WeasyPrint that this module replaces or relies on."""
    from weasyprint import css
    from weasyprint.css import computed_values, functions, properties, tokens

    return digest(css, computed_values, functions, properties, tokens)


def _replace(css: Any) -> None:
    slow = css.ComputedStyle.__missing__
    inherited, initial = _usual(css)
    seldom = _seldom(css, slow)
    math = css.check_math

    def find(self: Any, key: str) -> Any:
        parent = self.parent_style
        if parent is None or key in self.cascaded:
            return slow(self, key)
        if key in inherited or key[:2] == "__":
            value = parent[key]
            if type(value) not in _PLAIN and math(value):
                return slow(self, key)
            self[key] = value
            return value
        if key in initial:
            value, names = initial[key]
            if not names or self.cascaded.keys().isdisjoint(names):
                self[key] = value
                return value
        return seldom(self, key)

    css.ComputedStyle.is_quicker = True
    css.ComputedStyle.__missing__ = find
    _replace_solving(css.Pending)


def _seldom(css: Any, slow: Any) -> Any:
    """Return what answers for the other properties of which nothing is said."""
    lines = _lines(css)
    first = {key: css.INITIAL_VALUES[key] for key in _SPECIFIED}

    def find(self: Any, key: str) -> Any:
        if key in lines:
            style, width, names = lines[key]
            if self.cascaded.keys().isdisjoint(names):
                value = self[key] = 0 if self[style] in ("none", "hidden") else width
                return value
        elif key in first:
            value = self[key] = self.specified[key] = first[key]
            if key == "float":
                # As in WeasyPrint, which asks for `position` first.
                _ = self["position"]
            return value
        return slow(self, key)

    return find


def _replace_solving(pending: Any) -> None:
    slow = pending.solve

    def solve(self: Any, tokens: Any, wanted_key: str, base_url: str) -> Any:
        """Return what a value with variables comes to: most often, what it came to before."""
        kept = self.__dict__.setdefault("solved", {})
        key = (wanted_key, base_url, *map(id, tokens))
        if key in kept:
            return kept[key][0]
        found = slow(self, tokens, wanted_key, base_url)
        if len(kept) >= _MOST:
            kept.clear()
        # With the tokens, so that no others come to have their identities.
        kept[key] = (found, tuple(tokens))
        return found

    pending.solve = solve


def _usual(css: Any) -> tuple[frozenset[str], dict[str, tuple[Any, tuple[str, ...]]]]:
    """Return which properties are inherited, and the first values of the others.

    Beside a value stand the names by which it may be given too, as `margin-block-start`.
    """
    other = css.PHYSICAL_FUNCTIONS
    usual = [
        key for key in css.INITIAL_VALUES if key not in _ODD and key[:16] != "text_decoration_"
    ]
    inherited = frozenset(key for key in usual if key in css.INHERITED and key not in other)
    inherited |= _FROM_ABOVE
    initial = {}
    for key in usual:
        value = css.INITIAL_VALUES[key]
        if key in css.INHERITED or key in css.INITIAL_NOT_COMPUTED or css.check_math(value):
            continue
        initial[key] = (value, _other_names(css, key))
    return inherited, initial


def _lines(css: Any) -> dict[str, tuple[str, Any, tuple[str, ...]]]:
    """Return by the width of a border its style, its first value, and its other names."""
    return {
        key: (style, css.INITIAL_VALUES[key], _other_names(css, key))
        for key, style in _LINES.items()
    }


def _other_names(css: Any, key: str) -> tuple[str, ...]:
    other = css.PHYSICAL_FUNCTIONS
    names = {other[key](block="ttb", inline=way) for way in ("ltr", "rtl") if key in other}
    return tuple(sorted(names))
