"""The output folder: what is written to it is written whole, and nobody else's file is touched.

``.dualpress-files.json`` lists what dualpress wrote. Only what it lists is
ever replaced or removed. Before anything is written the list is extended by
all that will be, so that it holds even if the run is cut short.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from dualpress.errors import WriteError
from dualpress.files import reason, write_whole

__all__ = ["LIST", "Output", "Written"]

LIST = PurePosixPath(".dualpress-files.json")
"""The list of what dualpress wrote, in the output folder."""

_SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Written:
    """What a run did to the output folder, in the order of the paths.

    Args:
        written: files that are new or have new content.
        unchanged: how many files had their content already.
        removed: files that dualpress once wrote and that are no longer wanted.
    """

    written: tuple[PurePosixPath, ...]
    unchanged: int
    removed: tuple[PurePosixPath, ...]


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

    def obstacles(self, files: Mapping[PurePosixPath, bytes]) -> dict[PurePosixPath, WriteError]:
        """Say which files :meth:`write` would refuse, and why.

        Args:
            files: by path relative to the folder.
        """
        impossible = dict(_impossible(files))
        possible = {path: data for path, data in files.items() if path not in impossible}
        return {**impossible, **dict(self._foreign(possible))}

    def plan(self, files: Mapping[PurePosixPath, bytes], *, complete: bool = True) -> Written:
        """Say what :meth:`write` would do, and do nothing.

        Args, result and errors as there, less what only writing can tell.
        """
        for error in self.obstacles(files).values():
            raise error
        known = self._read_list()
        changed = [path for path in sorted(files) if self._content(path) != files[path]]
        gone = sorted(self._gone(files, known)) if complete else []
        return Written(tuple(changed), len(files) - len(changed), tuple(gone))

    def write(self, files: Mapping[PurePosixPath, bytes], *, complete: bool = True) -> Written:
        """Write files, each whole or not at all, those that have their content already not at all.

        Args:
            files: by path relative to the folder.
            complete: whether this is all there is to be: what an earlier run
                wrote and is not among it is removed.

        Raises:
            WriteError: a path leads out of the folder, two paths are one on
                some systems, or a file that dualpress did not write is in the
                way, and nothing is written; or a file cannot be written or
                removed, the first of them, and all others are.
        """
        plan = self.plan(files, complete=complete)
        known = self._read_list()
        if plan.written or plan.removed:
            self._write_list(known | files.keys())
        failed = [
            *_failures(lambda path: self._write(path, files[path]), plan.written),
            *_failures(self._remove, plan.removed),
        ]
        is_clean = complete and not failed
        self._write_list(set(files) if is_clean else known | files.keys())
        if failed:
            raise failed[0]
        return plan

    def _write(self, path: PurePosixPath, data: bytes) -> None:
        write_whole(self.root / path, data, durable=False)

    def _content(self, path: PurePosixPath) -> bytes | None:
        """What a file holds; ``None`` where there is none that can be read."""
        try:
            return (self.root / path).read_bytes()
        except OSError:
            return None

    def _gone(
        self, files: Iterable[PurePosixPath], known: set[PurePosixPath]
    ) -> Iterator[PurePosixPath]:
        """What is there and no longer wanted.

        Where a name changed in case only, some systems have one file for both.
        """
        wanted = {_fold(path): self.root / path for path in files}
        for path in known.difference(files):
            file, twin = self.root / path, wanted.get(_fold(path))
            is_wanted = twin is not None and twin.exists() and file.exists() and twin.samefile(file)
            if not is_wanted and (file.is_file() or file.is_symlink()):
                yield path

    def _foreign(
        self, files: Mapping[PurePosixPath, bytes]
    ) -> Iterator[tuple[PurePosixPath, WriteError]]:
        own = {_fold(path) for path in self._read_list()}
        for path in sorted(files):
            file = self.root / path
            if _fold(path) in own or not file.is_file():
                continue
            if self._content(path) != files[path]:
                yield (
                    path,
                    WriteError(
                        "a file that dualpress did not write stands in the way",
                        path=file,
                        hint="Move it elsewhere, or choose another output folder",
                    ),
                )

    def _read_list(self) -> set[PurePosixPath]:
        """What dualpress wrote, as far as is known; never a path outside the folder."""
        paths = map(PurePosixPath, self.names)
        return {path for path in paths if _is_inside(path)}

    def _write_list(self, paths: Iterable[PurePosixPath]) -> None:
        names = sorted(path.as_posix() for path in paths)
        document = json.dumps({"schema": _SCHEMA, "files": names}, ensure_ascii=False, indent=1)
        data = f"{document}\n".encode("utf-8", "surrogateescape")
        if self._content(self._listed) == data:
            return
        try:
            self._write(self._listed, data)
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


def _failures(
    act: Callable[[PurePosixPath], None], paths: Iterable[PurePosixPath]
) -> Iterator[WriteError]:
    """Do something to all files, and yield the errors of those where it could not be done."""
    for path in paths:
        try:
            act(path)
        except WriteError as error:
            yield error


def _impossible(files: Iterable[PurePosixPath]) -> Iterator[tuple[PurePosixPath, WriteError]]:
    seen: dict[str, PurePosixPath] = {}
    for path in sorted(files):
        other = seen.setdefault(_fold(path), path)
        if not _is_inside(path):
            cause = "the path leads out of the output folder"
            yield path, WriteError(cause, path=Path(path))
        elif other != path:
            cause = f"it and {other} have names that differ in case only"
            hint = "Rename one of the posts or pictures"
            yield path, WriteError(cause, path=Path(path), hint=hint)


def _fold(path: PurePosixPath) -> str:
    """What Windows and macOS tell files by: they take names that differ in case only for one."""
    return path.as_posix().casefold()


def _is_inside(path: PurePosixPath) -> bool:
    # `a\..\b` and `c:b` lead elsewhere on Windows alone.
    return path.parts != () and not any(
        kind.is_absolute() or kind.drive or kind.root or ".." in kind.parts
        for kind in (path, PureWindowsPath(path.as_posix()))
    )
