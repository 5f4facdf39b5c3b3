"""What a run writes to PO files, told to the memory so that no later run reads it for that."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dualpress.catalog import Catalog
from dualpress.memory import Document, Kind, Pair, pairs_of
from dualpress.pipeline.signatures import lasting_stamp
from dualpress.spool import Kept, Spool, held

__all__ = ["Lessons"]

_SIZE_OF_PAIR = 500
"""Bytes, about, besides those of its texts."""

_NO_PAIRS: Kept[list[Pair]] = held([])
"""One for all articles of which nothing is reviewed."""


class _Lesson(NamedTuple):
    """What one PO file says.

    Args:
        article: the article's id.
        po: the path of the file.
        sha256: of the bytes that were written to it.
        pairs: that a human confirmed.
    """

    article: str
    po: str
    sha256: str
    pairs: Kept[list[Pair]]


class Lessons:
    """The confirmed pairs of PO files, put away until a run has no more use for the memory.

    What the memory learned while articles are drafted would depend on their order.

    Args:
        spool: where they are put.
    """

    def __init__(self, spool: Spool) -> None:
        self._spool = spool
        self._lessons: list[_Lesson] = []

    def take(self, po: Path, catalog: Catalog) -> None:
        """Put away what a PO file says.

        Args:
            po: the file.
            catalog: as it was written to it.

        Raises:
            WriteError: the disk is full.
        """
        lesson = _Lesson(catalog.article, str(po), catalog.digest or "", self._kept(catalog))
        self._lessons.append(lesson)

    def documents(self) -> Iterator[Document]:
        """What the memory is to learn.

        Nothing of a file that is no longer as it was written, or was written a moment ago: the
        next run reads it again.
        """
        for article, po, sha256, pairs in self._lessons:
            file = Path(po)
            stamp = lasting_stamp(file, sha256)
            if stamp is not None:
                yield Document(Kind.ARTICLE, article, pairs, file.stem, stamp)

    def _kept(self, catalog: Catalog) -> Kept[list[Pair]]:
        pairs = list(pairs_of(catalog))
        texts = sum(len(pair.source) + len(pair.target) for pair in pairs)
        return (
            self._spool.put(pairs, _SIZE_OF_PAIR * len(pairs) + 2 * texts) if pairs else _NO_PAIRS
        )
