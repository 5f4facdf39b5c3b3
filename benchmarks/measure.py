"""What a command takes, and medians that other work on the machine does not move."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

__all__ = ["Usage", "interleaved", "machine", "run_measured", "seconds"]


class Usage(NamedTuple):
    """What a command took, with all that it started.

    Args:
        seconds: of processors; on a machine that others use, the time on the clock says less.
        mebibytes: that its largest process had in memory at most.
    """

    seconds: float
    mebibytes: float


def run_measured(command: Sequence[str], cwd: Path) -> Usage:
    """Run a command that is to succeed.

    Raises:
        SystemExit: it failed; with what it said.
    """
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=cwd, stdout=said, stderr=subprocess.STDOUT)
        # Popen.wait would take the exit status, and the usage with it.
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{' '.join(command)} failed:\n{said.read().decode()[-2000:]}")
    per_mebibyte = 2**20 if sys.platform == "darwin" else 2**10
    return Usage(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / per_mebibyte)


def seconds(task: Callable[[], object]) -> float:
    """Processor seconds of this process in a task."""
    started = time.process_time()
    task()
    return time.process_time() - started


def interleaved(tasks: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """The median of what each task returns; each round does all of them in turn."""
    taken: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(rounds):
        for name, task in tasks.items():
            taken[name].append(task())
    return {name: statistics.median(times) for name, times in taken.items()}


def machine() -> str:
    """The processor, how many of them, and the Python, for a table."""
    name = next(_processor_names(), "unknown processor")
    version = ".".join(map(str, sys.version_info[:3]))
    return f"{name}, {os.cpu_count()} processors, Python {version}"


def _processor_names() -> Iterator[str]:
    info = Path("/proc/cpuinfo")
    for line in info.read_text("utf-8").splitlines() if info.is_file() else ():
        key, _, value = line.partition(":")
        if key.strip() == "model name":
            yield value.strip()
