"""One command at a time writes in a project: the others wait, or say who is at work.

The lock is one of the system's own (``flock`` of POSIX systems, ``LockFile`` of
Windows) on ``.dualpress/run.lock``: it ends with the process that holds it,
however that ends, so a killed run blocks nobody. What stands beside it in
``run.json`` only tells who holds it.

POSIX systems let a file be deleted while it is locked, and the next command
would lock another one of its name. So the project's own folder is locked too,
which nobody deletes by mistake. Windows deletes no file that is open.
"""

from __future__ import annotations

import errno
import json
import os
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from time import sleep

from filelock import FileLock, Timeout, lock_descriptor

from dualpress.config import Project
from dualpress.errors import ProjectBusy, SetupError, WorkError, WriteError
from dualpress.files import reason, remove_half_written, write_whole

__all__ = ["Runner", "hold"]

_LOOK_AGAIN = 1.0
"""Seconds after which who waits looks whether another run has overtaken it."""

_NO_FOLDER = (FileExistsError, NotADirectoryError)
"""What making a folder raises where a file has its name."""

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
    told = project.state / "run.json"
    with _acquired(project, wait):
        if told.exists():
            _tidy(project)
        with suppress(WorkError):  # it helps others, and no more
            write_whole(told, _document(command), durable=False)
        try:
            yield
        finally:
            with suppress(OSError):
                told.unlink(missing_ok=True)


def _acquired(project: Project, wait: Callable[[str], None] | None) -> ExitStack:
    """Lock a project; the locks are let go where what is returned ends."""
    before: str | None = None
    while (locks := _locks(project, timeout=0 if before is None else _LOOK_AGAIN)) is None:
        runner = _read(project.state / "run.json")
        words = str(runner or "another command of dualpress is at work in this project")
        if wait is None:
            raise ProjectBusy(
                words, hint="Run this again when that has ended, or without --no-wait"
            )
        if words != before:
            wait(words)
        before = words
    return locks


def _locks(project: Project, *, timeout: float) -> ExitStack | None:
    """Both locks; ``None`` where another has one of them after that many seconds."""
    with ExitStack() as stack:
        if not _lock_file(project.state / "run.lock", stack, timeout=timeout):
            return None
        if not _lock_folder(project.root, stack):
            sleep(timeout)
            return None
        return stack.pop_all()
    return None


def _lock_file(path: Path, stack: ExitStack, *, timeout: float) -> bool:
    # Not the library's other kind of lock, which outlives a process that is killed.
    lock = FileLock(path, fallback_to_soft=False)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=timeout, poll_interval=0.1)
    except Timeout:
        return False
    except OSError as error:
        if error.errno in _NO_LOCKS:
            raise SetupError(
                "files cannot be locked here, so two commands at once could not be told apart",
                path=path.parent,
                hint="Move the project to a disk of this computer, or mount its share with locks",
            ) from error
        cause = f"the project cannot be locked: {reason(error)}"
        hint = "Rename it, or delete it" if isinstance(error, _NO_FOLDER) else None
        raise WriteError(cause, path=path.parent, hint=hint) from error
    stack.callback(lock.release)
    return True


def _lock_folder(folder: Path, stack: ExitStack) -> bool:
    """Lock a folder, where the system can; a share may lock files alone."""
    if sys.platform == "win32":
        return True
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return True
    stack.callback(os.close, descriptor)
    try:
        return lock_descriptor(descriptor, blocking=False)
    except OSError:
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
