"""Copies an unpacked package, under the same rules as one in an archive."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from dualpress.engines._archive import LIMITS, Limits
from dualpress.engines._names import check_distinct, portable_parts
from dualpress.errors import PackageError

__all__ = ["copy_package"]


def copy_package(folder: Path, target: Path, limits: Limits = LIMITS) -> None:
    """Copies a package's folder.

    Args:
        folder: an unpacked package.
        target: where to; must not exist.
        limits: how much it may be.

    Raises:
        PackageError: it holds a link or a device, a name that not every system allows, or too
            much. Then nothing was written.
    """
    files = _list(folder, limits)
    target.mkdir()
    for parts, path in files.items():
        place = target.joinpath(*parts)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)


def _list(folder: Path, limits: Limits) -> dict[tuple[str, ...], Path]:
    files: dict[tuple[str, ...], Path] = {}
    size = 0
    for path in _walk(folder):
        files[_check(path, folder)] = path
        size += path.stat().st_size
        if len(files) > limits.members or size > limits.unpacked:
            raise PackageError("The folder holds more than any model package", path=folder)
    try:
        check_distinct(files)
    except ValueError as error:
        raise PackageError(f"The folder cannot be installed: {error}", path=folder) from error
    return files


def _walk(folder: Path) -> Iterator[Path]:
    """All that is no folder; a link to a folder is a link."""
    for parent, folders, names in os.walk(folder):
        for name in [*names, *folders]:
            path = Path(parent, name)
            if path.is_symlink() or not path.is_dir():
                yield path


def _check(path: Path, folder: Path) -> tuple[str, ...]:
    try:
        if path.is_symlink() or not path.is_file():
            raise ValueError("it is a link or a device, not a file")
        return portable_parts(path.relative_to(folder).as_posix())
    except ValueError as error:
        raise PackageError(f"The folder cannot be installed: {error}", path=path) from error
