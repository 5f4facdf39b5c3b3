"""What the memory finds, and which of it comes first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from dualpress.memory.difference import Difference
from dualpress.memory.documents import Kind
from dualpress.memory.learn import HashedContext
from dualpress.memory.pairs import key_form

__all__ = ["FuzzyMatch", "Match", "Use", "exact_matches", "phrase_of"]

ENOUGH_ARTICLES = 2
"""In how many articles a sentence must read the same to be a phrase."""


class Match(NamedTuple):
    """A confirmed translation of exactly this source.

    Args:
        target: the translation, as the reviewer wrote it.
        in_context: whether it was confirmed between the same neighbours.
        uses: how often it was confirmed on a page.
        articles: where, sorted.
        files: the lists of phrases and TMX files that have it too, sorted.
    """

    target: str
    in_context: bool
    uses: int
    articles: tuple[str, ...]
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FuzzyMatch:
    """A confirmed translation of a source that is like this one.

    Args:
        source: the source that was translated, with its tags.
        score: how like it is, above 0 and below 1.
        difference: what the two sources do not have in common.
        translation: the translation of that source that comes first.
    """

    source: str
    score: float
    difference: Difference
    translation: Match

    @property
    def target(self) -> str:
        """The translation, with the tags of its own source."""
        return self.translation.target

    @property
    def fits(self) -> bool:
        """Whether its facts are those of the sentence that was asked for.

        Where they are not, it is something to look at and no draft.
        """
        return not self.difference.facts

    @property
    def note(self) -> str:
        """What a reviewer should know of a draft that was made of it."""
        percent = int(100 * self.score)
        return f"{percent} % like “{self.source}”: {self.difference.message}."


class Use(NamedTuple):
    """One place where a source has a translation."""

    target: str
    kind: Kind
    name: str
    context: HashedContext


@dataclass(slots=True)
class _Uses:
    """All places of one translation."""

    count: int = 0
    in_context: bool = False
    articles: set[str] = field(default_factory=set)
    files: set[str] = field(default_factory=set)

    def add(self, use: Use, here: HashedContext | None) -> None:
        if use.kind is not Kind.ARTICLE:
            self.files.add(use.name)
            return
        self.count += 1
        self.articles.add(use.name)
        self.in_context = self.in_context or use.context == here

    def match(self, target: str) -> Match:
        articles, files = sorted(self.articles), sorted(self.files)
        return Match(target, self.in_context, self.count, tuple(articles), tuple(files))


def exact_matches(uses: Iterable[Use], here: HashedContext | None) -> list[Match]:
    """The translations of one source, each once.

    Args:
        uses: the places where it has one.
        here: where it stands now; ``None`` where that tells nothing.

    Returns:
        Those confirmed in this context first, then those confirmed more
        often, then those in more files, then by code points.
    """
    found: defaultdict[str, _Uses] = defaultdict(_Uses)
    for use in uses:
        found[use.target].add(use, here)
    matches = (places.match(target) for target, places in found.items())
    return sorted(
        matches,
        key=lambda match: (not match.in_context, -match.uses, -len(match.files), match.target),
    )


def phrase_of(uses: Iterable[Use], given: str | None) -> Match | None:
    """The translation that a source has wherever it stands.

    So it is where a list of phrases has one translation of it; or else where
    two articles or more have it, and none of them another.

    Args:
        uses: the places where the source has a translation.
        given: the context that the page or an editor gives it.
    """
    alike = [use for use in uses if use.context[2] == given]
    listed = [use for use in alike if use.kind is Kind.PHRASES]
    if listed:
        return _agreed(listed)
    on_pages = [use for use in alike if use.kind is Kind.ARTICLE]
    agreed = _agreed(on_pages)
    return agreed if agreed and len({use.name for use in on_pages}) >= ENOUGH_ARTICLES else None


def _agreed(uses: list[Use]) -> Match | None:
    """The one translation of all; ``None`` where there are several."""
    if len({key_form(use.target) for use in uses}) != 1:
        return None
    return exact_matches(uses, None)[0]
