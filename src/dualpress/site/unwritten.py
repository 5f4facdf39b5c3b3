"""Files of a folder that could not be written or removed, and how that is told."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path, PurePosixPath

from dualpress.errors import WriteError
from dualpress.files import is_hopeless, reason

__all__ = ["attempt", "told_once"]


def attempt(
    act: Callable[[PurePosixPath], None], paths: Iterable[PurePosixPath]
) -> dict[PurePosixPath, WriteError]:
    """Do something to files, up to where it can be done to no more of them.

    Returns:
        To which it was not done, and why; what was not tried has the error that ended it.
    """
    failed: dict[PurePosixPath, WriteError] = {}
    rest = iter(paths)
    for path in rest:
        try:
            act(path)
        except WriteError as error:
            failed[path] = error
            if is_hopeless(error):
                failed |= dict.fromkeys(rest, error)
    return failed


def told_once(
    failed: Mapping[PurePosixPath, WriteError], wanted: Collection[PurePosixPath], root: Path
) -> tuple[WriteError, ...]:
    """What is told of files, with one error for all that a full or read-only disk concerns.

    Args:
        failed: the files, and why.
        wanted: which of them were to be written; the others were to be removed.
        root: the folder that they are in.
    """
    hopeless = {path: error for path, error in failed.items() if is_hopeless(error)}
    if len(hopeless) < 2:
        return tuple(failed.values())
    others = (error for path, error in failed.items() if path not in hopeless)
    return (*others, _of_many(next(iter(hopeless.values())), _counted(hopeless, wanted), root))


def _of_many(first: WriteError, counted: str, root: Path) -> WriteError:
    """The error of many files, by that of the first; the system's own stays its cause."""
    system = first.__cause__
    why = reason(system) if isinstance(system, OSError) else first.cause
    hint = "When that is mended, run this again: it goes on from here"
    told = WriteError(f"{why}, so {counted}", path=root, hint=hint)
    told.__cause__ = system
    return told


def _counted(failed: Collection[PurePosixPath], wanted: Collection[PurePosixPath]) -> str:
    """``1,200 files were not written, 2 not removed``."""
    written = sum(path in wanted for path in failed)
    numbers = {"written": written, "removed": len(failed) - written}
    (done, count), *more = [(done, count) for done, count in numbers.items() if count]
    first = f"{count:,} {'file was' if count == 1 else 'files were'} not {done}"
    return ", ".join([first, *(f"{count:,} not {done}" for done, count in more)])
