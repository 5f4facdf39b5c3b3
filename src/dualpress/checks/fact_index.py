"""Numbers of many sentences that count one thing, found again by what else these say."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from typing import TypeAlias

__all__ = ["FactIndex"]

_FEWEST_WORDS = 3
"""Words besides the number that the shorter of two sentences needs to be about one thing."""

_NONE = -1

_Words: TypeAlias = bytes
"""The hashes of the words of a sentence, in order, as an array has them."""


class FactIndex:
    """Numbers of sentences, and what they count; each is compared with those before it.

    Two contradict each other if they count one thing, all words of the one sentence stand in
    the other, and their values differ. Of each nothing is kept but hashes of 64 bits, since
    an archive has many.
    """

    def __init__(self) -> None:
        self._places = array("L")
        self._counted = array("q")
        self._values = array("q")
        self._words = array("q")
        self._ends = array("L", [0])

    def add(self, place: int, value: Fraction, counted: str, about: Collection[str]) -> None:
        """Note a number.

        Args:
            place: which sentence it is of; a later one than those before.
            value: of the number.
            counted: what it counts.
            about: the different words of the sentence, without the number.
        """
        if len(about) >= _FEWEST_WORDS:
            self._places.append(place)
            self._counted.append(hash(counted))
            self._values.append(hash(str(value)))  # of numbers -1 and -2 have one hash
            self._words.extend(sorted(map(hash, about)))
            self._ends.append(len(self._words))

    def contradictions(self) -> dict[int, int]:
        """The places of numbers that earlier ones contradict, each with the earliest of these."""
        found: dict[int, int] = {}
        facts = sorted(range(len(self._places)), key=self._counted.__getitem__)
        for _, alike in groupby(facts, key=self._counted.__getitem__):
            of_one_thing = list(alike)
            if len({self._values[fact] for fact in of_one_thing}) > 1:
                found |= _Topics(self._by_words(of_one_thing), self._values).contradictions()
        return {self._places[fact]: self._places[found[fact]] for fact in sorted(found)}

    def _by_words(self, facts: Sequence[int]) -> dict[_Words, array[int]]:
        """Those of sentences of the same words together."""
        together: dict[_Words, array[int]] = defaultdict(lambda: array("l"))
        for fact in facts:
            words = self._words[self._ends[fact] : self._ends[fact + 1]]
            together[words.tobytes()].append(fact)
        return together


class _Topics:
    """Sentences that count one thing, those of the same words together.

    Comparing each with each would take the square of their number, which for an archive is
    minutes; so those whose words stand in others are looked up by the rarest of them.

    Args:
        facts: the numbers of facts by the words of their sentences, in order.
        values: of all facts.
    """

    def __init__(self, facts: dict[_Words, array[int]], values: Sequence[int]) -> None:
        self._facts = facts
        self._values = values

    def contradictions(self) -> dict[int, int]:
        """The facts that earlier ones contradict, each with the earliest of these."""
        found: dict[int, int] = {}
        for fewer, more in self._within():
            for these, those in {(fewer, more), (more, fewer)}:
                self._compare(self._facts[these], self._earliest(those), found)
        return found

    def _compare(
        self, facts: Sequence[int], earliest: tuple[int, int], found: dict[int, int]
    ) -> None:
        """Note which facts one of two facts of different values contradicts, if it is earlier."""
        first, other = earliest
        for fact in facts:
            differing = first if self._values[first] != self._values[fact] else other
            if differing != _NONE and differing < fact:
                found[fact] = min(differing, found.get(fact, differing))

    def _earliest(self, words: _Words) -> tuple[int, int]:
        """The first fact of some words, and the first that has another value."""
        first, *others = self._facts[words]
        value = self._values[first]
        return first, next((fact for fact in others if self._values[fact] != value), _NONE)

    def _within(self) -> Iterator[tuple[_Words, _Words]]:
        """The words that stand in others, with these; those that are the same, too."""
        frequency = self._frequency()
        filed: dict[int, list[_Words]] = defaultdict(list)
        for words, facts in self._facts.items():
            if len(facts) > 1:
                yield words, words
            if frequency.keys() >= set(_read(words)):  # else one of them stands in no other
                filed[min(_read(words), key=frequency.__getitem__)].append(words)
        for words in self._facts if filed else ():
            own = frozenset(_read(words))
            for candidate in (one for word in own for one in filed.get(word, ())):
                if candidate != words and own.issuperset(_read(candidate)):
                    yield candidate, words

    def _frequency(self) -> dict[int, int]:
        """How many sentences have a word, of those that several have."""
        counts = Counter(word for words in self._facts for word in _read(words))
        return {word: count for word, count in counts.items() if count > 1}


def _read(words: _Words) -> array[int]:
    return array("q", words)
