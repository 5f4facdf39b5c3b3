"""The words of a text, cut only where they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import compress
from typing import NamedTuple, TypeAlias

from dualpress.glossary.patterns import PatternIndex
from dualpress.glossary.tokens import Token, chunks_of, simple_keys, tokenise

__all__ = ["Cutter", "Word", "Words", "end_of", "start_of"]

_BEGINNINGS_KEPT = 2**15
_TOKENS_KEPT = 2**14


_NO_KEY = ("",)
"""Of what follows the last chunk: no term has it."""

Word: TypeAlias = tuple[Token, int]
"""A token of a text, and where in the text its own offsets count from."""


def start_of(word: Word) -> int:
    """Where a word begins in the text."""
    token, offset = word
    return offset + token.span.start


def end_of(word: Word) -> int:
    """Where a word ends in the text."""
    token, offset = word
    return offset + token.span.end


class Beginning(NamedTuple):
    """A word that may begin a term."""

    first: int
    """Its number in its chunk."""

    behind: Set[str] | None
    """The keys of which one must follow, in the next chunk; ``None`` where the chunk tells it."""


class Cutter:
    """Makes words of texts, and remembers those it met: most words are met again.

    Args:
        index: the terms.
    """

    def __init__(self, index: PatternIndex) -> None:
        self._index = index
        self.tokens = lru_cache(_TOKENS_KEPT)(tokenise)
        self.beginnings = lru_cache(_BEGINNINGS_KEPT)(self._find_beginnings)
        self.openings = lru_cache(_TOKENS_KEPT)(self._find_opening)

    def _find_opening(self, chunk: str) -> tuple[str, ...]:
        """The keys of the first word of a chunk; none of one that has no word."""
        return next(iter(_keys_of_words(chunk)), ())

    def _find_beginnings(self, chunk: str) -> tuple[Beginning, ...]:
        simple = simple_keys(chunk)
        if simple and not any(map(self._index.__contains__, simple)):
            return ()  # as most
        words = _keys_of_words(chunk)
        found = (self._beginning(words, first) for first in range(len(words)))
        return tuple(filter(None, found))

    def _beginning(self, words: Sequence[tuple[str, ...]], first: int) -> Beginning | None:
        """A word as a beginning; ``None`` where it begins no term."""
        keys = [key for key in words[first] if key in self._index]
        if not keys:
            return None
        if len(words[first]) > 1 or self._index.is_whole(keys[0]):
            return Beginning(first, None)
        behind = self._index.behind(keys[0])
        if first + 1 == len(words):
            return Beginning(first, behind)
        is_followed = not behind.isdisjoint(words[first + 1])
        return Beginning(first, None) if is_followed else None


class Words:
    """The words of a text.

    Args:
        text: plain text, or a segment with its inline tags.
        cutter: what cuts it.
    """

    def __init__(self, text: str, cutter: Cutter) -> None:
        self.text = text
        self._chunks = chunks_of(text)
        self._cutter = cutter

    def __iter__(self) -> Iterator[Word]:
        return self._since(0, 0, 0)

    def beginnings(self) -> Iterator[Iterator[Word]]:
        """For each word that may begin a term: the words from there on."""
        chunks, passed, offset = self._chunks, 0, 0
        beginnings = list(map(self._cutter.beginnings, chunks))
        openings = self._cutter.openings
        for number in compress(range(len(chunks)), beginnings):  # most have none
            for first, behind in beginnings[number]:
                if behind is not None:
                    opening = openings(chunks[number + 1]) if number + 1 < len(chunks) else _NO_KEY
                    # A chunk that has no word may stand between two.
                    if opening and behind.isdisjoint(opening):
                        continue
                # No chunk stands within the one before.
                for chunk in chunks[passed:number]:
                    offset = self.text.index(chunk, offset) + len(chunk)
                passed = number
                yield self._since(number, first, offset)

    def _since(self, number: int, first: int, offset: int) -> Iterator[Word]:
        """The words from one of a chunk on, which begins at an offset or behind it."""
        chunks, tokens_of = self._chunks, self._cutter.tokens
        while number < len(chunks):
            chunk = chunks[number]
            offset = self.text.index(chunk, offset)
            tokens = tokens_of(chunk)
            for token in tokens[first:] if first else tokens:
                yield token, offset
            offset += len(chunk)
            number, first = number + 1, 0


def _keys_of_words(chunk: str) -> Sequence[tuple[str, ...]]:
    """The keys of each word of a chunk, and of each mark."""
    # Most have one word and perhaps a mark: of these tokens need not be made.
    simple = simple_keys(chunk)
    return [(key,) for key in simple] if simple else list(map(_keys, tokenise(chunk)))


def _keys(token: Token) -> tuple[str, ...]:
    """The keys of a word, with its possessive and without."""
    bare = token.without_possessive
    return (token.key, bare.key) if bare else (token.key,)
