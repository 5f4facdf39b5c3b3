"""Where a translation writes a name of its source, by how both sound."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

from dualpress.article import Span
from dualpress.glossary.proposals.hindi_words import POSTPOSITIONS, is_everyday
from dualpress.text.devanagari import WORD_CHAR, key_of
from dualpress.text.sounds import likeness, spelled

__all__ = ["SPOKEN", "Found", "find_rendering"]

_WORD = regex.compile(rf"{WORD_CHAR}+(?:[-.’']{WORD_CHAR}+)*\.?")
_ENDING = regex.compile(r"(?:['’]s?|\.)$")
_STOP = regex.compile(r"[,;:()।]")
_SURE = 0.75
"""How alike the words of a name sound on the average, when they are one name."""

_SURE_ALONE = 0.8
"""How alike a name of one word sounds."""

_SURE_APART = 0.88
"""How alike one sounds that is two words in one language and one in the other."""

_SURE_WHOLE = 0.85
"""How alike a name sounds as a whole, where some of its words tell nothing."""

_LEAST = 0.5
"""How alike each of them does."""

_MOST_WORDS = 6
_WORDS_KEPT = 2**13
"""Words of which is kept whether they may be names; those that are frequent are."""


SPOKEN = 4
"""Acronyms of so many letters may be spoken as a word: NATO, COVID-19."""


class Found(NamedTuple):
    """A name in a text.

    Args:
        text: as it stands there.
        span: where.
        score: how alike it sounds, from 0 to 1.
    """

    text: str
    span: Span
    score: float


def find_rendering(name: str, text: str) -> Found | None:
    """Find in a text of the other language the words that sound like a name.

    Args:
        name: one or more words.
        text: plain text, in the other script.

    Returns:
        The words that are likest, ``None`` where none are like enough: a name
        may be translated, too.
    """
    parts = name.split()
    words = [(_ENDING.sub("", match[0]), match.start()) for match in _WORD.finditer(text)]
    may_be_names = [_may_be_name(word) for word, _ in words]
    # Else written apart in one language: छोटूराम, Chhotu Ram.
    for sizes in ((len(parts),), (len(parts) - 1, len(parts) + 1)):
        found = [
            candidate
            for size in sizes
            for at in range(len(words) - size + 1 if 0 < size <= _MOST_WORDS else 0)
            if all(may_be_names[at : at + size])
            and (candidate := _compared(parts, words[at : at + size], text)) is not None
        ]
        if found:
            return max(found, key=lambda one: (one.score, -one.span.start))
    return None


def _compared(parts: Sequence[str], words: Sequence[tuple[str, int]], text: str) -> Found | None:
    texts = [word for word, _ in words]
    score = _score(parts, texts)
    if score < _least(len(parts), len(words)):
        return None
    span = Span(words[0][1], words[-1][1] + len(texts[-1]))
    inner = text[slice(*span)]
    return None if _STOP.search(inner) else Found(inner, span, score)


def _least(parts: int, words: int) -> float:
    if parts != words:
        return _SURE_APART
    return _SURE if parts > 1 else _SURE_ALONE


@lru_cache(_WORDS_KEPT)
def _may_be_name(word: str) -> bool:
    """Whether a word has letters, and a capital where its script has any."""
    if not any(map(str.isalpha, word)):
        return False
    first = next(filter(str.isalpha, word))
    return not (first.islower() or word in POSTPOSITIONS or is_everyday(word))


def _score(parts: Sequence[str], words: Sequence[str]) -> float:
    # Words of few consonants tell nothing by themselves: Liu, Lee, Singh.
    whole = likeness("".join(parts), "".join(words))
    if len(parts) != len(words):
        return whole
    scores = [_alike(part, word) for part, word in zip(parts, words, strict=True)]
    if min(scores) >= _LEAST:
        return sum(scores) / len(scores)
    return whole if whole >= _SURE_WHOLE else 0.0


def _alike(one: str, other: str) -> float:
    for acronym, letters in ((one, other), (other, one)):
        key = spelled(acronym)
        if key is not None and (key == key_of(letters) or len(acronym) < SPOKEN):
            return float(key == key_of(letters))
    return likeness(one, other)
