"""The translations of many articles beside each other, in no more memory than one takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from dualpress.catalog import Entry
from dualpress.checks import Pair, waived
from dualpress.pipeline.desk import Work
from dualpress.pipeline.shelf import Shelf
from dualpress.spool import Spool

__all__ = ["Beside", "Place", "place_of"]


class Place(NamedTuple):
    """Where a translation stands.

    Args:
        path: the PO file.
        line: of the entry.
        article: the article's id.
        accepted: the ids of the checks whose findings a reviewer lets pass there.
    """

    path: Path
    line: int
    article: str
    accepted: frozenset[str]


def place_of(entry: Entry, work: Work) -> Place:
    """Where a translation of an article stands."""
    return Place(work.po, entry.line or 0, work.post.id, frozenset(waived(entry.comments)))


class Beside:
    """Pairs of many articles, which are put away.

    Args:
        spool: where they are put.
    """

    def __init__(self, spool: Spool) -> None:
        self._shelf: Shelf[tuple[Pair, Place]] = Shelf(spool)

    def __len__(self) -> int:
        return len(self._shelf)

    def __getitem__(self, index: int) -> Pair:
        """A pair; cheap where those of one article are asked for together."""
        return self._shelf[index][0]

    def add(self, pairs: Iterable[Pair], work: Work) -> None:
        """Put away the translations of an article.

        Args:
            pairs: them, in its order.
            work: the article.

        Raises:
            WriteError: the disk is full.
        """
        self._shelf.add(
            # What the comparison does not ask for is left out.
            (replace(pair, terms=(), places=(), elements={}), place_of(entry, work))
            for pair, entry in zip(pairs, work.catalog.entries, strict=True)
        )

    def place(self, index: int) -> Place:
        """Where a pair stands; cheap where those of one article are asked for together."""
        return self._shelf[index][1]
