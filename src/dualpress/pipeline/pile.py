"""The entries of a pack while it is made, in little more memory than one article takes."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from dualpress.article import Order, SegmentKey
from dualpress.catalog import Entry, Reference, forget
from dualpress.pipeline.ordering import doubt
from dualpress.pipeline.origins import Origin, words_digest
from dualpress.pipeline.shelf import Shelf
from dualpress.spool import Spool

__all__ = ["Pile"]

_MOST_REFERENCES = 5
"""A disclaimer stands below 600 posts; an editor shows the first few."""


class _Again(NamedTuple):
    """One more place of an entry.

    Args:
        article: the article's id.
        comments: what translators wrote there.
        references: to the post.
    """

    article: str
    comments: tuple[str, ...]
    references: tuple[Reference, ...]


class Pile:
    """Entries of articles, each once that stands in several with the same words.

    Args:
        spool: where they are put until they are written.
        order: in which they are given back.
    """

    def __init__(self, spool: Spool, order: Order) -> None:
        self._order = order
        self._entries: Shelf[bytes] = Shelf(spool)
        self._numbers: dict[bytes, int] = {}
        self._again: dict[int, list[_Again]] = {}
        self._doubts: list[tuple[int, float]] = []

    def __len__(self) -> int:
        return len(self._numbers)

    def add(self, article: str, entries: Sequence[Entry]) -> None:
        """Take what waits of an article.

        Args:
            article: its id.
            entries: with the notes for the reviewer.

        Raises:
            WriteError: the disk is full.
        """
        start = len(self)
        new: list[bytes] = []
        for entry in entries:
            digest = words_digest(entry)
            number = self._numbers.setdefault(_same(entry.key, digest), len(self))
            if number == start + len(new):
                new.append(self._packed(Origin(article, digest, entry.key).packed(), entry))
            else:
                references = entry.references[:_MOST_REFERENCES]
                again = _Again(article, forget(entry.comments), references)
                self._again.setdefault(number, []).append(again)
        self._entries.add(new)

    def __iter__(self) -> Iterator[Entry]:
        """The entries, each with all its places; as often as one likes."""
        numbers: Sequence[int] = range(len(self))
        if self._order is Order.CONFIDENCE:
            numbers = sorted(numbers, key=self._doubts.__getitem__)
        for number in numbers:
            packed = self._entries[number]
            entry: Entry = pickle.loads(packed)  # noqa: S301 - as this run wrote it
            for again in self._again.get(number, ()):
                entry = _joined(entry, again)
            yield entry

    def _packed(self, key: SegmentKey, entry: Entry) -> bytes:
        if self._order is Order.CONFIDENCE:
            self._doubts.append(doubt(entry))
        references = entry.references[:_MOST_REFERENCES]
        plain = replace(entry, key=key, references=references, origin=None)
        return pickle.dumps(plain, pickle.HIGHEST_PROTOCOL)


def _same(key: SegmentKey, digest: str) -> bytes:
    """Equal for entries that a pack has once, and far shorter than their words."""
    text = repr((key.context, key.source, digest))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:16]


def _joined(first: Entry, again: _Again) -> Entry:
    """An entry that stands for one more place."""
    comments = (line for line in again.comments if line not in first.comments)
    references = (*first.references, *again.references)
    return replace(
        first,
        comments=(*first.comments, *comments),
        notes=(*first.notes, f"also in {again.article}"),
        references=references[:_MOST_REFERENCES],
    )
