"""Many things of one kind, in a tenth of the memory that they would take."""

from __future__ import annotations

import pickle
import zlib
from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import eq
from typing import Generic, TypeVar, overload

__all__ = ["Listed", "Packed"]

_TOGETHER = 64
"""How many are packed as one: they have most of their words in common, and few are unpacked where
one is asked for."""

_FAST = 1
"""The level of compression; the others take longer than making the things did."""

_T = TypeVar("_T")
_Key = TypeVar("_Key")


class _MadeAgain(Sequence[_T], Generic[_T]):
    """A sequence whose items are made when they are asked for; equal to others with equal ones."""

    @overload
    def __getitem__(self, index: int) -> _T: ...
    @overload
    def __getitem__(self, index: slice) -> list[_T]: ...
    def __getitem__(self, index: int | slice) -> _T | list[_T]:
        found = range(len(self))[index]
        return self._at(found) if isinstance(found, int) else [self._at(one) for one in found]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _MadeAgain | tuple):
            return NotImplemented
        return len(self) == len(other) and all(map(eq, self, other))

    def __repr__(self) -> str:
        return repr(tuple(self))

    @abstractmethod
    def _at(self, index: int) -> _T:
        """The item at a place, counted from 0."""


class Packed(_MadeAgain[_T]):
    """A sequence whose items are made again when they are asked for; best one after the other.

    Args:
        items: that pickle can write; gone through once.
    """

    def __init__(self, items: Iterable[_T] = ()) -> None:
        self._packs: list[bytes] = []
        self._rest: list[_T] = []
        self._last: tuple[int, list[_T]] = -1, []
        for item in items:
            self.append(item)

    def append(self, item: _T) -> None:
        """Put an item behind those that are there."""
        self._rest.append(item)
        if len(self._rest) == _TOGETHER:
            data = pickle.dumps(self._rest, pickle.HIGHEST_PROTOCOL)
            self._packs.append(zlib.compress(data, _FAST))
            self._rest = []

    def __len__(self) -> int:
        return len(self._packs) * _TOGETHER + len(self._rest)

    def __iter__(self) -> Iterator[_T]:
        for number in range(len(self._packs)):
            yield from self._unpacked(number)
        yield from self._rest

    def _at(self, index: int) -> _T:
        number, place = divmod(index, _TOGETHER)
        if number == len(self._packs):
            return self._rest[place]
        if self._last[0] != number:
            self._last = number, self._unpacked(number)
        return self._last[1][place]

    def _unpacked(self, number: int) -> list[_T]:
        found: list[_T] = pickle.loads(zlib.decompress(self._packs[number]))  # noqa: S301 - our own
        return found


class Listed(_MadeAgain[_T]):
    """The values of mappings as one sequence.

    Args:
        keys: in the order of the sequence; each is in one of the mappings.
        mappings: the first that has a key counts.
    """

    def __init__(self, keys: Sequence[_Key], *mappings: Mapping[_Key, _T]) -> None:
        self._keys = keys
        self._mappings = mappings

    def __len__(self) -> int:
        return len(self._keys)

    def _at(self, index: int) -> _T:
        key = self._keys[index]
        return next(mapping[key] for mapping in self._mappings if key in mapping)
