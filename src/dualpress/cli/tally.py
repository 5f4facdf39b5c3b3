"""What a run has done so far: for its bar, its lines, the table at its end, and ``--json``."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from dualpress.cli.wording import SHARES

__all__ = ["Tally"]


class Tally:
    """Counts articles and segments, and the seconds that they took.

    A stage in which no segment is counted leaves all as it was.

    Args:
        clock: tells seconds that pass.

    Attributes:
        articles: in which segments were counted.
        segments: how many came from where, see :class:`dualpress.progress.Progress`.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.articles = 0
        self.segments: Counter[str] = Counter()
        self._clock = clock
        self._seconds = 0.0
        self._begun: float | None = None
        self._counts = False

    def start(self) -> None:
        """Begin a stage, and end the one before."""
        self.stop()
        self._begun, self._counts = self._clock(), False

    def add(self, segments: Mapping[str, int]) -> None:
        """Count the segments of an article."""
        self._counts = True
        self.articles += 1
        self.segments.update(segments)

    def stop(self) -> None:
        """End the stage, if there is one."""
        self._seconds, self._begun = self.seconds, None

    @property
    def is_counting(self) -> bool:
        """Whether there is a stage, and segments were counted in it."""
        return self._begun is not None and self._counts

    @property
    def stage_seconds(self) -> float:
        """How long the stage took so far, if there is one."""
        return 0.0 if self._begun is None else self._clock() - self._begun

    @property
    def seconds(self) -> float:
        """How long the stages took in which segments were counted."""
        return self._seconds + (self.stage_seconds if self.is_counting else 0.0)

    @property
    def rate(self) -> float | None:
        """Segments per second; ``None`` before there is one."""
        total = self.segments.total()
        return total / self.seconds if total and self.seconds else None

    def shares(self) -> str:
        """``60 % reviewed, 32 % by machine``; what rounds to nothing is left out."""
        total = self.segments.total()
        if not total:
            return ""
        parts = {words: round(100 * self.segments[name] / total) for name, words in SHARES.items()}
        return ", ".join(f"{share} % {words}" for words, share in parts.items() if share)

    def speed(self) -> str:
        """``12.5 segments/s``; empty before there is one."""
        return "" if self.rate is None else f"{self.rate:.3g} segments/s"

    def words(self) -> str:
        """Speed and shares in a line; empty before there are any."""
        return "; ".join(filter(None, [self.speed(), self.shares()]))

    def document(self) -> dict[str, Any]:
        """The figures, as ``--json`` prints them."""
        rate = self.rate
        return {
            "articles": self.articles,
            "segments": self.segments.total(),
            "filled": {name: self.segments[name] for name in SHARES},
            "seconds": round(self.seconds, 3),
            "segments_per_second": None if rate is None else round(rate, 1),
        }

    def rows(self) -> list[tuple[str, str, str]]:
        """The table: where segments came from, how many, and their share of all."""
        total = self.segments.total()
        found = [(words, self.segments[name]) for name, words in SHARES.items()]
        told = [(words, f"{n:,}", f"{100 * n / total:.1f} %") for words, n in found if n]
        return [*told, ("in all", f"{total:,}", "")]
