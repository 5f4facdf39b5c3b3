"""Lists of words, and whether a text has one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

import regex

from dualpress.text.devanagari import WORD_CHAR, WORD_END, WORD_START, match_key_of

__all__ = ["WordList"]

_REMEMBERED = 1 << 12
"""Pieces of texts of which each list knows whether they have one of its words."""

_SPACE = "_"


class WordList:
    """Words of one language that say the same of a sentence.

    Hindi words are found in all their accepted spellings (with and without nukta,
    हिन्दी as हिंदी), English ones in any case.

    Args:
        words: the words, with white space between them. A word that ends in ``*``
            stands for all that begin so; ``_`` is a space inside a phrase.
    """

    def __init__(self, words: str) -> None:
        listed = words.split()
        single = _Pattern(word for word in listed if _SPACE not in word)
        self._phrases = _Pattern(word for word in listed if _SPACE in word)
        # What stands between two spaces is asked once: texts say most of it again.
        self._piece_has_one = lru_cache(maxsize=_REMEMBERED)(single.is_in)

    def is_in(self, text: str) -> bool:
        """Whether a text has a word of the list."""
        return any(map(self._piece_has_one, text.split(" "))) or self._phrases.is_in(text)


class _Pattern:
    """Any of some words; made when first asked for: a page in one language needs half of them.

    Args:
        words: as a list has them.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(words)
        self._compiled: regex.Pattern[str] | None = None

    def is_in(self, text: str) -> bool:
        """Whether a text has one of the words."""
        if not self._words:
            return False
        if self._compiled is None:
            self._compiled = _pattern_of(self._words)
        return self._compiled.search(match_key_of(text)) is not None


def _pattern_of(words: Iterable[str]) -> regex.Pattern[str]:
    """A pattern of any of some words."""
    # Those that begin alike together: to try them all at each word takes twice the time.
    endings: dict[str, list[str]] = defaultdict(list)
    for word in words:
        key = match_key_of(word.replace(_SPACE, " "))
        endings[key[0]].append(_ending(key[1:]))
    ways = (f"{regex.escape(first)}(?:{'|'.join(rest)})" for first, rest in endings.items())
    return regex.compile(rf"{WORD_START}(?:{'|'.join(ways)}){WORD_END}", regex.IGNORECASE)


def _ending(key: str) -> str:
    written = regex.escape(key.removesuffix("*"))
    return f"{written}{WORD_CHAR}*" if key.endswith("*") else written
