"""Rows that nobody confirmed: they are in a file for an editor to look at, and not used."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import regex

__all__ = ["Mark", "mark_of"]


class Mark(StrEnum):
    """How the cell ``note`` of such a row begins, before a colon or the end of the cell."""

    PROPOSED = "proposed"
    """dualpress proposes it."""

    REJECTED = "rejected"
    """An editor does not want it, and does not want it proposed again."""


_MARK = regex.compile(rf"\s*(?P<mark>{'|'.join(Mark)})\s*(?::|$)", regex.IGNORECASE)


def mark_of(cells: Mapping[str, str]) -> Mark | None:
    """What keeps a row from being used; ``None`` for a row that is.

    Args:
        cells: column to text.
    """
    match = _MARK.match(cells.get("note", ""))
    return Mark(match["mark"].lower()) if match else None
