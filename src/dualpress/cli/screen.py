"""What a command shows: results on stdout, messages on stderr, or one JSON document."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dualpress.cli.progress import choose_progress
from dualpress.cli.tally import Tally

if TYPE_CHECKING:
    from dualpress.errors import DualpressError
    from dualpress.progress import Progress

__all__ = ["Screen", "shown_path"]


class Screen:
    """Where one command prints.

    Args:
        command: its name.
        as_json: whether stdout gets one JSON document and nothing else.
        quiet: whether only what was asked for, and errors, are printed.

    Attributes:
        progress: is told how far the command is.
        tally: of what the progress was told.
        held: what the command holds until it ends.
        exit_code: of the command.
    """

    def __init__(self, command: str, *, as_json: bool = False, quiet: bool = False) -> None:
        self.command = command
        self.tally = Tally()
        self.held = ExitStack()
        self._as_json = as_json
        self._quiet = quiet
        self._document: dict[str, Any] = {}
        self.progress: Progress = choose_progress(silent=as_json or quiet, tally=self.tally)
        self.exit_code = 0

    def result(self, text: str) -> None:
        """Print a line that was asked for."""
        if not self._as_json:
            print(text)

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Print a table that was asked for; a pipe gets its cells separated by tabs."""
        if self._as_json:
            return
        if not sys.stdout.isatty():
            for cells in rows:
                print("\t".join(cells))
            return
        from rich.console import Console
        from rich.table import Table

        table = Table(*head, box=None, pad_edge=False, header_style="bold")
        for cells in rows:
            table.add_row(*cells)
        Console(markup=False, highlight=False).print(table)

    @property
    def is_quiet(self) -> bool:
        """Whether what was done is not printed."""
        return self._as_json or self._quiet

    def done(self, text: str) -> None:
        """Print a line on what was done."""
        if not self.is_quiet:
            print(text)

    def note(self, text: str) -> None:
        """Print a message that helps, and that nobody misses under ``--quiet``."""
        if not self.is_quiet:
            print(text, file=sys.stderr)

    def warn(self, text: str) -> None:
        """Print a warning."""
        if not self._quiet:
            print(f"warning: {text}", file=sys.stderr)

    def error(self, error: DualpressError) -> None:
        """Print an error: where it is, what it is, and below it what to do."""
        where = f"{shown_path(error.path)}{f':{error.line}' if error.line else ''}: "
        print(f"error: {where if error.path else ''}{error.sentence}", file=sys.stderr)
        if error.hint:
            print(f"  {error.hint}", file=sys.stderr)

    def problem(self, text: str) -> None:
        """Print what went wrong where no error of dualpress's own says it."""
        print(text, file=sys.stderr)

    def report(
        self, document: Mapping[str, Any] | Callable[[], Mapping[str, Any]], *, exit_code: int = 0
    ) -> None:
        """Keep what ``--json`` prints in the end, and how the command ends.

        Args:
            document: the document, or what makes it where making it takes time.
            exit_code: of the command.
        """
        self.exit_code = exit_code
        if self._as_json:
            self._document = dict(document() if callable(document) else document)

    def close(self) -> None:
        """End the progress bar, and print the JSON document where it is asked for."""
        self.progress.finish()
        if self._as_json:
            head = {"schema": 1, "command": self.command, "exit_code": self.exit_code}
            # ASCII survives every code page of every shell that it is piped through.
            print(json.dumps(head | self._document, indent=2, ensure_ascii=True))


def shown_path(path: Path | None) -> str:
    """A path as short as a reader can use it: from the current folder where it lies below."""
    if path is None:
        return ""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
