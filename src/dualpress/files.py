"""Writing files whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from pathlib import Path

from dualpress.errors import WriteError

__all__ = ["write_whole"]


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that a reader sees all of it or what stood there before.

    The folders above it are made where they are missing. A link is followed;
    the permissions of a file that is replaced stay.

    Args:
        path: the file.
        data: all of its bytes.

    Raises:
        WriteError: it cannot be written; what stood there still stands.
    """
    path = Path(os.path.realpath(path))
    # Its own short name: the file's with an ending could be too long for a folder.
    temporary = path.parent / f".{secrets.token_hex(8)}.tmp"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_through(temporary, data)
        if path.exists():
            shutil.copymode(path, temporary)
        temporary.replace(path)
    except OSError as error:
        raise WriteError(
            f"The file cannot be written ({error.strerror or error})",
            path=path,
            hint="Close it where it is open, and see that there is space and leave to write",
        ) from error
    finally:
        temporary.unlink(missing_ok=True)


def _write_through(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        # Else a crash may leave the new name with none of its bytes.
        os.fsync(file.fileno())
