"""The translation memory: every sentence that a human confirmed, in both directions.

- ``pairs``: what of a catalog enters, and in which context; ``documents``: what else is learned
- ``database``, ``shelf``, ``learn``: the file, the documents in it, and their pairs
- ``index``, ``words``, ``fuzzy``, ``difference``: sentences that are like another, and how they
  differ
- ``tmx``: Translation Memory eXchange, in and out
"""

from dualpress.memory.difference import Change, Difference, Fact, difference
from dualpress.memory.documents import Document, Kind
from dualpress.memory.matches import FuzzyMatch, Match
from dualpress.memory.pairs import Context, Pair, Reviewed, contexts, pairs_of, phrases_of
from dualpress.memory.store import Memory

__all__ = [
    "Change",
    "Context",
    "Difference",
    "Document",
    "Fact",
    "FuzzyMatch",
    "Kind",
    "Match",
    "Memory",
    "Pair",
    "Reviewed",
    "contexts",
    "difference",
    "pairs_of",
    "phrases_of",
]
