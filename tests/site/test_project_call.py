"""The button that calls about a project names whose number it is."""

import pytest
from playwright.sync_api import Page, expect

from tests.site.website import records


@pytest.mark.parametrize(("folder", "language"), [("", "zh"), ("en/", "en")])
def test_the_button_names_the_person_whose_number_it_dials(
    page: Page, address: str, folder: str, language: str
) -> None:
    contact = records("projects")["battery-recycling"]["contacts"][0]
    page.goto(f"{address}{folder}projects/battery-recycling/")
    button = page.locator(".project__card .button--call")
    expect(button).to_contain_text(contact["person"][language])
    expect(button).to_contain_text(contact["phone"])
    expect(button).to_have_attribute("href", f"tel:{contact['phone']}")
