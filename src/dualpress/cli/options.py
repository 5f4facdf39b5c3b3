"""The options that every command has, so that they read alike everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["DryRun", "Ids", "Json", "ProjectFolder", "Quiet"]

ProjectFolder = Annotated[
    Path | None,
    typer.Option(
        "--project",
        metavar="DIR",
        help="The project's folder. Without it: the current folder, or the nearest one above it "
        "that is a project.",
        show_default=False,
    ),
]

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document instead of text.")]

Quiet = Annotated[
    bool,
    typer.Option("--quiet", "-q", help="Print only what was asked for, and errors."),
]

DryRun = Annotated[
    bool, typer.Option("--dry-run", "-n", help="Say what would be done, and write nothing.")
]

Ids = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ID",
        help="Articles: their ids, or the paths of their posts or PO files. Without any: all.",
        show_default=False,
    ),
]
