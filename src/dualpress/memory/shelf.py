"""Which documents the memory has learned."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from dualpress.errors import WorkError
from dualpress.memory.database import savepoint, transaction
from dualpress.memory.documents import Document
from dualpress.memory.learn import Learner

__all__ = ["Place", "Shelf"]

Place = tuple[str, str, str]
"""What tells a document from others: its kind, its name, its part."""


class Shelf:
    """The documents of a memory, each learned whole or not at all.

    Args:
        connection: to a file with the tables of the memory.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._learner = Learner(connection)

    def digests(self) -> dict[Place, str | None]:
        """Which documents are there, with the digests that they had."""
        rows = self._connection.execute("SELECT kind, name, part, digest FROM document")
        return {(kind, name, part): digest for kind, name, part, digest in rows}

    def refresh(self, documents: Sequence[Document]) -> dict[Place, WorkError]:
        """Learn those of some documents that are not there, or have changed.

        All in one transaction: each touches most pages of the index of hashes,
        which are written once so.

        Returns:
            Why some of them could not be read, in their order; these are as they were.
        """
        changed = [document for document in documents if not self._has(document)]
        if not changed:
            return {}
        errors: dict[Place, WorkError] = {}
        with transaction(self._connection):
            for document in changed:
                if self._has(document):  # another process may have learned it meanwhile
                    continue
                try:
                    with savepoint(self._connection):
                        self.put(document)
                except WorkError as error:
                    errors[document.place] = error
        return errors

    def discard(self, place: Place) -> None:
        """Forget a document, if it is there."""
        if self._find(place):
            with transaction(self._connection):
                self.forget(place)

    def put(self, document: Document) -> None:
        """Learn a document, in the place of what it said before; within a transaction.

        Raises:
            WorkError: it cannot be read.
        """
        before = self._forget(document.place)
        cursor = self._connection.execute(
            "INSERT INTO document (kind, name, part, digest) VALUES (?, ?, ?, ?)",
            (*document.place, document.digest),
        )
        self._learner.learn(cursor.lastrowid or 0, document.pairs())
        # Asked last: nearly all of what a document says it has said before.
        self._learner.drop_orphans(before)

    def forget(self, place: Place) -> None:
        """Forget a document, if it is there; within a transaction."""
        self._learner.drop_orphans(self._forget(place))

    def _forget(self, place: Place) -> list[int]:
        """Forget a document, if it is there, but not its texts, whose ids are returned."""
        found = self._find(place)
        if not found:
            return []
        self._connection.execute("DELETE FROM document WHERE id = ?", (found[0],))
        return self._learner.forget(found[0])

    def _has(self, document: Document) -> bool:
        found = self._find(document.place)
        return found is not None and document.digest is not None and found[1] == document.digest

    def _find(self, place: Place) -> tuple[int, str | None] | None:
        """The number of a document, and its digest."""
        row: tuple[int, str | None] | None = self._connection.execute(
            "SELECT id, digest FROM document WHERE kind = ? AND name = ? AND part = ?", place
        ).fetchone()
        return row
