"""Writing documents into the tables of the memory, and taking them out."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from dualpress.article import Language
from dualpress.memory.index import IndexedText, WordIndex
from dualpress.memory.pairs import Context, Pair, key_form

__all__ = ["HashedContext", "Learner", "hashed", "text_hash"]

_T = TypeVar("_T")

HashedContext = tuple[int | None, int | None, str | None]
"""A context with hashes for the neighbours, which are only ever compared."""

_BATCH = 5000
"""How many pairs are written together; bounds what a large file takes of memory."""

_ORPHAN = """
SELECT id, language, text FROM text
WHERE id = ?1
AND NOT EXISTS (SELECT * FROM pair WHERE source = ?1)
AND NOT EXISTS (SELECT * FROM pair WHERE target = ?1)
"""


def text_hash(language: Language, text: str) -> int:
    """64 bits that tell a text from all others of a memory."""
    data = f"{language.value}\0{text}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), signed=True)


def hashed(context: Context, language: Language) -> HashedContext:
    """The context of a source as the tables have it.

    Args:
        context: with its neighbours.
        language: what they are written in.
    """
    previous, following = (
        None if text is None else text_hash(language, key_form(text))
        for text in (context.previous, context.next)
    )
    return previous, following, context.given


class Learner:
    """Keeps texts, pairs and the index of words in step.

    Args:
        connection: to the file; whoever calls a method has a transaction open.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._index = WordIndex(connection)

    def learn(self, document: int, pairs: Iterable[Pair]) -> None:
        """Write the pairs of a document."""
        for batch in _batches(pairs):
            texts = self._texts(batch)
            self._connection.executemany(
                "INSERT INTO pair VALUES (?, ?, ?, ?, ?, ?)",
                (
                    (
                        texts[pair.source_language, pair.source],
                        texts[pair.target_language, pair.target],
                        document,
                        *hashed(pair.context, pair.source_language),
                    )
                    for pair in batch
                ),
            )

    def forget(self, document: int) -> None:
        """Take out the pairs of a document, and the texts that no other has."""
        rows = self._connection.execute(
            "SELECT source FROM pair WHERE document = ?1 "
            "UNION SELECT target FROM pair WHERE document = ?1",
            (document,),
        ).fetchall()
        self._connection.execute("DELETE FROM pair WHERE document = ?", (document,))
        for batch in _batches(text for (text,) in rows):
            self._forget_orphans(batch)

    def _texts(self, pairs: Sequence[Pair]) -> dict[tuple[Language, str], int]:
        """The ids of all texts of some pairs; those that are new are written."""
        sources = ((pair.source_language, pair.source) for pair in pairs)
        targets = ((pair.target_language, pair.target) for pair in pairs)
        ids: dict[tuple[Language, str], int] = {}
        new: list[IndexedText] = []
        for language, text in dict.fromkeys((*sources, *targets)):
            key = text_hash(language, text)
            known = self._known(key, language, text)
            ids[language, text] = known or self._write(key, language, text)
            if known is None:
                new.append(IndexedText(ids[language, text], language, text))
        self._index.add(new)
        return ids

    def _known(self, key: int, language: Language, text: str) -> int | None:
        row = self._connection.execute(
            "SELECT id FROM text WHERE hash = ? AND language = ? AND text = ?",
            (key, language.value, text),
        ).fetchone()
        return row and int(row[0])

    def _write(self, key: int, language: Language, text: str) -> int:
        cursor = self._connection.execute(
            "INSERT INTO text (hash, language, text) VALUES (?, ?, ?)", (key, language.value, text)
        )
        return cursor.lastrowid or 0

    def _forget_orphans(self, texts: Iterable[int]) -> None:
        found = (self._connection.execute(_ORPHAN, (text,)).fetchone() for text in texts)
        orphans = [IndexedText(row[0], Language(row[1]), row[2]) for row in found if row]
        self._index.remove(orphans)
        self._connection.executemany(
            "DELETE FROM text WHERE id = ?", ((orphan.id,) for orphan in orphans)
        )


def _batches(items: Iterable[_T]) -> Iterator[list[_T]]:
    rest = iter(items)
    while batch := list(islice(rest, _BATCH)):
        yield batch
