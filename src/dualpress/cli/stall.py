"""Tells where a run seems to stand still: an engine that hangs says nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread

__all__ = ["StallWatch"]

_MINUTES = 5


class StallWatch:
    """Looks every few minutes whether something was finished since.

    It never ends anything: a slow computer at a long batch looks the same.

    Args:
        say: prints a line.
    """

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._stage = ""
        self._last = ""
        self._looks = 0
        self._end: Event | None = None

    def start(self, stage: str) -> None:
        """Begin to look after a stage, in place of the last one."""
        self.stop()
        self._stage, self._last, self._looks = stage, "", 0
        self._end = Event()
        Thread(target=self._run, args=(self._end,), name="stall-watch", daemon=True).start()

    def moved(self, label: str) -> None:
        """Note that something was finished."""
        self._last, self._looks = label, 0

    def stop(self) -> None:
        """Look no more."""
        if self._end is not None:
            self._end.set()
            self._end = None

    def look(self) -> None:
        """Tell where nothing moved since the last look; ever more rarely while that lasts."""
        self._looks += 1
        idle = self._looks - 1
        if idle == 0 or idle & (idle - 1):  # at 1, 2, 4, 8 …
            return
        after = f" after {self._last}" if self._last else ""
        self._say(
            f"{self._stage}: nothing was finished{after} for {idle * _MINUTES} minutes. If the "
            "engine hangs, stop with Ctrl-C: what was finished is kept"
        )

    def _run(self, end: Event) -> None:
        while not end.wait(60 * _MINUTES):
            self.look()
