"""Brackets of the source kept, and closed."""

from __future__ import annotations

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
        if "bracket" not in pair.source_traits and "bracket" not in pair.target_traits:
            return []
        return [
            self.finding(message)
            for opening, closing in _PAIRS.items()
            if (message := _fault(opening, closing, pair.source_text, pair.target_text))
        ]


def _fault(opening: str, closing: str, source: str, target: str) -> str | None:
    wanted, found = source.count(opening), target.count(opening)
    if (left_open := found - target.count(closing)) != 0:
        # A list number like "a)" has one half only.
        same = left_open == wanted - source.count(closing)
        return None if same else f"“{opening}” and “{closing}” do not make pairs"
    if found < wanted:
        return f"The source has {wanted} “{opening}”, the translation {found}"
    return None
