"""One command at a time writes in a project: the others wait, or say who is at work.

The lock is one of the system's own (``flock`` of POSIX systems, ``LockFile`` of
Windows) on ``.dualpress/run.lock``: it ends with the process that holds it,
however that ends, so a killed run blocks nobody. What stands beside it in
``run.json`` only tells who holds it.
"""

from __future__ import annotations

import errno
import json
import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from dualpress.config import Project
from dualpress.errors import ProjectBusy, SetupError, WorkError, WriteError
from dualpress.files import reason, remove_half_written, write_whole

__all__ = ["Runner", "hold"]

_LOOK_AGAIN = 1.0
"""Seconds after which who waits looks whether another run has overtaken it."""

_NO_LOCKS = frozenset({errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP})
"""What systems answer where a file system keeps no locks (flock(2); NFS mounted with nolock)."""


@dataclass(frozen=True, slots=True)
class Runner:
    """Who is at work in a project.

    Args:
        command: the name of its command.
        pid: the number of its process.
        host: the machine that it runs on.
        since: when it began, in its own time zone.
    """

    command: str
    pid: int
    host: str
    since: datetime

    def __str__(self) -> str:
        return (
            f"the command dualpress {self.command} has been at work in this project since "
            f"{self.since:%Y-%m-%d %H:%M} (process {self.pid} on {self.host})"
        )


@contextmanager
def hold(
    project: Project, command: str, *, wait: Callable[[str], None] | None = None
) -> Iterator[None]:
    """Be the only one that writes in a project.

    What a run that was killed left half written is removed first.

    Args:
        project: in which something is to be written.
        command: that is to write there.
        wait: is told who is at work, once for each, while this waits for them;
            ``None`` to raise instead.

    Raises:
        ProjectBusy: another command is at work, and nobody is to wait.
        SetupError: the project lies where files cannot be locked.
        WriteError: the file of the lock cannot be written.
    """
    # Not the library's other kind of lock, which outlives a process that is killed.
    lock = FileLock(project.state / "run.lock", fallback_to_soft=False)
    told = project.state / "run.json"
    _acquire(lock, told, wait)
    try:
        if told.exists():
            _tidy(project)
        with suppress(WorkError):  # it helps others, and no more
            write_whole(told, _document(command), durable=False)
        yield
    finally:
        with suppress(OSError):
            told.unlink(missing_ok=True)
        lock.release()


def _acquire(lock: FileLock, told: Path, wait: Callable[[str], None] | None) -> None:
    before: str | None = None
    while not _is_acquired(lock, timeout=0 if before is None else _LOOK_AGAIN):
        runner = _read(told)
        words = str(runner or "another command of dualpress is at work in this project")
        if wait is None:
            raise ProjectBusy(
                words, hint="Run this again when that has ended, or without --no-wait"
            )
        if words != before:
            wait(words)
        before = words


def _is_acquired(lock: FileLock, *, timeout: float) -> bool:
    folder = Path(lock.lock_file).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=timeout, poll_interval=0.1)
    except Timeout:
        return False
    except OSError as error:
        if error.errno in _NO_LOCKS:
            raise SetupError(
                "files cannot be locked here, so two commands at once could not be told apart",
                path=folder,
                hint="Move the project to a disk of this computer, or mount its share with locks",
            ) from error
        cause = f"the project cannot be locked: {reason(error)}"
        raise WriteError(cause, path=folder) from error
    return True


def _tidy(project: Project) -> None:
    """Remove what a killed run left half written."""
    for folder in (project.po, project.posts, project.output, project.state):
        remove_half_written(folder)


def _document(command: str) -> bytes:
    now = datetime.now().astimezone().replace(microsecond=0)
    runner = asdict(Runner(command, os.getpid(), socket.gethostname(), now))
    return json.dumps({**runner, "since": now.isoformat()}).encode()


def _read(told: Path) -> Runner | None:
    """Who holds the lock; ``None`` where that cannot be read, or not yet."""
    try:
        known = json.loads(told.read_bytes())
        since = datetime.fromisoformat(known["since"])
        return Runner(str(known["command"]), int(known["pid"]), str(known["host"]), since)
    except (OSError, ValueError, KeyError, TypeError):
        return None
