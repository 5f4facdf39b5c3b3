"""What a site says of an article in each language."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path, PurePosixPath

from dualpress.article import Status
from dualpress.config import Project
from dualpress.html.derived import find_repetition
from dualpress.html.inline import clean_text
from dualpress.pipeline.edition import Edition
from dualpress.pipeline.notices import source_notices, target_notices
from dualpress.site.dates import modified_on, revised_on
from dualpress.site.model import Version
from dualpress.site.robots import forbids_indexing
from dualpress.site.titles import description_of, title_of

__all__ = ["has_final_title", "relative_post", "source_version", "target_version"]


_COUNTS_KEPT = 2**8


def has_final_title(edition: Edition) -> bool:
    """Whether a human stands behind the translation of the title."""
    article = edition.work.post.article
    said = find_repetition(article.segments, clean_text(article.title))
    statuses = {entry.key: entry.status for entry in edition.work.catalog.entries}
    return said is not None and all(
        statuses[key].is_confirmed or statuses[key] is Status.STALE for key in said.keys
    )


def relative_post(path: Path, project: Project) -> PurePosixPath:
    """Where a post stands among the posts."""
    inside = path.is_relative_to(project.posts)
    return PurePosixPath(
        (path.relative_to(project.posts) if inside else Path(path.name)).as_posix()
    )


def source_version(edition: Edition) -> Version:
    """What a site says of an article in the language that it was written in."""
    article = edition.work.post.article
    return Version(
        title=title_of(article),
        description=description_of(article),
        indexable=not forbids_indexing(article),
        notices=tuple(source_notices(edition)),
        counts=_counts(()),
        modified=modified_on(article),
    )


def target_version(edition: Edition, *, credits_translator: bool = False) -> Version:
    """What a site says of an article's translation that is published.

    Args:
        edition: of the article.
        credits_translator: whether its page names who translated it.
    """
    article = edition.work.post.article
    return Version(
        title=title_of(article, edition.translations, edition.joined),
        description=description_of(article, edition.translations, edition.joined),
        indexable=not (forbids_indexing(article) or edition.state.noindex),
        notices=tuple(target_notices(edition, credits_translator=credits_translator)),
        counts=_counts(tuple(pair for pair in edition.counts.items() if pair[1])),
        modified=_translated_on(edition),
    )


@lru_cache(maxsize=_COUNTS_KEPT)
def _counts(counts: tuple[tuple[Status, int], ...]) -> Mapping[Status, int]:
    """How many segments are in which state; one for the many articles that have as many."""
    return dict(counts)


def _translated_on(edition: Edition) -> datetime.date | None:
    """When the translation last changed: by a reviewer, or with its original."""
    own = revised_on(edition.work.catalog.header)
    with_original = None if edition.state.stale_notice else modified_on(edition.work.post.article)
    return max((date for date in (own, with_original) if date), default=None)
