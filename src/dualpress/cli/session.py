"""One run of one command: the only place where errors become messages and exit codes."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import typer

from dualpress.cli.documents import error_document
from dualpress.cli.screen import Screen, shown_path
from dualpress.cli.stopping import stop_code, terminable
from dualpress.errors import DualpressError, SetupError
from dualpress.files import reason

__all__ = ["DONE", "FAILED", "FINDINGS", "USAGE", "give_up_stdout", "session"]

DONE = 0
FINDINGS = 1
USAGE = 2
FAILED = 3


@contextmanager
def session(command: str, *, as_json: bool, quiet: bool) -> Iterator[Screen]:
    """Give a command its screen, and end it with the exit code that fits.

    What the screen was given to hold is let go at the end, however that comes.

    Args:
        command: its name, for the JSON document.
        as_json: see :class:`.Screen`.
        quiet: see :class:`.Screen`.

    Raises:
        typer.Exit: always, with the exit code.
    """
    screen = Screen(command, as_json=as_json, quiet=quiet)
    try:
        with terminable(), screen.held:
            yield screen
    except BrokenPipeError:  # who reads the output went away; there is nobody to tell
        raise
    except (Exception, KeyboardInterrupt) as error:
        screen.progress.finish()
        _explain(error, screen)
    _close(screen)
    raise typer.Exit(screen.exit_code)


def _close(screen: Screen) -> None:
    """Print what is still to be printed, all of it."""
    try:
        screen.close()
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise typer.Exit(give_up_stdout(error)) from None


def give_up_stdout(error: OSError) -> int:
    """Say that what is printed cannot be written, and keep Python from trying once more.

    At its end it would, and end with 120 and a traceback.

    Args:
        error: what writing raised.

    Returns:
        The exit code.
    """
    with suppress(OSError):  # stderr may be the same file
        print(f"error: what is printed cannot be written: {reason(error)}", file=sys.stderr)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
    return FAILED


def _explain(error: BaseException, screen: Screen) -> None:
    """Tell an error to the user, and choose the exit code."""
    if isinstance(error, DualpressError):
        screen.error(error)
        code = USAGE if isinstance(error, SetupError) else FAILED
        screen.report({"error": error_document(error)}, exit_code=code)
        return
    if isinstance(error, KeyboardInterrupt):
        kind, code = "Interrupted", stop_code(error)
        cause = "Stopped. What was finished is kept; the next run goes on from there."
        screen.problem(cause)
    else:
        kind, code = "Unexpected", FAILED
        cause = _cause(error)
        screen.problem(f"error: {cause}")
        if os.environ.get("DUALPRESS_DEBUG") == "1":
            traceback.print_exception(error)
    document = {"kind": kind, "cause": cause, "path": None, "line": None, "hint": None}
    screen.report({"error": document}, exit_code=code)


def _cause(error: BaseException) -> str:
    """What to say of an error that no room foresaw."""
    if isinstance(error, OSError) and error.strerror:
        if not isinstance(error.filename, str):
            return reason(error)
        return f"{shown_path(Path(error.filename))}: {error.strerror}"
    return (
        f"dualpress made a mistake ({type(error).__name__}: {error}). Please report it, with what "
        "you did and what is printed when DUALPRESS_DEBUG=1 is set in the environment"
    )
