"""A translation that is its source again."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.checks.leftover import LeftoverCheck

__all__ = ["CopyCheck"]

_NO_WORD = regex.compile(r"[^\p{L}\p{M}\p{N}]+")


class CopyCheck(Check):
    """The source's own words, but for case, spaces and punctuation."""

    id = "copy"
    name = "Untranslated copy"
    cause = "The translation is a copy of the source."
    cure = "Translate it; if it must stay as it is, say so in a comment: # ok: copy <reason>."
    severity = Severity.ERROR

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Compare the words; names, acronyms and figures may stay."""
        if _words(pair.source_text) != _words(pair.target_text) or not _has_prose(pair):
            return []
        return [self.finding("The translation is the same as the source")]


def _words(text: str) -> str:
    return _NO_WORD.sub(" ", text).casefold().strip()


def _has_prose(pair: Pair) -> bool:
    return pair.source_language is not pair.target_language and any(LeftoverCheck().run(pair))
