"""The words of texts in a few bytes, to be asked later which terms may stand there."""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Final

from dualpress.article import plain_text
from dualpress.glossary.tokens import find_chunks, may_reach_on, simple_keys, tokenise

__all__ = ["Vocabulary", "code_of", "codes_in"]

_CHUNKS_KEPT = 2**14
_CODE: Final = "I"
"""An unsigned number of four bytes, as :mod:`array` and :class:`memoryview` call it."""

_MAY_BE_POSSESSIVE = frozenset("'’ʼ")


class Vocabulary:
    """Tells the words of texts; those it met are remembered, since most are met again."""

    def __init__(self) -> None:
        self._codes = lru_cache(_CHUNKS_KEPT)(_codes)

    def words(self, texts: Iterable[str]) -> bytes:
        """All words that a matcher may find in some texts, each once.

        Args:
            texts: plain texts, or segments with their inline tags; the words
                that these have without the tags count as well.

        Returns:
            What :func:`codes_in` reads, four bytes a word.
        """
        every = set(chain.from_iterable(map(_readings, texts)))
        codes = set(chain.from_iterable(map(self._codes, _chunks(every))))
        return array(_CODE, codes).tobytes()


def codes_in(words: bytes) -> frozenset[int]:
    """The codes of the words that a :class:`Vocabulary` told."""
    return frozenset(memoryview(words).cast(_CODE))


def code_of(key: str) -> int:
    """The code of a word, by the key that a matcher compares.

    Words that differ hardly ever share a code, and may.
    """
    return zlib.crc32(key.encode("utf-8", "surrogatepass"))


def _codes(chunk: str) -> tuple[int, ...]:
    if _MAY_BE_POSSESSIVE.isdisjoint(chunk) and (keys := simple_keys(chunk)):  # as most
        return tuple(map(code_of, keys))
    tokens = tokenise(chunk)
    possessives = (token.without_possessive for token in tokens)
    return tuple(code_of(token.key) for token in (*tokens, *possessives) if token)


def _chunks(texts: Iterable[str]) -> set[str]:
    """The chunks of texts; of those that reach over white space, the parts too."""
    # Cutting at white space alone takes a third of the time.
    chunks = set("\n".join(texts).split())
    for text in filter(may_reach_on, texts):
        chunks.update(chunk[0] for chunk in find_chunks(text))
    return chunks


def _readings(text: str) -> Iterator[str]:
    yield text
    if "<" in text or "&" in text:
        yield plain_text(text)
