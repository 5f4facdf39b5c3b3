"""Installs packages: fetch, compare, unpack, try, and only then put in place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from dualpress.engines._archive import LIMITS, open_archive
from dualpress.engines._copy import copy_package
from dualpress.engines._download import Progress, fetch, no_progress
from dualpress.engines._files import put_folder, remove_folder, staging
from dualpress.engines._index import INDEX_URL, AvailablePackage, available, choose
from dualpress.engines._installed import InstalledPackage, installed
from dualpress.engines._lock import LockEntry, normalize_hash, read_lock, record
from dualpress.engines._manifest import (
    MANIFEST,
    hash_bytes,
    hash_file,
    make_manifest,
    render_manifest,
)
from dualpress.engines._metadata import (
    METADATA,
    PackageMetadata,
    package_name,
    parse_metadata,
    parse_pair,
)
from dualpress.errors import EngineUnavailable, PackageError, UsageError

__all__ = ["install_package"]


@dataclass(frozen=True, slots=True)
class _Trust:
    """What a package is compared with: the user's hash, else the lock's record.

    Args:
        given: the SHA-256 that the user named.
        locked: the lock's entries by package.
        shown: what to call the package's source in messages.
    """

    given: str | None
    locked: dict[str, LockEntry]
    shown: Path

    def check_given(self, found: str) -> None:
        """Compares with the user's hash.

        Raises:
            PackageError: they differ.
        """
        if self.given not in (None, found):
            raise PackageError(
                f"Its SHA-256 is {found}, but you named {self.given}",
                path=self.shown,
                hint="Fetch it again, or correct the hash",
            )

    def check_archive(self, name: str, found: str) -> None:
        """Compares an archive with the one that the lock records.

        Raises:
            PackageError: they differ.
        """
        entry = self.locked.get(name)
        if entry is not None and entry.archive is not None:
            self._check_locked(name, entry, found, entry.archive)

    def check_files(self, name: str, found: str) -> None:
        """Compares the list of hashes with the one that the lock records.

        Raises:
            PackageError: they differ.
        """
        entry = self.locked.get(name)
        if entry is not None:
            self._check_locked(name, entry, found, entry.files)

    def _check_locked(self, name: str, entry: LockEntry, found: str, recorded: str) -> None:
        if self.given is None and found != recorded:
            raise PackageError(
                f"Its SHA-256 is {found}, but the lock records {recorded} "
                f"for {name} {entry.version}",
                path=self.shown,
                hint="If you trust this one, name its SHA-256 yourself; else fetch it again",
            )

    def entry(self, metadata: PackageMetadata, files: str, archive: str | None) -> LockEntry:
        """What the lock is to record; an archive known for the same files stays known."""
        former = self.locked.get(metadata.name)
        if archive is None and former is not None and former.files == files:
            archive = former.archive
        return LockEntry(version=metadata.package_version, files=files, archive=archive)


@dataclass(frozen=True, slots=True)
class _Source:
    """Where a package comes from.

    Args:
        path: an archive or a folder.
        shown: what to call it in messages.
        name: the package that was asked for, where it was asked for by name.
    """

    path: Path
    shown: Path
    name: str | None = None


def install_package(
    source: Path | str,
    models: Path,
    *,
    sha256: str | None = None,
    lock: Path | None = None,
    progress: Progress = no_progress,
    index: str = INDEX_URL,
) -> InstalledPackage:
    """Installs an Argos Translate package.

    Its SHA-256 is compared with the one given, else with the lock's; the first one of a package
    is recorded in the lock, and so is every one that the user names. A package of another version
    is replaced once the new one is complete and its model was loaded. What an interrupted
    installation leaves behind is never taken for a package.

    Args:
        source: a path: an ``.argosmodel`` archive or a package's folder. A string: a pair such as
            ``en-hi``, to be fetched from the index.
        models: the folder of packages; made if missing.
        sha256: the expected SHA-256 of the archive, or of a folder's ``dualpress.sha256``.
        lock: the project's lock; without it nothing is compared or recorded.
        progress: called while the package is fetched.
        index: the address of the index.

    Returns:
        The package, installed.

    Raises:
        UsageError: there is no such file or pair, or the hash is none.
        PackageError: the package is damaged, hostile, not the one asked for or not the one that
            is trusted; or it cannot be fetched.
        WriteError: the package or the lock cannot be written. What was installed before still is.
    """
    given = normalize_hash(sha256) if sha256 is not None else None
    locked = read_lock(lock) if lock is not None else {}
    with staging(models) as stage:
        found = _obtain(source, stage, locked, progress, index)
        made = stage / "package"
        trust = _Trust(given, locked, found.shown)
        metadata, entry = _make(found, made, trust)
        _check_model(made, found.shown)
        if lock is not None:
            record(lock, metadata.name, entry)
        place = models / f"{metadata.name}-{metadata.package_version.replace('.', '_')}"
        put_folder(made, place, stage)
    return _replace_others(place, metadata.name, models)


def _obtain(
    source: Path | str,
    stage: Path,
    locked: dict[str, LockEntry],
    progress: Progress,
    index: str,
) -> _Source:
    """Finds or fetches what is to be installed."""
    if isinstance(source, Path):
        if not source.exists():
            raise UsageError("There is no such package", path=source)
        return _Source(source, source)
    pair = parse_pair(source)
    entry = locked.get(package_name(*pair))
    package = choose(available(index), *pair, entry.version if entry else None)
    return _download(package, stage / "package.argosmodel", progress)


def _download(package: AvailablePackage, path: Path, progress: Progress) -> _Source:
    """Fetches a package from the first of its links that works."""
    failure: PackageError | None = None
    for link in package.links:
        try:
            with path.open("wb") as file:
                fetch(link, file, limit=LIMITS.archive, progress=progress)
        except PackageError as error:
            failure = error
        else:
            return _Source(path, Path(PurePosixPath(urlsplit(link).path).name), package.name)
    raise failure or PackageError(f"The index has no link to {package.name}")


def _make(found: _Source, made: Path, trust: _Trust) -> tuple[PackageMetadata, LockEntry]:
    """Unpacks or copies the package, with its list of hashes; each step only if it is trusted."""
    if found.path.is_dir():
        archive = None
        metadata = _copied(found, made)
    else:
        archive = hash_file(found.path)
        trust.check_given(archive)
        metadata = _unpacked(found, archive, made, trust)
    listed = render_manifest(make_manifest(made))
    files = hash_bytes(listed)
    if archive is None:
        trust.check_given(files)
    trust.check_files(metadata.name, files)
    (made / MANIFEST).write_bytes(listed)
    return metadata, trust.entry(metadata, files, archive)


def _unpacked(found: _Source, archive_hash: str, made: Path, trust: _Trust) -> PackageMetadata:
    with open_archive(found.path, found.shown) as archive:
        metadata = parse_metadata(archive.metadata(), found.shown)
        if found.name not in (None, metadata.name):
            cause = f"This is {metadata.name}, not {found.name}"
            raise PackageError(cause, path=found.shown)
        trust.check_archive(metadata.name, archive_hash)
        archive.unpack(made)
    return metadata


def _copied(found: _Source, made: Path) -> PackageMetadata:
    try:
        data = (found.path / METADATA).read_bytes()
    except OSError as error:
        raise PackageError(
            f"An Argos package holds {METADATA}, this folder does not", path=found.shown
        ) from error
    metadata = parse_metadata(data, found.shown)
    copy_package(found.path, made)
    return metadata


def _check_model(made: Path, shown: Path) -> None:
    """Makes sure that the model is there and loads, before an older one is given up for it."""
    from dualpress.engines.ctranslate2 import check_loads

    for part in ("model/model.bin", "sentencepiece.model"):
        if not (made / part).is_file():
            raise PackageError(f"The package lacks {part}", path=shown)
    try:
        check_loads(made)
    except EngineUnavailable as error:
        raise PackageError(error.cause, path=shown, hint="Fetch the package again") from error


def _replace_others(place: Path, name: str, models: Path) -> InstalledPackage:
    """Removes the package's other versions, and returns the one that is left."""
    packages = {package.path: package for package in installed(models) if package.name == name}
    for path in packages:
        if path != place:
            remove_folder(path)
    return packages[place]
