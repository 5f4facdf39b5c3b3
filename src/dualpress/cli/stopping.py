"""SIGTERM ends a command as Ctrl-C does: what was finished is kept, and nothing is half written."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

__all__ = ["Terminated", "terminable"]


class Terminated(KeyboardInterrupt):
    """The process was asked to end, as by ``kill``, ``timeout`` or a service manager."""


@contextmanager
def terminable() -> Iterator[None]:
    """Let SIGTERM raise :class:`Terminated`, where nobody has decided otherwise.

    Where it is ignored, or a program around this one takes care of it, that
    stays. Windows never sends it: there, a process that is ended is killed.
    """
    is_ours = (
        threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    )
    if not is_ours:
        yield
        return
    signal.signal(signal.SIGTERM, _raise)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _raise(number: int, frame: FrameType | None) -> NoReturn:
    raise Terminated
