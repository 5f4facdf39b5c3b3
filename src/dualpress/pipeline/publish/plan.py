"""What a site is to be made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dualpress.pipeline.edition import PageText
from dualpress.pipeline.former import Former
from dualpress.pipeline.incremental import Aside, BuildState, Trusted
from dualpress.pipeline.publish.profile import Profile
from dualpress.progress import Progress
from dualpress.spool import Kept, Spool

__all__ = ["Opened", "Plan"]


@dataclass(frozen=True, slots=True)
class Opened:
    """An article that was opened, and put away until its pages are made.

    Args:
        profile: what the site needs to know of it until then.
        text: what its pages show of it.
        is_refused: whether this run makes no translated page though all is approved.
        aside: what is only needed for what is noted of it.
    """

    profile: Profile
    text: Kept[PageText]
    is_refused: bool
    aside: Kept[Aside]


@dataclass(frozen=True)
class Plan:
    """What a site is to be made of.

    Args:
        opened: the articles that were opened.
        others: the posts of those that could not be worked on, whose pages
            stay as they are.
        trusted: what the last run noted of the rest, which have not changed themselves.
        posts: of all articles, by their ids.
        open: opens more of them.
        state: what the last run left.
        former: what the output folder held before.
        spool: for pages until they are written.
        progress: is told how many pages are made.
        complete: whether these are all articles: the pages of others are removed then.
    """

    opened: Sequence[Opened]
    others: Mapping[str, Path]
    trusted: Trusted
    posts: Mapping[str, Path]
    open: Callable[[Mapping[str, Path]], Iterable[Opened]]
    state: BuildState
    former: Former
    spool: Spool
    progress: Progress
    complete: bool = True
