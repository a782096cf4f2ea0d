"""The same texts as Markdown pages for plain Material: what a county would do without us."""

from pathlib import Path

import yaml

SETTINGS = """\
site_name: Plain
theme: {{name: material, font: false}}
plugins: {plugins}
nav: [index.md]
not_in_nav: "*"
"""


def write_plain_site(county: Path, folder: Path, *, search: bool) -> int:
    """Write one Markdown page for each project and language; return the number of pages.

    The pages are kept out of the navigation, which suits Material best: a navigation of
    all pages is rendered into every page.
    """
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# Home\n", "utf-8")
    pages = 0
    for file in sorted((county / "projects").glob("*.yml")):
        record = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
        for language in ("zh", "en"):
            page = docs / language / f"{file.stem}.md"
            page.parent.mkdir(exist_ok=True)
            page.write_text("\n\n".join(_markdown(record, language)), "utf-8")
            pages += 1
    plugins = "[search]" if search else "[]"
    (folder / "mkdocs.yml").write_text(SETTINGS.format(plugins=plugins), "utf-8")
    return pages


def _markdown(record: dict[str, object], language: str) -> list[str]:
    blocks = [f"# {_text(record['title'], language)}"]
    for key, value in record.items():
        if key not in {"title", "review", "internal"}:
            blocks += [f"## {key}", *_blocks(value, language)]
    return blocks


def _blocks(value: object, language: str) -> list[str]:
    if isinstance(value, dict):
        if set(value) == {"zh", "en"}:
            return [_text(value, language)]
        return [
            block
            for key, part in value.items()
            for block in ([f"### {key}", *_blocks(part, language)])
        ]
    if isinstance(value, list):
        if value and all(isinstance(row, dict) and set(row) != {"zh", "en"} for row in value):
            return [_table(value, language)]
        return ["\n".join(f"- {' '.join(_blocks(item, language))}" for item in value)]
    return [str(value)]


def _table(rows: list[dict[str, object]], language: str) -> str:
    keys = list(dict.fromkeys(key for row in rows for key in row))
    lines = [f"| {' | '.join(keys)} |", f"|{'---|' * len(keys)}"]
    for row in rows:
        cells = [" ".join(_blocks(row.get(key, ""), language)).replace("\n", " ") for key in keys]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _text(value: object, language: str) -> str:
    return str(value[language]) if isinstance(value, dict) else str(value)
