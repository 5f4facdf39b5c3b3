"""Devanagari: word limits, digits, and keys under which spellings are equal.

The word boundary of Python's ``re`` is wrong here, since it takes vowel signs for
no part of a word (cpython#76379); patterns are built for the ``regex`` module
from :data:`WORD_START` and :data:`WORD_END`.
"""

from __future__ import annotations

import unicodedata

import regex

__all__ = [
    "DEVANAGARI",
    "WORD_CHAR",
    "WORD_END",
    "WORD_START",
    "is_devanagari",
    "key_of",
    "latin_digits",
    "match_key_of",
]

WORD_CHAR = r"[\p{L}\p{M}\p{N}\u200c\u200d]"
"""One character of a word; ZWNJ and ZWJ stand inside Hindi words."""

WORD_START = rf"(?<!{WORD_CHAR})"
WORD_END = rf"(?!{WORD_CHAR})"

DEVANAGARI = r"(?:(?=\p{Deva})[\p{L}\p{M}])"
"""One Devanagari letter or sign: no digit, no danda, no ॰."""

_LETTER = regex.compile(DEVANAGARI)
_DIGIT = regex.compile("[०-९]")
_DIGITS = str.maketrans("०१२३४५६७८९", "0123456789")

_NUKTA, _VIRAMA = "\u093c", "\u094d"
_ANUSVARA, _CHANDRABINDU = "\u0902", "\u0901"
_DROPPED = str.maketrans({"\u200c": None, "\u200d": None, _CHANDRABINDU: _ANUSVARA})
_LOANED = "कखगजफ"  # ड़ and ढ़ are letters of their own: पेड/पेड़ are two words

# A nasal consonant before a stop of its own row may be written as anusvara.
# न् stands before the retroflex row too, in words from English: इन्टरनेट, कमान्डर.
_ROWS = {"ङ": "कखगघ", "ञ": "चछजझ", "ण": "टठडढ", "न": "तथदधटठडढ", "म": "पफबभ"}
# Most words have none of these, and are their own key if they are in NFD.
_LOANED_LETTER = regex.compile(rf"[{_LOANED}]\p{{M}}*?{_NUKTA}\p{{M}}*")
_WRITTEN_NASAL = regex.compile(
    "|".join(f"{nasal}{_VIRAMA}(?=[{row}])" for nasal, row in _ROWS.items())
)
_MAY_CHANGE = regex.compile(rf"[\u200c\u200d{_CHANDRABINDU}{_NUKTA}]|[{''.join(_ROWS)}]{_VIRAMA}")


def is_devanagari(char: str) -> bool:
    """Whether a character is a Devanagari letter or sign."""
    return _LETTER.match(char) is not None


def latin_digits(text: str) -> str:
    """Write ०-९ as 0-9; everything else, and the length, stays."""
    # Looking for a digit is many times faster than translating a text that has none.
    return text.translate(_DIGITS) if _DIGIT.search(text) else text


def match_key_of(text: str) -> str:
    """Make the key under which the accepted spellings of a Hindi word are equal.

    Equal become: composed and decomposed letters; क़ ख़ ग़ ज़ फ़ with and without
    nukta; chandrabindu and anusvara; a nasal before a stop of its row, or न्
    before one of ट's, and anusvara (हिन्दी, हिंदी; इन्टरनेट, इंटरनेट); words with and
    without ZWJ or ZWNJ. Case, digits and
    all other letters stay. Keys are for comparing and never shown: राज and राज़
    are different words with one key.

    Args:
        text: text in any script.

    Returns:
        The key in NFD.
    """
    if unicodedata.is_normalized("NFD", text) and not _MAY_CHANGE.search(text):
        return text
    key = unicodedata.normalize("NFD", text.translate(_DROPPED))
    if _NUKTA in key:
        key = _LOANED_LETTER.sub(lambda match: match[0].replace(_NUKTA, ""), key)
    return _WRITTEN_NASAL.sub(_ANUSVARA, key)


def key_of(word: str) -> str:
    """What two spellings of one word have in common: case, nukta, nasals, digits do not count."""
    return match_key_of(latin_digits(word)).casefold()
