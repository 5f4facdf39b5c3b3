"""What is noted of an article, so that a later run need not open it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from dualpress.site.model import SiteArticle
from dualpress.site.references import Name, Posts
from dualpress.site.told import Told

__all__ = ["Note", "Standing", "View", "changed_names", "in_order", "view_of"]


_DIGITS = 32
"""Of a digest that two articles are never to share: 128 bits."""


class Standing(NamedTuple):
    """A file of the output folder as a run left it.

    Args:
        path: where it stands, with slashes.
        sha256: of its bytes.
        signature: that it had; it is as it was while it has that.
    """

    path: str
    sha256: str
    signature: str


@dataclass(frozen=True, slots=True)
class Note:
    """An article as a run made it.

    Args:
        article: as it is published.
        row: a digest of what the record of addresses says of it.
        pages: its pages in their order.
        media: the other files that these need.
        aliases: the addresses that its front matter says that it once had.
        matched: the selectors of the configuration that match something in it.
        is_held: whether no new page of its translation is made, so that what
            the output folder had before decides.
        told: what the files that list all articles say of it.
    """

    article: SiteArticle
    row: str
    pages: tuple[Standing, ...]
    media: tuple[Standing, ...]
    aliases: tuple[str, ...]
    matched: frozenset[str]
    is_held: bool
    told: Told

    @property
    def files(self) -> Iterator[Standing]:
        """All its files of the output folder."""
        yield from self.pages
        yield from self.media


class View(NamedTuple):
    """An article as the pages of others see it.

    Args:
        link: a digest of all that a link to it depends on.
        names: under which it is found, as :func:`in_order` gives them.
    """

    link: str
    names: tuple[Name, ...]


def in_order(names: Iterable[Name]) -> tuple[Name, ...]:
    """Names, each once, in an order of their own: a quarter of what a set of them takes."""
    return tuple(sorted(set(names)))


def view_of(article: SiteArticle, posts: Posts) -> View:
    """What the pages of others can tell of an article.

    Args:
        article: among those of the site.
        posts: the site, as references see it.
    """
    link = repr(
        (
            article.id,
            article.post.as_posix(),
            article.source_language.value,
            sorted(article.versions),
            sorted((language.value, path.as_posix()) for language, path in article.paths.items()),
            sorted(article.urls.items()),
            article.canonical,
        )
    )
    digest = hashlib.sha256(link.encode("utf-8", "surrogatepass")).hexdigest()
    return View(digest[:_DIGITS], in_order(posts.names_of(article)))


def changed_names(before: Mapping[str, View], now: Mapping[str, View]) -> set[Name]:
    """The names under which pages would find something else than before.

    Args:
        before: the articles then, by their ids.
        now: the articles now, likewise.
    """
    changed = (name for name in before.keys() | now.keys() if before.get(name) != now.get(name))
    views = (views.get(name) for name in changed for views in (before, now))
    return {name for view in views if view for name in view.names}
