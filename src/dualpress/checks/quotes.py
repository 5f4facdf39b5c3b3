"""Quotations of the source kept as quotations."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.checks.traits import QUOTE

__all__ = ["QuotesCheck"]

# Straight and curly are equal, single and double too: a quotation inside one
# changes from one to the other when the outer marks are dropped.
_DOUBLE = regex.compile(QUOTE)
_SINGLE = regex.compile(
    r"(?<![\p{L}\p{M}\p{N}])['‘’‚‹›](?=\S)|(?<=[\p{P}\p{L}\p{M}\p{N}])['’‹›](?![\p{L}\p{M}\p{N}])"
)


class QuotesCheck(Check):
    """Quotation marks where the source has them, and in pairs."""

    id = "quotes"
    name = "Quotation marks"
    cause = "A quotation is no longer marked, or its marks make no pair."
    cure = "Put the quoted words between “ and ”."
    severity = Severity.WARNING

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Compare the marks, of whatever shape."""
        if "quote" not in pair.source_traits and "quote" not in pair.target_traits:
            return []
        source, target = pair.source_text, pair.target_text
        if _DOUBLE.search(source) and not (_DOUBLE.search(target) or _SINGLE.search(target)):
            return [self.finding("The quotation marks are missing")]
        if _is_odd(target) and not _is_odd(source):
            return [self.finding("A quotation mark has no partner")]
        return []


def _is_odd(text: str) -> bool:
    return len(_DOUBLE.findall(text)) % 2 == 1
