"""What many articles have of one kind, in no more memory than that of one article takes."""

from __future__ import annotations

import pickle
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
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[_T]:
        for kept in self._chunks:
            yield from pickle.loads(kept())  # noqa: S301 - as this run wrote it

    def add(self, things: Iterable[_T]) -> None:
        """Put those of an article away, in their order.

        Raises:
            WriteError: the disk is full.
        """
        chunk = list(things)
        if chunk:
            self._chunks.append(self._spool.put_bytes(pickle.dumps(chunk, pickle.HIGHEST_PROTOCOL)))
            self._count += len(chunk)
