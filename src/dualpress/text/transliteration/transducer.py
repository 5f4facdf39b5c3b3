"""From letters to sounds or back: all ways to cut a word and write its pieces, the best first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias, TypeVar

from dualpress.text.transliteration.features import (
    END,
    START,
    Step,
    contexts_of,
    feature_behind,
    features_of_letters,
    features_of_sounds,
)

__all__ = ["Reading", "Transducer"]

_T = TypeVar("_T")

_WIDTH = 16
"""Beginnings that are kept at each place of a word."""

_ROWS_KEPT = 2**12
"""Steps, and pairs of symbols, whose worth beside symbols is kept; few languages have more."""


class Reading(NamedTuple):
    """One way to write a word.

    Args:
        written: the whole word.
        score: how much speaks for it; only differences mean something.
        step: the last step that wrote it; ``None`` where nothing is read yet.
        earlier: what was read before that step.
    """

    written: str
    score: float
    step: Step | None = None
    earlier: Reading | None = None

    def features(self, word: str) -> Iterator[str]:
        """What speaks for this reading of ``word``, one name for each time it does."""
        reading = self
        while reading.step is not None and reading.earlier is not None:
            own = features_of_letters(word, reading.step)
            yield from own
            before = reading.earlier.written[-2:]
            yield feature_behind(own[0], before[-1:])
            yield from features_of_sounds(reading.step.written, before)
            reading = reading.earlier


_Way: TypeAlias = tuple[float, Step | None, Reading | None]
"""The score, the last step and what was read before it; most are never read on, and so no more."""

_START: _Way = (0.0, None, None)


class _Table(dict[str, _T]):
    """Values that are made when they are first asked for.

    Args:
        make: makes one.
    """

    def __init__(self, make: Callable[[str], _T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: str) -> _T:
        value = self[key] = self._make(key)
        return value


class Transducer:
    """Writes words in another script by weighing what their letters may stand for.

    Args:
        pieces: groups of letters, and what may be written for each.
        weights: what each feature is worth, as long as the transducer is used; those that
            are not named are worth nothing.
    """

    def __init__(self, pieces: Mapping[str, tuple[str, ...]], weights: Mapping[str, float]) -> None:
        self._pieces = {**pieces, START: ("",), END: ("",)}
        self._weights = weights
        self._longest = max(map(len, self._pieces))
        self._behind = lru_cache(_ROWS_KEPT)(self._behind_symbols)
        self._beside = lru_cache(_ROWS_KEPT)(self._beside_symbols)

    def read(self, word: str, *, only: str | None = None, width: int = _WIDTH) -> list[Reading]:
        """Write a word.

        Args:
            word: its letters; a letter that no piece has makes it unreadable.
            only: if given, what must come out.
            width: how many beginnings are kept at each place.

        Returns:
            Different readings, the best first; none for a word that cannot be read.
        """
        word = f"{START}{word}{END}"
        places: list[dict[str, _Way]] = [{} for _ in range(len(word) + 1)]
        places[0][""] = _START
        for start in range(len(word)):
            if beginnings := _best(places[start], width, only):
                self._read_on(beginnings, places, word, start)
        return [r for r in _best(places[-1], width, only) if only is None or r.written == only]

    def _read_on(
        self,
        beginnings: Sequence[Reading],
        places: Sequence[dict[str, _Way]],
        word: str,
        start: int,
    ) -> None:
        """Read the next letters behind each beginning, in all ways."""
        befores = {one.written[-2:] for one in beginnings}
        rows = [(before, before[-1:], self._beside(before)) for before in befores]
        for end in range(start + 1, min(len(word), start + self._longest) + 1):
            letters = word[start:end]
            renderings = self._pieces.get(letters, ())
            contexts = contexts_of(word, start, end) if renderings else ()
            for written in renderings:
                own = f"{letters}>{written}"
                worth = self._worth(own + context for context in contexts)
                behind = self._behind(own)
                sounds = {
                    before: behind[last] + row[written][0] + row[written][1]
                    for before, last, row in rows
                }
                _extend(beginnings, places[end], Step(start, end, written), worth, sounds)

    def _behind_symbols(self, own: str) -> _Table[float]:
        """What a step is worth behind a symbol, by that."""
        return _Table(lambda last: self._weights.get(feature_behind(own, last), 0.0))

    def _beside_symbols(self, before: str) -> _Table[tuple[float, float]]:
        """What symbols are worth behind others, by what a step writes."""

        def weigh(written: str) -> tuple[float, float]:
            one, two = features_of_sounds(written, before)
            return self._weights.get(one, 0.0), self._weights.get(two, 0.0)

        return _Table(weigh)

    def _worth(self, features: Iterable[str]) -> float:
        weight = self._weights.get
        return sum([weight(feature, 0.0) for feature in features])


def _extend(
    beginnings: Sequence[Reading],
    place: dict[str, _Way],
    step: Step,
    worth: float,
    sounds: Mapping[str, float],
) -> None:
    """Put a step behind each beginning, and keep the better way to each result."""
    known = place.get
    _, _, last = step
    for beginning in beginnings:
        before, score, _, _ = beginning
        score = score + worth + sounds[before[-2:]]
        written = before + last
        way = known(written)
        if way is None or way[0] < score:
            place[written] = score, step, beginning


def _best(ways: Mapping[str, _Way], most: int, only: str | None) -> list[Reading]:
    """The best readings; if given, of those with which something begins."""
    fit = [one for one in ways.items() if only is None or only.startswith(one[0])]
    fit.sort(key=_score, reverse=True)
    return [Reading(written, *way) for written, way in fit[:most]]


def _score(found: tuple[str, _Way]) -> float:
    return found[1][0]
