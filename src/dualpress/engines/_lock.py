"""The lock: which archive of each package a project trusts.

Argos Translate's index has no hashes. So the first archive of a package that a project installs is
recorded in its lock, and from then on, on every machine that has the lock, no other is accepted
unless the user names its hash.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from dualpress.errors import PackageError, UsageError
from dualpress.files import write_whole

__all__ = ["LockEntry", "normalize_hash", "read_lock", "record"]

Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class LockEntry(BaseModel):
    """What is known of a package.

    Args:
        version: its version.
        files: the SHA-256 of its list of hashes, ``dualpress.sha256``.
        archive: the SHA-256 of the archive; ``None`` where it came as a folder.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: str
    files: Hash
    archive: Hash | None = None


class _Lock(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    # "schema" itself is the name of a method of pydantic's.
    schema_number: Annotated[Literal[1], Field(alias="schema")] = 1
    packages: dict[str, LockEntry] = {}


def normalize_hash(text: str) -> str:
    """Reads a SHA-256 as users paste it: any case, perhaps after ``sha256:``.

    Raises:
        UsageError: it is none.
    """
    digits = text.strip().lower().removeprefix("sha256:")
    if len(digits) != 64 or not set(digits) <= set("0123456789abcdef"):
        raise UsageError(
            f'"{text}" is no SHA-256', hint="A SHA-256 has 64 hexadecimal digits, 0-9 and a-f"
        )
    return digits


def read_lock(path: Path) -> dict[str, LockEntry]:
    """Reads the lock.

    Returns:
        The entries by the packages' names; none where there is no such file.

    Raises:
        PackageError: it is not what dualpress wrote.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise PackageError(f"The lock cannot be read: {error}", path=path) from error
    try:
        return _Lock.model_validate_json(data).packages
    except ValidationError as error:
        raise PackageError(
            "The lock is not one that this version of dualpress wrote",
            path=path,
            hint="Take it from version control again, or delete it to record packages anew",
        ) from error


def record(path: Path, name: str, entry: LockEntry) -> None:
    """Puts an entry into the lock; nothing is written where it stands there already.

    Raises:
        PackageError: the lock is not what dualpress wrote.
        WriteError: it cannot be written.
    """
    packages = read_lock(path)
    if packages.get(name) == entry:
        return
    packages[name] = entry
    lock = _Lock(packages=dict(sorted(packages.items())))
    text = lock.model_dump_json(indent=2, by_alias=True, exclude_none=True)
    write_whole(path, f"{text}\n".encode())
