"""Which spellings are of one name: Baluch and Baloch, Erdogan and Erdoğan, ग्वादर and ग्वादार."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable

import regex
from rapidfuzz import fuzz

from dualpress.text.devanagari import key_of

__all__ = ["are_alike", "grouped", "spelling_key"]

_NOT_LETTER = regex.compile(r"[^\p{L}\p{M}\p{N}]+")
_LATIN_MARK = regex.compile(r"(?<=\p{Latin}\p{M}*)\p{M}")
_VOWELS = regex.compile(r"[aeiouyhw]|\p{M}|[अ-औ]|(.)(?=\1)")
_FEWEST_LETTERS = 5
"""Shorter names are different names where a letter differs: Chen, Chan."""

_LEAST = 75
_LEAST_SHORT = 80
_SHORT = 6
"""How alike names are on RapidFuzz's scale to 100; those of six letters or fewer, more."""

_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae"})


def spelling_key(name: str) -> str:
    """What spellings share that differ in marks, case, hyphens and spaces only."""
    plain = unicodedata.normalize("NFD", key_of(name).translate(_LETTERS))
    return _NOT_LETTER.sub("", _LATIN_MARK.sub("", plain))


def are_alike(one: str, other: str) -> bool:
    """Whether two names are one in two spellings: the same consonants, other vowels."""
    if spelling_key(one) == spelling_key(other):
        return True
    here, there = one.split(), other.split()
    if len(here) != len(there) or any(map(str.isupper, (one, other))):
        return False
    return all(_are_alike_words(*pair) for pair in zip(here, there, strict=True))


def _are_alike_words(one: str, other: str) -> bool:
    here, there = spelling_key(one), spelling_key(other)
    if here == there:
        return True
    shorter = min(len(here), len(there))
    if shorter < _FEWEST_LETTERS or regex.search(r"\p{N}", here + there):
        return False
    # Mario and Maria are two, and so are what differs in its plural or adjective.
    if here[-1] != there[-1] or here[0] != there[0] or _skeleton(here) != _skeleton(there):
        return False
    return fuzz.ratio(here, there) >= (_LEAST_SHORT if shorter <= _SHORT else _LEAST)


def _skeleton(key: str) -> str:
    return _VOWELS.sub("", key)


def grouped(names: Iterable[str]) -> list[tuple[str, ...]]:
    """Put spellings of one name together.

    Args:
        names: each once, the most usual first.

    Returns:
        Groups in the order of their first names, which are the most usual of each.
    """
    groups: list[list[str]] = []
    # What is alike has one skeleton: only such names need be compared.
    by_skeleton: dict[str, list[list[str]]] = defaultdict(list)
    for name in names:
        rivals = by_skeleton[_skeleton(spelling_key(name))]
        group = next((group for group in rivals if are_alike(group[0], name)), None)
        if group is None:
            groups.append([name])
            rivals.append(groups[-1])
        else:
            group.append(name)
    return [tuple(group) for group in groups]
