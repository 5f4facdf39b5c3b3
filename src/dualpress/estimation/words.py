"""The words of a sentence, as the features count them."""

from __future__ import annotations

from functools import lru_cache

import regex

from dualpress.article import Language
from dualpress.text.devanagari import DEVANAGARI, key_of

__all__ = ["is_written_in", "keys_of", "words_of"]

_WORD = regex.compile(r"[\p{L}\p{M}\u200c\u200d]+")
_WORDS_KEPT = 2**14
"""Words of which is kept what was found out: texts say most of their words again."""

_key = lru_cache(_WORDS_KEPT)(key_of)
_SCRIPTS = {
    Language.EN: regex.compile(r"\p{Latin}"),
    Language.HI: regex.compile(DEVANAGARI),
}


def words_of(text: str) -> list[str]:
    """The words of a plain text; figures are none."""
    found: list[str] = _WORD.findall(text)
    return found


def keys_of(words: list[str]) -> list[str]:
    """The words with spellings that are equal made one."""
    return list(map(_key, words))


@lru_cache(_WORDS_KEPT)
def is_written_in(word: str, language: Language) -> bool:
    """Whether a word begins with a letter of a language's script."""
    return _SCRIPTS[language].match(word) is not None
