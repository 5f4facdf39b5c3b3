"""A translation in which there is nothing to read."""

from __future__ import annotations

from collections.abc import Iterable

from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.translation import is_blank

__all__ = ["EmptyCheck"]


class EmptyCheck(Check):
    """Nothing but white space, tags and invisible characters."""

    id = "empty"
    name = "Empty"
    cause = "The translation has no text that a reader could see."
    cure = "Translate the segment, or leave it wholly empty."
    severity = Severity.ERROR
    is_structural = True

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Look for anything visible, if the source has it."""
        if is_blank(pair.target) and not is_blank(pair.source):
            return [self.finding("Nothing of the translation is visible")]
        return []
