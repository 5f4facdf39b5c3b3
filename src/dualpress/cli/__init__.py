"""The command line: each command parses, calls and prints.

Nothing heavy is imported before a command runs, so that ``--help`` answers at
once; only here do errors become messages and exit codes.
"""

from dualpress.cli.entry import app, main

__all__ = ["app", "main"]
