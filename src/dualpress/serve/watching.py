"""Which files a build reads, and waiting until one of them changes."""

from __future__ import annotations

import glob
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from dualpress.config import CONFIG_NAME, Project

if TYPE_CHECKING:
    from watchfiles import Change

__all__ = ["Watched", "changes", "watched_of"]

_TICK = 100
"""Milliseconds: how long nothing must change after a change, for an editor may save in steps,
and how often the single files are looked at."""

_Stamp = tuple[int, ...] | None


@dataclass(frozen=True)
class Watched:
    """What is watched, whether it is there yet or not.

    Args:
        folders: with all that is in them.
        files: outside of these, one by one.
        ignored: folders in them that are no input.
    """

    folders: frozenset[Path]
    files: frozenset[Path]
    ignored: frozenset[Path]

    def concerns(self, path: Path) -> bool:
        """Whether a file in one of the folders can be an input.

        Neither hidden files are, nor the backups and half-written files of editors.
        """
        above = [folder for folder in self.folders | self.ignored if path.is_relative_to(folder)]
        nearest = max(above, key=lambda folder: len(folder.parts), default=None)
        if nearest is None or nearest in self.ignored:
            return False
        is_hidden = any(part.startswith(".") for part in path.relative_to(nearest).parts)
        return not (is_hidden or path.name.endswith(("~", ".swp", ".tmp")))


def watched_of(project: Project) -> Watched:
    """What the pages of a project are made of."""
    config = project.config
    glossaries = [_fixed_part(pattern) for pattern in config.glossaries]
    page = config.page
    templates = (
        project.resolve(getattr(page, name))
        for name in type(page).model_fields
        if name.endswith("template") and getattr(page, name) is not None
    )
    return Watched(
        folders=frozenset(
            [
                project.posts,
                project.po,
                *(project.resolve(part) for part, is_whole in glossaries if not is_whole),
            ]
        ),
        files=frozenset(
            [
                project.root / CONFIG_NAME,
                project.addresses,
                *(project.resolve(part) for part, is_whole in glossaries if is_whole),
                *templates,
            ]
        ),
        ignored=frozenset([project.output, project.state]),
    )


def _fixed_part(pattern: str) -> tuple[str, bool]:
    """What of a pattern stands before the first ``*``, and whether that is all of it."""
    parts = Path(pattern).parts
    fixed = next((i for i, part in enumerate(parts) if glob.has_magic(part)), len(parts))
    return str(Path(*parts[:fixed])), fixed == len(parts)


def changes(watched: Watched, stop: Event) -> Generator[None, None, None]:
    """Yield once when the watch has begun, and then after each change.

    What changes while the caller is at work is told afterwards, so nothing is
    missed between the first yield and the end.

    Args:
        watched: the files.
        stop: ends the watch when it is set.

    Returns:
        Where one of the folders came or went: it must be watched anew.
    """
    folders = {folder: _identity(folder) for folder in watched.folders}
    present = [folder for folder, identity in folders.items() if identity]
    before = {file: _stamp(file) for file in watched.files}
    waits = True
    for is_changed in _watch(present, watched.concerns, stop):
        if {folder: _identity(folder) for folder in watched.folders} != folders:
            return
        # A file that is being written may be empty for a moment, and an empty configuration is one.
        files = {file: _stamp(file) for file in watched.files}
        is_settled = files == before
        waits, before = waits or is_changed or not is_settled, files
        if waits and is_settled:
            waits = False
            yield


def _watch(folders: list[Path], concerns: Callable[[Path], bool], stop: Event) -> Iterator[bool]:
    """Whether something in the folders changed, tick by tick.

    Where the system cannot watch so many folders, they are looked through instead.
    """
    from watchfiles import watch

    def is_concerned(_: Change, path: str) -> bool:
        return concerns(Path(path))

    for polls in (None, True):  # `None`: as the environment says
        try:
            for found in watch(
                *folders,
                watch_filter=is_concerned,
                step=_TICK,
                rust_timeout=_TICK,
                yield_on_timeout=True,
                stop_event=stop,
                force_polling=polls,
                ignore_permission_denied=True,
            ):
                yield bool(found)
        except OSError:
            if polls:
                raise
        else:
            return


def _identity(folder: Path) -> _Stamp:
    """Which folder stands there: another one of the same name is not watched."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return (status.st_dev, status.st_ino)


def _stamp(file: Path) -> _Stamp:
    """What differs when a file was changed or replaced."""
    try:
        status = file.stat()
    except OSError:
        return None
    return (status.st_mtime_ns, status.st_size, status.st_ino)
