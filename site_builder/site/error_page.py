"""Errors of the county's files, shown in the preview where their author looks."""

from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup

from site_builder.diagnostics import Diagnostic
from site_builder.diagnostics.printing import as_text, summary

_STYLE = (
    "position:fixed;inset:0 0 auto 0;max-height:60vh;overflow:auto;z-index:99;margin:0;"
    "padding:16px 32px;background:#fff;border-bottom:4px solid #b5341f;color:#16211f"
)
_PAGE = Markup(
    "<!doctype html><html lang='zh-CN'><head><meta charset='utf-8'><title>{title}</title></head>"
    "<body>{panel}</body></html>"
)


def panel(findings: Sequence[Diagnostic]) -> Markup:
    """Return the findings as a panel over a page, in Chinese and in English."""
    blocks = Markup("").join(
        Markup("<pre>{}</pre>").format(f"{as_text(f, 'zh')}\n\n{as_text(f, 'en')}")
        for f in findings
    )
    title = f"{summary(findings, 'zh')} · {summary(findings, 'en')}"
    return Markup("<section role='alert' style='{}'><strong>{}</strong>{}</section>").format(
        _STYLE, title, blocks
    )


def error_page(folder: Path, findings: Sequence[Diagnostic]) -> None:
    """Write the errors as the only page, where nothing has been whole yet."""
    page = _PAGE.format(title=summary(findings, "zh"), panel=panel(findings))
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("index.html", "404.html"):
        (folder / name).write_text(page, "utf-8")


def show_errors(folder: Path, findings: Sequence[Diagnostic]) -> None:
    """Put the errors over every page of what was last whole."""
    shown = panel(findings)
    for page in folder.rglob("*.html"):
        html = page.read_text("utf-8")
        page.write_text(html.replace("</body>", f"{shown}</body>", 1), "utf-8")
