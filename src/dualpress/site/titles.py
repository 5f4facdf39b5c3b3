"""What an article is called in lists, in the language of a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dualpress.article import Article, SegmentKey, plain_text
from dualpress.html.inline import clean_text
from dualpress.html.read import page_of
from dualpress.site.edits import Edits, find_metas

__all__ = ["description_of", "title_of"]


def title_of(article: Article, translations: Mapping[SegmentKey, str]) -> str:
    """The article's title as translated; its own where it is not.

    Args:
        article: as it was read.
        translations: of its segments, in the notation of PO; none for the
            page in its own language.
    """
    return _translated(article, clean_text(article.title), translations)


def description_of(article: Article, translations: Mapping[SegmentKey, str]) -> str:
    """The article's description as translated; its own where it is not, or nothing.

    Args: as for :func:`title_of`.
    """
    own = next((text for text in map(clean_text, _descriptions(article)) if text), "")
    return _translated(article, own, translations)


def _translated(article: Article, text: str, translations: Mapping[SegmentKey, str]) -> str:
    for segment in article.segments:
        if plain_text(segment.source) == text and segment.key in translations:
            return plain_text(translations[segment.key])
    return text


def _descriptions(article: Article) -> Iterator[str]:
    yield from (str(article.metadata.get(key) or "") for key in ("description", "summary"))
    edits = Edits(page_of(article))
    for _, meta in [*find_metas(edits, "description"), *find_metas(edits, "og:description")]:
        yield str(meta.get("content", ""))
