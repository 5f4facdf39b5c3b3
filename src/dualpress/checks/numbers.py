"""Numbers are facts: the translation names those of the source, and no others."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.checks.sounds import likeness
from dualpress.text.numbers import Mismatch, NumberKind, same_numbers

__all__ = ["NumbersCheck"]

_CODE = regex.compile(
    r"&#x?[0-9a-f]+;|(?<=(?:km|किमी|मीटर|मी|metres|meters)\s)[23](?!\d)", regex.IGNORECASE
)
_LIST_NUMBER = regex.compile(r"\s*\p{Nd}{1,3}[.)]\s")
_WORD = regex.compile(r"[\p{L}\p{M}]+")
_SAME_SOUND = 0.85


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
            _without_codes(pair.source_text),
            pair.source_language,
            _without_codes(pair.target_text),
            pair.target_language,
        )
        return [self._finding(found, pair) for found in mismatches if not _is_name(found, pair)]

    def _finding(self, mismatch: Mismatch, pair: Pair) -> Finding:
        severity = Severity.WARNING if _is_list_number(mismatch, pair) else Severity.ERROR
        if mismatch.is_missing:
            return self.finding(f"“{mismatch.text}” is missing", severity=severity)
        message = f"“{mismatch.text}” is not in the source"
        return self.finding(message, mismatch.number.span, severity=severity)


def _without_codes(text: str) -> str:
    """The text, of the same length, without figures that are no numbers: ``&#39;``, ``km 2``."""
    return _CODE.sub(lambda match: " " * len(match[0]), text)


def _is_name(mismatch: Mismatch, pair: Pair) -> bool:
    """Whether the other side writes a number word by its sound: छप्पन भोग, ``Chhappan Bhog``."""
    if mismatch.number.kind is not NumberKind.WORDS:
        return False
    other_text = pair.target_text if mismatch.is_missing else pair.source_text
    return any(likeness(mismatch.text, word) >= _SAME_SOUND for word in _WORD.findall(other_text))


def _is_list_number(mismatch: Mismatch, pair: Pair) -> bool:
    """Whether it only counts the paragraphs: ``24. The President …``."""
    text = pair.source_text if mismatch.is_missing else pair.target_text
    match = _LIST_NUMBER.match(text)
    return match is not None and mismatch.number.span.start < match.end()
