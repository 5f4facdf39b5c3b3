"""The translation memory: a cache of what PO and TMX files say.

Nothing is in it alone, so its file may be deleted at any time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from dualpress.article import Language
from dualpress.errors import WorkError
from dualpress.glossary import Glossary
from dualpress.memory.database import IN_MEMORY, open_database, told, transaction
from dualpress.memory.difference import difference
from dualpress.memory.documents import Document, Kind
from dualpress.memory.fuzzy import similarity
from dualpress.memory.index import WordIndex
from dualpress.memory.learn import batches, hashed, text_hash
from dualpress.memory.matches import FuzzyMatch, Match, Use, exact_matches, phrase_of
from dualpress.memory.pairs import Context, Reviewed, key_form
from dualpress.memory.shelf import Place, Shelf
from dualpress.memory.words import words_of
from dualpress.progress import NoProgress, Progress, steps

__all__ = ["Memory"]

_USES = """
SELECT source.text, target.text, document.kind, document.name, previous, next, given
FROM text AS source
JOIN pair ON pair.source = source.id
JOIN text AS target ON target.id = pair.target
JOIN document ON document.id = pair.document
WHERE source.hash = ? AND source.language = ? AND target.language = ?
"""

_LEARNED_TOGETHER = 100
"""How many documents; others that write wait meanwhile, and what a kill takes is learned again."""

_COMPARED = 5
"""How many of the likest sources are compared word by word."""


class Memory:
    """All confirmed pairs of a project; close it, or use it in a ``with``.

    Args:
        connection: to a file with the tables in it.
        path: the file, for errors.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        self._connection = connection
        self._path = path
        self._index = WordIndex(connection)
        self._shelf = Shelf(connection)

    @classmethod
    def open(cls, path: Path | str) -> Self:
        """Open the memory in this file, or make one.

        Args:
            path: the file; ``":memory:"`` for none.

        Raises:
            WriteError: the file can be neither used nor made.
        """
        file = None if path == IN_MEMORY else Path(path)
        with told(file):
            return cls(open_database(file), file)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def rebuild(self, catalogs: Iterable[Reviewed]) -> None:
        """Forget all, and learn these catalogs.

        Raises:
            WriteError: the file cannot be written; it is as it was.
        """
        with told(self._path), transaction(self._connection):
            for place in self._shelf.digests():
                self._shelf.forget(place)
            for catalog in catalogs:
                self._shelf.put(Document.of_catalog(catalog))

    def update(self, catalog: Reviewed) -> None:
        """Learn a catalog anew.

        Raises:
            WriteError: the file cannot be written; it is as it was.
        """
        with told(self._path), transaction(self._connection):
            self._shelf.put(Document.of_catalog(catalog))

    def refresh(
        self, documents: Iterable[Document], progress: Progress | None = None
    ) -> list[WorkError]:
        """Forget all but these documents, and learn those that changed or are new.

        Each is learned whole or not at all, a hundred at a time; one that another process learned
        meanwhile is not read again. One that cannot be read is forgotten.

        Args:
            documents: all that are to be known.
            progress: is told how far it is with those that it learns.

        Returns:
            Why documents could not be read, in their order.

        Raises:
            WriteError: the file cannot be written; what was learned is kept.
        """
        errors: dict[Place, WorkError] = {}
        with told(self._path):
            known, every = self._shelf.digests(), list(documents)
            changed = [document for document in every if not document.is_in(known)]
            learned = steps(changed, len(changed), "Learning", progress or NoProgress())
            for together in batches(learned, _LEARNED_TOGETHER):
                errors |= self._shelf.refresh(together)
            gone = known.keys() - {document.place for document in every}
            for place in gone | errors.keys():
                self._shelf.discard(place)
        return list(errors.values())

    def learn(self, documents: Iterable[Document]) -> None:
        """Learn documents that changed or are new, and keep all others.

        Each is learned whole or not at all, a hundred at a time.

        Args:
            documents: that can be read.

        Raises:
            WriteError: the file cannot be written; what was learned is kept.
        """
        with told(self._path):
            for together in batches(documents, _LEARNED_TOGETHER):
                self._shelf.refresh(together)

    def exact(
        self,
        source: str,
        source_language: Language,
        target_language: Language,
        context: Context | None = None,
    ) -> list[Match]:
        """The confirmed translations of a source, tags included.

        Args:
            source: with its tags; compared in NFC.
            source_language: what it is written in.
            target_language: what it is to be translated into.
            context: its neighbours, where they are known (``contexts``).

        Returns:
            Each translation once: those confirmed in this context first, then
            the more used, then by code points.

        Raises:
            WriteError: the file is no longer a memory.
        """
        here = hashed(context, source_language) if context and context.is_telling else None
        return exact_matches(self._uses(source, source_language, target_language), here)

    def phrase(
        self,
        source: str,
        source_language: Language,
        target_language: Language,
        given: str | None = None,
    ) -> Match | None:
        """The translation that a source has wherever it stands.

        So it is where a list of phrases has one translation of it; or else
        where two articles or more have it, and none of them another.

        Args:
            source: with its tags; compared in NFC.
            source_language: what it is written in.
            target_language: what it is to be translated into.
            given: the context that the page or an editor gives it (``msgctxt``).

        Raises:
            WriteError: the file is no longer a memory.
        """
        return phrase_of(self._uses(source, source_language, target_language), given)

    def fuzzy(
        self,
        source: str,
        source_language: Language,
        target_language: Language,
        *,
        glossary: Glossary | None = None,
        at_least: float = 0.75,
        most: int = 3,
    ) -> list[FuzzyMatch]:
        """The confirmed translations of sources that are like this one.

        Args:
            source: with its tags, which count for nothing.
            source_language: what it is written in.
            target_language: what it is to be translated into.
            glossary: the terms by which names are known.
            at_least: the least score.
            most: how many to give.

        Returns:
            One for each source but this very one: those whose facts are the
            same first, then the likest, then by code points.

        Raises:
            WriteError: the file is no longer a memory.
        """
        terms = glossary or Glossary()
        found: list[FuzzyMatch] = []
        for score, like in self._like(source, source_language, at_least):
            matches = self.exact(like, source_language, target_language)
            if matches:
                changes = difference(like, source, source_language, terms, matches[0].target)
                found.append(FuzzyMatch(like, score, changes, matches[0]))
        return sorted(found, key=lambda match: (not match.fits, -match.score, match.source))[:most]

    def _like(
        self, source: str, language: Language, at_least: float
    ) -> Sequence[tuple[float, str]]:
        """The sources of at least this score, and their scores."""
        words = words_of(source)
        with told(self._path):
            ids = self._index.candidates(words, language)
            texts = self._texts(ids) if ids else []
        if not texts:  # of most sentences
            return []
        this = key_form(source)
        scored = [(similarity(words, words_of(text)), text) for text in texts if text != this]
        likest = sorted(scored, key=lambda found: (-found[0], found[1]))[:_COMPARED]
        return [(score, text) for score, text in likest if score >= at_least]

    def _texts(self, ids: Sequence[int]) -> list[str]:
        marks = ", ".join("?" * len(ids))
        query = f"SELECT text FROM text WHERE id IN ({marks})"  # noqa: S608
        return [text for (text,) in self._connection.execute(query, ids)]

    def _uses(self, source: str, source_language: Language, target_language: Language) -> list[Use]:
        key = key_form(source)
        wanted = (
            text_hash(source_language, key),
            source_language.value,
            target_language.value,
        )
        with told(self._path):
            rows = self._connection.execute(_USES, wanted).fetchall()
        return [
            Use(target, Kind(kind), name, tuple(context))
            for text, target, kind, name, *context in rows
            if text == key
        ]
