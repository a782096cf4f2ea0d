"""Small documents set by WeasyPrint itself, and the inks of the real tokens."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from weasyprint import HTML

from site_builder.brochure.finish import Inks, PressSettings, find_profile, read_inks

TOKENS = Path(__file__).parents[3] / "theme/assets/css/tokens.css"

Setter = Callable[..., bytes]


@pytest.fixture(scope="session")
def inks() -> Inks:
    return read_inks(TOKENS.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def settings(inks: Inks) -> PressSettings:
    return PressSettings(find_profile(), inks, date(2026, 9, 8))


@pytest.fixture(scope="session")
def set_pdf() -> Setter:
    """Return what sets HTML in pages as the renderer does: tagged, in RGB."""

    def setter(body: str, size: str = "100mm 120mm", style: str = "") -> bytes:
        page = f"@page {{ size: {size}; margin: 0 }} a {{ color: inherit }}"
        page += f"body {{ margin: 0; font: 10pt serif; {style} }}"
        head = f"<title>县</title><style>{page}</style>"
        html = f"<html lang=zh-CN><head>{head}</head><body>{body}</body></html>"
        return HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")

    return setter
