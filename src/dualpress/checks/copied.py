"""A translation that is its source again."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.checks.leftover import LeftoverCheck
from dualpress.text.devanagari import WORD_END, WORD_START

__all__ = ["CopyCheck"]

_CAPITALISED = regex.compile(rf"{WORD_START}\p{{Lu}}\p{{Ll}}+{WORD_END}")
_NO_WORD = regex.compile(r"[^\p{L}\p{M}\p{N}]+")


class CopyCheck(Check):
    """The source's own words, but for case, spaces and punctuation."""

    id = "copy"
    name = "Untranslated copy"
    cause = "The translation is a copy of the source."
    cure = "Translate it; if it must stay as it is, say so in a comment: # ok: copy <reason>."
    severity = Severity.ERROR

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Compare the words; acronyms and figures may stay, capitalised names perhaps."""
        if pair.source_words[:1] != pair.target_words[:1]:  # as nearly always
            return []
        if _words(pair.source_text) != _words(pair.target_text):
            return []
        if any(LeftoverCheck().run(pair)):
            return [self.finding("The translation is the same as the source")]
        if _CAPITALISED.search(pair.target_text):
            message = "The translation is the same as the source, which is right for a brand only"
            return [self.finding(message, severity=Severity.WARNING)]
        return []


def _words(text: str) -> str:
    return _NO_WORD.sub(" ", text).casefold().strip()
