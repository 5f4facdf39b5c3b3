"""What a site is to be made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dualpress.pipeline.edition import Edition
from dualpress.pipeline.former import Former
from dualpress.pipeline.incremental import BuildState, Note

__all__ = ["Plan"]


@dataclass(frozen=True)
class Plan:
    """What a site is to be made of.

    Args:
        editions: what becomes of the articles that were opened.
        others: the posts of those that could not be worked on, whose pages
            stay as they are.
        known: what the state has of the rest, which have not changed themselves.
        posts: of all articles, by their ids.
        open: gives the editions of more of them.
        state: what the last run left.
        former: what the output folder held before.
        complete: whether these are all articles: the pages of others are removed then.
    """

    editions: Sequence[Edition]
    others: Mapping[str, Path]
    known: Mapping[str, Note]
    posts: Mapping[str, Path]
    open: Callable[[Mapping[str, Path]], Iterable[Edition]]
    state: BuildState
    former: Former
    complete: bool = True
