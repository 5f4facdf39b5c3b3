"""Many things of one kind, in a tenth of the memory that they would take."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import eq
from typing import Generic, TypeVar, overload

__all__ = ["Packed"]

_TOGETHER = 64
"""How many are packed as one: they have most of their words in common, and few are unpacked where
one is asked for."""

_FAST = 1
"""The level of compression; the others take longer than making the things did."""

_T = TypeVar("_T")


class Packed(Sequence[_T], Generic[_T]):
    """A sequence whose items are made again when they are asked for; best one after the other.

    Args:
        items: that pickle can write; gone through once.
    """

    def __init__(self, items: Iterable[_T]) -> None:
        self._packs: list[bytes] = []
        self._length = 0
        self._last: tuple[int, list[_T]] = -1, []
        rest = iter(items)
        while together := list(islice(rest, _TOGETHER)):
            data = pickle.dumps(together, pickle.HIGHEST_PROTOCOL)
            self._packs.append(zlib.compress(data, _FAST))
            self._length += len(together)

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[_T]:
        for number in range(len(self._packs)):
            yield from self._unpacked(number)

    @overload
    def __getitem__(self, index: int) -> _T: ...
    @overload
    def __getitem__(self, index: slice) -> list[_T]: ...
    def __getitem__(self, index: int | slice) -> _T | list[_T]:
        found = range(self._length)[index]
        return self._at(found) if isinstance(found, int) else [self._at(one) for one in found]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Packed | tuple):
            return NotImplemented
        return len(self) == len(other) and all(map(eq, self, other))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def _at(self, index: int) -> _T:
        number, place = divmod(index, _TOGETHER)
        if self._last[0] != number:
            self._last = number, self._unpacked(number)
        return self._last[1][place]

    def _unpacked(self, number: int) -> list[_T]:
        found: list[_T] = pickle.loads(zlib.decompress(self._packs[number]))  # noqa: S301 - our own
        return found
