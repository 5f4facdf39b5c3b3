"""What ``bench speed`` found."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from dualpress.article import Language

__all__ = ["Estimate", "Setting", "SpeedReport", "Spread", "Timing", "Whole"]

_FEWEST_ROUNDS = 2
"""One round may have been anyone's bad moment."""

_CLEARLY = 0.95
"""What takes more of the configured settings' time than this is not worth a change."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Rounds of one measurement.

    Args:
        median: of them.
        least: the smallest.
        most: the largest.
    """

    median: float
    least: float
    most: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Self:
        """The spread of one value or more."""
        return cls(statistics.median(values), min(values), max(values))


@dataclass(frozen=True, slots=True)
class Setting:
    """How an engine is run; ``None`` where it has no such setting.

    Args:
        threads: how much it does at once.
        batch_tokens: how much it takes at a time.
    """

    threads: int | None = None
    batch_tokens: int | None = None


@dataclass(frozen=True, slots=True)
class Timing:
    """How long an engine took for all sentences of the sample.

    Args:
        setting: how it was run.
        seconds: of the clock, a round.
        processor: seconds of this process's processor time, a round.
        rounds: how many there were.
    """

    setting: Setting
    seconds: Spread
    processor: Spread
    rounds: int

    def is_clearly_faster(self, than: Timing) -> bool:
        """Whether its slowest round took less than the other's fastest, and by enough."""
        if min(self.rounds, than.rounds) < _FEWEST_ROUNDS:
            return False
        is_apart = self.seconds.most < than.seconds.least
        return is_apart and self.seconds.median <= _CLEARLY * than.seconds.median


@dataclass(frozen=True, slots=True)
class Estimate:
    """What many articles take.

    Args:
        articles: how many.
        seconds: of the clock.
        bytes: of the files that are written for them.
    """

    articles: int
    seconds: Spread
    bytes: int


@dataclass(frozen=True, slots=True)
class Whole:
    """How long ``translate`` took for whole articles that nobody had translated.

    Args:
        articles: how many.
        start: seconds until the first one: glossaries and the model.
        seconds: of the clock, for each article.
        processor: seconds of processor time, for each article.
        engine_share: how much of an article's time the engine alone would take, 0 to 1.
        bytes: of the files that are written for each article.
        rounds: how many there were.
    """

    articles: int
    start: float
    seconds: Spread
    processor: float
    engine_share: float
    bytes: int
    rounds: int

    def estimate(self, articles: int) -> Estimate:
        """What so many articles like these would take in one run."""
        each = self.seconds
        seconds = (self.start + articles * one for one in (each.median, each.least, each.most))
        return Estimate(articles, Spread(*seconds), articles * self.bytes)


@dataclass(frozen=True)
class SpeedReport:
    """What was measured.

    Args:
        engine: its name.
        model: its model's, where that is known.
        source: the language of the sentences.
        target: the language that they were translated into.
        sentences: how many there were.
        words: how many they have together.
        posts: how many posts they are of; 0 for sentences that come with dualpress.
        load: seconds until the engine could translate.
        timings: of each setting, the configured one first.
        chosen: the fastest one, or the configured one where none was clearly faster.
        lines: what to write into the engine's table of ``dualpress.toml`` for it.
        whole: of articles, with the chosen setting; ``None`` without a post.
        memory: the most bytes that this process had in memory; ``None`` where the system does
            not tell.
        busy: how many cores other programs kept busy before; likewise.
        cores: how many there are.
    """

    engine: str
    model: str | None
    source: Language
    target: Language
    sentences: int
    words: int
    posts: int
    load: Spread
    timings: tuple[Timing, ...]
    chosen: Timing
    lines: Mapping[str, int] = field(default_factory=dict)
    whole: Whole | None = None
    memory: int | None = None
    busy: float | None = None
    cores: int = 1

    @property
    def is_disturbed(self) -> bool:
        """Whether other programs had a good part of the processor."""
        return self.busy is not None and self.busy > self.cores / 4

    @property
    def configured(self) -> Timing:
        """The timing of the settings as they are."""
        return self.timings[0]
