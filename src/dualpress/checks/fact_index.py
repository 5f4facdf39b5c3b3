"""Numbers of many sentences that count one thing, found again by what else these say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from sys import intern
from typing import NamedTuple

__all__ = ["Fact", "FactIndex"]

_FEWEST_WORDS = 3
"""Words besides the number that the shorter of two sentences needs to be about one thing."""


class Fact(NamedTuple):
    """A number of a sentence, what it counts, and what the sentence is about.

    Args:
        place: which sentence it is.
        value: of the number.
        written: the number and what it counts, as they are written.
        counted: what it counts.
        about: gives the words of the sentence, without the number; asked for only
            where another one counts the same.
    """

    place: int
    value: Fraction
    written: str
    counted: str
    about: Callable[[], frozenset[str]]


class _Told(NamedTuple):
    """A value, and where and how it is told first."""

    place: int
    value: Fraction
    written: str


@dataclass(slots=True)
class _Topic:
    """Sentences of the same words.

    Args:
        words: them.
        first: what the first sentence tells.
        other: the first that tells another value; ``None`` where all tell one.
    """

    words: tuple[str, ...]
    first: _Told
    other: _Told | None = None

    def contradiction(self, value: Fraction) -> _Told | None:
        """The first of the sentences that tells another value."""
        return self.first if self.first.value != value else self.other


class FactIndex:
    """Facts that count one thing, each compared with those before it.

    Two contradict each other if all words of the one stand in the other, and
    their values differ. Comparing each with each would take the square of
    their number, which for an archive is minutes; so topics are looked up by
    the rarest of their words.
    """

    def __init__(self) -> None:
        self._alone: Fact | None = None
        self._topics: dict[tuple[str, ...], _Topic] = {}
        self._with: defaultdict[str, list[_Topic]] = defaultdict(list)
        self._filed: defaultdict[str, list[_Topic]] = defaultdict(list)

    def add(self, fact: Fact) -> str | None:
        """Note a fact.

        Args:
            fact: of a later sentence than those before.

        Returns:
            How the earliest fact that contradicts it is written; ``None`` if none does.
        """
        if not self._topics and self._alone is None:
            self._alone = fact  # most things are counted once, and their words never asked for
            return None
        if self._alone is not None:
            self._file(self._alone)
            self._alone = None
        return self._file(fact)

    def _file(self, fact: Fact) -> str | None:
        words = fact.about()
        if len(words) < _FEWEST_WORDS:
            return None
        told = min(self._contradictions(words, fact.value), default=None)
        self._note(tuple(map(intern, sorted(words))), _Told(*fact[:3]))
        return told.written if told else None

    def _contradictions(self, words: frozenset[str], value: Fraction) -> Iterator[_Told]:
        """What contradicts a value: the earliest fact of each topic that does."""
        for topic in self._within(words):
            if words.issuperset(topic.words) and (told := topic.contradiction(value)):
                yield told
        for topic in self._around(words):
            if words.issubset(topic.words) and (told := topic.contradiction(value)):
                yield told

    def _within(self, words: frozenset[str]) -> Iterator[_Topic]:
        """Topics that may have none but these words."""
        return (topic for word in words for topic in self._filed.get(word, ()))

    def _around(self, words: frozenset[str]) -> list[_Topic]:
        """Topics that may have all these words."""
        return min((self._with.get(word, []) for word in words), key=len)

    def _note(self, words: tuple[str, ...], told: _Told) -> None:
        topic = self._topics.get(words)
        if topic is not None:
            if topic.other is None and topic.first.value != told.value:
                topic.other = told
            return
        self._topics[words] = topic = _Topic(words, told)
        rarest = min(words, key=lambda word: len(self._with.get(word, ())))
        self._filed[rarest].append(topic)
        for word in words:
            self._with[word].append(topic)
