"""Python's garbage collector, which looks at all that is alive again and again."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["paused", "relieved"]

_MOST_OPENED = 200
"""Articles that are parsed without the collector; a parsed page holds itself in memory until
that runs."""


_ALLOCATIONS = 20_000
"""That it waits for, in place of 700: a parsed page alone has some thousands, all of which go."""


@contextmanager
def relieved() -> Iterator[None]:
    """Spare the collector what was there before, such as the glossary, and most of its rounds.

    Over many articles that is a tenth of the time.
    """
    first, *others = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(max(first, _ALLOCATIONS), *others)
    try:
        yield
    finally:
        gc.set_threshold(first, *others)
        gc.unfreeze()


@contextmanager
def paused(*, opened: int = 0) -> Iterator[Callable[[int], None]]:
    """Do without the collector what makes much that stays and little that goes.

    With ten thousand articles in memory it would take a third of the time. Nor is what was made
    looked at afterwards, until :func:`relieved` ends.

    Args:
        opened: how many articles are parsed meanwhile; with many, nothing is paused.

    Yields:
        What is to be told before so and so many more articles are parsed.
    """
    is_paused = gc.isenabled() and opened <= _MOST_OPENED

    def resume(more: int) -> None:
        if is_paused and more > _MOST_OPENED:
            gc.enable()

    if is_paused:
        gc.disable()
    try:
        yield resume
    finally:
        if is_paused:
            gc.freeze()
            gc.enable()
