"""What the head of a whole page says of its article, for front matter where there is none."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from dualpress.html.inline import clean_text
from dualpress.html.offsets import parse
from dualpress.site.edits import Edits, find_metas
from dualpress.site.model import Version

__all__ = ["front_matter_of"]


def front_matter_of(
    markup: str, version: Version, published: datetime.date | None
) -> dict[str, Any]:
    """Title, description, date, author and tags of an article.

    Args:
        markup: the page, in the language of the version.
        version: that the page is.
        published: when the article was, with the time where it is known.
    """
    edits = Edits(parse(markup))
    values = {
        # Without the site's name, which `title` often has.
        "title": next(_contents(edits, "og:title"), "") or version.title,
        "description": version.description,
        "date": published,
        "author": next(_names(edits), ""),
        # Keywords are for search engines, and often more than the tags.
        "tags": list(dict.fromkeys(_contents(edits, "article:tag")))
        or list(dict.fromkeys(_keywords(edits))),
    }
    return {key: value for key, value in values.items() if value}


def _contents(edits: Edits, name: str) -> Iterator[str]:
    for _, meta in find_metas(edits, name):
        if text := clean_text(str(meta.get("content", ""))):
            yield text


def _names(edits: Edits) -> Iterator[str]:
    """Open Graph's authors are often addresses of profiles: https://ogp.me/#type_article."""
    for name in ("author", "article:author"):
        yield from (text for text in _contents(edits, name) if not urlsplit(text).scheme)


def _keywords(edits: Edits) -> Iterator[str]:
    for keywords in _contents(edits, "keywords"):
        yield from filter(None, map(clean_text, keywords.split(",")))
