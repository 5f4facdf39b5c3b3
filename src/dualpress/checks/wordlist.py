"""Lists of words, and whether a text has one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

import regex

from dualpress.text.devanagari import WORD_CHAR, WORD_END, WORD_START, match_key_of

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

    def is_in(self, text: str) -> bool:
        """Whether a text has a word of the list."""
        return self._compiled().search(_key_of(text)) is not None

    def _compiled(self) -> regex.Pattern[str]:
        """Made when first asked for: a page in one language needs half of the lists."""
        if self._pattern is None:
            self._pattern = _pattern_of(self._words.split())
        return self._pattern


_key_of = lru_cache(maxsize=1 << 4)(match_key_of)
"""Several lists are looked for in a text in a row, and its key is dearer than the search."""


def _pattern_of(words: Iterable[str]) -> regex.Pattern[str]:
    """A pattern of any of some words."""
    # Those that begin alike together: to try them all at each word takes twice the time.
    endings: dict[str, list[str]] = defaultdict(list)
    for word in words:
        key = match_key_of(word.replace("_", " "))
        endings[key[0]].append(_ending(key[1:]))
    ways = (f"{regex.escape(first)}(?:{'|'.join(rest)})" for first, rest in endings.items())
    return regex.compile(rf"{WORD_START}(?:{'|'.join(ways)}){WORD_END}", regex.IGNORECASE)


def _ending(key: str) -> str:
    written = regex.escape(key.removesuffix("*"))
    return f"{written}{WORD_CHAR}*" if key.endswith("*") else written
