"""What a run made, to be noted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dualpress.article import Language
from dualpress.pipeline.incremental.note import Note, Standing, View
from dualpress.pipeline.report import ArticleReport, ArticleStatus
from dualpress.site.references import Name
from dualpress.spool import Kept

__all__ = ["Aside", "Noted", "Outcome"]


@dataclass(frozen=True, slots=True)
class Aside:
    """What of an article that was opened is only needed for what is noted of it.

    Args:
        status: what ``status`` is to tell of it.
        words: of its text and translation.
    """

    status: ArticleStatus
    words: bytes


@dataclass(frozen=True, slots=True)
class Noted:
    """An article of the site, to be noted.

    Args:
        post: its file.
        view: what the pages of others see of it.
        note: on what it became; ``None`` where it could not be worked on.
        report: what is told of it; likewise.
        aside: what else there is of it; likewise.
        asked: the names that its pages asked for.
        is_settled: whether the next run would make the same of the same.
        is_drafted: whether nothing in it waits to be drafted, and all that is to
            be told to a reviewer stands in its PO file.
    """

    post: Path
    view: View
    note: Note | None = None
    report: ArticleReport | None = None
    aside: Kept[Aside] | None = None
    asked: frozenset[Name] = frozenset()
    is_settled: bool = False
    is_drafted: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run made of a project.

    Args:
        made: the articles of the site that it opened, or could not, with their ids; gone
            through once.
        known: the ids of those that it had no need to open.
        lists: the lists, with digests of what they show.
        order: the ids of what the list in each language shows, in its order.
        warnings: that it told, of no article alone.
        has_learned: whether it opened the memory, and nothing was wrong with its files.
        is_whole: whether the same run once more would have nothing to do.
    """

    made: Iterable[tuple[str, Noted]]
    known: Collection[str]
    lists: Mapping[str, tuple[str, Standing]] = field(default_factory=dict)
    order: Mapping[Language, Sequence[str]] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    has_learned: bool = False
    is_whole: bool = False
