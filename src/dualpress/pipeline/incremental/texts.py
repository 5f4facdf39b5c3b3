"""The texts of an article in which terms are looked for."""

from __future__ import annotations

from collections.abc import Iterator

from dualpress.catalog import Entry
from dualpress.catalog.approved import approved_in
from dualpress.pipeline.desk import Work

__all__ = ["texts_of"]


def texts_of(work: Work) -> Iterator[str]:
    """All that the glossary may be asked about where nothing but the glossary has changed.

    That is each source and translation, and what they were before an edit of
    the post: whether an approved translation still holds, its terms decide.

    Args:
        work: the article.
    """
    for catalog in filter(None, (work.catalog, work.read)):
        for entry in (*catalog.entries, *catalog.obsolete):
            yield from _texts(entry)


def _texts(entry: Entry) -> Iterator[str]:
    yield from (entry.source, entry.target)
    if entry.previous:
        yield entry.previous
    if entry.comments and (approved := approved_in(entry)):
        yield from (approved.source, approved.target)
