"""What a county takes less strictly, rules and limits, and how that is said after every check."""

from dataclasses import dataclass

from site_builder.diagnostics.rules import Severity

_SENTENCES = {
    "zh": "已降级的规则：{code} → {to}（本次 {count} 处）。理由：{reason}",
    "en": "Lowered rule: {code} → {to} ({count} in this run). Reason: {reason}",
}
_LAXER = {
    "zh": "放宽的限值：{name} → {written}（默认：{usual}）",
    "en": "Relaxed limit: {name} → {written} (default: {usual})",
}


@dataclass(frozen=True)
class LoweredRule:
    """What a county's settings make of a rule, why, and how often it did not hold."""

    code: str
    to: Severity
    reason: str
    count: int

    def sentence(self, language: str) -> str:
        """Return one line: what, how, why; in `zh` or `en`."""
        return _SENTENCES[language].format(
            code=self.code, to=self.to.value, count=self.count, reason=self.reason
        )


@dataclass(frozen=True)
class LaxerLimit:
    """A limit that a county has set so that less is found than by default."""

    name: str
    """The field, e.g. `figure_age`; of a land standard, with its classes."""
    written: str
    usual_zh: str
    usual_en: str

    def usual(self, language: str) -> str:
        """Return what holds by default, in `zh` or `en`."""
        return self.usual_zh if language == "zh" else self.usual_en

    def sentence(self, language: str) -> str:
        """Return one line: what, how far, instead of what; in `zh` or `en`."""
        return _LAXER[language].format(
            name=self.name, written=self.written, usual=self.usual(language)
        )


@dataclass(frozen=True)
class Concessions:
    """All that a county takes less strictly than the program does."""

    rules: tuple[LoweredRule, ...] = ()
    limits: tuple[LaxerLimit, ...] = ()

    def sentences(self, language: str) -> tuple[str, ...]:
        """Return a line for each, in `zh` or `en`."""
        return (
            *(rule.sentence(language) for rule in self.rules),
            *(limit.sentence(language) for limit in self.limits),
        )
