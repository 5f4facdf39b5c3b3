"""Numbers are facts: the translation names those of the source, and no others."""

from __future__ import annotations

from collections.abc import Iterable

from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.text.numbers import Mismatch, same_numbers

__all__ = ["NumbersCheck"]


class NumbersCheck(Check):
    """Values that stand on one side only, however they are written."""

    id = "numbers"
    name = "Numbers"
    cause = "A number of the source is missing, or there is one that it does not have."
    cure = "Compare digits, thousands and lakhs, dates and times with the source."
    severity = Severity.ERROR

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Compare the numbers by value."""
        mismatches = same_numbers(
            pair.source_text, pair.source_language, pair.target_text, pair.target_language
        )
        return [self._finding(mismatch) for mismatch in mismatches]

    def _finding(self, mismatch: Mismatch) -> Finding:
        if mismatch.is_missing:
            return self.finding(f"“{mismatch.text}” is missing")
        return self.finding(f"“{mismatch.text}” is not in the source", mismatch.number.span)
