"""The command line: each command parses, calls and prints.

Nothing heavy is imported before a command runs, so that ``--help`` answers at
once; only here do errors become messages and exit codes.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typer

    app: typer.Typer

__all__ = ["app", "main"]


def __getattr__(name: str) -> typer.Typer:
    """``app``, loaded when it is asked for: a process can be stopped while it loads."""
    if name != "app":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from dualpress.cli.entry import app

    return app


def main() -> None:
    """Run the command line of this process, and exit with its code.

    Ctrl-C and SIGTERM end it with one line wherever they come: while modules
    are loaded, in a command, and after its end.
    """
    try:
        from dualpress.cli.stopping import stoppable

        with stoppable():
            from dualpress.cli.entry import run

            run()
    except KeyboardInterrupt:  # before there was anything to take care of it
        print("Stopped.", file=sys.stderr)
        raise SystemExit(130) from None
