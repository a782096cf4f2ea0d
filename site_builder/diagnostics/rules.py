"""Every rule by its code; what is said when one does not hold stands in the folder `texts`."""

from collections.abc import Iterator
from enum import StrEnum, unique
from functools import cache
from typing import NamedTuple

from site_builder.sheets import read_sheet


class Severity(StrEnum):
    """How grave a finding is."""

    ERROR = "error"
    """The county cannot be published."""
    WARNING = "warning"
    """Published, but someone should look; an error under `--strict`."""
    NOTE = "note"
    """Known, accepted by the county with a reason, and listed; nothing more."""


SUBJECTS = (
    "files",
    "fields",
    "references",
    "pictures",
    "brief",
    "sums",
    "returns",
    "land",
    "plans",
    "maps",
    "law",
    "freshness",
    "translation",
    "across",
    "events",
    "settings",
)
"""The files of texts, in the order in which the rules are listed."""


class RuleText(NamedTuple):
    """What is said when a rule does not hold, and where the rule comes from."""

    severity: Severity
    zh: str
    en: str
    help_zh: str
    help_en: str
    why_zh: str
    why_en: str
    source_zh: str
    source_en: str
    lowerable: bool
    subject: str
    """The name of the file of texts that the rule stands in, e.g. `sums`."""


class Subject(NamedTuple):
    """A chapter of the list of rules."""

    zh: str
    en: str


def _sheets() -> Iterator[tuple[str, dict[str, dict[str, str]]]]:
    """Yield the files of texts, by subject, in the order in which the rules are listed."""
    for subject in SUBJECTS:
        yield subject, read_sheet("site_builder.diagnostics", f"texts/{subject}.yml")


@cache
def rule_texts() -> dict[str, RuleText]:
    """Return the texts of all rules by code, from the folder `texts` beside this module."""
    return {
        code: _rule_text({**sheet["subject"], "why_zh": "", "why_en": "", **texts}, subject)
        for subject, sheet in _sheets()
        for code, texts in sheet.items()
        if code != "subject"
    }


@cache
def subjects() -> dict[str, Subject]:
    """Return the chapters of the list of rules."""
    return {
        subject: Subject(sheet["subject"]["zh"], sheet["subject"]["en"])
        for subject, sheet in _sheets()
    }


def _rule_text(texts: dict[str, str], subject: str) -> RuleText:
    severity, lowerable = Severity(texts.pop("severity")), texts.pop("lowerable") == "yes"
    return RuleText(severity=severity, lowerable=lowerable, subject=subject, **texts)


class Coded(StrEnum):
    """What can be found wrong, by its stable code; the words stand in a file of texts."""

    @property
    def text(self) -> RuleText:
        """What is said of it."""
        raise NotImplementedError

    @property
    def code(self) -> str:
        """The stable code, e.g. `sum-mismatch`."""
        return self.value

    @property
    def severity(self) -> Severity:
        """Whether it stops what is being made."""
        return self.text.severity

    def message(self, language: str) -> str:
        """Return the template of the fact in `zh` or `en`."""
        return self.text.zh if language == "zh" else self.text.en

    def help(self, language: str) -> str:
        """Return the template of the remedy in `zh` or `en`."""
        return self.text.help_zh if language == "zh" else self.text.help_en


