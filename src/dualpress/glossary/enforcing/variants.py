"""Two spellings of one word, so near to each other that they can be nothing else.

Vowels are where spellings differ: their length in Hindi (ब्रितानी, ब्रितानि), their letters in
English (``Punjab``, ``Panjab``). A word of few consonants is too easily another word, so there only
what sounds the same counts: मिले is not माले.
"""

from __future__ import annotations

from itertools import takewhile

import regex
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from dualpress.article import Language
from dualpress.glossary.renderings import folded

__all__ = ["differs_at_end", "has_few_consonants", "is_heard_alike", "is_variant"]

_ENOUGH, _LONG, _VERY_LONG = 3, 4, 6
"""Consonants from which on other vowels may be a matter of spelling: if the source sounds so, in
any case; and from which on another consonant may."""

_ALIKE, _VERY_ALIKE = 75, 85
"""In percent of the letters."""

_ENDING = 3
"""Letters and signs at the end of a word that may be an inflection."""

_NASAL = "ं"
_PLURAL = "्स"

_HINDI = str.maketrans(
    {
        **dict(zip("िुैौॉॆॊॅ", "ीूेोोेोे", strict=True)),
        **dict(zip("इउऐऍऔऑ", "ईऊएएओओ", strict=True)),
        **dict(zip("टठडढणशष", "तथदधनसस", strict=True)),
        **dict.fromkeys("\u094d\u093c\u0903"),
    }
)
_HINDI_VOWELS = regex.compile(r"[\u093e-\u094c]|(?!^)[अ-औ]")
_HINDI_BEGINNING = regex.compile(r"^[अ-औ]")

_ENGLISH = tuple(
    (regex.compile(pattern), sound)
    for pattern, sound in (
        (r"[^a-z0-9]", ""), (r"ph", "f"), (r"(?<=[bcdgjkpst])h", ""), (r"ck", "k"), (r"w", "v"),
        (r"z", "j"), (r"aa", "a"), (r"ee", "i"), (r"oo", "u"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
_ENGLISH_VOWELS = regex.compile(r"(?!^)[aeiouy]")
_ENGLISH_BEGINNING = regex.compile(r"^[aeiou]")
_ANY_VOWEL = "a"


def is_variant(word: str, form: str, language: Language, *, is_in_name: bool = False) -> bool:
    """Whether a word is a spelling of another one of the same language.

    Args:
        word: a word of a translation.
        form: the word that it may be.
        language: the language of both.
        is_in_name: whether further words of a name stand beside it: then a
            lost nasal (गाधी) makes no other word of it.
    """
    word, form = folded(word), folded(form)
    pairs = {(word, form), (_singular(word), _singular(form))}
    if is_in_name:
        pairs.add((word.replace(_NASAL, ""), form.replace(_NASAL, "")))
    return any(_is_variant(*pair, language) for pair in pairs)


def is_heard_alike(word: str, form: str, language: Language, *, is_in_name: bool) -> bool:
    """Whether a word is near enough to another, if it sounds as the source's does.

    Args:
        word: a word of a translation.
        form: the word that it may be.
        language: the language of both.
        is_in_name: whether further words of a name stand beside it; else it
            needs the same consonants.
    """
    word, form = folded(word), folded(form)
    ours, theirs = (_frame(_sounded(key, language), language) for key in (word, form))
    is_same = ours == theirs
    is_same_end = word[-1:] == form[-1:]
    if fuzz.ratio(word, form) < _ALIKE or not (is_same or is_same_end):
        return False
    is_long = is_same and is_same_end and len(ours) >= _ENOUGH
    return is_in_name or (is_long and not differs_at_end(word, form))


def differs_at_end(word: str, form: str) -> bool:
    """Whether one is the other's beginning or end, or both differ at the end alone.

    So कांग्रेसी differs from कांग्रेस, and नेवल from नेवी.
    """
    one, other = folded(word), folded(form)
    same = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))))
    rests = one[same:], other[same:]
    is_end = max(map(len, rests)) <= _ENDING and rests[0][-1:] != rests[1][-1:]
    return one != other and (is_end or one.endswith(other) or other.endswith(one))


def has_few_consonants(word: str, language: Language) -> bool:
    """Whether a word is so short that another vowel makes another name: Asad, Assad."""
    return len(_frame(_sounded(folded(word), language), language)) < _LONG


def _is_variant(word: str, form: str, language: Language) -> bool:
    if differs_at_end(word, form):
        return False
    ours, theirs = _sounded(word, language), _sounded(form, language)
    return ours == theirs or _is_long_variant(ours, theirs, language)


def _is_long_variant(ours: str, theirs: str, language: Language) -> bool:
    frames = _frame(ours, language), _frame(theirs, language)
    likeness = fuzz.ratio(ours, theirs)
    if ours[-1:] != theirs[-1:] or min(map(len, frames)) < _LONG:
        return False
    if frames[0] == frames[1]:
        return likeness >= _ALIKE
    is_near = frames[0][:1] == frames[1][:1] and Levenshtein.distance(*frames) == 1
    return is_near and min(map(len, frames)) >= _VERY_LONG and likeness >= _VERY_ALIKE


def _singular(key: str) -> str:
    """A word without the plural of English that Hindi may have taken over: फ़ॉकलैंड्स."""
    return key.removesuffix(_PLURAL)


def _sounded(key: str, language: Language) -> str:
    """A key under which spellings of one sound are equal."""
    if language is Language.HI:
        key = key.replace("ये", "ए").replace("यी", "ई").replace(_NASAL, "न")
        return key.translate(_HINDI)
    for pattern, sound in _ENGLISH:
        key = pattern.sub(sound, key)
    return key


def _frame(sounded: str, language: Language) -> str:
    """The consonants of a word, and whether it begins with a vowel."""
    if language is Language.HI:
        return _HINDI_BEGINNING.sub(_ANY_VOWEL, _HINDI_VOWELS.sub("", sounded))
    return _ENGLISH_BEGINNING.sub(_ANY_VOWEL, _ENGLISH_VOWELS.sub("", sounded))
