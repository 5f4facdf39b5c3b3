"""What is to be published in WordPress, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from dualpress.article import Language
from dualpress.errors import DualpressError

__all__ = ["Action", "PublishOrder", "PublishReport", "PublishedPost"]


class Action(StrEnum):
    """What was done with a translation, or would be."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class PublishOrder:
    """What is to be published.

    Args:
        names: ids of articles, or paths of their posts; none means all.
        status: of the posts; ``None`` for what the configuration says of new
            ones, and for what the others are.
        force: overwrite what was edited in WordPress.
    """

    names: Sequence[str] = ()
    status: Literal["draft", "publish"] | None = None
    force: bool = False


@dataclass(frozen=True, slots=True)
class PublishedPost:
    """What became of an article's translation.

    Args:
        id: of the article.
        source: the language that it was written in.
        target: the language of the translation.
        action: what was done.
        post: its number in WordPress; ``None`` where it has none.
        link: its address; ``None`` likewise.
        status: as WordPress has it; ``None`` likewise.
        held: why nothing was done; ``None`` where there is no such reason.
        warnings: what an editor should know, one sentence each.
    """

    id: str
    source: Language
    target: Language
    action: Action
    post: int | None = None
    link: str | None = None
    status: str | None = None
    held: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PublishReport:
    """What a run did.

    Args:
        site: the address of the site.
        posts: the translations that can be published.
        waiting: why other articles wait, by their ids.
        made_terms: categories and tags that were made, in words.
        warnings: about the site, one sentence each.
        failures: what went wrong; all else was done.
    """

    site: str
    posts: tuple[PublishedPost, ...]
    waiting: dict[str, str]
    made_terms: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    failures: tuple[DualpressError, ...] = ()
