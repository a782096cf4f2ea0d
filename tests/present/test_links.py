import pytest

from site_builder.present import links
from site_builder.present.links import (
    event_address,
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


@pytest.mark.parametrize("path", ["", "projects/", "parks/jinhe/", "en/", "en/projects/enamel/"])
def test_the_twin_of_a_twin_is_the_page(path: str) -> None:
    """Every page has one twin, in the other language, that leads back to it."""
    assert path == links.twin(links.twin(path))
    assert {"zh", "en"} == {links.language_of(path), links.language_of(links.twin(path))}


def test_a_languages_own_pages_are_named_once() -> None:
    """Templates find home, sections and files by name, the twins under `en/`."""
    chinese, english = links.paths("zh"), links.paths("en")

    assert english == {name: links.twin(path) for name, path in chinese.items()}
    assert {"home", "handbook", "feed", *links.SECTIONS} == set(chinese)


def test_a_printed_code_names_the_event() -> None:
    """The address of a page, with the event for which the code was printed."""
    address = event_address("https://invest.baixi.example/", "en/projects/tea/", "xiamen-2026")
    assert address == "https://invest.baixi.example/en/projects/tea/?event=xiamen-2026"
