"""Lists of words, and where a text has one of them."""

from __future__ import annotations

from functools import lru_cache

import regex

from dualpress.article import Span
from dualpress.text.devanagari import WORD_CHAR, WORD_END, WORD_START, match_key, match_key_of

__all__ = ["WordList"]


class WordList:
    """Words of one language that say the same of a sentence.

    Hindi words are found in all their accepted spellings (with and without nukta,
    हिन्दी as हिंदी), English ones in any case.

    Args:
        words: the words, with white space between them. A word that ends in ``*``
            stands for all that begin so; ``_`` is a space inside a phrase.
    """

    def __init__(self, words: str) -> None:
        self._words = words
        self._pattern: regex.Pattern[str] | None = None

    def find(self, text: str) -> list[Span]:
        """Where the words of the list stand in a text, in order."""
        spans = [match.span() for match in self._compiled().finditer(_key_of(text))]
        if not spans or _key_of(text) == text:
            return [Span(*span) for span in spans]
        key = match_key(text)
        return [Span(*key.span(*span)) for span in spans]

    def is_in(self, text: str) -> bool:
        """Whether a text has a word of the list."""
        return self._compiled().search(_key_of(text)) is not None

    def _compiled(self) -> regex.Pattern[str]:
        """Made when first asked for: a page in one language needs half of the lists."""
        if self._pattern is None:
            words = "|".join(map(_pattern_of, self._words.split()))
            self._pattern = regex.compile(rf"{WORD_START}(?:{words}){WORD_END}", regex.IGNORECASE)
        return self._pattern


_key_of = lru_cache(maxsize=1 << 4)(match_key_of)
"""Several lists are looked for in a text in a row, and its key is dearer than the search."""


def _pattern_of(word: str) -> str:
    key = regex.escape(match_key_of(word.replace("_", " ").removesuffix("*")))
    return key + f"{WORD_CHAR}*" if word.endswith("*") else key
