"""At which addresses pages were published, so that these stay or lead on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from dualpress.article import Language, other
from dualpress.pipeline.web_address import WebAddress, address_of
from dualpress.site.by_language import by_language
from dualpress.site.model import Site, SiteArticle, SiteSettings

__all__ = ["Pages", "Published", "UrlRecord", "row_of"]

_Place = tuple[str, str]
"""What :attr:`WebAddress.place` tells pages by."""


@dataclass(frozen=True, slots=True)
class Published:
    """Where a page was published.

    Args:
        path: of its URL, decoded, from the address of its language on.
        slug: that was made for it; ``None`` where the author gave one, or the
            path needs none.
        base: the address of its language; ``None`` where that was not known.
        before: the addresses at which it once was, the last one first.
        views: the addresses at which its side-by-side view stands or stood,
            the last one first.
    """

    path: str
    slug: str | None = None
    base: str | None = None
    before: tuple[WebAddress, ...] = ()
    views: tuple[WebAddress, ...] = ()

    @property
    def address(self) -> WebAddress:
        """The whole address."""
        return WebAddress(self.base, self.path)

    def moved(self, to: Published) -> Published:
        """The same page as it is published now.

        Args:
            to: its path, slug and base, and where else it was; a base that is
                not known is the one that was.
        """
        is_there = self.address.is_same(to.address)
        base = to.base or (self.base if is_there else None)
        before = self.before if is_there else (self.address, *self.before)
        before = _once((*to.before, *before), without=WebAddress(base, to.path))
        return Published(to.path, to.slug, base, before, _once((*to.views, *self.views)))

    def located(self, base: str | None) -> Published:
        """The same page where addresses whose base was not known have one now."""
        if base is None or all(old.base for old in self.addresses):
            return self
        return replace(
            self,
            base=self.base or base,
            before=tuple(WebAddress(old.base or base, old.path) for old in self.before),
            views=tuple(WebAddress(old.base or base, old.path) for old in self.views),
        )

    def viewed(self, view: WebAddress | None) -> Published:
        """The same page with the address of its side-by-side view, if it has one now."""
        return replace(self, views=_once((view, *self.views))) if view else self

    def without(self, taken: Collection[_Place]) -> Published | None:
        """What is left of a page's addresses where other pages have some of them now.

        Args:
            taken: the places of those (:attr:`WebAddress.place`).
        """
        before = tuple(old for old in self.before if old.place not in taken)
        views = tuple(old for old in self.views if old.place not in taken)
        if self.address.place not in taken:
            return replace(self, before=before, views=views)
        if not before:
            return None
        return Published(before[0].path, None, before[0].base, before[1:], views)

    @property
    def addresses(self) -> tuple[WebAddress, ...]:
        """All at which it stands or stood, and its side-by-side view."""
        return (self.address, *self.before, *self.views)


Pages = Mapping[Language, Published]
"""The pages of an article."""


@dataclass(frozen=True, slots=True)
class UrlRecord:
    """The pages of all articles that were ever published.

    Args:
        pages: by the articles' ids.
    """

    pages: Mapping[str, Pages] = field(default_factory=dict)

    def find(self, article: str, language: Language) -> Published | None:
        """Where an article's page was last published, if it was."""
        return self.pages.get(article, {}).get(language)

    def publish(self, site: Site, places: Mapping[str, Pages]) -> UrlRecord:
        """The record with a site as it is published now; what it knows of others stays.

        Pages that the site has without dualpress are not recorded. An address
        belongs to the page that stood there last.

        Args:
            site: all its articles.
            places: where their pages stand, by the articles' ids; what is not
                named stands where it was.
        """
        located = self._located(site.settings)
        now = {
            article.id: located._updated(site, article, places.get(article.id, {}))
            for article in site.articles
        }
        record = UrlRecord({**located.pages, **{name: own for name, own in now.items() if own}})
        return record._settled(site)

    def rename(self, old: str, new: str) -> UrlRecord:
        """The record with the pages of an article under its new id."""
        if old not in self.pages:
            return self
        moved = dict(self.pages[old])
        for language, page in self.pages.get(new, {}).items():
            known = moved.get(language)
            moved[language] = known.moved(page) if known else page
        return UrlRecord(
            {**{name: own for name, own in self.pages.items() if name != old}, new: moved}
        )

    def _located(self, settings: SiteSettings) -> UrlRecord:
        """The record where the addresses of languages are known, now that the settings tell."""
        return UrlRecord(
            {
                name: _shared(
                    own,
                    {lang: page.located(settings.base_of(lang)) for lang, page in own.items()},
                )
                for name, own in self.pages.items()
            }
        )

    def _updated(self, site: Site, article: SiteArticle, places: Pages) -> Pages:
        """The pages of an article of the site."""
        pages = dict(self.pages.get(article.id, {}))
        for language in article.versions:
            if not site.is_written(article, language):
                pages.pop(language, None)
            elif language in places:
                page = places[language].located(site.settings.base_of(language))
                known = pages.get(language)
                pages[language] = known.moved(page) if known else page
        target = other(article.source_language)
        view = _view_of(site, article) if target in pages else None
        if view:
            pages[target] = pages[target].viewed(view)
        return _shared(self.pages.get(article.id, places), pages)

    def _settled(self, site: Site) -> UrlRecord:
        """The record in which no page claims an address that another one has now."""
        taken = {
            page.address.place: (article.id, language)
            for article in site.articles
            for language, page in self.pages.get(article.id, {}).items()
            if language in article.versions
        }
        pages = {name: _left(name, own, taken) for name, own in self.pages.items()}
        return UrlRecord({name: own for name, own in pages.items() if own})


def row_of(record: UrlRecord, article: str) -> str:
    """What a record has of an article, as text."""
    return repr(sorted(record.pages.get(article, {}).items()))


def _shared(before: Pages, now: Pages) -> Pages:
    """The pages as they were, where they are the same: of each article they are in memory once."""
    return by_language(now) if before != now else before


def _left(name: str, pages: Pages, taken: Mapping[_Place, tuple[str, Language]]) -> Pages:
    """The pages of an article without the addresses that other pages have now."""
    found: dict[Language, Published] = {}
    for language, page in pages.items():
        own = (name, language)
        places = (address.place for address in page.addresses)
        others = {place for place in places if taken.get(place, own) != own}
        left = page.without(others) if others else page
        found |= {language: left} if left else {}
    return _shared(pages, found)


def _view_of(site: Site, article: SiteArticle) -> WebAddress | None:
    """Where the side-by-side view of an article stands, if it has one."""
    path = site.bilingual_path(article) if article.has_bilingual else None
    return address_of(path, site.settings) if path else None


def _once(
    addresses: Iterable[WebAddress], without: WebAddress | None = None
) -> tuple[WebAddress, ...]:
    """Addresses, each once, but for the one that is in use."""
    found: dict[_Place, WebAddress] = {}
    for address in addresses:
        found.setdefault(address.place, address)
    if without is not None:
        found.pop(without.place, None)
    return tuple(found.values())
