"""A build gives a whole website or leaves the old one, always the same bytes."""

import logging
import os
import subprocess
import sys

import pytest

from site_builder.build import BuildFailedError, ContentErrors
from site_builder.plugin import build_site
from tests.county_copy import CountyCopy
from tests.site.programs import BUILD, ENVIRONMENT, started
from tests.site.tiny import PROJECT, built, leftovers
from tests.site.website import Website


def test_a_content_error_leaves_the_old_website(tiny: CountyCopy) -> None:
    """With an error in a file nothing is built, and the website stays as it was."""
    before = built(tiny).files()
    tiny.edit(PROJECT, "total: 3.2亿元", "total: 3.2")
    with pytest.raises(ContentErrors) as stopped:
        built(tiny)
    assert ["bare-number"] == [finding.code for finding in stopped.value.findings]
    assert before == Website(tiny.root / "site").files()
    assert [] == leftovers(tiny)


def test_a_faulty_page_leaves_the_old_website(tiny: CountyCopy) -> None:
    """With a link to nothing the build fails with its place, and the website stays as it was."""
    before = built(tiny).files()
    (tiny.root / "docs/why.md").write_text('# Why\n\n<a href="../nowhere/">x</a>\n', "utf-8")
    with pytest.raises(BuildFailedError, match=r"why/index.html: \.\./nowhere/ leads to nothing"):
        built(tiny)
    assert before == Website(tiny.root / "site").files()
    assert [] == leftovers(tiny)


def test_something_from_another_host_fails_the_build(tiny: CountyCopy) -> None:
    """A picture from another host is a fault, a link to another host is none."""
    text = "# Why\n\n[out](https://example.org/)\n"
    (tiny.root / "docs/why.md").write_text(text, "utf-8")
    built(tiny)
    (tiny.root / "docs/why.md").write_text(f"{text}\n![x](https://example.org/x.png)\n", "utf-8")
    with pytest.raises(BuildFailedError, match=r"loads https://example\.org/x\.png from another"):
        built(tiny)


def test_a_build_repeats_itself(tiny: CountyCopy) -> None:
    """Two builds of the same files give the same bytes in every file."""
    first, second = (
        Website(build_site(tiny.root, tiny.root / name, brochures=False).site_dir).files()
        for name in ("first", "second")
    )
    assert set(first) == set(second)
    assert [] == [name for name in first if first[name] != second[name]]


def test_a_record_that_is_withdrawn_leaves_nothing(tiny: CountyCopy) -> None:
    """A project that is no longer approved is gone from every file of the next website."""
    assert "projects/cathode/" in built(tiny).pages
    tiny.edit(PROJECT, "status: approved", "status: in-review")
    tiny.edit("county.yml", "featured: [cathode]", "featured: []")
    tiny.edit("industries/batteries.yml", "    projects: [cathode]\n", "")
    tiny.edit("events/xiamen.yml", "status: approved", "status: in-review")
    after = built(tiny)
    assert "projects/cathode/" not in after.pages
    assert [] == [name for name, data in after.files().items() if b"projects/cathode" in data]


def test_the_host_alone_gives_the_same_website(tiny: CountyCopy) -> None:
    """`mkdocs build` says nothing but its progress, and writes what `build_site` writes."""
    expected = build_site(tiny.root, tiny.root / "ours", brochures=False)
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", "theirs"],
        cwd=tiny.root,
        env=os.environ | ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (0, "") == (result.returncode, result.stdout)
    said = {line.split(" - ")[0].strip() for line in result.stderr.splitlines()}
    assert {"INFO"} == {word for word in said if word}
    ours, theirs = Website(expected.site_dir).files(), Website(tiny.root / "theirs").files()
    assert set(ours) == set(theirs)
    assert [] == [name for name in ours if ours[name] != theirs[name]]


def test_a_build_logs_no_warning(tiny: CountyCopy, caplog: pytest.LogCaptureFixture) -> None:
    """Neither the host nor its theme has anything to complain of."""
    with caplog.at_level(logging.INFO):
        built(tiny)
    assert [] == [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING]


def test_a_broken_template_is_named_and_nothing_is_lost(tiny: CountyCopy) -> None:
    """A name that a template does not know stops the build, and the website stays."""
    before = built(tiny).files()
    page = tiny.root / "theme/templates/policies.html"
    page.write_text(page.read_text("utf-8") + "{{ county.bref }}{{ w.policy.titel }}", "utf-8")
    with pytest.raises(BuildFailedError, match=r"theme: .*(bref|titel)"):
        built(tiny)

    assert before == Website(tiny.root / "site").files()


def test_a_county_without_shapes_does_not_wait_for_geometry(tiny: CountyCopy) -> None:
    """No boundary and no corners: what would measure and draw them is not loaded."""
    code = f"{BUILD}; print('geometry' if 'shapely' in sys.modules else 'none')"
    with started(code, tiny.root, stdout=subprocess.PIPE) as building:
        said, _errors = building.communicate(timeout=60)
    assert b"none" == said.split()[-1]
