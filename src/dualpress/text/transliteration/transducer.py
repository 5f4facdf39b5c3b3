"""From letters to sounds or back: all ways to cut a word and write its pieces, the best first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dualpress.text.transliteration.features import (
    END,
    START,
    Step,
    features_of_letters,
    features_of_sounds,
)

__all__ = ["Reading", "Transducer"]

_WIDTH = 16
"""Beginnings that are kept at each place of a word."""


class _Trail(NamedTuple):
    """The steps up to a place, last first."""

    step: Step
    before: str
    earlier: _Trail | None


class Reading(NamedTuple):
    """One way to write a word.

    Args:
        written: the whole word.
        score: how much speaks for it; only differences mean something.
        trail: the steps that wrote it.
    """

    written: str
    score: float
    trail: _Trail | None

    def features(self, word: str) -> Iterator[str]:
        """What speaks for this reading of ``word``, one name for each time it does."""
        trail = self.trail
        while trail is not None:
            own = features_of_letters(word, trail.step)
            yield from own
            yield from features_of_sounds(own[0], trail.step, trail.before)
            trail = trail.earlier


class Transducer:
    """Writes words in another script by weighing what their letters may stand for.

    Args:
        pieces: groups of letters, and what may be written for each.
        weights: what each feature is worth; those that are not named are worth nothing.
    """

    def __init__(self, pieces: Mapping[str, tuple[str, ...]], weights: Mapping[str, float]) -> None:
        self._pieces = {**pieces, START: ("",), END: ("",)}
        self._weights = weights
        self._longest = max(map(len, self._pieces))

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
        places: list[dict[str, Reading]] = [{} for _ in range(len(word) + 1)]
        places[0][""] = Reading("", 0.0, None)
        for start in range(len(word)):
            beginnings = _best(places[start], width)
            if not beginnings:
                continue
            for step in self._steps(word, start):
                self._extend(beginnings, places[step.end], word, step, only)
        return [r for r in _best(places[-1], width) if only is None or r.written == only]

    def _steps(self, word: str, start: int) -> Iterator[Step]:
        for end in range(start + 1, min(len(word), start + self._longest) + 1):
            for written in self._pieces.get(word[start:end], ()):
                yield Step(start, end, written)

    def _extend(
        self,
        beginnings: list[Reading],
        place: dict[str, Reading],
        word: str,
        step: Step,
        only: str | None,
    ) -> None:
        """Put the step behind each beginning, and keep the better way to each result."""
        letters = features_of_letters(word, step)
        worth = self._worth(letters)
        of_sounds: dict[str, float] = {}
        for beginning in beginnings:
            written = beginning.written + step.written
            if only is not None and not only.startswith(written):
                continue
            before = beginning.written[-2:]
            if before not in of_sounds:
                of_sounds[before] = self._worth(features_of_sounds(letters[0], step, before))
            score = beginning.score + worth + of_sounds[before]
            if written not in place or place[written].score < score:
                place[written] = Reading(written, score, _Trail(step, before, beginning.trail))

    def _worth(self, features: list[str]) -> float:
        weights = self._weights
        return sum(weights.get(feature, 0.0) for feature in features)


def _best(readings: Mapping[str, Reading], most: int) -> list[Reading]:
    return sorted(readings.values(), key=lambda reading: -reading.score)[:most]
