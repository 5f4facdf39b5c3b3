"""Function words written twice by a slip."""

from __future__ import annotations

from collections.abc import Iterable
from operator import eq

import regex

from dualpress.article import Language, Span
from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.text.devanagari import WORD_END, WORD_START

__all__ = ["DoubledCheck"]

# Only words that no sentence has twice in a row: not जो जो, क्या क्या, एक एक, नहीं नहीं,
# nor "that that" and "had had".
_HINDI = (
    "का के की को से में पर ने तक है हैं था थे थी थीं और या कि भी ही यह इस उस इन उन एवं तथा लेकिन किंतु "
    "मगर हुआ हुई हुए द्वारा लिए"
).split()
_ENGLISH = (
    "the a an of to in on for and or is are was were be by with from at as it its their his her "
    "this but not has have will would can"
).split()


def _twice(words: list[str]) -> regex.Pattern[str]:
    return regex.compile(
        rf"{WORD_START}(?P<word>{'|'.join(words)}){WORD_END}\s+(?P=word){WORD_END}",
        regex.IGNORECASE,
    )


_PATTERNS = {Language.HI: _twice(_HINDI), Language.EN: _twice(_ENGLISH)}


class DoubledCheck(Check):
    """``के के``, ``है है``, ``the the``."""

    id = "doubled"
    name = "Doubled word"
    cause = "A short word stands twice in a row."
    cure = "Delete one of the two."
    severity = Severity.WARNING

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Look for doubled postpositions, auxiliaries, articles and conjunctions."""
        words = pair.target_words
        if not any(map(eq, words, words[1:])):
            return []
        matches = _PATTERNS[pair.target_language].finditer(pair.target_text)
        return [
            self.finding(
                f"“{match['word']}” stands twice",
                Span(*match.span()),
                replacement=match["word"],
            )
            for match in matches
        ]
