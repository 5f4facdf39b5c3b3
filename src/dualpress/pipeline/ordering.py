"""The order in which a reviewer is given what waits: by place, or what is probably worst first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dualpress.article import Order, Status
from dualpress.catalog import Entry
from dualpress.pipeline.report import ArticleStatus

__all__ = ["doubt", "mean_confidence", "ordered_articles"]


def doubt(entry: Entry) -> tuple[int, float]:
    """By what entries are sorted for a reviewer who wants the worst first.

    What has no translation comes first, then the drafts from the least to the most
    confident. Last is what nothing is known of: a human's words, and drafts of a direction or
    from a time without estimates.
    """
    if entry.status is Status.UNTRANSLATED:
        return 0, 0.0
    confidence = _confidence(entry)
    return (2, 0.0) if confidence is None else (1, confidence)


def _confidence(entry: Entry) -> float | None:
    """Of a draft; what was known of it says nothing any more once a human confirmed another."""
    if entry.status is not Status.DRAFT or entry.origin is None:
        return None
    return entry.origin.confidence


def mean_confidence(entries: Iterable[Entry]) -> float | None:
    """Of the drafts that have one, in hundredths; ``None`` where none has."""
    found = [one for one in map(_confidence, entries) if one is not None]
    return round(sum(found) / len(found), 2) if found else None


def ordered_articles(articles: Sequence[ArticleStatus], order: Order) -> list[ArticleStatus]:
    """Articles in an order; by confidence, those without drafts that have one come last."""
    if order is Order.PLACE:
        return list(articles)
    return sorted(articles, key=lambda one: (one.confidence is None, one.confidence or 0.0))
