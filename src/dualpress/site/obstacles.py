"""What of a folder is in the way of files that are to be written to it."""

from __future__ import annotations

import os
import stat
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path, PurePosixPath

from dualpress.errors import WriteError
from dualpress.file_names import folded
from dualpress.spool import Kept

__all__ = ["Obstacles", "has_links"]

_ELSEWHERE = "Move it elsewhere, or choose another output folder"


class Obstacles:
    """Looks for what is in the way.

    Args:
        root: the folder; it may be a link, but no link in it is followed: what
            one leads to may be nobody's to write, or another page's.
        own: the files in it that dualpress wrote, relative to it.
    """

    def __init__(self, root: Path, own: Collection[PurePosixPath]) -> None:
        self._root = root
        self._own = frozenset(own)
        self._folders: dict[PurePosixPath, WriteError | None] = {PurePosixPath(): None}

    @cached_property
    def _spellings(self) -> dict[str, PurePosixPath]:
        return {folded(path): path for path in self._own}

    def of_file(self, path: PurePosixPath, data: Kept[bytes]) -> WriteError | None:
        """Say what is in the way of a file, if anything is.

        What dualpress wrote is in nobody's way, nor what has that content already.

        Args:
            path: relative to the folder.
            data: gives the bytes that the file is to have.
        """
        return self.of_folder(path.parent) or self._at(path, data)

    def of_folder(self, folder: PurePosixPath) -> WriteError | None:
        """Say why no file can be written to or removed from a folder in the folder."""
        if folder not in self._folders:
            error = self.of_folder(folder.parent) or self._as_folder(folder)
            self._folders[folder] = error
        return self._folders[folder]

    def _as_folder(self, path: PurePosixPath) -> WriteError | None:
        found = self._stat(path)
        if found is None:
            return None
        if _is_link(found):
            hint = "Put a folder in its place; the output folder as a whole may be a link"
            return self._error("a link stands where a folder is to be", path, hint)
        if stat.S_ISDIR(found.st_mode) or self._is_own(path):
            return None
        cause = "a file that dualpress did not write stands where a folder is to be"
        return self._error(cause, path)

    def _at(self, path: PurePosixPath, data: Kept[bytes]) -> WriteError | None:
        found = self._stat(path)
        if found is None or self._is_own_file(found, path) or self._has(path, data):
            return None
        if _is_link(found):
            return self._error("a link stands in the way", path, "Remove it")
        if stat.S_ISDIR(found.st_mode):
            is_left_over = self._holds_own_alone(path)
            return None if is_left_over else self._error("a folder stands in the way", path)
        return self._error("a file that dualpress did not write stands in the way", path)

    def _stat(self, path: PurePosixPath) -> os.stat_result | None:
        try:
            return os.lstat(f"{self._root}/{path}")  # Path.lstat is slow for so many
        except OSError:
            return None

    def _has(self, path: PurePosixPath, data: Kept[bytes]) -> bool:
        try:
            return (self._root / path).read_bytes() == data()
        except OSError:
            return False

    def _is_own_file(self, found: os.stat_result, path: PurePosixPath) -> bool:
        return stat.S_ISREG(found.st_mode) and self._is_own(path)

    def _is_own(self, path: PurePosixPath) -> bool:
        """Whether dualpress wrote a file, under a name that here is the same at least."""
        if path in self._own:
            return True
        twin = self._spellings.get(folded(path))
        try:
            return twin is not None and (self._root / twin).samefile(self._root / path)
        except OSError:
            return False

    def _holds_own_alone(self, folder: PurePosixPath) -> bool:
        """Whether a folder holds files that dualpress wrote and nothing else."""
        walk = os.walk(self._root / folder)
        files = [Path(place, name) for place, _, names in walk for name in names]
        inside = (PurePosixPath(file.relative_to(self._root).as_posix()) for file in files)
        return bool(files) and all(map(self._is_own, inside))

    def _error(self, cause: str, path: PurePosixPath, hint: str = _ELSEWHERE) -> WriteError:
        return WriteError(cause, path=self._root / path, hint=hint)


def has_links(root: str, files: Iterable[str]) -> bool:
    """Whether a link stands where a folder of some files is to be.

    Args:
        root: the folder that they are in; it may be a link.
        files: their paths there, with slashes.
    """
    folders = {file.rpartition("/")[0] for file in files} - {""}
    for folder in list(folders):
        while folder := folder.rpartition("/")[0]:
            folders.add(folder)
    inside: defaultdict[str, set[str]] = defaultdict(set)
    for above, _, name in (folder.rpartition("/") for folder in folders):
        inside[above].add(name)
    return any(not names.isdisjoint(_links(f"{root}/{above}")) for above, names in inside.items())


def _links(folder: str) -> Iterator[str]:
    """The names of the links in a folder; faster than asking for each name what it is."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            is_junction = os.name == "nt" and _is_link(entry.stat(follow_symlinks=False))
            if is_junction or entry.is_symlink():
                yield entry.name


def _is_link(found: os.stat_result) -> bool:
    """Whether it is a symbolic link, or what Windows has for one between folders."""
    junction = getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", None)
    tag = getattr(found, "st_reparse_tag", None)
    return stat.S_ISLNK(found.st_mode) or (tag is not None and tag == junction)
