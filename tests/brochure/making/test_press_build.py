"""A build whose brochures do not all come out ends with 1 and leaves the website as it is."""

from pathlib import Path

from tests.command_line import run
from tests.site.tiny import leftovers, publishable


def test_all_that_failed_are_told_and_nothing_is_swapped_in(tmp_path: Path) -> None:
    county = publishable(tmp_path / "county")
    settings = county.file("mkdocs.yml").read_text("utf-8")
    county.file("mkdocs.yml").write_text(settings.replace("{brochures: false}", "{}"), "utf-8")
    text = "一句不长的话说了许多遍，" * 220
    county.edit("projects/cathode.yml", "建设烧结车间和仓库。", text)
    result = run("build", "--root", county.root, "--lang", "en")
    assert result.exit_code == 1
    assert result.exception is None or isinstance(result.exception, SystemExit)
    told = result.stderr.splitlines()
    for name in ("handbook.pdf", "projects/cathode/leaflet.pdf"):
        (line,) = [line for line in told if f"{name}: projects/cathode.yml does not fit" in line]
        assert "content.summary.zh is" in line
    assert not county.file("site").exists()
    assert leftovers(county) == []
