"""What a run needs once more, out of memory until then."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from tempfile import TemporaryFile, gettempdir
from typing import IO, Generic, TypeAlias, TypeVar

from dualpress.errors import WriteError
from dualpress.files import reason

__all__ = ["MOST_IN_MEMORY", "Contents", "Kept", "Spool", "held"]

MOST_IN_MEMORY = 32 * 2**20
"""Bytes; most runs need no file."""

_T = TypeVar("_T")

Kept: TypeAlias = Callable[[], _T]
"""Gives back what was put away; an equal one, perhaps not the same."""


def held(value: _T) -> Kept[_T]:
    """What stays in memory, in the shape of what was put away."""
    return lambda: value


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
        data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        try:
            file = self._opened()
            start = file.seek(0, os.SEEK_END)
            file.write(data)
            file.flush()
        except OSError as error:
            cause = f"what does not fit into memory cannot be put away there: {reason(error)}"
            raise WriteError(cause, path=self._folder) from error

        return _PutAway(file, start, len(data))

    def put_bytes(self, data: bytes) -> Kept[bytes]:
        """Put the content of a file away; raises as :meth:`put` does."""
        return self.put(data, len(data))

    def _opened(self) -> IO[bytes]:
        if self._file is None:
            if not self._folder.is_dir():  # or no longer: somebody may delete it in a long run
                self._folder = Path(gettempdir())
            self._file = TemporaryFile(dir=self._folder)  # noqa: SIM115 - closed with the rest
        return self._file


class _PutAway(Generic[_T]):
    """What stands in the file; of which there may be some hundred thousand."""

    __slots__ = ("_file", "_length", "_start")

    def __init__(self, file: IO[bytes], start: int, length: int) -> None:
        self._file = file
        self._start = start
        self._length = length

    def __call__(self) -> _T:
        self._file.seek(self._start)
        found: _T = pickle.loads(self._file.read(self._length))  # noqa: S301 - as this run wrote it
        return found


class Contents(Mapping[PurePosixPath, bytes]):
    """Files whose bytes are fetched one at a time.

    Args:
        files: them, by path.
    """

    def __init__(self, files: Mapping[PurePosixPath, Kept[bytes]]) -> None:
        self._files = files

    def __getitem__(self, path: PurePosixPath) -> bytes:
        return self._files[path]()

    def __iter__(self) -> Iterator[PurePosixPath]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)
