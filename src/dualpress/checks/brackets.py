"""Brackets of the source kept, and closed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dualpress.checks.base import Check, Finding, Pair, Severity

__all__ = ["BracketsCheck"]

_PAIRS = {"(": ")", "[": "]", "{": "}"}


class BracketsCheck(Check):
    """As many brackets of each kind as in the source."""

    id = "brackets"
    name = "Brackets"
    cause = "A bracket is missing or was added."
    cure = "Put what the source has in brackets into brackets, and close them."
    severity = Severity.WARNING

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Count them."""
        source, target = Counter(pair.source_text), Counter(pair.target_text)
        return [
            self.finding(message)
            for opening, closing in _PAIRS.items()
            if (message := _fault(opening, closing, source, target))
        ]


def _fault(opening: str, closing: str, source: Counter[str], target: Counter[str]) -> str | None:
    if target[opening] != target[closing]:
        # A list number like "a)" has one half only.
        same = target[opening] - target[closing] == source[opening] - source[closing]
        return None if same else f"“{opening}” and “{closing}” do not make pairs"
    if target[opening] < source[opening]:
        return f"The source has {source[opening]} “{opening}”, the translation {target[opening]}"
    return None
