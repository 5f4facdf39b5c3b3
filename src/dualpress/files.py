"""Writing files whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import secrets
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from dualpress.errors import WorkError, WriteError

__all__ = [
    "is_hopeless",
    "look",
    "reason",
    "remove_half_written",
    "write_parts",
    "write_whole",
]

_REASONS = {
    errno.EACCES: "it may not be changed, or is open in another program",
    errno.EPERM: "it may not be changed, or is open in another program",
    errno.EROFS: "the disk is read-only",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is full",
    errno.EFBIG: "it is larger than a file may be here",
    errno.EISDIR: "a folder stands in its place",
    errno.ENOTDIR: "a file stands where its folder is to be",
    errno.EEXIST: "a file stands where its folder is to be",
    errno.ENAMETOOLONG: "its name is too long",
}

_HOPELESS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})
"""Of these no later file would be free either."""

_HALF_WRITTEN = re.compile(r"\.[0-9a-f]{16}\.tmp")


def reason(error: OSError) -> str:
    """Why a file could not be changed, in words that an editor understands."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)


def is_hopeless(error: WorkError) -> bool:
    """Whether nothing that follows could be written either: the disk is full, or read-only.

    Args:
        error: raised where a file could not be written, by the system's own.
    """
    cause = error.__cause__
    return isinstance(cause, OSError) and cause.errno in _HOPELESS


def write_whole(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Write a file so that a reader sees all of it or what stood there before.

    The folders above it are made where they are missing. A link is followed;
    the permissions of a file that is replaced stay.

    Args:
        path: the file.
        data: all of its bytes.
        durable: whether it is worth waiting for the disk, so that not even a
            crash of the system loses it; not for what can be made again.

    Raises:
        WriteError: it cannot be written; what stood there still stands.
    """
    write_parts(path, [data], durable=durable)


def write_parts(path: Path, parts: Iterable[bytes], *, durable: bool = True) -> str:
    """Write a file as :func:`write_whole` does, piece by piece.

    Args:
        path: the file.
        parts: all of its bytes, in their order.
        durable: likewise.

    Returns:
        How it looked before anybody else could change it, see :func:`look`.

    Raises:
        WriteError: it cannot be written; what stood there still stands.
    """
    # Of `os.path`, which has an answer for any name.
    path = Path(os.path.realpath(path)) if os.path.islink(path) else path  # noqa: PTH114
    # Its own short name: the file's with an ending could be too long for a folder.
    temporary = path.parent / f".{secrets.token_hex(8)}.tmp"
    is_written = False
    try:
        if not path.parent.is_dir():
            path.parent.mkdir(parents=True, exist_ok=True)
        _write(temporary, parts, durable=durable)
        with suppress(FileNotFoundError):
            shutil.copymode(path, temporary)
        written = look(temporary.stat())
        temporary.replace(path)
        is_written = True
    except OSError as error:
        raise WriteError(f"the file cannot be written: {reason(error)}", path=path) from error
    finally:
        if not is_written:
            with suppress(OSError):  # its folder may be no folder
                temporary.unlink(missing_ok=True)
    return written


def look(found: os.stat_result) -> str:
    """What a file keeps under another name, and loses when its bytes are changed: size and time."""
    return f"{found.st_size} {found.st_mtime_ns}"


def remove_half_written(folder: Path) -> None:
    """Remove what :func:`write_whole` left in a folder and those below it, as it was killed.

    Only for a folder in which nobody writes now.
    """
    for place, _, names in os.walk(folder):
        for name in filter(_HALF_WRITTEN.fullmatch, names):
            with suppress(OSError):
                (Path(place) / name).unlink()


def _write(path: Path, parts: Iterable[bytes], *, durable: bool) -> None:
    with path.open("xb") as file:
        file.writelines(parts)
        if durable:
            file.flush()
            # Else a crash may leave the new name with none of its bytes.
            os.fsync(file.fileno())
