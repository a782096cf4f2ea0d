"""Every rule by its code; what is said when one does not hold stands in `rules.yml`."""

from enum import StrEnum, unique
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml


class Severity(StrEnum):
    """How grave a finding is."""

    ERROR = "error"
    """The county cannot be published."""
    WARNING = "warning"
    """Published, but someone should look; an error under `--strict`."""


class RuleText(NamedTuple):
    """What is said when a rule does not hold."""

    severity: Severity
    zh: str
    en: str
    help_zh: str
    help_en: str


@cache
def rule_texts() -> dict[str, RuleText]:
    """Return the texts of all rules by code, from `rules.yml` beside this module."""
    source = files("site_builder.diagnostics").joinpath("rules.yml").read_text("utf-8")
    return {
        code: RuleText(**{**texts, "severity": Severity(texts["severity"])})
        for code, texts in yaml.safe_load(source).items()
    }


@unique
class Rule(StrEnum):
    """What must hold for a county's files to be published; the value is the stable code."""

    # --- the file itself
    COUNTY_MISSING = "county-missing"
    FILE_TOO_LARGE = "file-too-large"
    NOT_UTF8 = "not-utf8"
    SYMBOLIC_LINK = "symbolic-link"
    BAD_SLUG = "bad-slug"
    WRONG_EXTENSION = "wrong-extension"
    YAML_SYNTAX = "yaml-syntax"
    DUPLICATE_KEY = "duplicate-key"
    ANCHOR = "anchor"
    TAG = "tag"
    TOO_DEEP = "too-deep"
    NOT_A_MAPPING = "not-a-mapping"
    # --- the fields
    UNKNOWN_FIELD = "unknown-field"
    MISSING_FIELD = "missing-field"
    MISSING_LANGUAGE = "missing-language"
    EMPTY_VALUE = "empty-value"
    WRONG_SHAPE = "wrong-shape"
    BAD_CHOICE = "bad-choice"
    BARE_NUMBER = "bare-number"
    BAD_QUANTITY = "bad-quantity"
    WRONG_UNIT = "wrong-unit"
    REVERSED_RANGE = "reversed-range"
    BAD_NUMBER = "bad-number"
    BAD_DATE = "bad-date"
    BAD_FORMAT = "bad-format"
    TOO_LONG = "too-long"
    CHINESE_IN_ENGLISH = "chinese-in-english"
    RAW_HTML = "raw-html"
    # --- between records
    UNKNOWN_REFERENCE = "unknown-reference"
    UNPUBLISHED_REFERENCE = "unpublished-reference"
    DUPLICATE_ID = "duplicate-id"
    SUPPLY_TO_NOWHERE = "supply-to-nowhere"
    # --- pictures
    PICTURE_MISSING = "picture-missing"
    PICTURE_UNREADABLE = "picture-unreadable"
    # --- what a brief must hold
    CHAPTER_THIN = "chapter-thin"
    PLACEHOLDER_LEFT = "placeholder-left"
    SUM_MISMATCH = "sum-mismatch"
    DATES_REVERSED = "dates-reversed"
    COUNTY_NOT_APPROVED = "county-not-approved"
    REVIEW_UNSIGNED = "review-unsigned"
    STRONG_WITHOUT_FIRM = "strong-without-firm"
    GAP_WITHOUT_PROJECT = "gap-without-project"

    @property
    def code(self) -> str:
        """The stable code of the rule, e.g. `sum-mismatch`."""
        return self.value

    @property
    def text(self) -> RuleText:
        """What is said when the rule does not hold."""
        return rule_texts()[self.value]

    @property
    def severity(self) -> Severity:
        """Whether the rule stops publication."""
        return self.text.severity

    def message(self, language: str) -> str:
        """Return the template of the message in `zh` or `en`."""
        return self.text.zh if language == "zh" else self.text.en

    def help(self, language: str) -> str:
        """Return the template of the remedy in `zh` or `en`."""
        return self.text.help_zh if language == "zh" else self.text.help_en
