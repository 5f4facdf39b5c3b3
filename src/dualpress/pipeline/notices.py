"""What the pages of an article tell their readers of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dualpress.pipeline.edition import Edition
from dualpress.site.corrections import corrections_of
from dualpress.site.model import Notice, NoticeKind

__all__ = ["source_notices", "target_notices"]

# What PO tools write where nobody has said who translates.
_NOBODY = frozenset({"", "full name", "automatically generated", "none", "unknown", "anonymous"})
_ADDRESS = re.compile(r"<[^>]*>?|\S*@\S*|\bmailto:\S*")


def source_notices(edition: Edition) -> Iterator[Notice]:
    """What the page in the language of the article says."""
    post = edition.work.post
    yield from corrections_of(post.article, post.source)


def target_notices(edition: Edition, *, credits_translator: bool) -> Iterator[Notice]:
    """What the page of the translation says.

    Args:
        edition: that is published.
        credits_translator: whether it names who translated it. Nobody is
            named for what nobody approved.
    """
    post = edition.work.post
    if edition.state.draft_notice:
        yield Notice(NoticeKind.DRAFT)
    if edition.state.stale_notice:
        yield Notice(NoticeKind.STALE, post.changed.date() if post.changed else None)
    yield from corrections_of(post.article, post.target)
    if credits_translator and not edition.state.draft_notice:
        name = translator_of(edition)
        if name:
            yield Notice(NoticeKind.TRANSLATOR, text=name)


def translator_of(edition: Edition) -> str:
    """The translator's name without any address; empty where the PO file has none."""
    written = dict(edition.work.catalog.header).get("Last-Translator", "")
    name = " ".join(_ADDRESS.sub(" ", written).split()).strip(" ,;()")
    return "" if name.lower() in _NOBODY else name
