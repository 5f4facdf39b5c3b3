"""Mend the relative links and pictures of a page that moves away from its post's place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urljoin, urlsplit

from bs4.element import Tag

from dualpress.html.attributes import Attribute, find_attributes
from dualpress.html.offsets import Token, TokenKind
from dualpress.site.edits import Edits
from dualpress.site.language_tags import json_ld_strings
from dualpress.site.model import PageContext, SiteArticle
from dualpress.site.references import (
    Posts,
    Reference,
    parse_reference,
    replace_css,
    replace_srcset,
)
from dualpress.site.urls import media_path

__all__ = ["Place", "rebase_links"]

# https://html.spec.whatwg.org/multipage/indices.html#attributes-3, less those
# that no reader follows; `background` and `xlink:href` are what old pages have.
_URL_ATTRIBUTES = frozenset("action background formaction href poster src xlink:href".split())
_SRCSET_ATTRIBUTES = frozenset({"srcset", "imagesrcset", "data-srcset"})
_PICTURE_KEYS = frozenset("contentUrl image logo thumbnailUrl url".split())
"""Properties of JSON-LD (https://schema.org/image and others) that may name a file."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page comes from and goes to.

    Args:
        posts: what relative references can lead to.
        article: that the page is of.
        context: where the page stands.
    """

    posts: Posts
    article: SiteArticle
    context: PageContext


def rebase_links(edits: Edits, place: Place) -> set[PurePosixPath]:
    """Let relative references lead from the page's new place to where they led before.

    A reference to another post leads to its page in the same language or, if
    there is none, in the language that it was written in; so does a link to
    the place of another post on the site. What is not there is left as it
    stands, with a warning.

    Returns:
        The files of the posts folder that the page needs.
    """
    base = edits.page.soup.find("base", href=True)
    if isinstance(base, Tag):
        # All references are relative to its address, not to the page's place.
        _warn_of_relative_base(edits, base)
        _link_articles(edits, place, str(base["href"]))
        return set()
    rebase = _Rebase(edits, place)
    rebase.json_ld()
    for token in edits.page.tokens:
        if token.kind is TokenKind.START_TAG and token.element is not None:
            rebase.start_tag(token, token.element)
        elif token.kind is TokenKind.TEXT and _is_style(token.element):
            rebase.style(token)
    return rebase.media


def _warn_of_relative_base(edits: Edits, base: Tag) -> None:
    token = edits.page.start_tags.get(id(base))
    if token is not None and parse_reference(str(base["href"])) is not None:
        edits.warn("the page's <base> is relative, so its links may not work", token.span.start)


def _link_articles(edits: Edits, place: Place, base: str) -> None:
    """Let links to other articles lead to their versions, on a page with a ``base``."""
    for token, element in edits.start_tags("a", "area"):
        href = element.get("href")
        if isinstance(href, str):
            moved = _article_link(href, place, urljoin(base, href), is_absolute=True)
            if moved is not None:
                edits.set_attribute(token, "href", moved)


def _article_link(url: str, place: Place, address: str, *, is_absolute: bool) -> str | None:
    """The link to the version of an article in the page's language.

    Args:
        url: the link as it stands.
        place: of the page.
        address: where the link leads.
        is_absolute: whether it must hold on a page with a ``base``.

    Returns:
        ``None`` where the link is none to an article, or leads there already.
    """
    article = place.posts.article_at(address)
    if article is None or place.context.language not in article.versions:
        return None
    target = article.path(place.context.language)
    link = place.context.url_of(target) if is_absolute else place.context.link(target)
    if link is None or not _leads_elsewhere(address, article, place.context):
        return None
    parts = urlsplit(url)
    query = f"?{parts.query}" if parts.query else ""
    return link + query + (f"#{parts.fragment}" if parts.fragment else "")


def _leads_elsewhere(address: str, article: SiteArticle, context: PageContext) -> bool:
    """Whether an address is not that of an article's version in the page's language."""
    if context.language is not article.source_language:
        return True
    # The original is where it says that it is, unless it was moved on this site.
    base = context.settings.base_url
    found, now = urlsplit(address), urlsplit(context.url_of(article.path(context.language)) or "")
    is_on_site = not found.netloc or (base is not None and found.netloc == urlsplit(base).netloc)
    return is_on_site and found.path != now.path


def _is_style(element: Tag | None) -> bool:
    return element is not None and element.name == "style"


class _Rebase:
    """Rebases the references of one page and notes the files that they need."""

    def __init__(self, edits: Edits, place: Place) -> None:
        self._edits = edits
        self._place = place
        self.media: set[PurePosixPath] = set()

    def json_ld(self) -> None:
        for literal in json_ld_strings(self._edits):
            names = [part for part in literal.path if isinstance(part, str)]
            if names and names[-1] in _PICTURE_KEYS:
                moved = self._file_url(literal.value, is_absolute=True)
                if moved != literal.value:
                    self._edits.patch(literal.span, json.dumps(moved, ensure_ascii=False))

    def start_tag(self, token: Token, element: Tag) -> None:
        for attribute in find_attributes(self._edits.page.raw(token.span), token.span.start):
            value = element.get(attribute.name)
            if attribute.value is not None and isinstance(value, str):
                moved = self._moved(element, attribute, value)
                if moved != value:
                    self._edits.set_attribute(token, attribute.name, moved)

    def style(self, content: Token) -> None:
        source = self._edits.page.raw(content.span)
        moved = replace_css(source, lambda url: self._url(url, content.span.start))
        if moved != source:
            self._edits.patch(content.span, moved)

    def _moved(self, element: Tag, attribute: Attribute, value: str) -> str:
        """An attribute's value with its references rebased."""
        name, offset = attribute.name, attribute.span.start
        if name == "href" and element.name in ("a", "area"):
            link = _article_link(value, self._place, value, is_absolute=False)
            return self._url(value, offset) if link is None else link
        if name in _URL_ATTRIBUTES or (name == "data" and element.name == "object"):
            return self._url(value, offset)
        if name in _SRCSET_ATTRIBUTES:
            return replace_srcset(value, lambda url: self._url(url, offset))
        if name == "style":
            return replace_css(value, lambda url: self._url(url, offset))
        if name == "content" and element.name == "meta":
            return self._file_url(value, is_absolute=True)
        return self._file_url(value) if name.startswith("data-") else value

    def _url(self, url: str, offset: int) -> str:
        reference = parse_reference(url)
        if reference is None:
            return url
        target = self._target(reference)
        if target is None:
            self._edits.warn(
                f"“{url}” leads to no published post and no file of the posts folder", offset
            )
            return url
        return self._place.context.link(target) + reference.suffix

    def _file_url(self, text: str, *, is_absolute: bool = False) -> str:
        """What a script may take for a URL is one only if it names a file, ending and all.

        Args:
            text: that may be one.
            is_absolute: whether those who read it know no page that it could be
                relative to, as with Open Graph.
        """
        reference = parse_reference(text)
        path = self._resolved(reference) if reference else None
        if reference is None or path is None or not path.suffix:
            return text
        if self._place.posts.article(path) or not self._place.posts.has_file(path):
            return text
        target = self._file(path)
        url = self._place.context.url_of(target) if is_absolute else None
        return (url or self._place.context.link(target)) + reference.suffix

    def _target(self, reference: Reference) -> PurePosixPath | None:
        """Where a reference leads in the output."""
        path = self._resolved(reference)
        if path is None:
            return None
        article = self._place.posts.article(path)
        if article is not None:
            return next(self._pages(article), None)
        if path.suffix.lower() in (".html", ".htm") or not self._place.posts.has_file(path):
            return None
        return self._file(path)

    def _file(self, path: PurePosixPath) -> PurePosixPath:
        """Where a file of the posts folder stands on the site."""
        if self._place.context.settings.links_media:
            return path
        self.media.add(path)
        return media_path(path)

    def _resolved(self, reference: Reference) -> PurePosixPath | None:
        return self._place.posts.resolve(reference, self._place.article.post)

    def _pages(self, article: SiteArticle) -> Iterator[PurePosixPath]:
        """An article's pages, the one to link to first."""
        for language in (self._place.context.language, article.source_language):
            if language in article.versions:
                yield article.path(language)
