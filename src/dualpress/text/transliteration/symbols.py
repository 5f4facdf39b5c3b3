"""Devanagari words as one symbol a sound: the inherent vowel stands for itself.

A consonant letter without a vowel sign is read with a short *a* (The Unicode Standard, 12.1).
For transliteration that vowel has to be there, to be kept or left out, and a vowel has to be one
symbol, whether it is written as a letter or as a sign: ग्वादर is ग, व, आ, द, अ, र. The vowel of
the last consonant is left out, since it is silent in most names.
"""

from __future__ import annotations

import unicodedata

import regex

__all__ = ["INHERENT", "NASAL", "VOWELS", "from_symbols", "is_consonant", "single", "to_symbols"]

INHERENT = "अ"
NASAL = "ं"

_VIRAMA, _NUKTA, _CHANDRABINDU = "\u094d", "\u093c", "\u0901"
_SIGNS = dict(zip("ािीुूृेैोौॉॅ", "आइईउऊऋएऐओऔऑऍ", strict=True))
_SIGN_OF = {vowel: sign for sign, vowel in _SIGNS.items()} | {INHERENT: ""}
VOWELS = frozenset(_SIGN_OF)

# One symbol each inside this package, though every normal form takes them apart.
_WITH_NUKTA = dict(
    zip("कखगजडढफ", "\u0958\u0959\u095a\u095b\u095c\u095d\u095e", strict=True)
)  # fmt: skip
_NUKTA_PAIR = regex.compile(f"([{''.join(_WITH_NUKTA)}]){_NUKTA}")
_NASAL_IN_ROW = regex.compile(
    f"ङ{_VIRAMA}(?=[कखगघ])|ञ{_VIRAMA}(?=[चछजझ])|ण{_VIRAMA}(?=[टठडढ])"
    f"|न{_VIRAMA}(?=[तथदध])|म{_VIRAMA}(?=[पफबभ])|{_CHANDRABINDU}"
)


def is_consonant(symbol: str) -> bool:
    """Whether a symbol is a consonant, with or without nukta."""
    return "क" <= symbol <= "ह" or "\u0958" <= symbol <= "\u095f"


def to_symbols(word: str) -> str:
    """The sounds of one Devanagari word.

    Args:
        word: the word in any normal form; what is no sound falls away.

    Returns:
        Consonants, vowels as letters, and anusvara for every nasal that may be written so.
    """
    symbols: list[str] = []
    is_open = False  # after a consonant whose vowel may still come
    for char in _NASAL_IN_ROW.sub(NASAL, single(word)):
        if char in _SIGNS:
            symbols.append(_SIGNS[char])
        elif is_consonant(char) or char in VOWELS or char == NASAL:
            symbols += [INHERENT, char] if is_open else [char]
        is_open = is_consonant(char)
    return "".join(symbols)


def from_symbols(symbols: str) -> str:
    """Write sounds as a Devanagari word, in NFC; the reverse of :func:`to_symbols`."""
    written: list[str] = []
    before = ""
    for symbol in symbols:
        if is_consonant(before) and symbol in VOWELS:
            written.append(_SIGN_OF[symbol])
        elif is_consonant(before) and is_consonant(symbol):
            written += [_VIRAMA, symbol]
        else:
            written.append(symbol)
        before = symbol
    return unicodedata.normalize("NFC", "".join(written))


def single(text: str) -> str:
    """Devanagari with each letter and its nukta as one character, as no normal form has it."""
    letters = unicodedata.normalize("NFD", text)
    return _NUKTA_PAIR.sub(lambda match: _WITH_NUKTA[match[1]], letters)
