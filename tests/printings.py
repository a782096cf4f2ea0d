"""What the tiny county may have had printed: its own facts, or others."""

import json
from typing import Any

from site_builder.content.printed import sealed
from tests.county_copy import CountyCopy

FROZEN = "events/printed/xiamen.json"
FAIR = {"zh": "白溪县（厦门）推介会", "en": "Baixi Investment Meeting, Xiamen"}
CATHODE: dict[str, Any] = {
    "title": {"zh": "年产2万吨正极材料", "en": "Cathode material, 20,000 tonnes a year"},
    "investment": "3.2亿元",
    "land": "50亩",
    "payback": {"value": "6.1年", "includes_construction": True},
    "return": {"value": "16.8%", "basis": "after-tax"},
    "stage": "open",
    "modes": ["sole", "joint-venture"],
    "site": {
        "park": "hexi",
        "name": {"zh": "河西工业园", "en": "Hexi Park"},
        "plots": ["hx-01"],
    },
    "price": {"hx-01": "9.6万元/亩"},
    "person": {"zh": "河西工业园管委会", "en": "Hexi Park Administration"},
    "phone": "0800-5550111",
}
"""All facts of the tiny county's project, as they are."""


def printing(day: str, **projects: dict[str, Any]) -> dict[str, Any]:
    """Return a printing of a day; each project has the facts of the cathode, and its own."""
    own = {slug.replace("_", "-"): {**CATHODE, **facts} for slug, facts in projects.items()}
    return {"printed": day, "event": FAIR, "projects": own}


def keep(county: CountyCopy, *printings: dict[str, Any], file: str = FROZEN) -> None:
    """Write printings as a county keeps them."""
    kept = county.file(file)
    kept.parent.mkdir(exist_ok=True)
    kept.write_text(json.dumps(sealed({"printings": printings})), "utf-8")
