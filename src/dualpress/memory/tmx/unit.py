"""A sentence and its translation, as TMX has them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from dualpress.article import Language
from dualpress.memory.pairs import Pair, both_ways

__all__ = ["Unit"]


class Unit(NamedTuple):
    """A translation unit in the two languages.

    Args:
        source_language: what was translated.
        target_language: what it was translated into.
        source: with its tags, numbered as they follow each other.
        target: with the same tags, or none where those of a file do not pair.
        changed: when it was last changed, if that is known.
        article: the article that it comes from, if that is known.
    """

    source_language: Language
    target_language: Language
    source: str
    target: str
    changed: datetime | None = None
    article: str | None = None

    def pairs(self) -> Iterator[Pair]:
        """The pairs for both directions; none if it could not stand on a page."""
        return both_ways(self.source_language, self.target_language, self.source, self.target)
