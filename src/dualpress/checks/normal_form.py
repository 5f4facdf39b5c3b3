"""One way to store a letter: Unicode's Normalization Form C."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

import regex

from dualpress.article import Span
from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.text.devanagari import WORD_CHAR

__all__ = ["NormalFormCheck"]

_WORD = regex.compile(rf"{WORD_CHAR}+")
_MOST_TOLD = 3

# Keyboards type these, and NFC takes them apart: a matter of storage, no fault of a reviewer.
_TYPED = str.maketrans(
    {chr(code): unicodedata.normalize("NFC", chr(code)) for code in range(0x958, 0x960)}
)


class NormalFormCheck(Check):
    """Letters and signs in the order and form that all programs expect (UAX #15)."""

    id = "normal_form"
    name = "Normal form"
    cause = "A word is stored in an unusual form: it looks right, and no search finds it."
    cure = "Type the word again."
    severity = Severity.WARNING

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Compare each word with its normal form."""
        if "no normal form" not in pair.target_traits:
            return []
        spans = [Span(*match.span()) for match in _WORD.finditer(pair.target_text)]
        odd = [span for span in spans if _is_odd(pair.target_text[slice(*span)])]
        return [self._finding(pair.target_text, span) for span in odd[:_MOST_TOLD]]

    def _finding(self, text: str, span: Span) -> Finding:
        word = text[slice(*span)]
        normal = unicodedata.normalize("NFC", word)
        return self.finding(f"“{word}” is not stored in normal form", span, replacement=normal)


def _is_odd(word: str) -> bool:
    return not unicodedata.is_normalized("NFC", word.translate(_TYPED))
