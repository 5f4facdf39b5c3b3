"""Which files stand where in a folder: none in the place of another, none where a folder is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import PurePosixPath
from typing import Generic, TypeVar

from dualpress.file_names import folded

__all__ = ["Clash", "ClashKind", "Ground"]

Holder = TypeVar("Holder")


class ClashKind(Enum):
    """How a file is in the way of another."""

    SAME = auto()
    """It stands in the other's place, on some systems at least."""
    ABOVE = auto()
    """It stands where the other needs a folder."""
    BELOW = auto()
    """It stands in a folder that has the other's name."""


@dataclass(frozen=True, slots=True)
class Clash(Generic[Holder]):
    """A file that is in the way of another.

    Args:
        kind: how.
        path: where it stands.
        holder: whose it is.
    """

    kind: ClashKind
    path: PurePosixPath
    holder: Holder


class Ground(Generic[Holder]):
    """A folder in which files get places one after the other.

    Names that are one on Windows or macOS count as one.
    """

    def __init__(self) -> None:
        self._files: dict[str, tuple[PurePosixPath, Holder]] = {}
        self._folders: dict[str, tuple[PurePosixPath, Holder]] = {}

    def take(self, path: PurePosixPath, holder: Holder) -> Clash[Holder] | None:
        """Give a file its place.

        Args:
            path: relative to the folder.
            holder: whose it is.

        Returns:
            What is in the way; the file then has no place.
        """
        name = folded(path)
        clash = self._clash(name)
        if clash is None:
            self._files[name] = (path, holder)
            for folder in _folders(name):
                self._folders.setdefault(folder, (path, holder))
        return clash

    def clash(self, path: PurePosixPath) -> Clash[Holder] | None:
        """Say what is in the way of a file, and give it no place."""
        return self._clash(folded(path))

    def _clash(self, name: str) -> Clash[Holder] | None:
        if name in self._files:
            return Clash(ClashKind.SAME, *self._files[name])
        if name in self._folders:
            return Clash(ClashKind.BELOW, *self._folders[name])
        above = next((folder for folder in _folders(name) if folder in self._files), None)
        return Clash(ClashKind.ABOVE, *self._files[above]) if above is not None else None


def _folders(name: str) -> Iterator[str]:
    """The folders that a file stands in, the nearest first."""
    while "/" in name:
        name = name.rpartition("/")[0]
        yield name
