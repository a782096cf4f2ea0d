import pytest

from site_builder.content.catalog import FOLDERS as KEPT_FOLDERS
from site_builder.present.links import (
    FOLDERS,
    handbook_path,
    landscape_path,
    leaflet_path,
    record_path,
    section_path,
    up,
)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (section_path("", "zh"), ""),
        (section_path("", "en"), "en/"),
        (section_path("projects", "zh"), "projects/"),
        (section_path("projects", "en"), "en/projects/"),
        (record_path("project", "tea", "zh"), "projects/tea/"),
        (record_path("policy", "tea", "en"), "en/policies/tea/"),
        (leaflet_path("tea", "en"), "en/projects/tea/leaflet.pdf"),
        (handbook_path("zh"), "handbook.pdf"),
        (landscape_path("project", "tea"), "assets/landscapes/projects-tea.svg"),
    ],
)
def test_everything_has_one_address(path: str, expected: str) -> None:
    """Chinese stands at the root of the website, English under en/."""
    assert expected == path


@pytest.mark.parametrize(
    ("path", "way"), [("", "./"), ("projects/", "../"), ("en/projects/tea/", "../../../")]
)
def test_the_way_back_leads_to_the_root(path: str, way: str) -> None:
    """From any page there is a relative way to the root, for sites opened from a folder."""
    assert way == up(path)


def test_addresses_are_named_like_the_files() -> None:
    """A record's address can be told from the place of its file."""
    assert KEPT_FOLDERS == FOLDERS
