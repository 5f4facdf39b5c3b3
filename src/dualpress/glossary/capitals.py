"""Which capitals make a word a term: ``IT`` is not ``it``, but in a heading it may be."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import islice

import regex

from dualpress.glossary.terms import Case
from dualpress.glossary.tokens import without_markup
from dualpress.glossary.words import Words

__all__ = ["Capitals"]

# In a heading all in capitals an acronym cannot be told from these words.
_ORDINARY_WORDS = frozenset(
    "ace act aid aids all am an and are arm as at be bat can do fast go he i if in is it its led "
    "let may me met mi my no of on or plan pm raw so start the to up us was we who win".split()
)
# A page title in capitals may end in the site's name, which is not.
_SHARE = 0.75
_LETTER = regex.compile(r"\p{L}")
_CAPITAL = regex.compile(r"\p{Lu}")
_SMALL_WORD = regex.compile(r"(?<!\S)\p{Ll}++(?!\S)")


class Capitals:
    """What the capitals of a text say; it is looked at as a whole when that is asked for.

    Args:
        words: the words of the text.
    """

    def __init__(self, words: Words) -> None:
        self._words = words

    def are_ambiguous(self, form: str) -> bool:
        """Whether an acronym and an ordinary word look alike: ``IT`` in ``WHAT IT IS``."""
        return form.casefold() in _ORDINARY_WORDS and self._is_heading and self._has_more_words

    def allow(self, words: Sequence[str], wanted: Sequence[str], case: Case) -> bool:
        """Whether some words of the text have the capitals of those that are wanted."""
        if case is Case.INSENSITIVE:
            return True
        pairs = zip(words, wanted, strict=True)
        return all(self._allow_word(word, form, case) for word, form in pairs)

    def _allow_word(self, word: str, wanted: str, case: Case) -> bool:
        if word == wanted or word.casefold() != wanted.casefold():
            # What differs beyond case is no matter of case: nukta, joiners.
            return True
        if case is Case.AUTO and word == wanted[:1].upper() + wanted[1:]:
            return True
        return word == wanted.upper() and self._is_heading

    @cached_property
    def _is_heading(self) -> bool:
        """Whether the text is a heading in capitals, where capitals say nothing."""
        small = sum(map(len, _SMALL_WORD.findall(self._words.text)))
        if len(_CAPITAL.findall(self._words.text)) < (small or 1) * _SHARE:
            # Nearly all texts, and without looking for tags and addresses.
            return False
        text = without_markup(self._words.text)
        capitals = len(_CAPITAL.findall(text))
        return capitals > 0 and capitals >= len(_LETTER.findall(text)) * _SHARE

    @cached_property
    def _has_more_words(self) -> bool:
        words = (token for token, _ in self._words if token.is_word)
        return len(list(islice(words, 2))) > 1
