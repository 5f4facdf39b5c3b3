"""Guesses at how one word of a name is written in the other language, each with its worth."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

import regex

from dualpress.article import Language
from dualpress.text.devanagari import key_of
from dualpress.text.transliteration.letters import LETTER_NAMES, read_letters, spell_letters
from dualpress.text.transliteration.schwa import mark_silent
from dualpress.text.transliteration.symbols import from_symbols, to_symbols
from dualpress.text.transliteration.tables import Parts, Weights, known_parts, pieces, weights
from dualpress.text.transliteration.transducer import Transducer

__all__ = ["MOST", "Guess", "Guesser", "by_rules", "letters_of"]

MOST = 5
"""Renderings that are given at most."""

_KNOWN_BEFORE_GUESSED = 3.0
_LONGEST_SPELLED = 4
"""Capitals up to which a word is more likely said letter by letter than as a word."""

_INITIALS = regex.compile(r"(?:[A-Z]\.)+|[A-Z]")
_CAPITALS = regex.compile(r"[A-Z]{2,}")
_FIGURE = regex.compile(r"\p{N}")
_LATIN_APART = str.maketrans(
    {"ø": "o", "ł": "l", "ß": "ss", "ı": "i", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th"}
)
"""Latin letters that Unicode does not decompose."""

_UMLAUT = dict.fromkeys(map(ord, "üÜ"), "oo")
_OTHER_SERIES = str.maketrans("टठडढतथदध", "तथदधटठडढ")
_LETTER_CALLED = {key_of(name): letter for letter, name in LETTER_NAMES.items()}


class Guess(NamedTuple):
    """One rendering of a word.

    Args:
        text: as it is written into a page.
        worth: how much speaks for it, 0 for the best.
    """

    text: str
    worth: float


class Guesser:
    """Renders single words: by the tables where they have the word, and by its sounds.

    Args:
        parts: for each language the words whose renderings are known, by their keys.
        weights: for each language what the transducer has learned.
    """

    def __init__(
        self, parts: Mapping[Language, Parts], weights: Mapping[Language, Weights]
    ) -> None:
        self._parts = parts
        self._transducers = {
            language: Transducer(pieces(language), weights[language]) for language in Language
        }
        self._guesses = lru_cache(maxsize=8192)(self._guess)

    def __call__(self, word: str, source_language: Language) -> tuple[Guess, ...]:
        """How a word of a name may be written in the other language.

        Args:
            word: one word; an initial with its stop is one too.
            source_language: its language.

        Returns:
            The best first, at least one: a word that cannot be read stays as it is.
        """
        return self._guesses(word, source_language)

    def known(self, word: str, source_language: Language) -> list[Guess]:
        """What the tables and the names of the letters say of a word, the best first."""
        renderings = self._of_english if source_language is Language.EN else self._of_hindi
        return [Guess(text, -place) for place, text in enumerate(dict.fromkeys(renderings(word)))]

    def by_sound(self, word: str, source_language: Language) -> list[Guess]:
        """What the sounds of a word make of it, the best first; nothing if it has none."""
        read, write = _IN_AND_OUT[source_language]
        symbols = read(word)
        readings = self._transducers[source_language].read(symbols) if symbols else []
        worths: dict[str, float] = {}
        for reading in readings:  # two readings may be written alike
            worths.setdefault(write(reading.written), reading.score - readings[0].score)
        found = [Guess(text, worth) for text, worth in worths.items()][:MOST]
        return list(_with_other_series(found)) if source_language is Language.EN else found

    def _guess(self, word: str, source_language: Language) -> tuple[Guess, ...]:
        known = self.known(word, source_language)
        texts = {guess.text for guess in known}
        behind = _KNOWN_BEFORE_GUESSED + len(known) if known else 0.0
        sounds = [
            Guess(guess.text, guess.worth - behind)
            for guess in self.by_sound(word, source_language)
            if guess.text not in texts
        ]
        return tuple([*known, *sounds][:MOST]) or (Guess(word, 0.0),)

    def _of_english(self, word: str) -> Iterator[str]:
        if _INITIALS.fullmatch(word):
            yield " ".join(f"{LETTER_NAMES[char]}." for char in word if char != ".")
            return
        parts = self._parts[Language.EN]
        yield from parts.get(key_of(word)) or parts.get(letters_of(word), ())
        is_short = _CAPITALS.fullmatch(word) and len(word) <= _LONGEST_SPELLED
        if is_short or _FIGURE.search(word):
            yield spell_letters(word)

    def _of_hindi(self, word: str) -> Iterator[str]:
        key = key_of(word)
        yield from self._parts[Language.HI].get(key, ())
        letter = _LETTER_CALLED.get(key.removesuffix("."))
        if letter is not None and key.endswith("."):
            yield f"{letter}."
        yield from read_letters(word)


@lru_cache(maxsize=1)
def by_rules() -> Guesser:
    """The guesser with the tables and weights of this package."""
    return Guesser(
        {language: known_parts(language) for language in Language},
        {language: weights(language) for language in Language},
    )


def letters_of(word: str) -> str:
    """The plain small letters of a word in any Latin spelling."""
    apart = unicodedata.normalize("NFD", word.lower().replace("’", "'").translate(_LATIN_APART))
    return "".join(char for char in apart if "a" <= char <= "z" or char == "'")


def _latin_sounds_of(word: str) -> str:
    """The letters to be read: ``ü`` is read as ``oo``, and never as the *u* of Butler."""
    return letters_of(unicodedata.normalize("NFC", word).translate(_UMLAUT))


def _with_other_series(found: list[Guess]) -> Iterator[Guess]:
    """The guesses, among them the first with dental for retroflex, or the reverse.

    English writes both with one letter, so that the other reading is never far.
    """
    turned = found[0].text.translate(_OTHER_SERIES) if found else ""
    if turned in {guess.text for guess in found}:
        yield from found
    elif found:
        yield from found[: MOST - 1]
        yield Guess(turned, found[-1].worth)


def _sounds_of(word: str) -> str:
    return mark_silent(to_symbols(word))


_IN_AND_OUT: Mapping[Language, tuple[Callable[[str], str], Callable[[str], str]]] = {
    Language.EN: (_latin_sounds_of, from_symbols),
    Language.HI: (_sounds_of, str.title),
}
