"""Characters that no text has: controls, overrides of the writing direction, damage."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

import regex

from dualpress.article import Span
from dualpress.checks.base import Check, Finding, Pair, Severity

__all__ = ["CharactersCheck"]

# Explicit embeddings and overrides reverse what a reader sees (Unicode UAX #9);
# U+FFFD stands where a program could not read the file.
_BAD = regex.compile(r"[\p{Cc}--[\t\n]]|[\u202a\u202b\u202d\u202e\ufffd]", regex.VERSION1)
_MOST_TOLD = 3


class CharactersCheck(Check):
    """Invisible characters that come from a damaged file or a bad paste."""

    id = "characters"
    name = "Forbidden characters"
    cause = "The translation holds control characters or damaged letters."
    cure = "Type the words around the place again; do not paste them."
    severity = Severity.ERROR
    is_structural = True

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Look for each such character that the source does not have."""
        if "control" not in pair.target_traits:
            return []
        matches = [m for m in _BAD.finditer(pair.target_text) if m[0] not in pair.source_text]
        return [
            self.finding(f"There is the character {_named(match[0])}", Span(*match.span()))
            for match in matches[:_MOST_TOLD]
        ]


def _named(char: str) -> str:
    name = unicodedata.name(char, "control character").lower()
    return f"U+{ord(char):04X} ({name})"
