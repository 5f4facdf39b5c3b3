"""Numbers are facts: the translation names those of the source, and no others."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.text.numbers import Mismatch, number_doubts, same_numbers

__all__ = ["NumbersCheck"]

_LIST_NUMBER = regex.compile(r"\s*\p{Nd}{1,3}[.)]\s")


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
        doubts = number_doubts(
            pair.source_text, pair.source_language, pair.target_text, pair.target_language
        )
        return [
            *(self._finding(found, pair) for found in mismatches),
            *(
                self.finding(doubt.message, doubt.span, severity=Severity.WARNING)
                for doubt in doubts
            ),
        ]

    def _finding(self, mismatch: Mismatch, pair: Pair) -> Finding:
        severity = Severity.WARNING if _is_list_number(mismatch, pair) else Severity.ERROR
        if mismatch.is_missing:
            return self.finding(f"“{mismatch.text}” is missing", severity=severity)
        message = f"“{mismatch.text}” is not in the source"
        return self.finding(message, mismatch.number.span, severity=severity)


def _is_list_number(mismatch: Mismatch, pair: Pair) -> bool:
    """Whether it only counts the paragraphs: ``24. The President …``."""
    text = pair.source_text if mismatch.is_missing else pair.target_text
    match = _LIST_NUMBER.match(text)
    return match is not None and mismatch.number.span.start < match.end()
