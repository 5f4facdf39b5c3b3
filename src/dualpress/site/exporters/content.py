"""The article itself, without the page around it: a generator brings its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from bs4.element import Tag

from dualpress.article import Article, Span
from dualpress.html.inline import clean_text
from dualpress.html.literals import find_front_matter
from dualpress.html.offsets import Page, TokenKind
from dualpress.html.patches import Patch
from dualpress.html.read import page_of
from dualpress.html.selectors import compiled
from dualpress.site.edits import Edits, span_of
from dualpress.site.pages import is_fragment

__all__ = ["only_content"]

_CONTAINERS = (
    '[itemprop="articleBody"]',
    ".entry-content",  # WordPress and Blogger: http://microformats.org/wiki/hatom
    ".wp-block-post-content",
    ".e-content",  # Medium's export: http://microformats.org/wiki/h-entry
    ".post-body",
    '[data-hook="post-description"]',  # Wix
    ".post-content",
    ".gh-content",  # Ghost
    "article",
    "main",
    "body",
)
"""What holds an article's text and little else, the surest first."""

_END_OF_BODY = re.compile(r"</body\s*>(?:\s|<!--.*?-->|</html\s*>)*\Z", re.IGNORECASE | re.DOTALL)


def only_content(
    article: Article, patches: Iterable[Patch], selectors: Sequence[str] = ()
) -> list[Patch]:
    """The patches of a page, and those that leave nothing of it but its front matter and article.

    A fragment is all article. Of a whole page, what stands in the elements
    that the selectors match is kept, or in the surest known container of an
    article; a heading there that says the title is not, since the title stands
    in the front matter.

    Args:
        article: as it was read.
        patches: of the whole page.
        selectors: the publisher's, of what is article.

    Raises:
        ConfigError: a selector is none.
    """
    page = page_of(article)
    if is_fragment(page):
        return list(patches)
    kept = [*_front_matter(article), *_contents(page, selectors)]
    titles = list(_titles(article, page))
    inside = [
        patch
        for patch in patches
        if any(span.holds(patch.span) for span in kept)
        and not any(span.holds(patch.span) for span in titles)
    ]
    dropped = _outermost([*_gaps(kept, len(page.text)), *titles])
    return [*inside, *(Patch.replace(span, "") for span in dropped)]


def _front_matter(article: Article) -> Iterator[Span]:
    found = find_front_matter(article.source.text)
    if found is not None:
        yield Span(0, found.end)


def _contents(page: Page, selectors: Sequence[str]) -> list[Span]:
    """The insides of the elements that hold the article."""
    chosen = [tag for each in selectors for tag in compiled(each).select(page.soup)]
    if not chosen:
        found = (compiled(each).select_one(page.soup) for each in _CONTAINERS)
        chosen = [next(tag for tag in found if tag is not None)]
    spans = [_inside(page, tag) for tag in chosen]
    return _outermost(span for span in spans if span is not None)


def _inside(page: Page, element: Tag) -> Span | None:
    """What stands between the tags of an element; for one without a start tag, the rest."""
    whole = span_of(page, element)
    opening = page.start_tags.get(id(element))
    if whole is None or opening is None:
        start = Edits(page).body_start
        return Span(start, len(page.text)) if element.name == "body" else None
    closing = (
        token.span.start
        for token in page.tokens
        if token.kind is TokenKind.END_TAG
        and token.name == element.name
        and token.span.end == whole.end
    )
    end = max(next(closing, whole.end), opening.span.end)
    # A line end behind </body> is in the body, and so are the end tags before it:
    # https://html.spec.whatwg.org/#parsing-main-afterbody
    end_tags = _END_OF_BODY.search(page.text, opening.span.end, end)
    return Span(opening.span.end, end_tags.start() if end_tags else end)


def _titles(article: Article, page: Page) -> Iterator[Span]:
    """The first-level headings that say the title."""
    title = clean_text(article.title)
    for heading in page.soup.find_all("h1"):
        text = clean_text(heading.get_text())
        span = span_of(page, heading)
        if text and text in title and span is not None:
            yield span


def _gaps(kept: Sequence[Span], end: int) -> list[Span]:
    bounds = [Span(0, 0), *kept, Span(end, end)]
    gaps = (Span(before.end, after.start) for before, after in pairwise(bounds))
    return [gap for gap in gaps if gap.end > gap.start]


def _outermost(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, less those inside others."""
    found: list[Span] = []
    for span in sorted(set(spans), key=lambda span: (span.start, -span.end)):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return found
