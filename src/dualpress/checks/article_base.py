"""What checks of a whole article are given and say."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from dualpress.checks.base import Check, Finding, Pair

__all__ = ["ArticleCheck", "ArticleFinding", "Notes", "Pairs"]


@dataclass(frozen=True, slots=True)
class ArticleFinding:
    """A finding, and which of the pairs it is about.

    Args:
        index: the pair's place among those that were looked at.
        finding: what was found.
    """

    index: int
    finding: Finding


class Pairs(Protocol):
    """Translations, each by its place."""

    def __getitem__(self, place: int, /) -> Pair:
        """One of them; cheap where places that follow each other are asked for in a row."""


class Notes(ABC):
    """What a check notes of translations, one after the other, to compare them.

    Each is noted when all else is asked of it, so that what was found out of its texts is at hand.
    """

    @abstractmethod
    def take(self, place: int, pair: Pair) -> None:
        """Note a translation, which is not empty; it is not to be held.

        Args:
            place: of the pair; later than those before.
            pair: it. There may be more of them than fit into memory.
        """

    @abstractmethod
    def findings(self, pairs: Pairs) -> Iterable[ArticleFinding]:
        """What is wrong with them beside each other, told once all were noted.

        Args:
            pairs: the same again.
        """


class ArticleCheck(Check):
    """A question about several translations together: of one article, or of all."""

    def run(self, pair: Pair) -> Iterable[Finding]:
        """One pair alone says nothing here."""
        return ()

    @abstractmethod
    def begin(self) -> Notes:
        """Begin to look at the translations of an article, or of several."""
