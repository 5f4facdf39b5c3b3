"""Makes and moves folders so that a half-done one is never taken for a whole one."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dualpress.errors import WriteError
from dualpress.files import reason

__all__ = ["STAGE_PREFIX", "put_folder", "remove_folder", "staging"]

STAGE_PREFIX = ".dualpress-"
"""What the names of unfinished folders begin with; none of them counts as a package."""


@contextmanager
def staging(parent: Path) -> Iterator[Path]:
    """Gives a new folder for unfinished work, on the same disk, and removes it in the end.

    Raises:
        WriteError: the folder cannot be made, or the work in it met an OSError.
    """
    try:
        parent.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix=STAGE_PREFIX, dir=parent))
    except OSError as error:
        raise WriteError(
            f"The folder cannot be written to: {reason(error)}", path=parent
        ) from error
    try:
        yield stage
    except OSError as error:
        raise WriteError(
            f"The packages could not be changed: {reason(error)}",
            path=parent,
            hint="Close what uses them, see that the disk is not full, and try again",
        ) from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def put_folder(made: Path, place: Path, stage: Path) -> None:
    """Moves a finished folder to its place; what stood there goes to the stage.

    If the move fails, what stood there comes back.
    """
    if not place.exists():
        made.rename(place)
        return
    former = stage / f"former-{place.name}"
    place.rename(former)
    try:
        made.rename(place)
    except OSError:
        former.rename(place)
        raise


def remove_folder(folder: Path) -> None:
    """Removes a folder, or a link to one; from the first moment on it is no package.

    Raises:
        WriteError: it could not be removed.
    """
    with staging(folder.parent) as stage:
        if folder.is_symlink():
            folder.unlink()
        else:
            folder.rename(stage / folder.name)
