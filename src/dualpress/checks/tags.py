"""The source's own tags, each once, nested as in the source."""

from __future__ import annotations

from collections.abc import Iterable

from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.tags import hollow_tags, tag_faults

__all__ = ["TagsCheck"]


class TagsCheck(Check):
    """Tags of the source that the translation lost, doubled or put elsewhere."""

    id = "tags"
    name = "Tags"
    cause = "The tags of the translation are not those of the source."
    cure = "Put each tag of the source around the words it belongs to, once."
    severity = Severity.ERROR
    is_structural = True

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Compare the tags and their nesting."""
        if faults := tag_faults(pair.source, pair.target):
            return [self.finding(fault) for fault in faults]
        return [
            self.finding(f"<{name}> has no text inside", severity=Severity.WARNING)
            for name in hollow_tags(pair.source, pair.target)
        ]
