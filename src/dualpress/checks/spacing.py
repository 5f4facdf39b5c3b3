"""Spaces: one between words, none before a danda or comma, one after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from dualpress.article import Span, split_tags
from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.text.addresses import find_addresses

__all__ = ["SpacingCheck"]

_FAULTS = (
    (regex.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)"), " ", "There are two spaces in a row"),
    (
        regex.compile(r"(?<=[\p{L}\p{M}\p{N}%)\]”’])[ \u00a0]+(?=[।॥,](?!\p{Nd}))"), "",
        "There is a space before “{next}”",
    ),
    (regex.compile(r"(?<=[।॥])(?=[\p{L}\p{N}])"), " ", "There is no space after “{last}”"),
    (regex.compile(r"(?<=[\p{L}\p{M}],)(?=\p{L})"), " ", "There is no space after “{last}”"),
    (regex.compile(r"(?<=[(\[“‘])[ \u00a0]+(?=\S)"), "", "There is a space after “{last}”"),
    (
        regex.compile(r"(?<=[\p{L}\p{M}\p{N}.।])[ \u00a0]+(?=[)\]”](?!\S))"), "",
        "There is a space before “{next}”",
    ),
)  # fmt: skip
_MOST_TOLD = 3


class SpacingCheck(Check):
    """Spaces that are missing or too many around words and marks."""

    id = "spacing"
    name = "Spaces"
    cause = "A space is missing, or there is one too many."
    cure = "Write one space between words, none before । and , and one after them."
    severity = Severity.WARNING

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Look into each run of text between tags."""
        if pair.source_language is pair.target_language or "space" not in pair.target_traits:
            return []
        addresses = find_addresses(pair.target_text)
        found = [
            finding
            for finding in self._faults(pair.target)
            if finding.span and not any(s <= finding.span.start < e for s, e in addresses)
        ]
        return sorted(found, key=lambda finding: finding.span or Span(0, 0))[:_MOST_TOLD]

    def _faults(self, tagged: str) -> Iterator[Finding]:
        offset = 0
        for text, _ in split_tags(tagged):
            for pattern, meant, message in _FAULTS:
                for match in pattern.finditer(text):
                    told = message.format(
                        next=text[match.end() : match.end() + 1],
                        last=text[match.start() - 1 : match.start()],
                    )
                    span = Span(offset + match.start(), offset + match.end())
                    yield self.finding(told, span, replacement=meant)
            offset += len(text)
