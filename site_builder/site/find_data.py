"""The data of "Find my place" as a classic script, so that the page also works from a folder."""

import json

from site_builder.present.county_view import CountyView
from site_builder.present.find_views import FindItem
from site_builder.present.words import Words
from site_builder.site.find_synonyms import ALSO_CALLED

WORDS = (
    "answer", "answer_all", "near", "nothing", "without", "everything", "too_small", "more",
    "why", "keep", "kept", "compare",
    "compared", "compare_full", "compare_count", "compare_few", "best", "same", "unknown", "remove",
    "kept_count", "kept_none", "kept_full", "kept_cut", "gone", "copied", "enough",
    "about_size", "planned", "via_project", "via_industry", "via_park", "via_all", "in_park",
    "in_park_of",
    "whole_chain",
)  # fmt: skip
"""The words of the page that its script puts together."""

GROUPS = {
    "fields": ("product", "goods", "makes", "gives", "target", "firm", "industry", "text"),
    "via": ("missing", "weak", "strong"),
    "kinds": ("segment", "project", "plot", "plant", "park", "policy"),
    "one": ("segment", "project", "plot", "plant", "park", "policy"),
    "labels": (
        "land", "floor", "available", "investment", "cost", "price", "rent", "power", "airport",
        "railway", "expressway", "port", "utility_power", "utility_water", "utility_gas",
        "utility_steam", "utility_sewage-treatment", "least_investment", "least_tax", "payback",
        "irr", "bought", "place",
    ),
    "units": ("mu", "ha", "m2"),
}  # fmt: skip
"""Groups of such words."""


def find_script(county: CountyView) -> str:
    """Return a script that sets `zhaoshangFind`: items, industries, words of one language."""
    view, words = county.find, county.voice.words["find"]
    data = {
        "language": county.language,
        "items": [_item(item) for item in view.items],
        "industries": {industry.slug: industry.title for industry in view.industries},
        "squareMetres": dict(view.square_metres),
        "alsoCalled": ALSO_CALLED,
        "words": _words(words),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # Both end a line of JavaScript before ES2019, in the middle of a string or not.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"window.zhaoshangFind={text};\n"


def _item(item: FindItem) -> dict[str, object]:
    """Return an item with what it has; what is empty is left out."""
    data: dict[str, object] = {
        "id": item.id,
        "kind": item.kind,
        "key": item.key,
        "title": item.title,
        "path": item.path,
        "place": item.place,
        "texts": [[text.field, text.shown, text.other] for text in item.texts],
        "said": dict(item.measures.said),
        "numbers": dict(item.measures.numbers),
        "notes": list(item.notes),
        "mark": [item.mark.code, item.mark.word] if item.mark is not None else None,
        "industries": list(item.industries),
        "segments": list(item.segments),
        "parks": list(item.parks),
        "plots": list(item.plots),
        "policies": list(item.policies),
        "projects": list(item.projects),
        "uses": list(item.uses),
    }
    return {name: value for name, value in data.items() if value}


def _words(words: Words) -> dict[str, object]:
    groups = {
        group: {name: str(words[group][name]) for name in names} for group, names in GROUPS.items()
    }
    return {**{name: str(words[name]) for name in WORDS}, **groups}
