"""Names and acronyms that both languages write by their sound.

A Hindi text spells an acronym letter by letter (``BLA``, बीएलए), and a name or a loan word by its
sound (``Gwadar``, ग्वादर). Sounds are compared by their consonants: vowels, aspiration, length,
and the difference between dental and retroflex are written too differently.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex
from rapidfuzz import fuzz, process

from dualpress.text.devanagari import DEVANAGARI, key_of
from dualpress.text.transliteration.letters import LETTER_NAMES

__all__ = ["likeness", "likest", "spelled"]

_ACRONYM = regex.compile(r"[A-Z](?:\.?[A-Z0-9])+\.?")
_DIGIT = regex.compile(r"[0-9]")

_HINDI = regex.compile(DEVANAGARI)

_FEWEST = 2
"""Consonants below which a likeness is chance."""

_DEVANAGARI = {
    "क": "k", "ख": "k", "ग": "g", "घ": "g", "ङ": "n", "च": "C", "छ": "C", "ज": "j", "झ": "j",
    "ञ": "n", "ट": "t", "ठ": "t", "ड": "d", "ढ": "d", "ण": "n", "त": "t", "थ": "t", "द": "d",
    "ध": "d", "न": "n", "प": "p", "फ": "f", "ब": "b", "भ": "b", "म": "m", "य": "", "र": "r",
    "ल": "l", "ळ": "l", "व": "v", "श": "s", "ष": "s", "स": "s", "ह": "h", "ं": "n", "ँ": "n",
    "ऋ": "r", "ृ": "r",
}  # fmt: skip
_LABIAL = regex.compile(r"ं(?=[पफबभम])")
_VOWEL_FIRST = regex.compile(r"[अ-औॲॳॴ]")

# In order: what is longer goes before what it contains.
_LATIN = tuple(
    (regex.compile(pattern), sound)
    for pattern, sound in (
        (r"tch|ch", "C"), (r"sch|sh", "s"), (r"ph", "f"), (r"gh(?=[aeiou])", "g"), (r"gh", ""),
        (r"([bdkgjt])h", r"\1"), (r"ck|q", "k"), (r"x", "ks"), (r"c(?=[eiy])", "s"), (r"c", "k"),
        (r"t(?=i[oa])", "s"), (r"dge|z", "j"), (r"g(?=e)", "j"), (r"w", "v"),
        (r"(?<=[aeiou])v(?![aeiou])", ""), (r"(?<=[aeiou])h(?![aeiou])", ""),
    )
)  # fmt: skip
_NOT_SOUND = regex.compile(r"[^Cbdfghjklmnprstv]")
_TWICE = regex.compile(r"(.)\1+")


def spelled(word: str) -> str | None:
    """The key of an acronym as Hindi spells it, letter by letter; ``None`` if it is none."""
    if not _ACRONYM.fullmatch(word):
        return None
    letters = word.replace(".", "")
    return key_of("".join(LETTER_NAMES.get(letter, letter) for letter in letters))


def likeness(one: str, other: str) -> float:
    """How alike two words of two scripts sound, from 0 to 1; 0 for words of one script."""
    (here, is_hindi), (there, other_is_hindi) = _sound(one), _sound(other)
    if is_hindi is other_is_hindi or not _are_comparable(here, there):
        return 0.0
    return fuzz.ratio(here, there) / 100


def likest(word: str, others: Sequence[str]) -> tuple[float, int]:
    """Which of some words sounds most like one of the other script.

    Args:
        word: the one.
        others: the words that it is compared with, by :func:`likeness`.

    Returns:
        How alike they are, and the place of the first that is so alike; 0 where none is.
    """
    sound, is_hindi = _sound(word)
    sounds = [
        there if other_is_hindi is not is_hindi and _are_comparable(sound, there) else None
        for there, other_is_hindi in map(_sound, others)
    ]
    # Many at once: a call for each takes longer than the comparison.
    found = process.extractOne(sound, sounds, scorer=fuzz.ratio)
    return (found[1] / 100, found[2]) if found and found[1] else (0.0, 0)


def _are_comparable(here: str, there: str) -> bool:
    """Whether the sounds of two words of two scripts have enough consonants to be compared."""
    fewer = min(len(here), len(there))
    # Of two consonants both may be chance.
    return fewer > _FEWEST or (fewer == _FEWEST and here == there)


def _is_hindi(word: str) -> bool:
    return not word.isascii() and _HINDI.search(word) is not None


@lru_cache(maxsize=4096)
def _sound(word: str) -> tuple[str, bool]:
    """The consonants of a word, an initial vowel as ``a``, and whether it is in Devanagari."""
    key = key_of(word)
    sounds = _of_devanagari(key) if _is_hindi(key) else _of_latin(key)
    return _TWICE.sub(r"\1", sounds), _is_hindi(word)


def _of_devanagari(key: str) -> str:
    initial = "a" if _VOWEL_FIRST.match(key) else ""
    # ड़ and ढ़ are written r in most names.
    key = key.replace("ड\u093c", "र").replace("ढ\u093c", "र")
    key = _LABIAL.sub("म", key)
    return initial + "".join(_DEVANAGARI.get(letter, "") for letter in key)


def _of_latin(key: str) -> str:
    initial = "a" if key[:1] in tuple("aeiou") else ""
    for pattern, sound in _LATIN:
        key = pattern.sub(sound, key)
    return initial + _NOT_SOUND.sub("", key)
