"""Which inherent vowels of a Hindi word are silent.

Schwa deletion as J. J. Ohala stated it ("Aspects of Hindi Phonology", 1983): from the end to the
beginning, a short *a* falls silent between a vowel and one consonant before it and one consonant
and a vowel behind it. It is how speech synthesis reads Hindi (Narasimhan, Sproat and Kiraz,
"Schwa-Deletion in Hindi Text-to-Speech Synthesis", 2004). It knows no parts of words, and so is
a guess in compounds (Choudhury, Basu and Sarkar, "A Diachronic Approach for Schwa Deletion in
Indo Aryan Languages", 2004).
"""

from __future__ import annotations

from dualpress.text.transliteration.symbols import INHERENT, NASAL, VOWELS, is_consonant

__all__ = ["SILENT", "mark_silent"]

SILENT = "ə"
"""An inherent vowel that is written and not said."""


def mark_silent(symbols: str) -> str:
    """Write the silent inherent vowels of a word as :data:`SILENT`, the last one too.

    Args:
        symbols: the word as :func:`.symbols.to_symbols` gives it.

    Returns:
        The word with an inherent vowel behind its last consonant: said after a conjunct
        (चंद्र, Chandra), silent elsewhere.
    """
    sounds = list(symbols) + _last_vowel(symbols)
    for i in range(len(sounds) - 3, 1, -1):
        if sounds[i] == INHERENT and _is_between_syllables(sounds, i):
            sounds[i] = SILENT
    return "".join(sounds)


def _last_vowel(symbols: str) -> list[str]:
    if not symbols or not is_consonant(symbols[-1]):
        return []
    after_conjunct = len(symbols) > 1 and is_consonant(symbols[-2])
    return [INHERENT if after_conjunct or len(symbols) == 1 else SILENT]


def _is_between_syllables(sounds: list[str], i: int) -> bool:
    """Whether a vowel and one consonant stand before it, one consonant and a vowel behind it."""
    return (
        is_consonant(sounds[i - 1])
        and (sounds[i - 2] in VOWELS or sounds[i - 2] == NASAL)
        and is_consonant(sounds[i + 1])
        and sounds[i + 2] in VOWELS
    )
