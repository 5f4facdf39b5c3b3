"""The words of a segment, in the form in which the memory looks for them."""

from __future__ import annotations

from functools import lru_cache

import regex

from dualpress.article import plain_text
from dualpress.text.devanagari import WORD_CHAR, latin_digits, match_key_of

__all__ = ["words_of"]

_KEYS_KEPT = 2**14

_WORD = regex.compile(rf"{WORD_CHAR}+")


def words_of(tagged: str) -> list[str]:
    """The words of a segment, tags and punctuation left out.

    Words that count as one are equal: in any case, in Latin or Devanagari
    digits, and in the accepted spellings of Hindi.
    """
    # Letters beyond ASCII alone have spellings to make equal.
    keys = (
        word.casefold() if word.isascii() else _key(word)
        for word in _WORD.findall(plain_text(tagged))
    )
    return [key for key in keys if key]  # joiners alone leave nothing


@lru_cache(maxsize=_KEYS_KEPT)
def _key(word: str) -> str:
    return match_key_of(latin_digits(word)).casefold()