@unique
class Rule(Coded):
    """What must hold for a county's files to be published; the value is the stable code."""

    # --- files
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
    # --- fields
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
    AMBIGUOUS_RANGE = "ambiguous-range"
    NEGATIVE_QUANTITY = "negative-quantity"
    MORE_THAN_WHOLE = "more-than-whole"
    BAD_NUMBER = "bad-number"
    BAD_DATE = "bad-date"
    BAD_FORMAT = "bad-format"
    TOO_LONG = "too-long"
    RAW_HTML = "raw-html"
    # --- references
    UNKNOWN_REFERENCE = "unknown-reference"
    UNPUBLISHED_REFERENCE = "unpublished-reference"
    UNPUBLISHED_IN_USE = "unpublished-in-use"
    DUPLICATE_ID = "duplicate-id"
    SUPPLY_TO_NOWHERE = "supply-to-nowhere"
    CLASSIFICATION_UNKNOWN = "classification-unknown"
    # --- pictures
    PICTURE_MISSING = "picture-missing"
    PICTURE_UNREADABLE = "picture-unreadable"
    PICTURE_TOO_SMALL = "picture-too-small"
    # --- brief
    CHAPTER_THIN = "chapter-thin"
    SAYS_NOTHING = "says-nothing"
    ENTRY_REPEATED = "entry-repeated"
    FIGURE_CONTRADICTS_SERIES = "figure-contradicts-series"
    TEXT_PADDED = "text-padded"
    PHASES_MISMATCH = "phases-mismatch"
    TEXT_CONTRADICTS_FIELD = "text-contradicts-field"
    PLACEHOLDER_LEFT = "placeholder-left"
    COUNTY_NOT_APPROVED = "county-not-approved"
    REVIEW_UNSIGNED = "review-unsigned"
    CHANGED_AFTER_APPROVAL = "changed-after-approval"
    DATES_REVERSED = "dates-reversed"
    # --- sums
    SUM_MISMATCH = "sum-mismatch"
    SHARE_MISMATCH = "share-mismatch"
    LAND_MISMATCH = "land-mismatch"
    REVENUE_MISMATCH = "revenue-mismatch"
    PROFIT_MISMATCH = "profit-mismatch"
    NET_PROFIT_IMPLAUSIBLE = "net-profit-implausible"
    TAX_IMPLAUSIBLE = "tax-implausible"
    RATIO_MISMATCH = "ratio-mismatch"
    FALSE_PRECISION = "false-precision"
    LOAN_WITHOUT_INTEREST = "loan-without-interest"
    # --- returns as claimed and as reckoned
    CASH_FLOW_UNUSABLE = "cash-flow-unusable"
    CASH_FLOW_DETACHED = "cash-flow-detached"
    IRR_MISMATCH = "irr-mismatch"
    NPV_MISMATCH = "npv-mismatch"
    PAYBACK_MISMATCH = "payback-mismatch"
    RETURNS_CONTRADICT = "returns-contradict"
    RETURN_BELOW_BENCHMARK = "return-below-benchmark"
    RETURN_IMPLAUSIBLE = "return-implausible"
    PAYBACK_IMPLAUSIBLE = "payback-implausible"
    # --- land
    BELOW_PARK_THRESHOLD = "below-park-threshold"
    BELOW_LAND_STANDARD = "below-land-standard"
    OFFICE_SHARE_HIGH = "office-share-high"
    # --- maps and positions
    POSITION_SWAPPED = "position-swapped"
    POSITION_OUTSIDE = "position-outside"
    DISTANCE_TOO_SHORT = "distance-too-short"
    BOUNDARY_WITHOUT_APPROVAL = "boundary-without-approval"
    BOUNDARY_UNUSABLE = "boundary-unusable"
    BOUNDARY_OF_PARTS = "boundary-of-parts"
    BOUNDARY_AREA_MISMATCH = "boundary-area-mismatch"
    # --- plans
    PLAN_UNREADABLE = "plan-unreadable"
    CORNER_UNCLEAR = "corner-unclear"
    SHAPE_WITHOUT_PLOT = "shape-without-plot"
    PLOT_NOT_ON_PLAN = "plot-not-on-plan"
    PLOT_SHAPE_BROKEN = "plot-shape-broken"
    PLOT_AREA_MISMATCH = "plot-area-mismatch"
    PLOTS_OVERLAP = "plots-overlap"
    PLOT_FAR_FROM_PARK = "plot-far-from-park"
    # --- law
    FORBIDDEN_PROMISE = "forbidden-promise"
    FORBIDDEN_DEMAND = "forbidden-demand"
    COMPETITION_DOUBTFUL = "competition-doubtful"
    UNSOURCED_SUPERLATIVE = "unsourced-superlative"
    SECRECY_WORD = "secrecy-word"
    PERSONAL_NUMBER = "personal-number"
    PRIVATE_MAIL = "private-mail"
    MAP_WITHOUT_APPROVAL = "map-without-approval"
    POLICY_UNREVIEWED = "policy-unreviewed"
    FOREIGN_LIST_OUTDATED = "foreign-list-outdated"
    FOREIGN_EDITION_UNKNOWN = "foreign-edition-unknown"
    # --- freshness
    POLICY_EXPIRED = "policy-expired"
    FIGURE_STALE = "figure-stale"
    FIGURE_WITHHELD = "figure-withheld"
    RECORD_STALE = "record-stale"
    REVIEW_OVERDUE = "review-overdue"
    DATE_IN_FUTURE = "date-in-future"
    # --- translation
    CHINESE_IN_ENGLISH = "chinese-in-english"
    ENGLISH_IN_CHINESE = "english-in-chinese"
    FULLWIDTH_IN_ENGLISH = "fullwidth-in-english"
    NUMBER_MISMATCH = "number-mismatch"
    NUMBER_UNTRANSLATED = "number-untranslated"
    DOLLARS_OFF_RATE = "dollars-off-rate"
    NAME_TRANSLATED_TWICE = "name-translated-twice"
    LITERAL_TRANSLATION = "literal-translation"
    GLOSSARY_TERM = "glossary-term"
    # --- across
    STRONG_WITHOUT_FIRM = "strong-without-firm"
    SUPPLY_TO_ITSELF = "supply-to-itself"
    SUPPLY_TWICE = "supply-twice"
    GAP_WITHOUT_PROJECT = "gap-without-project"
    GAP_TRACE_BROKEN = "gap-trace-broken"
    SEGMENT_PLOT_UNFIT = "segment-plot-unfit"
    PROJECT_OUTSIDE_PARKS = "project-outside-parks"
    PLOT_PROMISED_TWICE = "plot-promised-twice"
    PLOT_NOT_AVAILABLE = "plot-not-available"
    PLOTS_TOO_SMALL = "plots-too-small"
    INDUSTRY_WITHOUT_PROJECT = "industry-without-project"
    PROJECT_OFF_CHAIN = "project-off-chain"
    PARK_OVERCOMMITTED = "park-overcommitted"
    CONTACT_TWO_PHONES = "contact-two-phones"
    DUPLICATE_TITLE = "duplicate-title"
    # --- events and what is printed for them
    TOO_LONG_TO_PRINT = "too-long-to-print"
    EVENT_WITHOUT_PROJECT = "event-without-project"
    PROFILE_UNUSABLE = "profile-unusable"
    PRINTED_UNREADABLE = "printed-unreadable"
    PRINTED_MISSING = "printed-missing"
    PRINTED_WITHDRAWN = "printed-withdrawn"
    # --- settings
    UNKNOWN_RULE = "unknown-rule"
    RULE_NOT_LOWERABLE = "rule-not-lowerable"
    LOWERED_TWICE = "lowered-twice"
    LOWERING_UNEXPLAINED = "lowering-unexplained"
    LIMIT_UNSOUND = "limit-unsound"
    GLOSSARY_AMBIGUOUS = "glossary-ambiguous"

    @property
    def text(self) -> RuleText:
        """What is said when the rule does not hold."""
        return rule_texts()[self.value]
