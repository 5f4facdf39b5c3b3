"""Hindi text in Latin letters by its sound, for addresses.

Addresses hold common words, so the spellings of names (:func:`.rules.transliterate`) are of no
use: they make झ of Murtaza's *z*. The letters are those of the Hunterian system, which India's
maps and papers use, less its marks: long and short vowels are one, and so are dental and
retroflex consonants (Survey of India; https://en.wikipedia.org/wiki/Hunterian_transliteration).
"""

from __future__ import annotations

import regex

from dualpress.text.transliteration.letters import read_letters
from dualpress.text.transliteration.schwa import SILENT, mark_silent
from dualpress.text.transliteration.symbols import INHERENT, NASAL, is_consonant, to_symbols

__all__ = ["romanize"]

_WORD = regex.compile(r"[\p{Script=Devanagari}&&[\p{L}\p{M}]]+", regex.VERSION1)
_CONSONANTS = dict(
    zip(
        "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह\u0958\u0959\u095a\u095b\u095c\u095d\u095e",
        "k kh g gh n ch chh j jh n t th d dh n t th d dh n p ph b bh m y r l v sh sh s h "
        "q kh gh z r rh f".split(),
        strict=True,
    )
)
_VOWELS = dict(
    zip("अआइईउऊऋएऐओऔऑऍ" + SILENT, [*"a a i i u u ri e ai o au o e".split(), ""], strict=True)
)
_LATIN = _CONSONANTS | _VOWELS
_LIPS = frozenset("पफबभम")
_SAID_AT_THE_END = frozenset("यरलव")
"""After these a conjunct's last vowel is heard: मित्र, राज्य; after others not: समाप्त."""

_FEWEST_LETTERS = 3
"""Of an acronym: two letter names are many a word (बीवी, बीबी)."""


def romanize(text: str) -> str:
    """Write the Devanagari words of a text in Latin letters; the rest stays.

    Args:
        text: in any normal form.
    """
    return _WORD.sub(lambda match: _word(match[0]), text)


def _word(word: str) -> str:
    acronym = next(iter(read_letters(word)), "")
    if len(acronym) >= _FEWEST_LETTERS:
        return acronym.lower()
    sounds = _without_last(mark_silent(to_symbols(word)))
    latin = "".join(_letters(sounds, at) for at in range(len(sounds)))
    return latin.replace("jn", "gy")  # ज्ञ


def _without_last(sounds: str) -> str:
    """The sounds less a last vowel that nobody says."""
    is_silent = sounds.endswith(INHERENT) and sounds[-3:-1] and _is_closed(sounds[:-1])
    return sounds[:-1] if is_silent else sounds


def _is_closed(sounds: str) -> bool:
    """Whether two consonants end a word that needs no vowel behind them."""
    return (
        len(sounds) > 1
        and is_consonant(sounds[-2])
        and is_consonant(sounds[-1])
        and sounds[-1] not in _SAID_AT_THE_END
    )


def _letters(sounds: str, at: int) -> str:
    sound, after = sounds[at], sounds[at + 1 : at + 2]
    if sound == NASAL:
        return "m" if after and after in _LIPS else "n"
    if sound == "व" and after == "आ" and at and is_consonant(sounds[at - 1]):
        return "w"  # ग्वादर
    if sound == "ए" and after == NASAL and at + 2 == len(sounds):
        return "ei"  # में
    return _LATIN.get(sound, "")
