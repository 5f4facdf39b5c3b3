"""Ctrl-C and SIGTERM end a process with one line; what was finished is kept, nothing half written.

A command takes care of them while it runs. They come at other times too: while
modules are loaded, which takes a while on a slow disk, and while Python itself
comes to its end.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from _thread import interrupt_main
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn

__all__ = ["Terminated", "stop_code", "stoppable", "terminable"]

STOPPED = 128 + 2
"""128 and SIGINT's number, as shells have it."""
TERMINATED = 128 + 15
"""128 and SIGTERM's number."""

_SOON = 0.05
"""Seconds; Python is done with destroying an object long before, on a busy machine too."""


class Terminated(KeyboardInterrupt):
    """The process was asked to end, as by ``kill``, ``timeout`` or a service manager."""


def stop_code(error: KeyboardInterrupt) -> int:
    """What a process exits with that was stopped by this."""
    return TERMINATED if isinstance(error, Terminated) else STOPPED


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


@contextmanager
def stoppable() -> Iterator[None]:
    """Around all that a process does: who stops it gets a line and an exit code, no traceback.

    At its end the process ends at once where it is asked to: all is done by then.

    Raises:
        SystemExit: the process was stopped, or what is inside wants to exit.
    """
    try:
        with terminable(), _heeded():
            yield
    except (KeyboardInterrupt, SystemExit) as error:
        stop = _stop_of(error)
        is_told = getattr(error, "code", None) in (STOPPED, TERMINATED)
        if stop is not None:
            _say_stopped()
            is_told = True
        _end_at_once(is_told=is_told)
        if stop is None:
            raise
        raise SystemExit(stop_code(stop)) from None


@contextmanager
def _heeded() -> Iterator[None]:
    """Let a stop come again that was lost: where Python destroys an object, none can be raised."""
    usual = sys.unraisablehook

    def hook(lost: sys.UnraisableHookArgs) -> None:
        if not isinstance(lost.exc_value, KeyboardInterrupt):
            usual(lost)
            return
        try:
            _come_again(lost.exc_value)
        except KeyboardInterrupt as stop:  # here too, none can be raised
            _come_again(stop)

    sys.unraisablehook = hook
    try:
        yield
    finally:
        sys.unraisablehook = usual


def _come_again(stop: KeyboardInterrupt) -> None:
    """Interrupt the main thread once more, when it will be out of where it is."""
    number = signal.SIGTERM if isinstance(stop, Terminated) else signal.SIGINT
    timer = threading.Timer(_SOON, _interrupt, [number])
    timer.daemon = True
    with suppress(RuntimeError):  # Python is at its end, and starts no thread any more
        timer.start()


def _interrupt(number: int) -> None:
    """Send the main thread a signal, which wakes it too where it waits."""
    if sys.platform == "win32":
        interrupt_main(number)
    else:
        signal.pthread_kill(threading.main_thread().ident or 0, number)


def _stop_of(error: BaseException) -> KeyboardInterrupt | None:
    """What stopped a process before a command took care of it, if anything did.

    The parser of the command line makes an exit of it, without a word.
    """
    for found in (error, getattr(error.__context__, "__cause__", None)):
        if isinstance(found, KeyboardInterrupt):
            return found
    return None


def _end_at_once(*, is_told: bool) -> None:
    """Let Ctrl-C and SIGTERM end the process without an exception, unless others decided."""

    def end(number: int, _frame: FrameType | None) -> NoReturn:
        if not is_told:
            _say_stopped()
        os._exit(128 + number)

    usual = {signal.SIGINT: signal.default_int_handler, signal.SIGTERM: signal.SIG_DFL}
    for number, handler in usual.items():
        if signal.getsignal(number) is handler:
            signal.signal(number, end)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # who read it is gone
            stream.flush()


def _say_stopped() -> None:
    with suppress(OSError, ValueError):
        os.write(2, b"Stopped.\n")


def _raise(number: int, frame: FrameType | None) -> NoReturn:
    raise Terminated
