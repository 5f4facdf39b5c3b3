"""What speaks for one step of a transliteration: its letters, its neighbours, its place.

The kinds of evidence are those of discriminative letter-to-phoneme conversion (Jiampojamarn,
Cherry and Kondrak, "Joint Processing and Discriminative Training for Letter-to-Phoneme
Conversion", ACL 2008): what is written around the letters, and what was said before.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["END", "START", "Step", "features_of_letters", "features_of_sounds"]

START, END = "^", "$"
"""Stand around the letters of every word."""

_LATIN_VOWELS = frozenset("aeiouy")
_NEAR_END = 5
_NEAR_START = 4


class Step(NamedTuple):
    """Some letters of a word, and what is written for them.

    Args:
        start: where the letters begin in the word, its :data:`START` counted.
        end: where they end.
        written: what is written for them, may be empty.
    """

    start: int
    end: int
    written: str


def features_of_letters(word: str, step: Step) -> list[str]:
    """The evidence that does not depend on what was written before.

    Args:
        word: the letters between :data:`START` and :data:`END`.
        step: the step.

    Returns:
        Names of features, the step's own first.
    """
    start, end, written = step
    letters = word[start:end]
    own = f"{letters}>{written}"
    if len(letters) != len(letters.strip(START + END)):
        return [own]
    features = [
        own,
        f"{own}|<{word[start - 1]}",
        f"{own}|>{word[end]}",
        f"{own}|<{word[max(0, start - 2) : start]}",
        f"{own}|>{word[end : end + 2]}",
        f"{own}|~{_shape(word, start, end)}",
    ]
    if len(word) - end <= _NEAR_END:
        features.append(f"{own}|>{word[end:]}")
    if start <= _NEAR_START:
        features.append(f"{own}|<{word[:start]}")
    return list(dict.fromkeys(features))


def features_of_sounds(own: str, step: Step, before: str) -> list[str]:
    """The evidence of what was written before.

    Args:
        own: the step's own feature.
        step: the step.
        before: the last two symbols that were written before it.

    Returns:
        Names of features.
    """
    last = before[-1:] or START
    written = step.written or "-"
    return [f"{own}|{last}", f"{last}:{written[:1]}", f"{before or START}:{written[:2]}"]


def _shape(word: str, start: int, end: int) -> str:
    """Whether the letters begin the word, and what the next three are."""
    shape = "".join("V" if char in _LATIN_VOWELS else "C" for char in word[end : end + 3])
    return ("^" if start == 1 else "") + shape
