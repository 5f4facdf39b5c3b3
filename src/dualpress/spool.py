"""What a run needs once more, out of memory until then."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile, gettempdir
from typing import IO, Generic, TypeAlias, TypeVar

from dualpress.errors import WriteError
from dualpress.files import reason

__all__ = ["MOST_IN_MEMORY", "Contents", "Kept", "Spool", "Through", "held", "parts_of"]

MOST_IN_MEMORY = 16 * 2**20
"""Bytes; most runs need no file."""

_MOST_TOGETHER = 2**20
"""Bytes of a large file that are fetched as one."""

_BITS_OF_LENGTH = 40
_MOST_LENGTH = 2**_BITS_OF_LENGTH - 1
"""Bytes of one thing: a terabyte."""

_T = TypeVar("_T")
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

Kept: TypeAlias = Callable[[], _T]
"""Gives back what was put away; an equal one, perhaps not the same."""


def held(value: _T) -> Kept[_T]:
    """What stays in memory, in the shape of what was put away."""
    return _Held(value)


class Spool:
    """Puts things away until they are asked for again.

    The first stay in memory; the others go to a file that has no name in its
    folder, so that nothing is left of it however the process ends. To be
    closed, after which nothing is given back any more.

    Args:
        folder: where that file is to be; where there is no such folder, the
            system's own for such files, which on some systems is in memory.
        most: how many bytes may stay in memory.
    """

    def __init__(self, folder: Path, most: int = MOST_IN_MEMORY) -> None:
        self._folder = folder
        self._room = most
        self._file: IO[bytes] | None = None

    def __enter__(self) -> Spool:
        return self

    def __exit__(self, *raised: object) -> None:
        with suppress(OSError):  # on a full disk, to which something was still to be written
            if self._file is not None:
                self._file.close()

    def put(self, value: _T, size: int) -> Kept[_T]:
        """Put something away.

        Args:
            value: that pickle can write.
            size: about how many bytes of memory it takes.

        Raises:
            WriteError: the file cannot be written.
        """
        if size <= self._room:
            self._room -= size
            return held(value)
        return _PutAway(*self._written(pickle.dumps(value, pickle.HIGHEST_PROTOCOL)))

    def put_bytes(self, data: bytes) -> Kept[bytes]:
        """Put the content of a file away; raises as :meth:`put` does."""
        if len(data) <= self._room:
            self._room -= len(data)
            return held(data)
        return _BytesPutAway(*self._written(data))

    def put_parts(self, parts: Iterable[bytes]) -> Kept[bytes]:
        """Put the content of a file away that is made piece by piece; raises likewise."""
        kept, together = [], BytesIO()
        for part in parts:
            together.write(part)
            if together.tell() >= _MOST_TOGETHER:
                kept.append(self.put_bytes(together.getvalue()))
                together = BytesIO()
        kept.append(self.put_bytes(together.getvalue()))
        return kept[0] if len(kept) == 1 else _InParts(kept)

    def _written(self, data: bytes) -> tuple[IO[bytes], int, int]:
        """The file with what was written to it, where it begins there, and its length."""
        try:
            file = self._opened()
            start = file.seek(0, os.SEEK_END)
            file.write(data)
            file.flush()
        except OSError as error:
            cause = f"what does not fit into memory cannot be put away there: {reason(error)}"
            raise WriteError(cause, path=self._folder) from error
        return file, start, len(data)

    def _opened(self) -> IO[bytes]:
        if self._file is None:
            if not self._folder.is_dir():  # or no longer: somebody may delete it in a long run
                self._folder = Path(gettempdir())
            self._file = TemporaryFile(dir=self._folder)  # noqa: SIM115 - closed with the rest
        return self._file


class _Held(Generic[_T]):
    """What stays in memory; a function that gives it would take five times as much."""

    __slots__ = ("_value",)

    def __init__(self, value: _T) -> None:
        self._value = value

    def __call__(self) -> _T:
        return self._value


class _BytesPutAway:
    """Bytes that stand in the file; of these there may be some hundred thousand."""

    __slots__ = ("_file", "_spot")

    def __init__(self, file: IO[bytes], start: int, length: int) -> None:
        self._file = file
        self._spot = start << _BITS_OF_LENGTH | length  # one number takes half of what two take

    def read(self) -> bytes:
        """The bytes."""
        start, length = self._spot >> _BITS_OF_LENGTH, self._spot & _MOST_LENGTH
        self._file.seek(start)
        return self._file.read(length)

    __call__ = read


class _InParts:
    """The content of a large file."""

    def __init__(self, parts: Sequence[Kept[bytes]]) -> None:
        self._parts = parts

    def __call__(self) -> bytes:
        return b"".join(self)

    def __iter__(self) -> Iterator[bytes]:
        return (part() for part in self._parts)


class _PutAway(_BytesPutAway, Generic[_T]):
    """The same of what pickle wrote."""

    __slots__ = ()

    def __call__(self) -> _T:  # type: ignore[override]
        found: _T = pickle.loads(self.read())  # noqa: S301 - as this run wrote it
        return found


class Through(Mapping[_Key, _Value], Generic[_Key, _T, _Value]):
    """A mapping whose values are made of another's, each when it is asked for.

    Args:
        values: the other.
        made: makes a value of one of its values.
    """

    def __init__(self, values: Mapping[_Key, _T], made: Callable[[_T], _Value]) -> None:
        self._values = values
        self._made = made

    def __getitem__(self, key: _Key) -> _Value:
        return self._made(self._values[key])

    def __iter__(self) -> Iterator[_Key]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __contains__(self, key: object) -> bool:
        return key in self._values


def parts_of(files: Mapping[_Key, bytes], key: _Key) -> Iterable[bytes]:
    """The content of a file, piece by piece where it was put away so."""
    kept = files.kept(key) if isinstance(files, Contents) else None
    return kept if isinstance(kept, _InParts) else [files[key]]


class Contents(Through[_Key, Kept[_T], _T]):
    """Things that were put away, fetched one at a time.

    Args:
        kept: them.
    """

    def __init__(self, kept: Mapping[_Key, Kept[_T]]) -> None:
        super().__init__(kept, lambda one: one())

    def kept(self, key: _Key) -> Kept[_T]:
        """A thing before it is fetched."""
        return self._values[key]
