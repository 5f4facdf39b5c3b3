"""What checks of a whole article are given and say."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass

from dualpress.checks.base import Check, Finding, Pair

__all__ = ["ArticleCheck", "ArticleFinding"]


@dataclass(frozen=True, slots=True)
class ArticleFinding:
    """A finding, and which of the pairs it is about.

    Args:
        index: the pair's place among those that were looked at.
        finding: what was found.
    """

    index: int
    finding: Finding


class ArticleCheck(Check):
    """A question about several translations together: of one article, or of all."""

    def run(self, pair: Pair) -> Iterable[Finding]:
        """One pair alone says nothing here."""
        return ()

    @abstractmethod
    def run_article(self, pairs: Iterable[Pair]) -> Iterable[ArticleFinding]:
        """Look at all translations of an article, or of several.

        Args:
            pairs: in reading order; each has a translation that is not empty. They
                may be gone through more than once; none is to be held, for they may
                be more than fit into memory.

        Returns:
            What was found, in that order.
        """
