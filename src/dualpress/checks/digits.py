"""Digits of one style: 0-9, or in Hindi ०-९ throughout."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from dualpress.article import Language, Span
from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.text.devanagari import WORD_START, latin_digits

__all__ = ["DigitsCheck"]

_NOT_LATIN = regex.compile(r"[\p{Nd}--[0-9]]+(?:[.,:][\p{Nd}--[0-9]]+)*", regex.V1)
_DEVANAGARI = regex.compile(r"[०-९]+(?:[.,:][०-९]+)*")
_FOREIGN = regex.compile(r"[\p{Nd}--[0-9०-९]]+", regex.V1)
_WITHIN = regex.compile(r"[\d.,]*(?:[0-9][.,]?[०-९]|[०-९][.,]?[0-9])[\d.,]*\d")
# No part of a name: "F-16", "COVID19", "5G".
_LATIN = regex.compile(rf"{WORD_START}(?<!\p{{Latin}}-)[0-9]+(?![\p{{Latin}}-])")


class DigitsCheck(Check):
    """``२०24``, ``२०२४`` beside ``2024``, Devanagari digits in English."""

    id = "digits"
    name = "Digits"
    cause = "The digits are not all of one style."
    cure = "Write all digits as 0–9 (in Hindi ०–९, if that is the house style)."
    severity = Severity.ERROR

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Look for digits that readers cannot read, then for a mixture."""
        text, is_english = pair.target_text, pair.target_language is Language.EN
        if "other digit" not in pair.target_traits:
            return
        for match in (_NOT_LATIN if is_english else _FOREIGN).finditer(text):
            if is_english or match[0] not in pair.source_text:
                yield self._finding(match, "has digits of another script")
        mixed = list(_WITHIN.finditer(text))
        for match in mixed:
            yield self._finding(match, "mixes two styles of digits", Severity.WARNING)
        if not is_english and not mixed and _LATIN.search(text):
            for match in _DEVANAGARI.finditer(text):
                yield self._finding(match, "and 0–9 stand in one text", Severity.WARNING)

    def _finding(
        self, match: regex.Match[str], fault: str, severity: Severity = Severity.ERROR
    ) -> Finding:
        latin = latin_digits(match[0])
        meant = latin if latin.isascii() else None
        span = Span(*match.span())
        return self.finding(f"“{match[0]}” {fault}", span, severity=severity, replacement=meant)
