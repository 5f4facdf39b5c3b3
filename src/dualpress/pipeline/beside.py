"""The translations of many articles beside each other, in no more memory than one takes."""

from __future__ import annotations

import pickle
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from dualpress.catalog import Entry
from dualpress.checks import Pair, waived
from dualpress.pipeline.desk import Work
from dualpress.pipeline.judge import Judge
from dualpress.spool import Kept, Spool

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


_Chunk = list[tuple[Pair, Place]]
"""The translations of one article."""


class Beside:
    """Pairs of many articles, which are put away; to be gone through as often as one likes.

    Args:
        spool: where they are put.
    """

    def __init__(self, spool: Spool) -> None:
        self._spool = spool
        self._chunks: list[Kept[bytes]] = []
        self._starts = array("L")
        self._count = 0
        self._last: tuple[int, _Chunk] = (-1, [])

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Pair]:
        for number in range(len(self._chunks)):
            yield from (pair for pair, _ in self._read(number))

    def add(self, work: Work, judge: Judge) -> None:
        """Put away the translations of an article, in its order.

        Raises:
            WriteError: the disk is full.
        """
        chunk = [
            (
                # What the comparison does not ask for is left out.
                replace(judge.pair(entry, work), terms=(), places=(), elements={}),
                place_of(entry, work),
            )
            for entry in work.catalog.entries
        ]
        self._starts.append(self._count)
        self._chunks.append(self._spool.put_bytes(pickle.dumps(chunk, pickle.HIGHEST_PROTOCOL)))
        self._count += len(chunk)

    def place(self, index: int) -> Place:
        """Where a pair stands; cheap where those of one article are asked for together."""
        number = bisect_right(self._starts, index) - 1
        if self._last[0] != number:
            self._last = number, self._read(number)
        return self._last[1][index - self._starts[number]][1]

    def _read(self, number: int) -> _Chunk:
        chunk: _Chunk = pickle.loads(self._chunks[number]())  # noqa: S301 - as this run wrote it
        return chunk
