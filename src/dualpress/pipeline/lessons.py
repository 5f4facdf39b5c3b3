"""What a run writes to PO files, told to the memory so that no later run reads it for that."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Self

from dualpress.catalog import Catalog
from dualpress.memory import Document, Kind, Pair, pairs_of
from dualpress.pipeline.shelf import Shelf
from dualpress.pipeline.signatures import lasting_stamp
from dualpress.progress import Progress, steps
from dualpress.spool import Spool, held

__all__ = ["Lessons"]

_MOST_KEPT = 2**20
"""Bytes of them that stay in memory; the pages of a run have the room for more."""


class _Lesson(NamedTuple):
    """What one PO file says.

    Args:
        article: the article's id.
        po: the file.
        sha256: of the bytes that were written to it.
        pairs: that a human confirmed.
    """

    article: str
    po: Path
    sha256: str
    pairs: tuple[Pair, ...]


class Lessons:
    """The confirmed pairs of PO files, put away until a run has no more use for the memory.

    What the memory learned while articles are drafted would depend on their order.

    To be closed, after which nothing is told any more.

    Args:
        folder: where they are put, as :class:`.Spool` has it.
    """

    def __init__(self, folder: Path) -> None:
        self._spool = Spool(folder, most=_MOST_KEPT)
        self._lessons: Shelf[_Lesson] = Shelf(self._spool)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self._spool.__exit__(*raised)

    def take(self, po: Path, catalog: Catalog) -> None:
        """Put away what a PO file says.

        Args:
            po: the file.
            catalog: as it was written to it.

        Raises:
            WriteError: the disk is full.
        """
        pairs = tuple(pairs_of(catalog))
        self._lessons.add([_Lesson(catalog.article, po, catalog.digest or "", pairs)])

    def documents(self, progress: Progress) -> Iterator[Document]:
        """What the memory is to learn.

        Nothing of a file that is no longer as it was written, or was written a moment ago: the
        next run reads it again.

        Args:
            progress: is told how far one is with these.
        """
        for lesson in steps(self._lessons, len(self._lessons), "Learning", progress):
            stamp = lasting_stamp(lesson.po, lesson.sha256)
            if stamp is not None:
                pairs = held(lesson.pairs)
                yield Document(Kind.ARTICLE, lesson.article, pairs, lesson.po.stem, stamp)
