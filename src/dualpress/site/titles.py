"""What an article is called in lists, in the language of a page."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from dualpress.article import Article, SegmentKey, other
from dualpress.html.derived import find_repetition, rebuilt
from dualpress.html.inline import clean_text
from dualpress.html.read import page_of
from dualpress.site.edits import Edits, find_metas

__all__ = ["description_of", "title_of", "title_warnings"]


def title_of(
    article: Article,
    translations: Mapping[SegmentKey, str] | None = None,
    joined: Collection[SegmentKey] = (),
) -> str:
    """The article's title as translated; its own where it is not.

    Args:
        article: as it was read.
        translations: of its segments, in the notation of PO; ``None`` for the
            page in its own language.
        joined: segments whose text a reviewer put into the one above.
    """
    return _shown(article, clean_text(article.title), translations, joined)


def description_of(
    article: Article,
    translations: Mapping[SegmentKey, str] | None = None,
    joined: Collection[SegmentKey] = (),
) -> str:
    """The article's description as translated; its own where it is not, or nothing.

    One that breaks off in the middle of a word does not do so here.

    Args: as for :func:`title_of`.
    """
    own = next((text for text in map(clean_text, _descriptions(article)) if text), "")
    return _shown(article, own, translations, joined)


def title_warnings(article: Article) -> Iterator[str]:
    """What is amiss with the title of a whole page, which browsers and search engines show.

    https://html.spec.whatwg.org/multipage/semantics.html#the-title-element
    """
    page = page_of(article)
    title = page.soup.title
    if title is None or clean_text(title.get_text()):
        return
    token = page.start_tags.get(id(title))
    place = f"line {page.line(token.span.start)}: " if token else ""
    yield f"{place}the page's <title> is empty"


def _shown(
    article: Article,
    text: str,
    translations: Mapping[SegmentKey, str] | None,
    joined: Collection[SegmentKey],
) -> str:
    repetition = find_repetition(article.segments, text)
    if repetition is None or (translations is None and not repetition.is_cut):
        return text
    language = article.language if translations is None else other(article.language)
    return rebuilt(repetition, translations or {}, language, joined=joined) or text


def _descriptions(article: Article) -> Iterator[str]:
    yield from (str(article.metadata.get(key) or "") for key in ("description", "summary"))
    edits = Edits(page_of(article))
    for _, meta in [*find_metas(edits, "description"), *find_metas(edits, "og:description")]:
        yield str(meta.get("content", ""))
