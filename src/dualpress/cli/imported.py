"""What all of ``dualpress import`` say alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from dualpress.cli.wording import number_of

__all__ = ["Force", "summary"]

_TOLD = {
    "new": "new",
    "updated": "updated",
    "unchanged": "unchanged",
    "kept": "kept as changed here",
    "removed": "left out as before",
}

Force = Annotated[
    bool,
    typer.Option(
        "--force",
        help="Overwrite posts that were changed in the project, and write those again whose "
        "files were taken out.",
    ),
]


def summary(outcomes: Sequence[str], noun: str, failed: int, *, dry_run: bool) -> str:
    """How many posts were imported, in one sentence.

    Args:
        outcomes: of each post that could be read.
        noun: what is counted, in the singular.
        failed: how many could not be read.
        dry_run: whether nothing was written.
    """
    counts = {told: outcomes.count(outcome) for outcome, told in _TOLD.items()}
    told = [f"{count} {words}" for words, count in {**counts, "failed": failed}.items() if count]
    would = " (nothing was written)" if dry_run else ""
    if not told:
        return f"No {noun} to import{would}."
    return f"{number_of(len(outcomes) + failed, noun)}: {', '.join(told)}{would}."
