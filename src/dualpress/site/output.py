"""The output folder: what is written to it is written whole, and nobody else's file is touched.

``.dualpress-files.json`` lists what dualpress wrote. Only what it lists is
ever replaced or removed. Before anything is written the list is extended by
all that will be, so that it holds even if the run is cut short. The folder
may be a link; links in it are not followed.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath, PureWindowsPath

from dualpress.errors import WriteError
from dualpress.file_names import folded
from dualpress.files import look, reason, write_parts
from dualpress.site.ground import Clash, ClashKind, Ground
from dualpress.site.obstacles import Obstacles, has_links
from dualpress.site.unwritten import attempt, told_once
from dualpress.spool import held, parts_of

__all__ = ["LIST", "Output", "Written"]

LIST = PurePosixPath(".dualpress-files.json")
"""The list of what dualpress wrote, in the output folder."""

_SCHEMA = 1
_DOUBTFUL = re.compile(r"^/|[\\:]|\.\.")
"""What a path has that may lead out of a folder on some system."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a run did to the output folder, in the order of the paths.

    Args:
        written: files that are new or have new content.
        unchanged: how many files had their content already.
        removed: files that dualpress once wrote and that are no longer wanted.
        failures: why other files could not be written or removed; one for all that a full
            or read-only disk concerns.
        failed: files that were to be written and were not.
        looks: how each file looked when it was written, or found to have its content, and how
            the list did, see :func:`dualpress.files.look`; what looks otherwise now was changed
            since.
    """

    written: tuple[PurePosixPath, ...]
    unchanged: int
    removed: tuple[PurePosixPath, ...]
    failures: tuple[WriteError, ...] = ()
    failed: frozenset[PurePosixPath] = frozenset()
    looks: Mapping[PurePosixPath, str] = field(default_factory=dict)


class Output:
    """The output folder.

    Args:
        root: where it is; made when it is first written to.
        listed: the name of the list of what was written. Writers that share a
            folder have one each, so that none removes what another wrote.
    """

    def __init__(self, root: Path, listed: PurePosixPath = LIST) -> None:
        self.root = root
        self._listed = listed
        self._known: tuple[bytes, frozenset[PurePosixPath]] = b"", frozenset()
        self._looks: dict[PurePosixPath, str] = {}

    @property
    def names(self) -> list[str]:
        """What the list names, whether it may stand there or not: the paths, with slashes."""
        try:
            document = json.loads(self._content(self._listed) or b"{}")
        except ValueError:
            return []
        listed = document.get("files") if isinstance(document, dict) else None
        return (
            [name for name in listed if isinstance(name, str)] if isinstance(listed, list) else []
        )

    def obstacles(
        self, files: Mapping[PurePosixPath, bytes], standing: Collection[PurePosixPath] = ()
    ) -> dict[PurePosixPath, WriteError]:
        """Say which files :meth:`write` would refuse, and why.

        Args:
            files: by path relative to the folder.
            standing: others that are there as they are to be.
        """
        every = {*files, *standing}
        known = self._read_list(every)
        # None that the list names leads out of the folder, but of what two runs wrote, of which
        # one was stopped, some may be in the way of others.
        is_possible = all(map(_is_inside, every - known)) and _are_apart(every)
        found = {} if is_possible else dict(_impossible(every))
        obstacles = Obstacles(self.root, known)
        # What is there has folders; links in their place are found together in a tenth of the time.
        for path in standing if has_links(str(self.root), map(str, standing)) else ():
            if error := obstacles.of_folder(path.parent):
                found.setdefault(path, error)
        for path in sorted(files.keys() - found):
            error = obstacles.of_file(path, partial(files.__getitem__, path))
            if error is not None:
                found[path] = error
        return found

    def plan(
        self,
        files: Mapping[PurePosixPath, bytes],
        *,
        standing: Collection[PurePosixPath] = (),
        complete: bool = True,
        is_clear: bool = False,
    ) -> Written:
        """Say what :meth:`write` would do, and do nothing.

        Args and result as there, less what only writing can tell.

        Raises:
            WriteError: the first of what :meth:`obstacles` tells.
        """
        for error in () if is_clear else self.obstacles(files, standing).values():
            raise error
        known = self._read_list()
        changed = [path for path in sorted(files) if not self._has(path, files)]
        gone = sorted(self._gone({*files, *standing}, known)) if complete else []
        return Written(tuple(changed), len(files) + len(standing) - len(changed), tuple(gone))

    def write(
        self,
        files: Mapping[PurePosixPath, bytes],
        *,
        standing: Collection[PurePosixPath] = (),
        complete: bool = True,
        is_clear: bool = False,
    ) -> Written:
        """Write files, each whole or not at all, those that have their content already not at all.

        After a full or read-only disk no more files are tried.

        Args:
            files: by path relative to the folder.
            standing: others that are there as they are to be; these are not
                opened.
            complete: whether this is all there is to be: what an earlier run
                wrote and is not among it is removed.
            is_clear: whether :meth:`obstacles` was asked already, and found nothing.

        Returns:
            What was done, and which files could not be written or removed.

        Raises:
            WriteError: a path leads out of the folder, two paths are one on
                some systems, or something that dualpress did not write is in
                the way, the first of these, or the list of what was written
                cannot be; nothing is written.
        """
        plan = self.plan(files, standing=standing, complete=complete, is_clear=is_clear)
        known = self._read_list()
        wanted = {*files, *standing}
        if plan.written or plan.removed:
            self._write_list(known | wanted)
        first, last = _by_turn(plan.removed, wanted)
        failed = {
            **attempt(self._remove, first),
            **attempt(lambda path: self._write(path, parts_of(files, path)), plan.written),
            # Where the disk is full, this makes room on it.
            **attempt(self._remove, last),
        }
        is_clean = complete and not failed
        self._write_list(wanted if is_clean else known | wanted)
        return Written(
            written=tuple(path for path in plan.written if path not in failed),
            unchanged=plan.unchanged,
            removed=tuple(path for path in plan.removed if path not in failed),
            failures=told_once(failed, wanted, self.root),
            failed=frozenset(path for path in plan.written if path in failed),
            looks=self._looks,
        )

    def rewrite(self, files: Mapping[PurePosixPath, bytes]) -> Written | None:
        """Write files anew that :meth:`write` wrote; the list stays as it is.

        Args:
            files: by path relative to the folder; in a folder that is as it was left.

        Returns:
            What was done; ``None`` where one cannot be written, after which others may have been.
        """
        obstacles = Obstacles(self.root, files)
        if any(obstacles.of_folder(path.parent) for path in files):
            return None
        changed = [path for path in sorted(files) if not self._has(path, files)]
        failed = attempt(lambda path: self._write(path, parts_of(files, path)), changed)
        unchanged = len(files) - len(changed)
        return None if failed else Written(tuple(changed), unchanged, (), looks=self._looks)

    def _write(self, path: PurePosixPath, parts: Iterable[bytes]) -> None:
        self._looks[path] = write_parts(self.root / path, parts, durable=False)

    def _has(self, path: PurePosixPath, files: Mapping[PurePosixPath, bytes]) -> bool:
        """Whether a file holds what it is to; what is to be new is not fetched for that."""
        try:
            with (self.root / path).open("rb") as file:
                self._looks[path] = look(os.fstat(file.fileno()))
                parts = parts_of(files, path)
                return all(file.read(len(part)) == part for part in parts) and not file.read(1)
        except OSError:
            return False

    def _content(self, path: PurePosixPath) -> bytes | None:
        """What a file holds; ``None`` where there is none that can be read."""
        try:
            return (self.root / path).read_bytes()
        except OSError:
            return None

    def _gone(
        self, files: Iterable[PurePosixPath], known: frozenset[PurePosixPath]
    ) -> Iterator[PurePosixPath]:
        """What is there and no longer wanted.

        Where a name changed in case or Unicode form only, some systems have one
        file for both.
        """
        unwanted = known.difference(files)
        wanted = {folded(path): self.root / path for path in files} if unwanted else {}
        obstacles = Obstacles(self.root, known)
        for path in unwanted:
            file, twin = self.root / path, wanted.get(folded(path))
            is_wanted = twin is not None and twin.exists() and file.exists() and twin.samefile(file)
            is_there = file.is_file() or file.is_symlink()
            if is_there and not is_wanted and obstacles.of_folder(path.parent) is None:
                yield path

    def _read_list(self, files: Iterable[PurePosixPath] = ()) -> frozenset[PurePosixPath]:
        """What dualpress wrote, as far as is known; never a path outside the folder.

        Args:
            files: paths that may be in it, so that they are in memory once.
        """
        digest = hashlib.sha256(self._content(self._listed) or b"").digest()
        if digest != self._known[0]:
            once = {str(path): path for path in files}
            paths = (once.get(name) or PurePosixPath(name) for name in self.names)
            self._known = digest, frozenset(path for path in paths if _is_inside(path))
        return self._known[1]

    def _write_list(self, paths: Iterable[PurePosixPath]) -> None:
        names = sorted(path.as_posix() for path in paths)
        document = json.dumps({"schema": _SCHEMA, "files": names}, ensure_ascii=False, indent=1)
        data = f"{document}\n".encode("utf-8", "surrogateescape")
        if self._has(self._listed, {self._listed: data}):
            return
        if error := Obstacles(self.root, [self._listed]).of_file(self._listed, held(data)):
            raise error
        try:
            self._write(self._listed, [data])
        except WriteError as error:
            # The first file to be written; to an editor it is the folder that fails.
            why = reason(error.__cause__) if isinstance(error.__cause__, OSError) else error.cause
            raise WriteError(f"the folder cannot be written: {why}", path=self.root) from error

    def _remove(self, path: PurePosixPath) -> None:
        """Remove a file, and the folders that it leaves empty."""
        file = self.root / path
        try:
            file.unlink()
        except OSError as error:
            cause = f"the file cannot be removed: {reason(error)}"
            raise WriteError(cause, path=file) from error
        with suppress(OSError):  # an empty folder that stays does no harm
            for folder in file.parents:
                if folder == self.root or any(folder.iterdir()):
                    break
                folder.rmdir()


def _by_turn(
    removed: Sequence[PurePosixPath], files: Iterable[PurePosixPath]
) -> tuple[list[PurePosixPath], list[PurePosixPath]]:
    """Which files are to go before others are written, being in their way, and which after."""
    ground: Ground[None] = Ground()
    for path in files if removed else ():
        ground.take(path, None)
    first: list[PurePosixPath] = []
    last: list[PurePosixPath] = []
    for path in removed:
        clash = ground.clash(path)
        is_in_the_way = clash is not None and clash.kind is not ClashKind.SAME
        (first if is_in_the_way else last).append(path)
    return first, last


def _are_apart(files: Collection[PurePosixPath]) -> bool:
    """Whether no file is in the way of another; faster than asking for each which one is."""
    names = set(map(folded, files))
    folders: set[str] = set()
    for name in names:
        folder = name.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return len(names) == len(files) and names.isdisjoint(folders)


def _impossible(files: Iterable[PurePosixPath]) -> Iterator[tuple[PurePosixPath, WriteError]]:
    ground: Ground[None] = Ground()
    for path in sorted(files, key=lambda path: path.parts):
        if not _is_inside(path):
            yield path, WriteError("the path leads out of the output folder", path=Path(path))
        elif clash := ground.take(path, None):
            hint = "Rename one of the posts or pictures"
            yield path, WriteError(_told(clash, path), path=Path(path), hint=hint)


def _told(clash: Clash[None], path: PurePosixPath) -> str:
    if clash.kind is ClashKind.ABOVE:
        return f"{clash.path} would be a file and a folder at once"
    if clash.kind is ClashKind.BELOW:
        return f"it would be a folder too, for {clash.path}"
    is_case = path.as_posix().casefold() == clash.path.as_posix().casefold()
    how = "case" if is_case else "the Unicode form of letters with marks"
    return f"it and {clash.path} have names that differ in {how} only"


def _is_inside(path: PurePosixPath) -> bool:
    name = path.as_posix()
    if not _DOUBTFUL.search(name):
        return name != "."
    # `a\..\b` and `c:b` lead elsewhere on Windows alone.
    return path.parts != () and not any(
        kind.is_absolute() or kind.drive or kind.root or ".." in kind.parts
        for kind in (path, PureWindowsPath(path.as_posix()))
    )
