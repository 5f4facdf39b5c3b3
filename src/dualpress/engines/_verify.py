"""Checks that installed packages are what they were, and that their models load."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dualpress.engines._files import STAGE_PREFIX
from dualpress.engines._installed import InstalledPackage, installed, package_folders
from dualpress.engines._lock import LockEntry, read_lock
from dualpress.engines._manifest import (
    MANIFEST,
    hash_bytes,
    make_manifest,
    read_manifest,
    render_manifest,
)
from dualpress.errors import EngineUnavailable, PackageError

__all__ = ["Problem", "verify_packages"]

_AGAIN = "Install the package again"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with an installed package.

    Args:
        package: name and version, or the folder's name where they cannot be read.
        path: what it is about.
        cause: one sentence.
        hint: what to do, one sentence.
    """

    package: str
    path: Path
    cause: str
    hint: str


def verify_packages(models: Path, lock: Path | None = None) -> list[Problem]:
    """Checks all packages of a folder.

    Args:
        models: the folder of packages.
        lock: the project's lock, to compare with.

    Returns:
        What is wrong, package by package; empty where all is well.

    Raises:
        PackageError: the lock cannot be read.
    """
    locked = read_lock(lock) if lock is not None else {}
    packages = installed(models)
    problems = [
        problem for package in packages for problem in _verify(package, locked.get(package.name))
    ]
    whole = {package.path for package in packages}
    return [*problems, *_unreadable(models, whole), *_unfinished(models)]


def _verify(package: InstalledPackage, entry: LockEntry | None) -> list[Problem]:
    problems = list(_changed_files(package)) or list(_not_locked(package, entry))
    return problems or list(_not_loading(package))


def _changed_files(package: InstalledPackage) -> Iterator[Problem]:
    """What differs from the list of hashes that was made when the package was installed."""
    try:
        recorded = read_manifest(package.path)
    except PackageError as error:
        yield Problem(package.model, package.path / MANIFEST, error.cause, _AGAIN)
        return
    if recorded is None:
        return
    present = make_manifest(package.path)
    for name in sorted(recorded.keys() | present.keys()):
        if recorded.get(name) != present.get(name):
            cause = _difference(recorded.get(name), present.get(name))
            yield Problem(package.model, package.path / name, cause, _AGAIN)


def _difference(recorded: str | None, present: str | None) -> str:
    if present is None:
        return "The file is missing"
    if recorded is None:
        return "The file was added after the installation"
    return f"The file's SHA-256 is {present}, when installed it was {recorded}"


def _not_locked(package: InstalledPackage, entry: LockEntry | None) -> Iterator[Problem]:
    """Whether it is another package than the lock records, or one that nothing is known of."""
    if entry is None:
        if read_manifest(package.path) is None:
            cause = "Its files cannot be checked: it was not installed by dualpress"
            yield Problem(package.model, package.path, cause, "Install the package with dualpress")
        return
    found = hash_bytes(render_manifest(make_manifest(package.path)))
    if found != entry.files:
        cause = (
            f"The lock records another package: {entry.version} with the SHA-256 {entry.files}, "
            f"this one has {found}"
        )
        yield Problem(package.model, package.path, cause, "Install the one that the lock records")


def _not_loading(package: InstalledPackage) -> Iterator[Problem]:
    from dualpress.engines.ctranslate2 import check_loads

    try:
        check_loads(package.path)
    except EngineUnavailable as error:
        yield Problem(package.model, error.path or package.path, error.cause, _AGAIN)


def _unreadable(models: Path, whole: set[Path]) -> Iterator[Problem]:
    """Packages that dualpress installed and that no longer count as such."""
    for folder in package_folders(models):
        if folder not in whole and (folder / MANIFEST).is_file():
            cause = "The package's metadata.json is missing or damaged"
            yield Problem(folder.name, folder, cause, _AGAIN)


def _unfinished(models: Path) -> Iterator[Problem]:
    for folder in sorted(models.glob(f"{STAGE_PREFIX}*")):
        cause = "An installation was interrupted here"
        yield Problem(folder.name, folder, cause, "Delete the folder if none is running now")
