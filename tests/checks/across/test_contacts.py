import pytest

from site_builder.diagnostics import Rule
from tests.county_copy import CountyCopy

UNIT = "  - unit: {zh: 河西工业园管委会, en: Hexi Park Administration}\n"
PERSON = "    person: {zh: 陈岩, en: Chen Yan}\n"
PROJECT, DRAFT, PARK = "projects/cathode.yml", "projects/recycling.yml", "parks/hexi.yml"


def name(county: CountyCopy, path: str, phone: str = "0800-5550111", person: str = PERSON) -> None:
    """Let a contact of a record be a person."""
    county.edit(path, f"{UNIT}    phone: 0800-5550111", f"{UNIT}{person}    phone: {phone}")


@pytest.mark.parametrize(
    ("phone", "same"),
    [
        ("0800 5550111", True),
        ("08005550111", True),
        ("+86 800 5550111", True),
        ("0800-5550119", False),
        ("0800-5550111转8", False),
    ],
)
def test_numbers_are_the_same_however_they_are_written(
    county: CountyCopy, phone: str, same: bool
) -> None:
    """Spaces, dashes and the code of the country tell nothing; an extension does."""
    name(county, PROJECT)
    name(county, PARK, phone)
    assert ([] if same else [Rule.CONTACT_TWO_PHONES]) == [
        f.rule for f in county.breaches(Rule.CONTACT_TWO_PHONES)
    ]


def test_the_number_that_most_records_give_is_taken_for_the_right_one(county: CountyCopy) -> None:
    """Of three the odd one is reported, though it comes first."""
    name(county, PROJECT, "0800-5550119")
    name(county, DRAFT)
    name(county, PARK)
    county.edit(
        PARK,
        "    phone: 0800-5550111\n",
        f"    phone: 0800-5550111\n{UNIT}{PERSON}    phone: 0800-5550111\n",
    )
    (finding,) = county.breaches(Rule.CONTACT_TWO_PHONES)
    assert ("projects/cathode.yml", "0800-5550119", "0800-5550111") == (
        str(finding.place.path),
        finding.facts["here"],
        finding.facts["there"],
    )


def test_drafts_and_namesakes_are_left_alone(county: CountyCopy) -> None:
    """A draft is not published, and another English name is another person."""
    name(county, PROJECT)
    name(county, DRAFT, "0800-5550119")
    name(county, PARK, "0800-5550118", PERSON.replace("Chen Yan", "Chen Yen"))
    assert county.breaches(Rule.CONTACT_TWO_PHONES) == []


def test_the_same_person_twice_in_one_record_has_one_number(county: CountyCopy) -> None:
    """Of two lines that stand side by side a reader cannot tell which is right."""
    line = f"{UNIT}{PERSON}    phone: 0800-555011"
    county.edit(PARK, f"{UNIT}    phone: 0800-5550111", f"{line}1\n{line}2")
    (finding,) = county.breaches(Rule.CONTACT_TWO_PHONES)
    assert "contacts.1.phone" == finding.field
    assert ("0800-5550112", "0800-5550111") == (finding.facts["here"], finding.facts["there"])


def test_a_private_mailbox_is_reported_once(county: CountyCopy) -> None:
    """The rule is about telephones; a person may have two addresses."""
    name(county, PROJECT)
    name(county, PARK, "0800-5550111\n    email: chenyan@163.com")
    assert [Rule.PRIVATE_MAIL] == [finding.rule for finding in county.findings()]
