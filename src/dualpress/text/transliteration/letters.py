"""Acronyms as Hindi writes them: by the names of their letters, and back.

``BLA`` is बीएलए, written as one word without stops; figures stay, and so do hyphens: ``JF-17`` is
जेएफ़-17. Back, a word counts only where it consists of letter names from end to end; which letter
a name stands for is not always certain (जी is G, and Z where it is said the American way).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import regex

from dualpress.text.devanagari import key_of

__all__ = ["LETTER_NAMES", "read_letters", "spell_letters"]

LETTER_NAMES = {
    "A": "ए", "B": "बी", "C": "सी", "D": "डी", "E": "ई", "F": "एफ़", "G": "जी", "H": "एच", "I": "आई",
    "J": "जे", "K": "के", "L": "एल", "M": "एम", "N": "एन", "O": "ओ", "P": "पी", "Q": "क्यू", "R": "आर",
    "S": "एस", "T": "टी", "U": "यू", "V": "वी", "W": "डब्ल्यू", "X": "एक्स", "Y": "वाई", "Z": "ज़ेड",
}  # fmt: skip
"""What Hindi calls the Latin letters."""

_ALSO = {
    "H": ("ऐच",), "I": ("आइ", "आय"), "Q": ("क्यु",), "U": ("यु",), "W": ("डब्लू", "डब्ल्यु", "डबल्यू"),
    "Y": ("वाइ", "वाय"), "Z": ("जैड", "ज़ी"),
}  # fmt: skip
_NAMES = tuple(
    (key_of(name), letter)
    for letter, usual in LETTER_NAMES.items()
    for name in (usual, *_ALSO.get(letter, ()))
)

_FIGURE = r"[\p{N}\-–/]"
_ACRONYM = regex.compile(rf"(?:{'|'.join(sorted({name for name, _ in _NAMES}))}|{_FIGURE})+")
"""Letter names from end to end: nearly no word is one, and the readings are dear."""

_PLURAL = regex.compile(r"(?<=\p{Lu})(?:['’]?s|['’])$")
_FIGURES = regex.compile(rf"{_FIGURE}+")
_BETWEEN = regex.compile(r"[.॰\s]+")
_MOST = 16
"""Readings that are kept of each rest of a word: each जी doubles them."""

_FEWEST = 2
"""Letters below which a word is no acronym: के is K, and far more often a postposition."""


def spell_letters(acronym: str) -> str:
    """Spell an acronym or a designation by the Hindi names of its letters.

    Args:
        acronym: Latin letters, with stops or without; an English plural or possessive ending is
            left out.

    Returns:
        One word; what is no Latin letter stays.
    """
    bare = _BETWEEN.sub("", _PLURAL.sub("", acronym.strip()))
    return "".join(LETTER_NAMES.get(char.upper(), char) for char in bare)


def read_letters(word: str) -> tuple[str, ...]:
    """Read a Hindi word as an acronym.

    Args:
        word: the word, with stops or spaces between the letters or without.

    Returns:
        What it spells if it is letter names in full, the likeliest first; nothing else. One
        letter alone counts only beside a figure (एफ़-16).
    """
    key = key_of(_BETWEEN.sub("", word))
    if not _ACRONYM.fullmatch(key):
        return ()
    readings = dict.fromkeys(_readings(key))
    return tuple(reading for reading in readings if _is_acronym(reading))


def _readings(key: str) -> list[str]:
    """What a key spells, in the order of the alphabet; of very many readings the first."""
    rest: dict[int, list[str]] = {len(key): [""]}
    for start in reversed(range(len(key))):
        longer = (text + more for text, end in _letters_at(key, start) for more in rest[end])
        rest[start] = list(islice(longer, _MOST))
    return rest[0]


def _letters_at(key: str, start: int) -> Iterator[tuple[str, int]]:
    """The figures or letters that are named at a place, and where their names end."""
    if figures := _FIGURES.match(key, start):
        yield figures[0], figures.end()
        return
    for name, letter in _NAMES:
        if key.startswith(name, start):
            yield letter, start + len(name)


def _is_acronym(reading: str) -> bool:
    letters = sum(char.isalpha() for char in reading)
    return letters >= _FEWEST or (letters > 0 and any(char.isdigit() for char in reading))
