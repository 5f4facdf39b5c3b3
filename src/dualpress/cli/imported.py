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


def summary(
    outcomes: Sequence[str], noun: str, failed: int, *, all_named: int, dry_run: bool
) -> str:
    """How many posts were imported, in one sentence.

    Args:
        outcomes: of each post that could be read.
        noun: what is counted, in the singular.
        failed: how many failures there were.
        all_named: how many were named or found.
        dry_run: whether nothing was written.
    """
    counts = {told: outcomes.count(outcome) for outcome, told in _TOLD.items()}
    told = ", ".join(f"{count} {words}" for words, count in counts.items() if count)
    failures = f", {failed} failed" if failed else ""
    would = " (nothing was written)" if dry_run else ""
    return f"{number_of(all_named, noun)}: {told or 'none'}{failures}{would}."
