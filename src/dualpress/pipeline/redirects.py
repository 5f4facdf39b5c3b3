"""Which addresses of a site lead elsewhere, and which are gone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from urllib.parse import urlsplit

from dualpress.article import Article, Language
from dualpress.pipeline.url_record import UrlRecord
from dualpress.site.model import Site, SiteArticle
from dualpress.site.redirects import Redirect
from dualpress.site.urls import encode_path, url_path

__all__ = ["find_redirects"]

_ALIASES = ("aliases", "redirect_from")
"""Front matter of Hugo, and of Jekyll's plugin jekyll-redirect-from."""


def find_redirects(
    site: Site,
    record: UrlRecord,
    there: Collection[str],
    posts: Mapping[str, Article],
    removed: Mapping[str, str],
) -> list[Redirect]:
    """Find the addresses at which something was published that is elsewhere or gone.

    Args:
        site: what is published.
        record: of all that ever was, and is.
        there: the ids of the articles whose posts are there, published or not.
        posts: the articles by id, as they were read.
        removed: where readers of removed articles are sent, by id.
    """
    return list(_Finder(site, record, removed).find(there, posts))


class _Finder:
    def __init__(self, site: Site, record: UrlRecord, removed: Mapping[str, str]) -> None:
        self._site = site
        self._record = record
        self._removed = removed
        self._entries = {entry.id: entry for entry in site.articles}

    def find(self, there: Collection[str], posts: Mapping[str, Article]) -> Iterator[Redirect]:
        live = {
            self._url(entry, language)
            for entry in self._site.articles
            for language in entry.versions
        }
        found: dict[str, Redirect] = {}
        for redirect in (*self._moved(there), *self._aliases(posts), *self._gone(there)):
            if redirect.source not in found and redirect.address not in live:
                found[redirect.source] = redirect
        yield from (found[source] for source in sorted(found))

    def _moved(self, there: Collection[str]) -> Iterator[Redirect]:
        """The former addresses of pages that stand elsewhere now."""
        for name, entry in self._entries.items():
            for language in entry.versions if name in there else ():
                page = self._record.find(name, language)
                for old in page.before if page else ():
                    yield self._redirect(language, old, self._url(entry, language))

    def _aliases(self, posts: Mapping[str, Article]) -> Iterator[Redirect]:
        """What the front matter of an original says that it once was called."""
        for name, article in posts.items():
            entry = self._entries[name]
            for alias in (alias for key in _ALIASES for alias in _texts(article.metadata.get(key))):
                target = self._url(entry, entry.source_language)
                yield self._redirect(entry.source_language, alias.lstrip("/"), target)

    def _gone(self, there: Collection[str]) -> Iterator[Redirect]:
        """The addresses of articles that were removed."""
        for name, pages in self._record.pages.items():
            for language, page in pages.items() if name not in there else ():
                for old in (page.path, *page.before):
                    yield self._redirect(language, old, self._successor(name, language))

    def _successor(self, name: str, language: Language) -> str | None:
        """Where the settings send the readers of a removed article."""
        target = self._removed.get(name)
        if target is None or urlsplit(target).scheme in ("http", "https"):
            return target
        entry = self._entries.get(target.strip("/"))
        if entry is None or not entry.versions:
            return self._address(Language.EN, target.lstrip("/"), bases={})
        is_there = language in entry.versions
        return self._url(entry, language if is_there else next(iter(entry.versions)))

    def _redirect(self, language: Language, path: str, target: str | None) -> Redirect:
        address = self._address(language, path, bases=self._site.settings.base_urls)
        is_near = language not in self._site.settings.base_urls
        return Redirect(urlsplit(address).path if is_near else address, target, address)

    def _url(self, entry: SiteArticle, language: Language) -> str:
        path = entry.path(language)
        return self._site.page(entry, language).url or f"/{encode_path(url_path(path))}"

    def _address(self, language: Language, path: str, bases: Mapping[Language, str]) -> str:
        base = bases.get(language) or self._site.settings.base_url or "/"
        return base + encode_path(path)


def _texts(value: object) -> Iterator[str]:
    """The texts of a value of front matter that may be one or a list."""
    yield from (
        text for text in (value if isinstance(value, list) else [value]) if isinstance(text, str)
    )
