"""Characters without a shape that break words, searches and line ends."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

import regex

from dualpress.article import Span
from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.text.devanagari import DEVANAGARI

__all__ = ["InvisibleCheck"]

# Joiners shape Devanagari letters and emoji; elsewhere, and twice, they do nothing
# (the Unicode Standard, chapter 23.2 and, for Devanagari, 12.1).
_INVISIBLE = regex.compile(
    rf"[\u200b\u2060\ufeff\u00ad\u200e\u200f\u2066-\u2069]+"
    rf"|(?<!{DEVANAGARI}|\p{{Extended_Pictographic}}|[\ufe0f\U0001f3fb-\U0001f3ff])[\u200c\u200d]+"
    rf"|(?<=[\u200c\u200d])[\u200c\u200d]+"
)
_MOST_TOLD = 3


class InvisibleCheck(Check):
    """Zero-width spaces, byte order marks, soft hyphens, joiners that join nothing."""

    id = "invisible"
    name = "Invisible characters"
    cause = "There are characters that nobody sees; a search does not find the word."
    cure = "Delete them: type the word again."
    severity = Severity.WARNING

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Look for each such character that the source does not have."""
        if "invisible" not in pair.target_traits:
            return []
        matches = [m for m in _INVISIBLE.finditer(pair.target_text) if m[0] not in pair.source_text]
        return [
            self.finding(
                f"There is an invisible {_named(match[0][0])}", Span(*match.span()), replacement=""
            )
            for match in matches[:_MOST_TOLD]
        ]


def _named(char: str) -> str:
    return f"U+{ord(char):04X} ({unicodedata.name(char, 'character').lower()})"
