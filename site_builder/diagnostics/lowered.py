"""A rule that a county takes less strictly, and how that is said after every check."""

from dataclasses import dataclass

from site_builder.diagnostics.rules import Severity

_SENTENCES = {
    "zh": "已降级的规则：{code} → {to}（本次 {count} 处）。理由：{reason}",
    "en": "Lowered rule: {code} → {to} ({count} in this run). Reason: {reason}",
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
