"""How far a run is: a bar on a terminal, plain lines elsewhere, or nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from dualpress.cli.stall import StallWatch
from dualpress.cli.tally import Tally
from dualpress.progress import Progress

if TYPE_CHECKING:
    import rich.progress

__all__ = [
    "BarProgress",
    "PlainProgress",
    "SilentProgress",
    "choose_progress",
    "count_megabytes",
]

_MEGABYTE = 1_000_000


class SilentProgress:
    """Counts segments, and shows nothing.

    Args:
        tally: of segments.
    """

    def __init__(self, tally: Tally | None = None) -> None:
        self.tally = tally or Tally()

    def start(self, stage: str, total: int | None) -> None:
        """Begin to count the seconds of a stage."""
        self.tally.start()

    def advance(
        self, done: int = 1, label: str = "", segments: Mapping[str, int] | None = None
    ) -> None:
        """Count segments."""
        if segments is not None:
            self.tally.add(segments)

    def finish(self) -> None:
        """End the stage."""
        self.tally.stop()


class PlainProgress(SilentProgress):
    """Prints one line for a stage, and one for each further tenth of a long one.

    A stage without a step is not told.

    Args:
        tally: of segments.
        watch: tells where nothing has been finished for long.
    """

    def __init__(self, tally: Tally | None = None, watch: StallWatch | None = None) -> None:
        super().__init__(tally)
        self._watch = watch or StallWatch(_say)
        self._stage = ""
        self._total: int | None = None
        self._done = 0

    def start(self, stage: str, total: int | None) -> None:
        """Print the stage and how many steps it has."""
        super().start(stage, total)
        self._stage, self._total, self._done = stage, total, 0
        if total == 0:
            return
        self._watch.start(stage)
        _say(stage if total is None else f"{stage}: {total}")

    def advance(
        self, done: int = 1, label: str = "", segments: Mapping[str, int] | None = None
    ) -> None:
        """Print a line where a tenth is complete."""
        super().advance(done, label, segments)
        self._watch.moved(label)
        before, self._done = self._done, self._done + done
        if self._total is None or self._total < 10:
            return
        if self._done * 10 // self._total > before * 10 // self._total:
            _say("; ".join(self._parts(self._total)))

    def _parts(self, total: int) -> list[str]:
        """How far it is, and where segments are counted, how long it will take."""
        parts = [f"{self._stage}: {self._done} of {total}"]
        if self.tally.is_counting and (words := self.tally.words()):
            seconds = self.tally.stage_seconds * (total - self._done) / self._done
            parts += [f"{timedelta(seconds=round(seconds))} left", words]
        return parts

    def finish(self) -> None:
        """Forget the stage."""
        super().finish()
        self._watch.stop()
        self._total = None


class BarProgress(SilentProgress):
    """Draws a bar on stderr, but for a stage without a step; rich honours ``NO_COLOR``.

    Args:
        tally: of segments.
    """

    def __init__(self, tally: Tally | None = None) -> None:
        super().__init__(tally)
        self._watch = StallWatch(self._say_above)
        self._bar: rich.progress.Progress | None = None

    def start(self, stage: str, total: int | None) -> None:
        """Draw an empty bar in place of the last one."""
        self.finish()
        super().start(stage, total)
        if total == 0:
            return
        from dualpress.cli.bar import bar

        self._bar = bar()
        self._bar.add_task(stage, total=total, label="", speed="", shares="")
        self._bar.start()
        self._watch.start(stage)

    def advance(
        self, done: int = 1, label: str = "", segments: Mapping[str, int] | None = None
    ) -> None:
        """Fill the bar."""
        super().advance(done, label, segments)
        self._watch.moved(label)
        if self._bar is not None:
            task, (speed, shares) = self._bar.task_ids[0], self._figures()
            self._bar.update(task, advance=done, label=label, speed=speed, shares=shares)

    def _figures(self) -> tuple[str, str]:
        """Speed and shares of segments, where some are counted."""
        tally = self.tally
        return (tally.speed(), tally.shares()) if tally.is_counting else ("", "")

    def finish(self) -> None:
        """Take the bar away."""
        super().finish()
        self._watch.stop()
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def _say_above(self, text: str) -> None:
        """Print a line over the bar."""
        if (bar := self._bar) is not None:
            bar.console.print(text, markup=False, highlight=False)


def choose_progress(*, silent: bool, tally: Tally | None = None) -> Progress:
    """The kind of progress that stderr can show.

    Args:
        silent: whether nothing is to be shown.
        tally: counts segments in any case.
    """
    if silent:
        return SilentProgress(tally)
    if sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        return BarProgress(tally)
    return PlainProgress(tally)


def count_megabytes(progress: Progress, stage: str) -> Callable[[int, int | None], None]:
    """Make a function that is told bytes so far and in all, and shows them as megabytes."""
    shown = -1

    def count(done: int, total: int | None) -> None:
        nonlocal shown
        if shown < 0:
            progress.start(f"{stage}, MB", None if total is None else total // _MEGABYTE)
            shown = 0
        if done // _MEGABYTE > shown:
            progress.advance(done // _MEGABYTE - shown)
            shown = done // _MEGABYTE

    return count


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
