"""A name that no glossary has, with all that is known of it."""

from __future__ import annotations

from dataclasses import dataclass

from dualpress.article import Language
from dualpress.glossary.proposals.passages import Place
from dualpress.glossary.proposals.renderings import Rendering
from dualpress.glossary.terms import Kind

__all__ = ["Suggestion"]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name that no row has.

    Args:
        name: in its most usual spelling.
        language: what it is written in.
        kind: what it is, as far as the texts tell.
        places: where it stands, in reading order.
        spellings: all its spellings with their counts, the most usual first.
        renderings: what it may be called in the other language, the best first.
        expansion: what the texts say that the acronym stands for.
        first_use: how Hindi writes acronym and full name together, if that is known.
        short_for: the longer name that this is a part of.
    """

    name: str
    language: Language
    kind: Kind | None
    places: tuple[Place, ...]
    spellings: tuple[tuple[str, int], ...]
    renderings: tuple[Rendering, ...] = ()
    expansion: str | None = None
    first_use: str | None = None
    short_for: str | None = None

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that have it."""
        return tuple(dict.fromkeys(place.article for place in self.places))
