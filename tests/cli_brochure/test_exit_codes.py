"""One meaning of an exit code in every command: fine, errors, wrong usage."""

from tests.cli_brochure.editions import PROJECT
from tests.command_line import run
from tests.county_copy import CountyCopy

LEAFLET = "editions/xiamen/zh/screen/leaflet-cathode.pdf"


def test_check_brochure_and_preflight_end_alike(leaflets: CountyCopy) -> None:
    """Whoever calls them from a script asks once what 0, 1 and 2 mean."""
    root = ("--root", leaflets.root)
    made = leaflets.file(LEAFLET)
    codes = [
        run("check", *root).exit_code,
        run("brochure", "xiamen", "--finish", "screen", *root).exit_code,
        run("preflight", made, *root).exit_code,
    ]
    assert codes == [0, 0, 0]
    wrong = [
        run("check", "nowhere", *root).exit_code,
        run("brochure", "nowhere", *root).exit_code,
        run("brochure", "xiamen", "--product", "roll-up", *root).exit_code,
        run("brochure", "xiamen", "--finish", "screen", "--freeze", *root).exit_code,
        run("preflight", *root).exit_code,
    ]
    assert wrong == [2] * 5
    made.write_bytes(made.read_bytes()[:1000])
    leaflets.edit(PROJECT, "total: 3.2亿元", "total: 3.9亿元")
    errors = [
        run("check", *root).exit_code,
        run("brochure", "xiamen", "--finish", "screen", *root).exit_code,
        run("preflight", made, *root).exit_code,
    ]
    assert errors == [1, 1, 1]
