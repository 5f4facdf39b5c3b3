"""How like two sentences are."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

__all__ = ["similarity"]

MOST_UNLESS_EQUAL = 0.99


def similarity(one: Sequence[str], other: Sequence[str]) -> float:
    """How like two sentences are, from 0 to 0.99.

    It is the mean of what their words and what their letters have in common,
    in order: words alone make much of an ending, letters little of a name.
    Of the measures tried on English and Hindi (letters, words, words weighted
    by their rarity, sorted words), the mean told best how like the
    translations are. Two sentences of the same words may still differ in
    punctuation and tags, so that nothing is wholly like.

    Args:
        one: the words of a sentence (``words_of``).
        other: those of another.
    """
    words = Indel.normalized_similarity(one, other)
    letters = fuzz.ratio(" ".join(one), " ".join(other)) / 100
    return min((words + letters) / 2, MOST_UNLESS_EQUAL)
