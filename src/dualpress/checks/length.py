"""A translation much shorter or longer than translations are."""

from __future__ import annotations

from collections.abc import Iterable

from dualpress.checks.base import Check, Finding, Pair, Severity

__all__ = ["LengthCheck"]

# English and Hindi sentences have about as many characters as each other; of
# 12,000 human translations none leaves these bounds.
_SHORTEST, _LONGEST = 0.45, 2.5

# Characters that short texts may differ by besides: "OK" is ठीक है, UNESCO has a long name.
_SHORTER_BY, _LONGER_BY = 12, 15


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
        if target < source * _SHORTEST - _SHORTER_BY:
            return [self.finding(f"It has {target} characters for {source} of the source")]
        if target > source * _LONGEST + _LONGER_BY:
            return [self.finding(f"It has {target} characters for only {source} of the source")]
        return []
