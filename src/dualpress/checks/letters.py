"""Devanagari letters as no keyboard should write them: signs without a letter, signs twice."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from dualpress.article import Language, Span
from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.checks.traits import VOWEL_SIGN

__all__ = ["LettersCheck"]

_BROKEN = regex.compile(
    rf"""
      (?P<vowel>[अआएओ]{VOWEL_SIGN})
    | (?P<orphan>(?<![\p{{L}}\p{{M}}\u200c\u200d\u25cc\u00a0])[\u0900-\u0903\u093c\u093e-\u094d])
    | (?P<double>{VOWEL_SIGN}{{2,}}|\u094d[{VOWEL_SIGN[1:]}|\u094d{{2,}}
        |[\u0901\u0902]{{2,}}|\u093c{{2,}})
    """,
    regex.VERBOSE,
)
_MEANT = {"अा": "आ", "अो": "ओ", "अौ": "औ", "आे": "ओ", "आै": "औ", "एे": "ऐ", "अॉ": "ऑ", "आॅ": "ऑ"}
_MOST_TOLD = 3


class LettersCheck(Check):
    """अाप for आप, a vowel sign at the start of a word, two signs on one letter."""

    id = "letters"
    name = "Broken letters"
    cause = "A letter is put together of the wrong signs; some screens show a dotted circle."
    cure = "Type the word again."
    severity = Severity.WARNING

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Look for signs that stand where no word has them."""
        if pair.target_language is not Language.HI or "broken letter" not in pair.target_traits:
            return []
        matches = list(_BROKEN.finditer(pair.target_text))
        return [self._finding(pair.target_text, match) for match in matches[:_MOST_TOLD]]

    def _finding(self, text: str, match: regex.Match[str]) -> Finding:
        around = text[max(0, match.start() - 6) : match.end() + 6].strip()
        message = f"A letter in “{around}” is put together of the wrong signs"
        return self.finding(message, Span(*match.span()), replacement=_MEANT.get(match[0]))
