"""Names of several words: each word by itself, the best combinations first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

import regex

from dualpress.article import Language
from dualpress.text.transliteration.guess import MOST, Guess, by_rules

__all__ = ["render", "transliterate"]

# A designation (F-16, JF-17) is one word.
_PARTS = regex.compile(r"\s+|\p{L}{1,4}[-–]\p{N}+\p{L}?(?!\p{L})|[-–]|[^\s–-]+")
_BETWEEN = regex.compile(r"\s+|[-–]")
_POSSESSIVE = regex.compile(r"(?<=\p{L})['’]s$|(?<=s)['’]$")
_LETTER = regex.compile(r"\p{L}")

OfWord = Callable[[str, Language], Iterable[Guess]]


@lru_cache(maxsize=4096)
def transliterate(word: str, source_language: Language) -> tuple[str, ...]:
    """Write a name as newspapers of the other language would.

    Args:
        word: a name of one or more words; an English possessive ending is left out.
        source_language: its language.

    Returns:
        Different renderings, the best first, five at most; a word that cannot be read (figures,
        a third script) stays in them as it is. Nothing for what has no letter.
    """
    return render(word, source_language, by_rules())


def render(name: str, source_language: Language, of_word: OfWord) -> tuple[str, ...]:
    """Write a name of one or more words by guesses at each of them.

    Args:
        name: as in :func:`transliterate`.
        source_language: its language.
        of_word: gives the guesses, the best first.

    Returns:
        As :func:`transliterate`.
    """
    whole = [Guess("", 0.0)] if _LETTER.search(name) else []
    for part in _parts(name, source_language):
        ways = [Guess(part, 0.0)] if _BETWEEN.fullmatch(part) else of_word(part, source_language)
        both = [Guess(a.text + b.text, a.worth + b.worth) for a in whole for b in ways]
        whole = sorted(both, key=lambda guess: -guess.worth)[: 2 * MOST]
    return tuple(dict.fromkeys(guess.text for guess in whole))[:MOST]


def _parts(name: str, source_language: Language) -> list[str]:
    """The words of a name, and what stands between them."""
    name = name.strip()
    if source_language is Language.EN:
        name = _POSSESSIVE.sub("", name)
    return _PARTS.findall(name)
