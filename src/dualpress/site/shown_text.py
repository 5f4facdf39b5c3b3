"""The text that an article's two pages show."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from dualpress.article import Article, SegmentKey

__all__ = ["ShownText"]


@dataclass(frozen=True)
class ShownText:
    """What the pages of an article show.

    Args:
        article: as it was read.
        translations: what the translated page shows of its segments; of others
            it shows the source.
        joined: segments whose text stands in the sentence above.
    """

    article: Article
    translations: Mapping[SegmentKey, str] = field(default_factory=dict)
    joined: Collection[SegmentKey] = ()
