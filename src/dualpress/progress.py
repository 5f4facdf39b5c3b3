"""How a long run tells how far it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol, TypeVar

__all__ = ["NoProgress", "Progress", "steps"]

_T = TypeVar("_T")


class Progress(Protocol):
    """Is told how far a run is; one stage at a time."""

    def start(self, stage: str, total: int | None) -> None:
        """Begin a stage of ``total`` steps, or of an unknown number of them."""

    def advance(
        self, done: int = 1, label: str = "", segments: Mapping[str, int] | None = None
    ) -> None:
        """Count steps.

        Args:
            done: how many.
            label: names the last of them.
            segments: that were done with them, by where their translations
                come from: ``review``, ``stale``, ``memory``, ``glossary``,
                ``machine``, or nowhere, ``untranslated``.
        """

    def finish(self) -> None:
        """End the stage, if there is one."""


class NoProgress:
    """Keeps what it is told to itself."""

    def start(self, stage: str, total: int | None) -> None:
        """Do nothing."""

    def advance(
        self, done: int = 1, label: str = "", segments: Mapping[str, int] | None = None
    ) -> None:
        """Do nothing."""

    def finish(self) -> None:
        """Do nothing."""


def steps(items: Iterable[_T], total: int, stage: str, progress: Progress) -> Iterator[_T]:
    """Items, each a step of a stage, which is done when the next one is asked for.

    Args:
        items: to be gone through once.
        total: how many; where there are none, there is no stage.
        stage: its name.
        progress: is told of it.
    """
    if not total:
        return
    progress.start(stage, total)
    try:
        for item in items:
            yield item
            progress.advance()
    finally:
        progress.finish()
