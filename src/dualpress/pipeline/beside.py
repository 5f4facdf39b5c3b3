"""The translations of many articles beside each other, in no more memory than one takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from dualpress.catalog import Entry
from dualpress.checks import Pair, waived
from dualpress.pipeline.desk import Work
from dualpress.pipeline.judge import Judge
from dualpress.pipeline.shelf import Shelf
from dualpress.spool import Spool

__all__ = ["Beside", "Place", "place_of"]


class Place(NamedTuple):
    """Where a translation stands.

    Args:
        path: the PO file.
        line: of the entry.
        article: the article's id.
        accepted: the ids of the checks whose findings a reviewer lets pass there.
    """

    path: Path
    line: int
    article: str
    accepted: frozenset[str]


def place_of(entry: Entry, work: Work) -> Place:
    """Where a translation of an article stands."""
    return Place(work.po, entry.line or 0, work.post.id, frozenset(waived(entry.comments)))


class Beside:
    """Pairs of many articles, which are put away; to be gone through as often as one likes.

    Args:
        spool: where they are put.
    """

    def __init__(self, spool: Spool) -> None:
        self._shelf: Shelf[tuple[Pair, Place]] = Shelf(spool)

    def __len__(self) -> int:
        return len(self._shelf)

    def __iter__(self) -> Iterator[Pair]:
        return (pair for pair, _ in self._shelf)

    def add(self, work: Work, judge: Judge) -> None:
        """Put away the translations of an article, in its order.

        Raises:
            WriteError: the disk is full.
        """
        self._shelf.add(
            (
                # What the comparison does not ask for is left out.
                replace(judge.pair(entry, work), terms=(), places=(), elements={}),
                place_of(entry, work),
            )
            for entry in work.catalog.entries
        )

    def place(self, index: int) -> Place:
        """Where a pair stands; cheap where those of one article are asked for together."""
        return self._shelf[index][1]
