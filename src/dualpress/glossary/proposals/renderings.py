"""What a name may be called in the other language, the best evidence first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple, TypeAlias

import regex

from dualpress.article import Language
from dualpress.glossary.proposals.alignment import SPOKEN, find_rendering
from dualpress.glossary.proposals.cooccurrence import CommonPhrases
from dualpress.glossary.proposals.hindi import is_spelled
from dualpress.glossary.proposals.runs import is_acronym
from dualpress.glossary.proposals.whole_words import stands_in
from dualpress.text.devanagari import WORD_CHAR, is_devanagari, key_of
from dualpress.text.transliteration import Transliterator, read_letters, spell_letters

__all__ = ["Basis", "KnownPair", "KnownPairs", "Rendering", "propose"]

_WORD = regex.compile(rf"{WORD_CHAR}+")
_VOWEL = regex.compile(r"(?<=[^AEIOU])[AEIOU]")
_MOST_TRANSLITERATIONS = 2
_MOST_READ = 200
"""Sentences that are read for one name; more say the same."""

_Name: TypeAlias = tuple[str, Language]
"""A name or a word of one, and what it is written in."""


class Basis(StrEnum):
    """Why a rendering is proposed."""

    REVIEWED = "reviewed"
    """A human wrote it in a translation of this project."""

    MEMORY = "memory"
    """It stands in a memory of another tool."""

    POSTS = "posts"
    """A post in the other language writes it so."""

    LETTERS = "letters"
    """The names of the acronym's letters."""

    SOUND = "sound"
    """Written as it sounds, by rule: nobody wrote it yet."""


class Rendering(NamedTuple):
    """A proposed rendering."""

    text: str
    basis: Basis


class KnownPair(NamedTuple):
    """Two plain sentences that a human paired."""

    english: str
    hindi: str
    basis: Basis

    def side(self, language: Language) -> str:
        """The sentence in this language."""
        return self.english if language is Language.EN else self.hindi


class KnownPairs:
    """Pairs, found by the names in them; of the others nothing is kept.

    Args:
        pairs: in any order; they are gone through once.
        names: that will be asked for, each with what it is written in.
    """

    def __init__(self, pairs: Iterable[KnownPair], names: Iterable[_Name]) -> None:
        self._with: dict[_Name, dict[Basis, dict[KnownPair, None]]] = {}
        self._by_word: dict[_Name, list[str]] = defaultdict(list)
        for name, language in dict.fromkeys(names):
            if words := _WORD.findall(name):
                self._by_word[max(words, key=len), language].append(name)
        for pair in pairs:
            for language in Language:
                self._note(pair, language)

    def with_name(self, name: str, language: Language) -> Iterator[KnownPair]:
        """The pairs that have a name in this language, as whole words.

        Of each basis the first ones, no more than are read for a name.
        """
        for pairs in self._with.get((name, language), {}).values():
            yield from pairs

    def _note(self, pair: KnownPair, language: Language) -> None:
        text = pair.side(language)
        for word in dict.fromkeys(_WORD.findall(text)):
            for name in self._by_word.get((word, language), ()):
                if stands_in(name, text):
                    those = self._with.setdefault((name, language), {}).setdefault(pair.basis, {})
                    if len(those) < _MOST_READ:
                        those[pair] = None


def propose(
    spellings: Sequence[str],
    language: Language,
    pairs: KnownPairs,
    transliterate: Transliterator | None,
) -> list[Rendering]:
    """Propose what a name is called in the other language.

    Args:
        spellings: of the name, the most usual first.
        language: what they are written in.
        pairs: what humans translated before, with these spellings among their names.
        transliterate: writes what nobody wrote before; ``None`` for a name that is
            translated rather than written by its sound.

    Returns:
        What reviewers wrote, what memories have, letters, and the sound; each
        once, by its match key.
    """
    there = Language.HI if language is Language.EN else Language.EN
    with_name = [pair for name in spellings for pair in pairs.with_name(name, language)]
    found = []
    for basis in (Basis.REVIEWED, Basis.MEMORY):
        these = [pair for pair in with_name if pair.basis is basis][:_MOST_READ]
        written = _written(spellings, [(p.side(language), p.side(there)) for p in these])
        found += [Rendering(text, basis) for text in written]
    found += _by_rule(spellings[0], language, transliterate)
    once: dict[str, Rendering] = {}
    for one in found:
        if _is_written_in(there, one.text) or one.text == spellings[0]:
            once.setdefault(key_of(one.text), one)
    return list(once.values())


def _is_written_in(language: Language, text: str) -> bool:
    return any(map(is_devanagari, text)) is (language is Language.HI)


def _written(spellings: Sequence[str], sentences: Sequence[tuple[str, str]]) -> list[str]:
    """How translations write a name, the most frequent first."""
    whole = [there for here, there in sentences if here in spellings]
    if whole:
        return [text for text, _ in Counter(whole).most_common()]
    heard = Counter(filter(None, (_heard(spellings, there) for _, there in sentences)))
    if heard:
        return [text for text, _ in heard.most_common()]
    size = len(spellings[0].split())
    # One word in two sentences shares too much with them by chance.
    fewest = 2 if size > 1 else 3
    texts = (there for _, there in sentences)
    phrase = CommonPhrases(texts, fewest=fewest, most_words=size + 2).longest
    return [phrase] if phrase else []


def _heard(spellings: Sequence[str], text: str) -> str | None:
    """What sounds like a name in a translation, or the name itself, left in its own letters."""
    for name in spellings:
        if found := find_rendering(name, text):
            return found.text
        if stands_in(name, text):
            return name
    return None


def _by_rule(
    name: str, language: Language, transliterate: Transliterator | None
) -> Iterator[Rendering]:
    if language is Language.EN and is_acronym(name):
        yield Rendering(spell_letters(name), Basis.LETTERS)
        if transliterate and len(name) >= SPOKEN and _VOWEL.search(name):  # NATO is a word
            yield from (Rendering(text, Basis.SOUND) for text in transliterate(name, language)[:1])
    elif language is Language.HI and is_spelled(name):
        yield from (Rendering(text, Basis.LETTERS) for text in read_letters(name)[:1])
    elif transliterate:
        guesses = transliterate(name, language)[:_MOST_TRANSLITERATIONS]
        yield from (Rendering(text, Basis.SOUND) for text in guesses)
