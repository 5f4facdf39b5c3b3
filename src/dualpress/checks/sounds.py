"""Whether a name in one script is that name in the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex

from dualpress.text import sounds

__all__ = ["is_comparable", "likest"]

_CONSONANT = regex.compile(r"[bcdfgjklmnpqrstvwxz]", regex.IGNORECASE)
_FEWEST_CONSONANTS = 3
"""A shorter name sounds like too much else, or like nothing."""

_REMEMBERED = 1 << 12
"""Names of which it is known whether they are long enough: an archive says most again."""


@lru_cache(maxsize=_REMEMBERED)
def is_comparable(name: str) -> bool:
    """Whether an English name is long enough to be known by its sound."""
    return len(_CONSONANT.findall(name)) >= _FEWEST_CONSONANTS


def likest(name: str, words: Sequence[str]) -> tuple[float, int]:
    """How much a name sounds like the word that is likest, from 0 to 1, and where that stands.

    A name left in Latin letters is as like as can be.
    """
    return (1.0, words.index(name)) if name in words else sounds.likest(name, words)
