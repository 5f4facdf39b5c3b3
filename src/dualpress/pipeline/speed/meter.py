"""Clocks and memory, so that whoever measures need not ask the system itself."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["Meter", "Took", "busy_cores", "peak_memory"]


class Took(NamedTuple):
    """Seconds of the clock, and of the processor."""

    clock: float
    processor: float


@dataclass(frozen=True, slots=True)
class Meter:
    """Tells how long something takes.

    Args:
        clock: tells seconds that pass.
        processor: tells the processor time of this process, its threads' included.
    """

    clock: Callable[[], float] = time.perf_counter
    processor: Callable[[], float] = time.process_time

    def time(self, work: Callable[[], object]) -> Took:
        """Do something, and say how long it took."""
        clock, processor = self.clock(), self.processor()
        work()
        return Took(self.clock() - clock, self.processor() - processor)


def busy_cores(cores: int) -> float | None:
    """How many cores were in use in the last minute, where the system tells (getloadavg(3)).

    Args:
        cores: that there are; the system counts what waits for one as well.
    """
    return min(os.getloadavg()[0], float(cores)) if hasattr(os, "getloadavg") else None


def peak_memory() -> int | None:
    """The most bytes that this process had in memory so far, where the system tells.

    POSIX has no unit for it: kilobytes on Linux (getrusage(2)), bytes on macOS.
    """
    if sys.platform == "win32":
        return None
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else 1024 * most
