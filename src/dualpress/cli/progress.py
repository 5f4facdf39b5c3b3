"""How far a run is: a bar on a terminal, plain lines elsewhere, or nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from dualpress.progress import NoProgress, Progress

if TYPE_CHECKING:
    import rich.progress

__all__ = [
    "BarProgress",
    "PlainProgress",
    "choose_progress",
    "count_megabytes",
]

_MEGABYTE = 1_000_000


class PlainProgress:
    """Prints one line for a stage, and one for each further tenth of a long one."""

    def __init__(self) -> None:
        self._stage = ""
        self._total: int | None = None
        self._done = 0

    def start(self, stage: str, total: int | None) -> None:
        """Print the stage and how many steps it has."""
        self._stage, self._total, self._done = stage, total, 0
        _say(stage if total is None else f"{stage}: {total}")

    def advance(self, done: int = 1, label: str = "") -> None:
        """Print a line where a tenth is complete."""
        before, self._done = self._done, self._done + done
        if self._total is None or self._total < 10:
            return
        if self._done * 10 // self._total > before * 10 // self._total:
            _say(f"{self._stage}: {self._done} of {self._total}")

    def finish(self) -> None:
        """Forget the stage."""
        self._total = None


class BarProgress:
    """Draws a bar on stderr; rich honours ``NO_COLOR``."""

    def __init__(self) -> None:
        self._bar: rich.progress.Progress | None = None

    def start(self, stage: str, total: int | None) -> None:
        """Draw an empty bar in place of the last one."""
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeRemainingColumn,
        )

        self.finish()
        self._bar = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.fields[label]}", markup=False),
            console=Console(stderr=True),
            transient=True,
        )
        self._bar.add_task(stage, total=total, label="")
        self._bar.start()

    def advance(self, done: int = 1, label: str = "") -> None:
        """Fill the bar."""
        if self._bar is not None:
            task = self._bar.task_ids[0]
            self._bar.update(task, advance=done, label=label)

    def finish(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None


def choose_progress(*, silent: bool) -> Progress:
    """The kind of progress that stderr can show."""
    if silent:
        return NoProgress()
    if sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        return BarProgress()
    return PlainProgress()


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
