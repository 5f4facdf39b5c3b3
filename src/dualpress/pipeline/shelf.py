"""What many articles have of one kind, in no more memory than that of one article takes."""

from __future__ import annotations

import pickle
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from dualpress.spool import Kept, Spool

__all__ = ["Shelf"]

_T = TypeVar("_T")


class Shelf(Generic[_T]):
    """Things of many articles, which are put away; to be gone through as often as one likes.

    Args:
        spool: where they are put.
    """

    def __init__(self, spool: Spool) -> None:
        self._spool = spool
        self._chunks: list[Kept[bytes]] = []
        self._starts = array("L")
        self._count = 0
        self._last: tuple[int, list[_T]] = (-1, [])

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[_T]:
        for number in range(len(self._chunks)):
            yield from self._read(number)

    def __getitem__(self, index: int) -> _T:
        """One of them; cheap where those of one article are asked for together."""
        number = bisect_right(self._starts, index) - 1
        if self._last[0] != number:
            self._last = number, self._read(number)
        return self._last[1][index - self._starts[number]]

    def add(self, things: Iterable[_T]) -> None:
        """Put those of an article away, in their order.

        Raises:
            WriteError: the disk is full.
        """
        chunk = list(things)
        if chunk:
            self._starts.append(self._count)
            self._chunks.append(self._spool.put_bytes(pickle.dumps(chunk, pickle.HIGHEST_PROTOCOL)))
            self._count += len(chunk)

    def _read(self, number: int) -> list[_T]:
        chunk: list[_T] = pickle.loads(self._chunks[number]())  # noqa: S301 - as this run wrote it
        return chunk
