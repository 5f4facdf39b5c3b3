"""A translation in the script of its own language."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from dualpress.article import Language
from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.text.devanagari import WORD_CHAR
from dualpress.text.language import script_share

__all__ = ["ScriptCheck"]

_LEAST_SHARE = 0.4
"""A sentence that lists companies may have half of its letters in their names."""

_MOST_FREE_WORDS = 3
"""A name, a brand or a headline of a few words may rightly stay in Latin letters."""

_WORD = regex.compile(rf"{WORD_CHAR}+")
_NAMES = {Language.EN: "Latin", Language.HI: "Devanagari"}


class ScriptCheck(Check):
    """Hindi mostly in Devanagari, English mostly in Latin letters."""

    id = "script"
    name = "Script"
    cause = "Most of the translation is in the letters of another language, or damaged."
    cure = "Translate what is left; write names in the letters of the translation."
    severity = Severity.ERROR

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Measure the share of the right letters."""
        share = script_share(pair.target_text, pair.target_language)
        letters = _NAMES[pair.target_language]
        if share is None:
            is_short = _word_count(pair.source_text) <= _MOST_FREE_WORDS
            return [] if is_short else [self.finding("There are no letters in it")]
        if share >= _LEAST_SHARE or _word_count(pair.target_text) <= _MOST_FREE_WORDS:
            return []
        return [self.finding(f"Only {share:.0%} of the letters are {letters}")]


def _word_count(text: str) -> int:
    """Words with letters in them."""
    return sum(not word.isnumeric() for word in _WORD.findall(text))
