"""Whether a name in one script is that name in the other."""

from __future__ import annotations

import regex

from dualpress.text import sounds

__all__ = ["is_comparable", "likeness"]

_CONSONANT = regex.compile(r"[bcdfgjklmnpqrstvwxz]", regex.IGNORECASE)
_FEWEST_CONSONANTS = 3
"""A shorter name sounds like too much else, or like nothing."""


def is_comparable(name: str) -> bool:
    """Whether an English name is long enough to be known by its sound."""
    return len(_CONSONANT.findall(name)) >= _FEWEST_CONSONANTS


def likeness(one: str, other: str) -> float:
    """How alike two words sound, from 0 to 1; 1 for a name left in Latin letters."""
    return 1.0 if one == other else sounds.likeness(one, other)
