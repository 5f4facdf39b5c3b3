"""The options that every command has, so that they read alike everywhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from dualpress.article import Order

__all__ = [
    "BenchedEngine",
    "DryRun",
    "Ids",
    "Json",
    "NoWait",
    "OrderBy",
    "ProjectFolder",
    "Quiet",
    "Since",
]

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

NoWait = Annotated[
    bool,
    typer.Option(
        "--no-wait",
        help="Where another command is at work in the project: end with 2, and do not wait for it.",
    ),
]


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"“{text}” is no day such as 2026-03-31") from None


BenchedEngine = Annotated[
    str | None,
    typer.Option(
        "--engine",
        metavar="NAME",
        help="The engine, in place of the configuration's choice.",
        show_default=False,
    ),
]

Since = Annotated[
    date | None,
    typer.Option(
        "--since",
        parser=_day,
        metavar="DATE",
        help="Only articles that were changed on this day or later, such as 2026-03-31.",
        show_default=False,
    ),
]

OrderBy = Annotated[
    Order,
    typer.Option(
        "--order",
        help="place: as the articles and their pages have it; confidence: what is probably worst "
        "first.",
    ),
]

Ids = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ID",
        help="Articles: their ids, or the paths of their posts or PO files. Without any: all.",
        show_default=False,
    ),
]
