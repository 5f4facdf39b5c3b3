"""Writing documents into the tables of the memory, and taking them out."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import count, islice
from typing import TypeAlias, TypeVar

from dualpress.article import Language
from dualpress.memory.index import IndexedText, WordIndex
from dualpress.memory.pairs import Context, Pair, key_form

__all__ = ["HashedContext", "Learner", "batches", "hashed", "text_hash"]

_T = TypeVar("_T")
_Text: TypeAlias = tuple[Language, str]

HashedContext = tuple[int | None, int | None, str | None]
"""A context with hashes for the neighbours, which are only ever compared."""

_BATCH = 5000
"""How many pairs are written together; bounds what a large file takes of memory."""

_ASKED = 500
"""How many texts are asked for together; SQLite takes 999 parameters in all its versions."""

_ORPHANS = """
SELECT id, language, text FROM text
WHERE id IN ({})
AND NOT EXISTS (SELECT * FROM pair WHERE source = text.id)
AND NOT EXISTS (SELECT * FROM pair WHERE target = text.id)
"""


@lru_cache(maxsize=1 << 10)  # a sentence is also what stands before one and after one
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
        for batch in batches(pairs, _BATCH):
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

    def forget(self, document: int) -> list[int]:
        """Take out the pairs of a document.

        Returns:
            The ids of its texts, which :meth:`drop_orphans` may take out.
        """
        rows = self._connection.execute(
            "SELECT source FROM pair WHERE document = ?1 "
            "UNION SELECT target FROM pair WHERE document = ?1",
            (document,),
        ).fetchall()
        self._connection.execute("DELETE FROM pair WHERE document = ?", (document,))
        return [text for (text,) in rows]

    def drop_orphans(self, texts: Iterable[int]) -> None:
        """Take out those of some texts that no document has."""
        for batch in batches(texts, _ASKED):
            rows = self._connection.execute(_ORPHANS.format(_marks(batch)), batch)
            orphans = [IndexedText(id_, Language(language), text) for id_, language, text in rows]
            self._index.remove(orphans)
            self._connection.executemany(
                "DELETE FROM text WHERE id = ?", ((orphan.id,) for orphan in orphans)
            )

    def _texts(self, pairs: Sequence[Pair]) -> dict[_Text, int]:
        """The ids of all texts of some pairs; those that are new are written."""
        sources = ((pair.source_language, pair.source) for pair in pairs)
        targets = ((pair.target_language, pair.target) for pair in pairs)
        texts = dict.fromkeys((*sources, *targets))
        ids = self._known(texts)
        new = self._write([text for text in texts if text not in ids])
        self._index.add(new)
        return ids | {(text.language, text.text): text.id for text in new}

    def _known(self, texts: Iterable[_Text]) -> dict[_Text, int]:
        """The ids of those texts that are there; of others too, whose hashes are the same."""
        found: dict[_Text, int] = {}
        for batch in batches((text_hash(*text) for text in texts), _ASKED):
            query = f"SELECT id, language, text FROM text WHERE hash IN ({_marks(batch)})"  # noqa: S608
            for id_, language, text in self._connection.execute(query, batch):
                found[Language(language), text] = id_
        return found

    def _write(self, texts: Sequence[_Text]) -> list[IndexedText]:
        """Write texts that are not there yet."""
        ((last,),) = self._connection.execute("SELECT coalesce(max(id), 0) FROM text")
        new = [IndexedText(id_, *text) for id_, text in zip(count(last + 1), texts, strict=False)]
        self._connection.executemany(
            "INSERT INTO text VALUES (?, ?, ?, ?)",
            ((one.id, text_hash(*one[1:]), one.language.value, one.text) for one in new),
        )
        return new


def _marks(values: Sequence[int]) -> str:
    """The places of some values in a query."""
    return ", ".join("?" * len(values))


def batches(items: Iterable[_T], size: int) -> Iterator[list[_T]]:
    """Items in lists of so many, and one of the rest."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
