"""The words of a text, cut only where they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TypeAlias

from dualpress.glossary.tokens import Token, find_chunks, tokenise

__all__ = ["Cutter", "Word", "Words", "end_of", "start_of"]

_BEGINNINGS_KEPT = 2**15
_TOKENS_KEPT = 2**14


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


class Cutter:
    """Makes words of texts, and remembers those it met: most words are met again.

    Args:
        may_begin: whether a token may begin a term.
    """

    def __init__(self, may_begin: Callable[[Token], bool]) -> None:
        self._may_begin = may_begin
        self.tokens = lru_cache(_TOKENS_KEPT)(tokenise)
        self.beginnings = lru_cache(_BEGINNINGS_KEPT)(self._find_beginnings)

    def _find_beginnings(self, chunk: str) -> tuple[int, ...]:
        tokens = enumerate(tokenise(chunk))
        return tuple(number for number, token in tokens if self._may_begin(token))


class Words:
    """The words of a text.

    Args:
        text: plain text, or a segment with its inline tags.
        cutter: what cuts it.
    """

    def __init__(self, text: str, cutter: Cutter) -> None:
        self.text = text
        self._chunks = find_chunks(text)
        self._cutter = cutter

    def __iter__(self) -> Iterator[Word]:
        return self._words_from(0, 0)

    def beginnings(self) -> Iterator[Iterator[Word]]:
        """For each word that may begin a term: the words from there on."""
        beginnings = self._cutter.beginnings
        for number, chunk in enumerate(self._chunks):
            for first in beginnings(chunk[0]):
                yield self._words_from(number, first)

    def _words_from(self, number: int, first: int) -> Iterator[Word]:
        while number < len(self._chunks):
            chunk = self._chunks[number]
            offset = chunk.start()
            tokens = self._cutter.tokens(chunk[0])
            for place in range(first, len(tokens)):
                yield tokens[place], offset
            number, first = number + 1, 0
