"""What speaks for one step of a transliteration: its letters, its neighbours, its place.

The kinds of evidence are those of discriminative letter-to-phoneme conversion (Jiampojamarn,
Cherry and Kondrak, "Joint Processing and Discriminative Training for Letter-to-Phoneme
Conversion", ACL 2008): what is written around the letters, and what was said before.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = [
    "END",
    "START",
    "Step",
    "contexts_of",
    "feature_behind",
    "features_of_letters",
    "features_of_sounds",
]

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
    own = f"{word[start:end]}>{written}"
    return [own + context for context in contexts_of(word, start, end)]


def contexts_of(word: str, start: int, end: int) -> list[str]:
    """What stands around some letters; behind a step's own feature it names others.

    Args:
        word: the letters between :data:`START` and :data:`END`.
        start: where they begin.
        end: where they end.

    Returns:
        The contexts, none first.
    """
    letters = word[start:end]
    if len(letters) != len(letters.strip(START + END)):
        return [""]
    contexts = [
        "",
        f"|<{word[start - 1]}",
        f"|>{word[end]}",
        f"|<{word[max(0, start - 2) : start]}",
        f"|>{word[end : end + 2]}",
        f"|~{_shape(word, start, end)}",
    ]
    if len(word) - end <= _NEAR_END:
        contexts.append(f"|>{word[end:]}")
    if start <= _NEAR_START:
        contexts.append(f"|<{word[:start]}")
    return list(dict.fromkeys(contexts))


def feature_behind(own: str, last: str) -> str:
    """The evidence of a step behind a symbol.

    Args:
        own: the step's own feature.
        last: the last symbol before it, empty where there is none.

    Returns:
        The name of a feature.
    """
    return f"{own}|{last or START}"


def features_of_sounds(written: str, before: str) -> tuple[str, str]:
    """The evidence of what is written beside each other, whatever the letters are.

    Args:
        written: by a step.
        before: the last two symbols that were written before it.

    Returns:
        Names of features.
    """
    written = written or "-"
    return f"{before[-1:] or START}:{written[:1]}", f"{before or START}:{written[:2]}"


def _shape(word: str, start: int, end: int) -> str:
    """Whether the letters begin the word, and what the next three are."""
    shape = "".join("V" if char in _LATIN_VOWELS else "C" for char in word[end : end + 3])
    return ("^" if start == 1 else "") + shape
