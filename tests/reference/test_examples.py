"""Each rule has a worked example, which is what the rule says of a case of its own."""

import os
from pathlib import Path

import pytest

from site_builder.diagnostics import Rule
from site_builder.reference import examples as shipped
from site_builder.reference.examples import examples
from tests.reference.example_files import all_examples, as_yaml

FILE = Path(shipped.__file__).with_name("examples.yml")


def test_the_examples_are_those_of_the_cases(tmp_path: Path) -> None:
    """What is shipped is what the cases say; every rule has one."""
    text = as_yaml(all_examples(tmp_path))
    if os.environ.get("ZS_REGENERATE") == "1":
        FILE.write_text(text, "utf-8")
        pytest.skip("the examples have been rewritten; read them before they are kept")
    assert FILE.read_text("utf-8") == text
    assert {rule.code for rule in Rule} == set(examples())


def test_examples_can_be_read() -> None:
    """Each shows a line with the mistake and says something of it, in both languages."""
    for code, example in examples().items():
        assert any(line.strip() for line in example.written), code
        assert example.fact.zh != example.fact.en, code
        assert example.help.zh != example.help.en, code
